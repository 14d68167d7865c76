"""Brings the translations up to date: `python -m gui.translations.update`.

New texts of the sources come into the `.ts` files as unfinished, texts that are gone leave them, and what is translated
is compiled. Translate what is unfinished with Qt Linguist or an editor, then run this once more.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from circuitsim.api import example, examples

FOLDER = Path(__file__).parent
SOURCES = FOLDER.parents[1]


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def collect(code: str, target: Path) -> None:
    """Bring the texts of all sources into a `.ts` file; English has only those that count something."""
    files = sorted(str(file) for package in ("circuitsim", "gui") for file in (SOURCES / package).rglob("*.py"))
    with TemporaryDirectory() as folder:
        shelf = Path(folder) / "examples.py"
        shelf.write_text("\n".join(_of_examples()), encoding="utf-8")
        _collect(code, [*files, str(shelf)], target)


def _of_examples() -> Iterator[str]:
    """What the examples say of themselves, as lines of a source."""
    for name in examples():
        circuit = example(name)
        for text in (circuit.name, circuit.description):
            yield f'translate("examples", {json.dumps(text, ensure_ascii=False)})'


def _collect(code: str, files: Sequence[str], target: Path) -> None:
    plural = ["-pluralonly"] if code == "en" else []
    command = [
        *(
            _tool("lupdate"),
            "-tr-function-alias",
            "tr+=Sentence",
            "-no-obsolete",
            "-sort-messages",
            "-locations",
            "none",
        ),
        *("-source-language", "en", "-target-language", code, *plural, *files, "-ts", str(target)),
    ]
    subprocess.run(command, check=True, capture_output=True)


def compile(source: Path, target: Path) -> None:
    """Make the file that the window reads."""
    subprocess.run([_tool("lrelease"), str(source), "-qm", str(target)], check=True, capture_output=True)


def main() -> None:
    """Bring every language up to date."""
    for source in sorted(FOLDER.glob("circuitsim_*.ts")):
        collect(source.stem.removeprefix("circuitsim_"), source)
        compile(source, source.with_suffix(".qm"))
        unfinished = source.read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{source.name}: {unfinished} unfinished")


if __name__ == "__main__":
    main()
