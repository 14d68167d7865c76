"""The commands batch and exhaust: rates on stderr, results on stdout, and one clear message where it fails."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest

import circuitsim as cs

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("ending", ["csv", "npy"])
@pytest.mark.parametrize("engine", ["auto", "reference", "words", "native"])
def test_patterns_from_a_file_to_a_file(run: Run, tmp_path: Path, ending: str, engine: str) -> None:
    c = cs.example("full_adder")
    patterns = np.random.default_rng(0).integers(0, 2, (1000, 3), np.uint8)
    given, out = tmp_path / f"p.{ending}", tmp_path / f"o.{ending}"
    if ending == "npy":
        np.save(given, patterns)
    else:
        given.write_text(",".join(c.inputs) + "\n" + "\n".join(",".join(map(str, row)) for row in patterns.tolist()))
    status, text, said = run("batch", "full_adder", "--patterns", given, "--out", out, "--engine", engine)
    assert (status, text) == (0, "")
    assert "1,000 patterns in" in said
    assert f"(engine {'words' if engine == 'auto' else engine}" in said
    assert f"wrote 1,000 rows to {out}" in said
    expected = cs.compile(c).run(patterns)
    found = np.load(out) if ending == "npy" else np.loadtxt(out, delimiter=",", skiprows=1, dtype=np.uint8)
    assert np.array_equal(found, expected)
    if ending == "csv":
        assert out.read_text().splitlines()[0] == ",".join(c.outputs)


def test_random_patterns_are_the_same_counted_and_written(run: Run, tmp_path: Path) -> None:
    status, text, _ = run("batch", "adder_8bit", "--random", "100_000", "--seed", 9, "--json")
    counted = json.loads(text)
    assert status == 0
    assert counted["patterns"] == 100_000
    assert counted["rate"] > 0
    out = tmp_path / "o.npy"
    assert run("batch", "adder_8bit", "--random", 100_000, "--seed", 9, "--out", out)[0] == 0
    written = np.load(out)
    assert [entry["ones"] for entry in counted["outputs"].values()] == written.sum(axis=0).tolist()
    toggles = (written[1:] != written[:-1]).sum(axis=0).tolist()
    assert [entry["toggles"] for entry in counted["outputs"].values()] == toggles
    for threads in (1, 3):
        again = json.loads(
            run("batch", "adder_8bit", "--random", 100_000, "--seed", 9, "--json", "--threads", threads)[1]
        )
        assert again["signature"] == counted["signature"]
    other = json.loads(run("batch", "adder_8bit", "--random", 100_000, "--seed", 10, "--json")[1])
    assert other["signature"] != counted["signature"]


def test_counts_are_printed_a_line_an_output(run: Run, tmp_path: Path) -> None:
    status, text, _ = run("batch", "and", "--random", 1000)
    assert status == 0
    assert text.split()[:5] == ["output", "ones", "share", "toggles", "y"]
    assert "signature" in text
    (tmp_path / "p.csv").write_text("a,b\n1,1\n0,1\n1,1\n")
    status, text, _ = run("batch", "and", "--patterns", tmp_path / "p.csv")
    assert text.splitlines() == ["output  ones   share", "y          2  0.6667"]


def test_real_inputs_and_signs_run_too(run: Run, tmp_path: Path) -> None:
    c = cs.Circuit()
    c.add_input("x", domain="real")
    c.add_tlu("t", bias=-0.5, step="sign")
    c.connect("x", "t")
    c.add_output("y", "t")
    c.save(tmp_path / "c.json")
    (tmp_path / "p.csv").write_text("x\n0.25\n0.5\n1e3\n")
    status, _, said = run("batch", tmp_path / "c.json", "--patterns", tmp_path / "p.csv", "--out", tmp_path / "o.csv")
    assert status == 0
    assert (tmp_path / "o.csv").read_text() == "y\n-1\n0\n1\n"
    assert "can be another number than 0 and 1" in said
    status, _, said = run("batch", tmp_path / "c.json", "--random", 5)
    assert status == 2
    assert "input 'x' takes any number" in said


def test_a_drive_plays_where_patterns_leave_an_input_out(run: Run, tmp_path: Path) -> None:
    c = cs.Circuit()
    c.add_input("a")
    c.add_input("b", drive="1")
    c.add_neuron("n")
    c.connect("a", "n")
    c.connect("b", "n")
    c.add_output("y", "n")
    c.save(tmp_path / "c.json")
    (tmp_path / "p.csv").write_text("a\n1\n0\n")
    run("batch", tmp_path / "c.json", "--patterns", tmp_path / "p.csv", "--out", tmp_path / "o.csv")
    assert (tmp_path / "o.csv").read_text() == "y\n1\n0\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--patterns", "p.csv"], "p.csv: cannot be read: no such file"),
        (["--patterns", "p.txt"], "patterns are read from .csv and .npy files"),
        (["--random", "10", "--out", "o.txt"], "results are written to .csv and .npy files"),
        (["--random", "10", "--out", "missing/o.npy"], "missing/o.npy: cannot be written: no such file"),
        ([], "one of the arguments --patterns --random is required"),
        (["--random", "0"], "'0' is not a whole number of 1 or more"),
        (["--random", "x"], "'x' is not a whole number"),
        (["--random", "5", "--threads", "0"], "'0' is not a whole number of 1 or more"),
    ],
)
def test_wrong_usage_is_one_clear_message(
    run: Run, arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, text, said = run("batch", "and", *arguments)
    assert (status, text) == (2, "")
    assert message in said
    assert not list(tmp_path.iterdir())


def test_a_bad_value_far_down_leaves_no_output(run: Run, tmp_path: Path) -> None:
    lines = ["a,b", *["0,1"] * 200_000, "0,2", "0,1"]
    (tmp_path / "p.csv").write_text("\n".join(lines) + "\n")
    for out in ("o.csv", "o.npy"):
        status, _, said = run("batch", "and", "--patterns", tmp_path / "p.csv", "--out", tmp_path / out)
        assert status == 2
        assert "pattern 200000: input 'b' takes 0 or 1, not 2" in said
    assert [path.name for path in tmp_path.iterdir()] == ["p.csv"]


def test_a_full_disk_leaves_no_output(run: Run, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no device here that is always full")
    (tmp_path / "o.npy").symlink_to("/dev/full")
    status, _, said = run("batch", "and", "--random", 1_000_000, "--out", tmp_path / "o.npy")
    assert status == 2
    assert "o.npy: cannot be written: no space left on device" in said


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_control_c_removes_what_was_written(tmp_path: Path) -> None:
    out = tmp_path / "o.npy"
    command = [sys.executable, "-m", "circuitsim", "batch", "adder_8bit", "--random", str(10**9), "--out", str(out)]
    # Where the tests run in the background of a shell, Ctrl-C is ignored, and children inherit that.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heeding) as child:
        try:
            end = time.monotonic() + 60
            while not list(tmp_path.iterdir()) and time.monotonic() < end:
                time.sleep(0.05)
            assert list(tmp_path.iterdir())
            child.send_signal(signal.SIGINT)
            _, said = child.communicate(timeout=60)
        finally:
            child.kill()
    assert child.returncode == 130
    assert said.endswith("circuitsim: stopped\n")
    assert not list(tmp_path.iterdir())


def test_exhaust_counts_all_patterns(run: Run) -> None:
    status, text, said = run("exhaust", "full_adder", "--json")
    found = json.loads(text)
    assert status == 0
    assert found["patterns"] == 8
    assert [entry["ones"] for entry in found["outputs"].values()] == [4, 4]
    assert said.startswith("2**3 = 8 patterns: about 0.1 s on")


def test_exhaust_proves_and_refutes(run: Run) -> None:
    status, text, said = run("exhaust", "full_adder", "--equal", "full_adder_two_tlus")
    assert (status, text) == (0, "equal on all 8 patterns\n")
    assert "8 patterns: about" in said
    status, text, _ = run("exhaust", "and", "--equal", "xor", "--count")
    assert (status, text) == (1, "not equal: for a=0 b=1 y is 0, not 1\n3 of 4 patterns differ\n")
    status, text, _ = run("exhaust", "and", "--equal", "xor", "--count", "--json")
    found = json.loads(text)
    assert status == 1
    assert (found["equal"], found["mismatches"], found["given"]) == (False, 3, {"a": 0, "b": 1})
    assert (found["found"], found["other"]) == ({"y": 0}, {"y": 1})
    status, _, said = run("exhaust", "and", "--equal", "adder_8bit")
    assert status == 2
    assert "one circuit has 2 inputs" in said


def test_exhaust_of_too_many_inputs_says_what_to_do(run: Run, tmp_path: Path) -> None:
    c = cs.Circuit()
    for k in range(41):
        c.add_input(f"i{k}")
    c.save(tmp_path / "c.json")
    status, _, said = run("exhaust", tmp_path / "c.json")
    assert status == 2
    assert "run random ones instead (sample, or batch --random)" in said


def test_info_names_the_engine(run: Run) -> None:
    found = json.loads(run("info", "multiplier_4bit", "--json")[1])["engine"]
    assert found["engine"] in ("words", "native")
    assert found["lookups"] > 0
    assert found["slots"] > 0
    assert "lookups" in run("info", "multiplier_4bit")[1]
    assert "gate by gate: it has a loop" in run("info", "blinker")[1]
