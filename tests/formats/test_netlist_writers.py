"""What is written computes the same: proved by ABC, run by Icarus and read by Yosys where they are installed."""

from __future__ import annotations

import random
import shutil
import subprocess
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circuitsim as cs

NETLISTS = ("bench", "blif", "aig", "aag", "v")
SHARED = [
    "iscas85/c17.bench", "iscas85/c432.bench", "iscas85/c880.bench", "iscas85/c499.bench", "epfl/ctrl.blif",
    "epfl/cavlc.blif", "epfl/int2float.blif", "lgsynth91/alu4.blif", "espresso/rd53.pla", "iscas89/s27.bench",
    "iscas89/s298.bench", "iscas89/s386.bench", "mcnc_seq/bbara.blif", "lgsynth91/mult16a.blif",
    "itc99/b06_opt.bench",
]  # fmt: skip


def need(tool: str) -> str:
    path = shutil.which(tool)
    if path is None:
        pytest.skip(f"{tool} is not installed")
    return path


def clocked(circuit: cs.Circuit) -> bool:
    return any(node.kind == "delay" for node in circuit.nodes.values())


def prove(left: Path, right: Path, *, clocked: bool) -> None:
    """Have ABC prove two files equal."""
    command = f"{'dsec' if clocked else 'cec'} {left} {right}"
    ran = subprocess.run(
        [need("berkeley-abc"), "-c", command], capture_output=True, text=True, timeout=120, check=False
    )
    said = ran.stdout + ran.stderr
    assert "are equivalent" in said, said


def load(path: Path) -> cs.Circuit:
    return cs.load(path, left_out=[])


@pytest.mark.parametrize("name", SHARED)
def test_every_pair_of_netlists_proved_equal(shared: Path, tmp_path: Path, name: str) -> None:
    """From the original into each format, and from each of these into each other."""
    original = shared / "circuits" / name
    circuit = load(original)
    for first, second in permutations(NETLISTS, 2):
        there, back = tmp_path / f"one.{first}", tmp_path / f"two_{first}.{second}"
        if not there.exists():
            circuit.save(there)
            again = load(there)
            assert (again.inputs, again.outputs) == (circuit.inputs, circuit.outputs)
        load(there).save(back)
        if second == "aag" or (second == "v" and clocked(circuit)):  # ABC reads no text AIGER; a clock is an input
            load(back).save(back := tmp_path / "again.aig")
        prove(original, back, clocked=clocked(circuit))


def random_circuit(seed: int, *, delays: bool = False, timing: str = "settled", nested: bool = False) -> cs.Circuit:
    """Neurons of both inhibitions and TLUs with any small weights and counts, some sources twice."""
    draw = random.Random(seed)
    c = cs.Circuit(f"random {seed}", timing=timing)  # type: ignore[arg-type]
    ends: list[tuple[str, str | None]] = [(c.add_input(f"i[{k}]"), None) for k in range(draw.randint(1, 6))]
    ends.append((c.add_bias("one"), None))
    held = [c.add_delay(f"d{k}", initial=draw.randint(0, 1)) for k in range(3 * delays)]
    ends += [(id, None) for id in held]
    if nested:
        c.define("inner", random_circuit(seed + 1, delays=delays))
    for k in range(draw.randint(1, 14)):
        sources = [draw.choice(ends) for _ in range(draw.randint(0, 7))]
        if nested and draw.random() < 0.3:
            id = c.add_subcircuit(f"s{k}", of="inner")
            body = c.definitions["inner"].body
            for port, (source, from_port) in zip(body.ports("input"), sources, strict=False):
                c.connect(source, id, from_port=from_port, to_port=port)
            ends += [(id, port) for port in body.ports("output")]
            continue
        if draw.random() < 0.3:
            id = c.add_tlu(f"t{k}", bias=draw.choice([-1.5, 0.25, -3, 2]))
            for source, port in sources:
                c.connect(source, id, weight=draw.choice([0.5, -0.25, 1, 3, -7, 0, 1e-3]), from_port=port)
        else:
            id = c.add_neuron(f"n{k}", threshold=draw.randint(-3, 6), inhibition=draw.choice(["absolute", "relative"]))
            for source, port in sources:
                count = draw.choice([1, 1, 1, 2, 5])
                if draw.random() < 0.4:
                    c.inhibit(source, id, count=count, from_port=port)
                else:
                    c.connect(source, id, count=count, from_port=port)
        ends.append((id, None))
    for id in held:
        source, port = draw.choice(ends)
        c.connect(source, id, from_port=port)
    for k in range(draw.randint(1, 5)):
        source, port = draw.choice(ends)
        c.connect(source, c.add_output(f"o{k}"), from_port=port)
    if draw.random() < 0.5:
        c.connect(ends[0][0], c.add_output(f"{ends[0][0]}~out"))
    return c


def same(left: cs.Circuit, right: cs.Circuit, seed: int) -> bool:
    """Whether two circuits do the same over 200 ticks of noise."""
    given = np.random.default_rng(seed).integers(0, 2, (200, len(left.inputs)))
    left_trace, right_trace = (cs.Simulator(c).run(200, given, watch=c.outputs) for c in (left, right))
    return all(np.array_equal(left_trace[a], right_trace[b]) for a, b in zip(left.outputs, right.outputs, strict=True))


@pytest.mark.parametrize("ending", NETLISTS)
@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
@given(seed=st.integers(0, 10**9), delays=st.booleans(), nested=st.booleans())
@settings(max_examples=25, deadline=None)
def test_any_circuit_there_and_back(
    tmp_path_factory: pytest.TempPathFactory, ending: str, timing: str, seed: int, delays: bool, nested: bool
) -> None:
    circuit = random_circuit(seed, delays=delays, timing=timing, nested=nested)
    path = tmp_path_factory.mktemp("there") / f"net.{ending}"
    circuit.save(path)
    back = load(path)
    assert (back.inputs, back.outputs) == (circuit.inputs, circuit.outputs)
    assert same(circuit, back, seed)


@pytest.mark.parametrize("count", [5, 13, 40])
def test_large_and_odd_weights_by_adders(tmp_path: Path, count: int) -> None:
    draw = random.Random(count)
    c = cs.Circuit("weights")
    c.add_tlu("t", bias=-float(draw.randint(10, 5000)))
    for k in range(count):
        c.connect(c.add_input(f"i{k}"), "t", weight=draw.randint(-999, 999))
    c.add_output("y", "t")
    for ending in NETLISTS:
        c.save(tmp_path / f"w.{ending}")
        assert same(c, load(tmp_path / f"w.{ending}"), count)


def test_sums_that_float64_rounds_are_written_as_they_round(tmp_path: Path) -> None:
    c = cs.Circuit("rounding")
    c.add_tlu("t", bias=-0.6)
    for k in range(6):
        c.connect(c.add_input(f"i{k}"), "t", weight=0.1)
    c.add_output("y", "t")
    c.save(tmp_path / "t.blif")
    assert c.evaluate(dict.fromkeys(c.inputs, 1)) == load(tmp_path / "t.blif").evaluate(dict.fromkeys(c.inputs, 1))
    assert same(c, load(tmp_path / "t.blif"), 6)


@pytest.mark.parametrize("ending", NETLISTS)
def test_what_is_no_bit_is_refused_with_its_name(tmp_path: Path, ending: str) -> None:
    c = cs.Circuit()
    c.add_input("x", domain="real")
    with pytest.raises(cs.CircuitError, match="input 'x' takes any number"):
        c.save(tmp_path / f"x.{ending}")
    c = cs.Circuit()
    c.add_tlu("s", step="sign")
    with pytest.raises(cs.CircuitError, match="tlu 's' can give -1"):
        c.save(tmp_path / f"x.{ending}")
    c = cs.Circuit()
    c.add_delay("d", initial=0.5)
    with pytest.raises(cs.CircuitError, match=r"delay 'd' starts at 0\.5"):
        c.save(tmp_path / f"x.{ending}")
    assert not list(tmp_path.iterdir())


def test_gates_come_back_as_gates(tmp_path: Path) -> None:
    text = "INPUT(a)\nINPUT(b)\nINPUT(c)\nOUTPUT(y)\n"
    gates = ["p = NAND(a, b, c)", "q = NOR(a, b)", "r = AND(p, c)", "s = OR(q, r)", "t = NOT(s)", "y = BUFF(t)"]
    (tmp_path / "a.bench").write_text(text + "\n".join(gates) + "\n")
    load(tmp_path / "a.bench").save(tmp_path / "b.bench")
    assert (tmp_path / "b.bench").read_text().splitlines()[1:] == [*text.splitlines(), *gates]


def test_subcircuits_stay_subcircuits_in_blif_and_verilog(tmp_path: Path) -> None:
    adder = cs.example("adder_4bit")
    for ending in ("blif", "v"):
        adder.save(tmp_path / f"a.{ending}")
        back = load(tmp_path / f"a.{ending}")
        assert set(back.definitions) == set(adder.definitions)
        assert same(adder, back, 4)


def test_icarus_runs_what_is_written(tmp_path: Path) -> None:
    """A clocked circuit with a hierarchy, start values, and names that Verilog must escape."""
    for seed in range(12):
        circuit = random_circuit(seed, delays=True, nested=seed % 2 == 0)
        circuit.save(tmp_path / "dut.v")
        rng = np.random.default_rng(seed)
        ticks = 60
        given = rng.integers(0, 2, (ticks, len(circuit.inputs)))
        lines = [
            "module bench; reg clk = 0;",
            f"reg [{len(circuit.inputs) - 1}:0] x; wire [{len(circuit.outputs) - 1}:0] y;",
        ]
        has_clock = "posedge" in (tmp_path / "dut.v").read_text()
        pins = [".clk(clk)"] if has_clock else []
        pins += [f".\\{id} (x[{k}])" for k, id in enumerate(circuit.inputs)]
        pins += [f".\\{id} (y[{k}])" for k, id in enumerate(circuit.outputs)]
        lines.append(f"\\random_{seed}  dut({', '.join(pins)}); initial begin")
        for row in given:
            word = "".join(map(str, row[::-1]))
            lines.append(f'x = {len(row)}\'b{word}; #1 $display("%b", y); clk = 1; #1 clk = 0;')
        lines.append("end endmodule")
        (tmp_path / "bench.v").write_text("\n".join(lines))
        out = tmp_path / "sim"
        files = [str(tmp_path / "dut.v"), str(tmp_path / "bench.v")]
        subprocess.run([need("iverilog"), "-s", "bench", "-o", str(out), *files], check=True, timeout=60)
        said = subprocess.run([need("vvp"), str(out)], capture_output=True, text=True, check=True, timeout=60).stdout
        trace = cs.Simulator(circuit).run(ticks, given, watch=circuit.outputs)
        want = ["".join(str(int(trace[id][t])) for id in reversed(circuit.outputs)) for t in range(ticks)]
        assert said.split() == want


def test_yosys_reads_what_is_written(tmp_path: Path) -> None:
    ys = pytest.importorskip("pyosys.libyosys", reason="pyosys is not installed")
    circuit = random_circuit(7, nested=True)
    circuit.save(tmp_path / "dut.v")
    design = ys.Design()
    commands = [
        f"read_verilog {tmp_path}/dut.v",
        "hierarchy -check -top random_7",
        "check -assert",
        "flatten",
        "techmap",
    ]
    for command in (*commands, "opt_clean", "aigmap", f"write_aiger -symbols {tmp_path}/back.aig"):
        ys.run_pass(f"tee -q {command}", design)
    back = load(tmp_path / "back.aig")
    order = [back.inputs.index(id) for id in circuit.inputs]
    given = np.random.default_rng(7).integers(0, 2, (300, len(circuit.inputs)))
    shuffled = np.zeros_like(given)
    shuffled[:, order] = given
    found, want = cs.compile(back).run(shuffled), cs.compile(circuit).run(given)
    names = [id.removesuffix("~out") for id in back.outputs]
    for k, id in enumerate(circuit.outputs):
        assert np.array_equal(found[:, names.index(id) if id in names else back.outputs.index(id)], want[:, k])
