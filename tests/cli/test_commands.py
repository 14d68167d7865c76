"""The command line, called as a program calls it: arguments in, text and an exit status out."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

import circuitsim as cs

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def file(tmp_path: Path, half_adder: cs.Circuit) -> Path:
    path = tmp_path / "half_adder.json"
    half_adder.save(path)
    return path


def test_help_names_every_command(run: Run) -> None:
    status, out, _ = run("--help")
    assert status == 0
    for command in ("demo", "gui", "examples", "info", "run", "table", "simulate", "test", "convert", "check"):
        assert f"\n    {command} " in out


def test_help_needs_no_library() -> None:
    """The command line answers before numpy, networkx or Qt are loaded."""
    code = (
        "import sys; from circuitsim.cli.main import parser; parser().format_help(); "
        "print(sorted({'numpy', 'networkx', 'PySide6', 'vcd'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_library_commands_never_load_qt(file: Path) -> None:
    code = (
        "import sys; from circuitsim.cli.main import main; "
        f"main(['table', {str(file)!r}]); main(['simulate', {str(file)!r}, '--ticks', '3']); "
        "sys.exit('PySide6' in sys.modules or 'gui' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_run(run: Run, file: Path) -> None:
    assert run("run", file, "--set", "a=1", "--set", "b=0") == (0, "carry = 0\nsum   = 1\n", "")
    status, out, _ = run("run", file, "--set", "a=1", "--set", "b=1", "--json")
    assert (status, json.loads(out)) == (0, {"carry": 1, "sum": 0})


def test_a_file_may_be_an_example(run: Run) -> None:
    assert run("run", "and", "--set", "a=1", "--set", "b=1")[:2] == (0, "y = 1\n")


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("text", "a b | carry sum\n0 0 |     0   0\n"),
        ("csv", "a,b,carry,sum\n0,0,0,0\n"),
        ("markdown", "| a | b | carry | sum |\n| ---: |"),
    ],
)
def test_table(run: Run, file: Path, form: str, start: str) -> None:
    status, out, _ = run("table", file, "--format", form)
    assert status == 0
    assert out.startswith(start)


def test_table_json(run: Run, file: Path) -> None:
    found = json.loads(run("table", file, "--json")[1])
    assert found["outputs"] == ["carry", "sum"]
    assert found["rows"][3] == {"inputs": [1, 1], "outputs": [1, 0]}
    assert found == json.loads(run("table", file, "--format", "json")[1])


def test_info(run: Run, file: Path) -> None:
    status, out, _ = run("info", file)
    assert status == 0
    assert "2 input, 2 neuron, 2 output" in out
    assert "depth:       2 gates" in out
    found = json.loads(run("info", file, "--json")[1])
    assert found["timing"] == "settled"
    assert found["loops"] == []


def test_info_names_loops(run: Run) -> None:
    found = json.loads(run("info", "blinker", "--json")[1])
    assert found["loops"]
    assert found["timing"] == "unit-delay"


def test_simulate(run: Run, file: Path, tmp_path: Path) -> None:
    status, out, _ = run("simulate", file, "--ticks", "4", "--drive", "a=0011", "--drive", "b=0101")
    assert (status, out) == (0, "a      0011\nb      0101\ncarry  0001\nsum    0110\n")
    stimulus = tmp_path / "s.csv"
    stimulus.write_text("tick,a,b\n0,1,1\n1,0,1\n")
    csv, vcd, svg = (tmp_path / f"t.{ending}" for ending in ("csv", "vcd", "svg"))
    status, out, err = run("simulate", file, "--stimulus", stimulus, "--csv", csv, "--vcd", vcd, "--svg", svg)
    assert (status, out) == (0, "")
    assert "wrote 2 ticks" in err
    assert csv.read_text() == "tick,a,b,carry,sum\n0,1,1,1,0\n1,0,1,0,1\n"
    assert "$var wire 1" in vcd.read_text()
    ElementTree.parse(svg)


def test_simulate_watches_inner_nodes(run: Run, file: Path) -> None:
    status, out, _ = run("simulate", file, "--drive", "a=11", "--drive", "b=01", "--watch", "both", "--json")
    assert (status, json.loads(out)["values"]) == (0, {"both": [0, 1]})


def test_convert_is_atomic_and_canonical(run: Run, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.json"
    assert run("convert", file, target) == (0, "", "")
    assert target.read_bytes() == file.read_bytes()


def test_examples_are_listed_with_what_they_show(run: Run) -> None:
    status, out, _ = run("examples")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == cs.examples()
    assert all(len(line.split()) > 2 for line in out.splitlines())
    assert [entry["name"] for entry in json.loads(run("examples", "--json")[1])] == cs.examples()


class TestExitStatus:
    def test_tests_pass(self, run: Run, file: Path, tmp_path: Path) -> None:
        report = tmp_path / "r.xml"
        status, out, _ = run("test", file, "--junit", report)
        assert (status, out.splitlines()[-1]) == (0, "1 passed, 0 failed")
        assert ElementTree.parse(report).find("testsuite").get("tests") == "1"  # type: ignore[union-attr]

    def test_a_test_fails(self, run: Run, half_adder: cs.Circuit, tmp_path: Path) -> None:
        half_adder.set("one", threshold=2)
        half_adder.save(tmp_path / "wrong.json")
        report = tmp_path / "r.xml"
        status, out, _ = run("test", tmp_path / "wrong.json", "--junit", report)
        assert status == 1
        assert "row 1 (a=0 b=1): sum is 0, expected 1" in out
        assert ElementTree.parse(report).find("testsuite/testcase/failure") is not None
        found = json.loads(run("test", tmp_path / "wrong.json", "--json")[1])
        assert found[0]["tests"][0]["right"] == 2

    def test_nothing_to_test(self, run: Run, half_adder: cs.Circuit, tmp_path: Path) -> None:
        half_adder.remove_test(half_adder.tests[0].rank)
        half_adder.save(tmp_path / "none.json")
        assert run("test", tmp_path / "none.json")[0] == 5

    def test_one_unreadable_file_does_not_hide_the_others(self, run: Run, file: Path, tmp_path: Path) -> None:
        (tmp_path / "broken.json").write_text("{")
        status, out, err = run("test", tmp_path / "broken.json", file)
        assert status == 2
        assert f"{file}: passed" in out
        assert "broken.json: is not JSON" in err

    @pytest.mark.parametrize(
        ("arguments", "word"),
        [
            (["run", "nowhere.json"], "cannot be read"),
            (["run", "adn"], "did you mean 'and'"),
            (["run", "and", "--set", "z=1"], "there is no input 'z'"),
            (["run", "and", "--set", "a=2"], "takes 0 or 1"),
            (["run", "and", "--set", "a=x"], "takes a number"),
            (["run", "and", "--set", "a"], "not like ID=VALUE"),
            (["table", "iris_setosa"], "there is no truth table"),
            (["simulate", "and"], "--ticks"),
            (["simulate", "and", "--ticks", "-1"], "0 or more"),
            (["simulate", "and", "--ticks", "2", "--drive", "a=012"], "written in 0 and 1"),
            (["simulate", "and", "--ticks", "2", "--watch", "z"], "there is no node 'z'"),
            (["convert", "and", "and.xyz"], "the ending '.xyz'"),
            (["frobnicate"], "invalid choice"),
            ([], "required"),
        ],
    )
    def test_what_cannot_be_done(self, run: Run, arguments: list[str], word: str) -> None:
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert word in err
        assert "Traceback" not in err

    def test_a_loop_cannot_be_run(self, run: Run, tmp_path: Path) -> None:
        c = cs.Circuit("loop")
        c.add_neuron("n", threshold=1)
        c.connect("n", "n")
        c.save(tmp_path / "loop.json")
        status, _, err = run("run", tmp_path / "loop.json")
        assert status == 2
        assert "'n'" in err
        assert "unit-delay" in err
        assert run("check", tmp_path / "loop.json")[0] == 1

    def test_check(self, run: Run, file: Path, tmp_path: Path, half_adder: cs.Circuit) -> None:
        assert run("check", file) == (0, f"{file}: no problems\n", "")
        bad = tmp_path / "bad.json"
        bad.write_text('{"format": "circuitsim", "version": 1, "nodes": [{"id": "a", "kind": "neutron"}, {"id": 3}]}')
        status, out, _ = run("check", bad, file)
        assert status == 1
        assert "nodes[0].kind: must be a kind of node, not 'neutron'; did you mean 'neuron'?" in out
        assert "nodes[1].id: must be text" in out
        half_adder.add_output("spare")
        half_adder.save(file)
        status, out, _ = run("check", file)
        assert (status, out) == (0, f"{file}: warning: output 'spare' has no source, so it is 0\n")
        assert run("check", tmp_path / "missing.json")[0] == 2

    def test_a_failed_save_leaves_the_old_file(self, run: Run, file: Path, tmp_path: Path) -> None:
        status, _, err = run("convert", file, tmp_path / "no" / "such" / "folder.json")
        assert status == 2
        assert "cannot be written" in err


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "is empty"),
        ("a,a\n1,1\n", "line 1: column 'a' stands twice"),
        ("a,z\n1,1\n", "line 1: there is no input 'z'"),
        ("a,b\n1\n", "line 2: has 1 cells for 2 columns"),
        ("a,b\n1,\n", "line 2, column 'b': must be a number, and the cell is empty"),
        ("a,b\n1,x\n", "line 2, column 'b': must be a number, not 'x'"),
        ("a,b\n1,2\n", "takes 0 or 1"),
        ("a,b\n1,nan\n", "takes 0 or 1"),
    ],
)
def test_a_bad_stimulus_names_line_and_column(run: Run, file: Path, tmp_path: Path, text: str, word: str) -> None:
    (tmp_path / "s.csv").write_text(text)
    status, _, err = run("simulate", file, "--stimulus", tmp_path / "s.csv")
    assert status == 2
    assert word in err


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m circuitsim table adder_4bit | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


def test_demo_without_a_display_runs_here(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    status, out, err = run("demo")
    assert status == 0
    assert "running the example" in err
    assert "tick" in out


def test_demo_under_an_invisible_platform_runs_here(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run("demo")[0] == 0
