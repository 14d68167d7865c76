"""Waveforms that drive inputs: our own come back as they were, those of others by their times."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.cli.main import main


@pytest.fixture
def noise() -> cs.Trace:
    """Bits, a real input, and names that a dump writes in another way."""
    c = cs.Circuit()
    for id in ("a[0]", "p.q", "$d", "slow"):
        c.add_input(id)
    c.add_input("x", domain="real")
    c.add_output("y", "x")
    rng = np.random.default_rng(1)
    stimulus = {id: rng.integers(0, 2, 50).tolist() for id in ("a[0]", "p.q", "$d")}
    stimulus |= {"slow": [0] * 20 + [1] * 30, "x": rng.normal(size=50).tolist()}
    return cs.Simulator(c).run(50, stimulus)


@pytest.mark.parametrize("ending", ["csv", "vcd"])
def test_a_recording_drives_another_run(noise: cs.Trace, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"t.{ending}"
    (noise.to_vcd if ending == "vcd" else noise.to_csv)(path, noise.inputs)
    found = cs.read_stimulus(path, noise.inputs)
    assert set(found) == set(noise.inputs)
    for id in noise.inputs:
        exact = 0 if ending == "csv" or id != "x" else 1e-15  # a dump carries 16 digits
        assert found[id] == pytest.approx(noise[id].tolist(), rel=exact, abs=0)


def test_ticks_in_which_nothing_changes_count(tmp_path: Path) -> None:
    c = cs.Circuit()
    c.add_input("a")
    trace = cs.Simulator(c).run(9, {"a": "000011110"})
    trace.to_vcd(tmp_path / "t.vcd")
    assert cs.read_stimulus(tmp_path / "t.vcd", ["a"])["a"] == [0, 0, 0, 0, 1, 1, 1, 1, 0]


OTHERS = """$date today $end
$timescale 1ns $end
$scope module tb $end
$var reg 1 ! a $end
$scope module dut $end
$var wire 4 " bus [3:0] $end
$var wire 1 # other $end
$upscope $end
$upscope $end
$enddefinitions $end
#0
$dumpvars
0!
b101 "
x#
$end
#20
1!
#30
0!
bz1x1 "
#50
"""


def test_a_dump_of_another_program(tmp_path: Path) -> None:
    (tmp_path / "t.vcd").write_text(OTHERS)
    left_out: list[str] = []
    names = ["a", *(f"bus[{k}]" for k in range(4))]
    found = cs.read_stimulus(tmp_path / "t.vcd", names, left_out=left_out)  # type: ignore[arg-type]
    assert found["a"] == [0, 0, 1, 0, 0, 0]
    assert [found[f"bus[{k}]"] for k in range(4)] == [
        [1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0],
    ]  # fmt: skip
    assert [line.partition(": ")[2] for line in left_out] == ["2 values that are neither 0 nor 1 are 0"]
    assert cs.read_stimulus(tmp_path / "t.vcd", ["a"], step=5)["a"] == [0] * 4 + [1] * 2 + [0] * 5


def test_the_command_line_takes_a_dump(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t.vcd").write_text(OTHERS)
    assert main(["simulate", "not", "--stimulus", str(tmp_path / "t.vcd")]) == 0
    assert capsys.readouterr().out.splitlines() == ["a  001000", "y  110111"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds none of the inputs 'a'"),
        ("$var wire 1", "is no VCD"),
        (OTHERS.replace(" a $end", " b $end"), "holds none of the inputs 'a'"),
        (OTHERS.replace("#50", "#99999999999999"), "say how long a tick is (--step)"),
        ("not a dump", "is no VCD"),
    ],
)
def test_a_dump_that_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "t.vcd").write_text(text)
    with pytest.raises(cs.CircuitError) as caught:
        cs.read_stimulus(tmp_path / "t.vcd", ["a"])
    assert said in str(caught.value)
