"""The rows of a test as text that can be edited: `01 1` a line, or JSON where values are not 0 and 1."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, NoReturn

from circuitsim import rules
from circuitsim.api import Circuit
from circuitsim.errors import EditError
from circuitsim.records import Change, Row, Test
from circuitsim.sentences import Sentence
from gui.language import told, tr


def rows_to_text(test: Test) -> str:
    """The rows, one a line.

    >>> rows_to_text(Test(0, "t", ("a",), ("y", "z"), (((0,), (1, None)), ((0.5,), (1, 0)))))
    '0 1-\\n[[0.5], [1, 0]]'
    """
    return "\n".join(map(_row_to_text, test.rows))


def _row_to_text(row: Row) -> str:
    return rules.row_symbols(row) or json.dumps(row)


def text_to_rows(text: str, inputs: int, outputs: int) -> tuple[Row, ...]:
    """Read rows as they were typed; an EditError names the line.

    >>> text_to_rows("0 1-\\n\\n[[0.5], [1, 0]]", 1, 2)
    (((0,), (1, None)), ((0.5,), (1, 0)))
    """
    rows: list[Row] = []
    for number, line in enumerate(text.splitlines(), 1):
        written = line if inputs == 0 and line.startswith(" ") else line.strip()
        if not written.strip():
            continue
        try:
            rows.append(rules.parse_row(json.loads(written) if written.startswith("[") else written, inputs, outputs))
        except json.JSONDecodeError as error:
            said = tr("line {number}: this is not JSON: {problem}")
            raise EditError(said.format(number=number, problem=tr(error.msg))) from None
        except (ValueError, RecursionError) as error:
            said = tr("line {number}: {problem}")
            raise EditError(said.format(number=number, problem=told(error))) from None
    return tuple(rows)


def change_test(circuit: Circuit, test: Test, **given: Any) -> None:
    """Replace fields of a test, which keeps its place in the file."""
    changed = replace(test, **given)
    rules.check_test(changed, circuit.nodes, _refuse)
    if changed != test:
        circuit.apply(Change({("test", test.rank): test}, {("test", test.rank): changed}))


def _refuse(field: str, message: str, known: rules.Known | None = None) -> NoReturn:
    hint = rules.suggest(*known) if known is not None else ""
    raise EditError(Sentence.of(field, ": ", message, hint))
