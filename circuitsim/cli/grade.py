"""The command that runs the tests in circuit files."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict, dataclass
from xml.etree import ElementTree

from circuitsim.api import Circuit
from circuitsim.cli.source import open_circuit, print_json
from circuitsim.errors import CircuitError
from circuitsim.formats.files import write_bytes
from circuitsim.logic.verify import Result, random_test, run_each
from circuitsim.records import Test

Tests = tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class _Report:
    """What a file came to: results, or why there are none."""

    file: str
    results: list[Result]
    error: str | None = None

    @property
    def credit(self) -> float:
        """The part of the work that is right: every test weighs the same, and in it every row."""
        return sum(result.credit for result in self.results) / len(self.results) if self.results else 0.0


def test(given: Namespace) -> int:
    """Run the tests of every file; one that cannot be run does not stop the others."""
    hidden = None if given.tests is None else open_circuit(given.tests).tests
    reference = None if given.against is None else open_circuit(given.against)
    reports = [_report(file, given, hidden, reference) for file in given.files]
    if given.junit:
        write_bytes(given.junit, _junit(reports, given.seed))
    if given.json:
        print_json([_plain(report) for report in reports])
    else:
        _print(reports)
    for report in reports:
        if report.error is not None:
            print(f"circuitsim: {report.error}", file=sys.stderr)
    results = [result for report in reports for result in report.results]
    if any(report.error is not None for report in reports):
        return 2
    if not results:
        print("circuitsim: nothing to test: no file carries a test", file=sys.stderr)
        return 5
    return int(not all(result.passed for result in results))


def _report(file: str, given: Namespace, hidden: Tests | None, reference: Circuit | None) -> _Report:
    try:
        circuit = open_circuit(file)
        tests = circuit.tests if hidden is None else hidden
        if reference is not None:
            tests = (*(tests if hidden is not None else ()), random_test(reference, given.random, given.seed))
        return _Report(file, run_each(circuit, tests, given.engine))
    except CircuitError as error:
        message = str(error)
        return _Report(file, [], message if message.startswith(file) else f"{file}: {message}")


def _print(reports: list[_Report]) -> None:
    for report in reports:
        if report.error is None:
            word = "passed" if all(result.passed for result in report.results) else "FAILED"
            credit = "" if not report.results or report.credit == 1 else f", credit {report.credit:.0%}"
            print(f"{report.file}: {word if report.results else 'no tests'}{credit}")
        for result in report.results:
            if not result.passed:
                print("  " + str(result).replace("\n", "\n  "))
    results = [result for report in reports for result in report.results]
    passed = sum(result.passed for result in results)
    print(f"{passed} passed, {len(results) - passed} failed")


def _plain(report: _Report) -> dict[str, object]:
    tests = [
        {
            "name": result.test.name,
            "passed": result.passed,
            "rows": len(result.test.rows),
            "right": result.right,
            "credit": result.credit,
            "problem": result.problem or None,
            "failures": [asdict(failure) for failure in result.failures],
        }
        for result in report.results
    ]
    return {"file": report.file, "error": report.error, "credit": report.credit, "tests": tests}


def _junit(reports: list[_Report], seed: int) -> bytes:
    root = ElementTree.Element("testsuites")
    for report in reports:
        suite = ElementTree.SubElement(root, "testsuite")
        suite.attrib |= {
            "name": _printable(report.file),
            "tests": str(len(report.results) or int(report.error is not None)),
            "failures": str(sum(not result.passed for result in report.results)),
            "errors": str(int(report.error is not None)),
        }
        properties = ElementTree.SubElement(suite, "properties")
        for name, value in (("credit", f"{report.credit:g}"), ("seed", str(seed))):
            ElementTree.SubElement(properties, "property", name=name, value=value)
        for k, result in enumerate(report.results):
            case = _case(suite, report.file, result.test.name or f"test {k + 1}")
            if not result.passed:
                message = f"{result.right} of {len(result.test.rows)} rows right"
                ElementTree.SubElement(case, "failure", message=message).text = _printable(str(result))
        if report.error is not None:
            case = _case(suite, report.file, "open and run")
            ElementTree.SubElement(case, "error", message=_printable(report.error))
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _case(suite: ElementTree.Element, file: str, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(suite, "testcase", classname=_printable(file), name=_printable(name))


def _printable(text: str) -> str:
    """Text without the control characters that XML cannot carry."""
    return "".join(
        symbol if symbol.isprintable() or symbol in "\n\t" else "\N{REPLACEMENT CHARACTER}" for symbol in text
    )
