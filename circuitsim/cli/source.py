"""What FILE means on the command line, and how results are printed as JSON."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from circuitsim.api import Circuit, example, examples, load
from circuitsim.cli.progress import Bar
from circuitsim.errors import FileError
from circuitsim.rules import suggest
from circuitsim.sentences import Sentence


def open_circuit(file: str) -> Circuit:
    """The circuit in a file or, where there is no such file, the shipped example of that name."""
    if not os.path.exists(file):
        known = examples()
        if file in known:
            return example(file)
        if os.sep not in file and not os.path.splitext(file)[1]:
            raise FileError(f"{file}: there is no such file, and no such example{suggest(file, known)}")
    left_out: list[Sentence] = []
    with Bar(100, f"reading {os.path.basename(file)}, percent", after=1.0) as bar:
        circuit = load(file, left_out=left_out, progress=lambda part: bar(round(100 * (part or 0.0))))
    for sentence in left_out:
        warn(sentence)
    return circuit


def warn(sentence: Sentence) -> None:
    """Say what was left out of a file."""
    print(f"circuitsim: warning: {sentence}", file=sys.stderr)


def print_json(value: Any) -> None:
    """Print a result for programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2))
