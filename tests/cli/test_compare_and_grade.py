"""diff, equal, and tests that come from elsewhere: what they print, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import circuitsim as cs
from circuitsim.cli.main import main


@pytest.fixture
def work(tmp_path: Path, half_adder: cs.Circuit) -> Path:
    """A right answer, one that is half right, and one without a port."""
    half_adder.save(tmp_path / "right.json")
    half_adder.set("one", threshold=2)
    half_adder.save(tmp_path / "half.json")
    half_adder.rename("sum", "total")
    half_adder.save(tmp_path / "names.json")
    return tmp_path


def test_diff_of_two_files(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right, half = str(work / "right.json"), str(work / "half.json")
    assert main(["diff", right, half]) == 1
    assert capsys.readouterr().out == "~ node one: threshold 1 -> 2\n"
    assert main(["diff", right, right]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", right, half, "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == [{"sign": "~", "where": "node one", "what": "threshold 1 -> 2"}]
    assert main(["diff", right]) == 2


def test_diff_as_git_calls_it(work: Path) -> None:
    """A repository whose driver is this command; a file that is new, changed, and then broken."""
    command = f"{sys.executable} -m circuitsim diff"

    def git(*words: str) -> str:
        settings = ("-c", "user.name=n", "-c", "user.email=e", "-c", f"diff.circuit.command={command}")
        environment = {**os.environ, "PYTHONPATH": str(Path(cs.__file__).parents[1])}
        ran = subprocess.run(
            ["git", *settings, *words],
            cwd=work,
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
            env=environment,
        )
        return ran.stdout

    try:
        git("init", "-q", ".")
    except FileNotFoundError:
        pytest.skip("git is not installed")
    (work / ".gitattributes").write_text("*.json diff=circuit\n")
    git("add", "right.json")
    git("commit", "-qm", "one")
    (work / "right.json").write_bytes((work / "half.json").read_bytes())
    assert git("diff", "--ext-diff").splitlines() == ["circuitsim diff right.json", "~ node one: threshold 1 -> 2"]
    git("add", "half.json")
    assert "+ node both: neuron, threshold 2, inhibition absolute" in git("diff", "--ext-diff", "--cached")
    (work / "right.json").write_text("{")
    assert "is not JSON" in git("diff", "--ext-diff")


def test_equal(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    right, half, names = (str(work / f"{name}.json") for name in ("right", "half", "names"))
    assert main(["equal", right, right]) == 0
    assert capsys.readouterr().out == "equal\n"
    assert main(["equal", right, half]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"not equal: sum is 1 in {right}, and 0 in {half}"
    assert sorted(said[1:]) in (["  a = 0", "  b = 1"], ["  a = 1", "  b = 0"])
    assert main(["equal", right, names]) == 2
    assert "other outputs: 'sum', 'total'" in capsys.readouterr().err
    assert main(["equal", half, names, "--by-order", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["equal"] is True
    assert main(["equal", "counter_4bit", "counter_4bit", "--ticks", "3"]) == 0
    assert capsys.readouterr().out == "equal for the first 3 ticks, whatever the inputs\n"
    assert main(["equal", "counter_4bit", "counter_4bit", "--ticks", "0"]) == 2


def test_hidden_tests_and_partial_credit(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hidden = cs.load(work / "right.json")
    hidden.add_test("only the carry", ["00 0", "11 1"], outputs=["carry"])
    hidden.save(work / "hidden.json")
    files = [str(work / f"{name}.json") for name in ("right", "half", "names")]
    report = work / "r.xml"
    assert main(["test", *files, "--tests", str(work / "hidden.json"), "--junit", str(report)]) == 1
    said = capsys.readouterr().out
    assert f"{files[0]}: passed\n" in said
    assert f"{files[1]}: FAILED, credit 75%\n" in said
    assert f"{files[2]}: FAILED, credit 50%\n" in said
    assert "there is no output 'sum'" in said
    suites = ElementTree.parse(report).getroot()
    credits = [p.get("value") for p in suites.iter("property") if p.get("name") == "credit"]
    assert credits == ["1", "0.75", "0.5"]
    assert main(["test", *files, "--tests", str(work / "hidden.json"), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [entry["credit"] for entry in found] == [1.0, 0.75, 0.5]
    assert found[2]["tests"][0]["problem"] == "there is no output 'sum'"


def test_random_rows_against_a_reference(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right, half = str(work / "right.json"), str(work / "half.json")
    assert main(["test", right, "--against", right, "--random", "100", "--seed", "7"]) == 0
    results = []
    for seed in ("7", "7", "8"):
        assert main(["test", half, "--against", right, "--random", "101", "--seed", seed, "--json"]) == 1
        (found,) = json.loads(capsys.readouterr().out.split("\n1 passed, 0 failed\n")[-1])
        results.append(found["tests"][-1])
    assert results[0] == results[1] != results[2]
    assert results[0]["name"] == "101 random rows, seed 7"
    assert 20 < results[0]["right"] < 80


def test_a_clocked_reference_is_followed_tick_by_tick(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    c = cs.Circuit()
    c.add_output("y", c.add_delay("d", c.add_input("x")))
    c.save(tmp_path / "a.json")
    assert main(["test", str(tmp_path / "a.json"), "--against", str(tmp_path / "a.json"), "--random", "50"]) == 0
    c.set("d", initial=1)
    c.save(tmp_path / "b.json")
    assert main(["test", str(tmp_path / "b.json"), "--against", str(tmp_path / "a.json"), "--random", "50"]) == 1
    assert "tick 0 (x=" in capsys.readouterr().out


def test_hidden_tests_that_hold_none_are_nothing_to_test(work: Path) -> None:
    cs.Circuit("empty").save(work / "none.json")
    assert main(["test", str(work / "right.json"), "--tests", str(work / "none.json")]) == 5
