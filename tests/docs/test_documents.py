"""Every block of code in the documents runs, and prints what the document says.

`python` blocks of a document run one after the other in one namespace; in `console` blocks every
line that begins with `$ circuitsim` is called and followed by what it prints (`...` stands for
lines left out); `json` blocks that hold a circuit load; `sh` blocks are the README's two commands.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import circuitsim as cs
from circuitsim.cli.main import main
from circuitsim.formats.json_reader import read_json

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SCRIPTS = sorted((ROOT / "docs" / "scripts").glob("*.py"))
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path) -> list[tuple[str, str, int]]:
    """The code of a document: language, text, line."""
    text = path.read_text(encoding="utf-8")
    return [(m[1], m[2], text.count("\n", 0, m.start()) + 1) for m in BLOCK.finditer(text)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_block_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": "document"}
    for language, code, line in blocks(path):
        where = f"{path.name}, line {line}"
        if language == "python" and ">>>" in code:
            _session(code, namespace, where)
        elif language == "python":
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(code, where, "exec"), namespace)
        elif language == "console":
            _console(code, where)
        elif language == "json":
            _json(code)
        else:
            assert language in ("sh", "text"), f"{where}: a block of {language!r} is not run by any test"


def _session(code: str, namespace: dict[str, Any], where: str) -> None:
    test = doctest.DocTestParser().get_doctest(code, namespace, where, where, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    report = io.StringIO()
    runner.run(test, out=report.write, clear_globs=False)
    namespace.update(test.globs)
    assert runner.failures == 0, report.getvalue()


def _console(code: str, where: str) -> None:
    for call in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, expected = call.partition("\n")
        words = shlex.split(command)
        assert words[0] == "circuitsim", f"{where}: only circuitsim is called here"
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), contextlib.suppress(SystemExit):
            main(words[1:])
        found = out.getvalue()
        checker = doctest.OutputChecker()
        same = checker.check_output(expected, found, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        assert same, f"{where}: {command}\nprinted\n{found}\ninstead of\n{expected}"


def _json(code: str) -> None:
    data = json.loads(code)
    if isinstance(data, dict) and data.get("format") == "circuitsim":
        circuit = read_json(code.encode(), "block", cs.Circuit)
        assert all(result.passed for result in circuit.run_tests())


def test_links_lead_somewhere() -> None:
    for path in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_readme_has_the_two_commands_and_ci_runs_the_second() -> None:
    commands = [code.strip() for language, code, _ in blocks(ROOT / "README.md") if language == "sh"]
    assert len(commands) == 2
    assert commands[0].endswith("circuitsim demo")
    ci = ROOT / ".ci" / "run"
    if ci.exists():  # not part of a source distribution
        assert commands[1] in ci.read_text().splitlines()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_runs_as_its_first_lines_say(script: Path, tmp_path: Path) -> None:
    """Each script's docstring has a line `Try: python NAME ARGUMENTS`, and `Prints:` what it prints."""
    text = script.read_text(encoding="utf-8")
    tries = re.search(r"^Try: python \S+(.*)$", text, re.MULTILINE)
    prints = re.search(r"^Prints:\n(.*?)\"\"\"", text, re.MULTILINE | re.DOTALL)
    assert tries, "say how to try it"
    assert prints, "say what it prints"
    arguments = [word.replace("circuits/", f"{ROOT}/circuits/") for word in shlex.split(tries[1])]
    command = [sys.executable, str(script), *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    expected = "\n".join(line.strip() for line in prints[1].strip().splitlines())
    found = "\n".join(line.strip() for line in done.stdout.strip().splitlines())
    same = doctest.OutputChecker().check_output(
        expected + "\n", found + "\n", doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert same, f"printed\n{found}\ninstead of\n{expected}"


def test_there_are_three_scripts() -> None:
    assert [script.stem for script in SCRIPTS] == ["draw_trace", "grade_folder", "sweep"]
