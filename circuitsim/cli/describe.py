"""The commands that tell about circuits: examples, info, check, convert."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from circuitsim.api import Circuit, compile, example
from circuitsim.api import examples as example_names
from circuitsim.cli.source import open_circuit, print_json
from circuitsim.errors import InvalidFileError, RunError
from circuitsim.logic.lint import Finding, lint
from circuitsim.logic.survey import survey


def examples(given: Namespace) -> int:
    """One example a line, with what it shows."""
    shown = {name: example(name).description.partition(". ")[0].rstrip(".") for name in example_names()}
    if given.json:
        print_json([{"name": name, "shows": says} for name, says in shown.items()])
        return 0
    width = max(map(len, shown), default=0)
    for name, says in shown.items():
        print(f"{name:<{width}}  {says}")
    return 0


def info(given: Namespace) -> int:
    """What a circuit is made of."""
    circuit = open_circuit(given.file)
    found = {**survey(circuit), "engine": _plan(circuit)}
    if given.json:
        print_json(found)
        return 0
    kinds = ", ".join(f"{count} {kind}" for kind, count in found["nodes"].items()) or "none"
    loops = "; ".join(" -> ".join([*loop[:8], "..." if len(loop) > 8 else loop[0]]) for loop in found["loops"][:5])
    rows = [
        ("name", found["name"]),
        ("timing", found["timing"]),
        ("inputs", " ".join(found["inputs"]) or "none"),
        ("outputs", " ".join(found["outputs"]) or "none"),
        ("nodes", kinds),
        ("edges", f"{found['edges']} ({found['synapses']} synapses)"),
        ("definitions", " ".join(found["definitions"]) or "none"),
        ("unfolded", f"{found['unfolded']} signals"),
        ("depth", "none: a loop without a delay" if found["depth"] is None else f"{found['depth']} gates"),
        ("engine", _engine(found["engine"])),
        ("loops", f"{len(found['loops'])}: {loops}" if loops else "none"),
        ("tests", str(len(found["tests"]))),
    ]
    for name, value in rows:
        print(f"{name + ':':<13}{value}")
    if found["description"]:
        print(f"\n{found['description']}")
    return 0


MANY = 1_000_000
"""Patterns for which info names the engine."""


def _plan(circuit: Circuit) -> dict[str, Any] | None:
    """What would run a million patterns; None where nothing can."""
    try:
        plan = compile(circuit).plan(MANY)
    except RunError:
        return None
    return {**asdict(plan), "patterns": MANY}


def _engine(plan: dict[str, Any] | None) -> str:
    if plan is None:
        return "none: the circuit cannot settle"
    if not plan["lookups"] and plan["reason"]:
        return f"{plan['engine']}, gate by gate: {plan['reason']}"
    why = f"; {plan['reason']}" if plan["reason"] else ""
    return (
        f"{plan['engine']} for {plan['patterns']:,} patterns: {plan['lookups']:,} lookups, {plan['slots']} slots{why}"
    )


def check(given: Namespace) -> int:
    """Every problem of every file; warnings alone leave the answer at yes."""
    findings = {file: _findings(file) for file in given.files}
    wrong = any(finding.severity == "error" for found in findings.values() for finding in found)
    if given.json:
        print_json([{"file": f, "findings": [asdict(entry) for entry in found]} for f, found in findings.items()])
        return int(wrong)
    for file, found in findings.items():
        for finding in found:
            print(f"{file}: {finding}")
        if not found:
            print(f"{file}: no problems")
    return int(wrong)


def _findings(file: str) -> list[Finding]:
    try:
        return lint(open_circuit(file))
    except InvalidFileError as error:
        found = [Finding("error", str(problem)) for problem in error.problems]
        more = error.count - len(found)
        return found + ([Finding("error", f"and {more} more problems")] if more else [])


def convert(given: Namespace) -> int:
    """Read in one format, write in another."""
    open_circuit(given.source).save(given.target)
    return 0
