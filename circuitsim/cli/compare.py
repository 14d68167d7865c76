"""The commands that hold two circuits side by side: diff, equal."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from dataclasses import asdict

from circuitsim.api import Circuit
from circuitsim.cli.source import open_circuit, print_json
from circuitsim.errors import CircuitError, InputError
from circuitsim.logic.difference import differences
from circuitsim.logic.equal import Verdict
from circuitsim.logic.equal import equal as compare

_GIT = 7
"""What git gives a diff driver: path, old file, old hash, old mode, new file, new hash, new mode."""


def diff(given: Namespace) -> int:
    """What changed in the meaning of a circuit; called by git, it answers as git expects."""
    files, by_git = given.files, len(given.files) in (_GIT, _GIT + 2)
    if by_git:
        files = [files[1], files[4]]
        print(f"circuitsim diff {given.files[0]}")
    if len(files) != 2:
        raise InputError("diff takes two files (or the seven arguments that git gives to a diff driver)")
    try:
        found = differences(*(Circuit() if file == os.devnull else open_circuit(file) for file in files))
    except CircuitError as error:
        if not by_git:
            raise
        print(f"  {error}")
        return 0
    if given.json:
        print_json([asdict(entry) for entry in found])
    else:
        for entry in found:
            print(entry)
    if by_git:
        return 0
    if not found and not given.json:
        print("circuitsim: the circuits mean the same", file=sys.stderr)
    return int(bool(found))


def equal(given: Namespace) -> int:
    """Prove two circuits equal, or give inputs that tell them apart."""
    if given.ticks < 1:
        raise InputError("--ticks must be 1 or more")
    circuits = open_circuit(given.left), open_circuit(given.right)
    found = compare(*circuits, ticks=given.ticks, by_order=given.by_order)
    if given.json:
        print_json({**asdict(found), "inputs": list(found.inputs), "values": list(found.values)})
    else:
        _print(found, given)
    return int(not found.equal)


def _print(found: Verdict, given: Namespace) -> None:
    if found.equal:
        print("equal" if found.ticks is None else f"equal for the first {found.ticks} ticks, whatever the inputs")
        return
    left, right = found.values
    print(f"not equal: {found.output} is {left} in {given.left}, and {right} in {given.right}")
    names = list(found.inputs[0])
    width = max((len(name) for name in names), default=0)
    if found.ticks is None:
        for name in names:
            print(f"  {name:<{width}} = {found.inputs[0][name]}")
        return
    print(f"at tick {found.ticks - 1}, from reset with")
    for name in names:
        print(f"  {name:<{width}}  {''.join(str(row[name]) for row in found.inputs)}")
