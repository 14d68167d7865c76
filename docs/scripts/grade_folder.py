"""Grade a folder of circuits with the tests of a model answer.

Each file is opened, the model's tests are put in place of its own, and the share of right rows is the
mark. A file that cannot be read or run gets no marks and a reason.

Try: python grade_folder.py half_adder circuits/half_adder.json circuits/xor.json
Prints:
half_adder.json: 100 %
xor.json: 0 % (...)
"""

from __future__ import annotations

import sys
from pathlib import Path

import circuitsim as cs


def mark(path: Path, model: cs.Circuit) -> str:
    """The mark of one file, in words."""
    try:
        circuit = cs.load(path)
        for test in circuit.tests:
            circuit.remove_test(test.rank)
        for test in model.tests:
            circuit.add_test(test.name, test.rows, inputs=test.inputs, outputs=test.outputs, clocked=test.clocked)
        results = circuit.run_tests()
    except cs.CircuitError as error:
        return f"0 % ({error})"
    rows = sum(len(result.test.rows) for result in results)
    return f"{100 * sum(result.right for result in results) / rows:.0f} %"


def main(model: str, files: list[str]) -> None:
    """Print a line a file."""
    answer = cs.example(model)
    for file in files:
        print(f"{Path(file).name}: {mark(Path(file), answer)}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
