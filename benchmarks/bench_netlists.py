"""Loading and compiling a netlist of 100,000 gates, beside Yosys, ABC, PyRTL and circuitgraph on the same files.

Each measurement is a process of its own, whose CPU time (user and system, imports taken off) is compared; peers that
are not installed are left out. PyRTL and circuitgraph get a smaller net. Compiling is what each tool does before it can
simulate: ABC hashes ANDs, Yosys writes C++ (which is still to be compiled), PyRTL makes Python; circuitgraph does not
simulate. A net of 420,000 gates in a row of 40,000 is loaded, compiled and run besides.

Run: python benchmarks/bench_netlists.py [gates]
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from results import Results, in_turn

ROUNDS = 5
SMALL, DEEP = 5_000, 420_000

COVERS = {"AND": "11 1", "OR": "00 0", "NAND": "11 0", "NOR": "00 1", "XOR": "10 1\n01 1"}

MEASURE = """
import resource, sys, time
{imports}
{before}
start = time.process_time()
{work}
print("seconds", time.process_time() - start)
print("megabytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def make(folder: Path, count: int, near: int = 2000) -> dict[str, Path]:
    """A random net of gates with two inputs from among the nets just before, as BLIF, .bench and Verilog."""
    draw = random.Random(1943)
    inputs = [f"i{k}" for k in range(200)]
    nets, gates = list(inputs), []
    for k in range(count):
        gates.append(
            (f"n{k}", draw.choice(list(COVERS)), *(nets[-draw.randint(1, min(len(nets), near))] for _ in "ab"))
        )
        nets.append(f"n{k}")
    outputs = nets[-100:]
    blif = [f".model net\n.inputs {' '.join(inputs)}\n.outputs {' '.join(outputs)}"]
    blif += [f".names {a} {b} {net}\n{COVERS[gate]}" for net, gate, a, b in gates]
    bench = [f"INPUT({net})" for net in inputs] + [f"OUTPUT({net})" for net in outputs]
    bench += [f"{net} = {gate}({a}, {b})" for net, gate, a, b in gates]
    wires = [net for net, *_ in gates if net not in set(outputs)]
    verilog = [
        f"module net({','.join(inputs + outputs)});",
        f"input {','.join(inputs)};",
        f"output {','.join(outputs)};",
    ]
    verilog += [f"wire {','.join(wires)};"] if wires else []
    verilog += [f"{gate.lower()} g_{net}({net}, {a}, {b});" for net, gate, a, b in gates]
    files = {}
    for ending, lines in (("blif", [*blif, ".end"]), ("bench", bench), ("v", [*verilog, "endmodule"])):
        files[ending] = folder / f"net{count}.{ending}"
        files[ending].write_text("\n".join(lines) + "\n")
    return files


MEMORY: dict[str, int] = {}


def python(name: str, imports: str, work: str, before: str = "") -> Callable[[], float]:
    """Seconds of some work in a Python of its own."""

    def measure() -> float:
        script = MEASURE.format(imports=imports, before=before, work=work)
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        said = dict(line.split() for line in ran.stdout.splitlines() if line.startswith(("seconds", "megabytes")))
        MEMORY[name] = max(MEMORY.get(name, 0), int(said["megabytes"]))
        return float(said["seconds"])

    return measure


def abc(command: str) -> Callable[[], float]:
    """Seconds that ABC itself says."""

    def measure() -> float:
        program = shutil.which("berkeley-abc") or "abc"
        ran = subprocess.run([program, "-c", f"{command}; time"], capture_output=True, text=True, check=True)
        return float(ran.stdout.rpartition("elapse:")[2].split()[0])

    return measure


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        files, small = make(Path(name), count), make(Path(name), min(SMALL, count))
        ours = "import circuitsim as cs, circuitsim.api"
        imports = "from pyosys import libyosys\ndesign = libyosys.Design()"
        contenders: dict[str, Callable[[], float]] = {}
        for ending in files:
            title = f"circuitsim reads .{ending}"
            contenders[title] = python(title, ours, f"cs.load({str(files[ending])!r})")
            if find_spec("pyosys") and ending != "bench":
                yosys, word = f"Yosys reads .{ending}", {"blif": "read_blif", "v": "read_verilog"}[ending]
                contenders[yosys] = python(yosys, imports, f"libyosys.run_pass('{word} {files[ending]}', design)")
        load = f"c = cs.load({str(files['blif'])!r})"
        contenders["circuitsim compiles"] = python("circuitsim compiles", ours, "cs.compile(c)", load)
        code = "cs.compile(c, 'native').lookups().executor(10**9)"
        contenders["circuitsim makes machine code"] = python("circuitsim makes machine code", ours, code, load)
        if find_spec("pyosys"):
            title, to = "Yosys writes C++ to simulate", Path(name) / "net.cc"
            read = f"libyosys.run_pass('read_verilog {files['v']}', design)"
            contenders[title] = python(title, imports, f"libyosys.run_pass('write_cxxrtl {to}', design)", read)
        if shutil.which("berkeley-abc"):
            contenders["ABC reads .blif and strashes"] = abc(f"read_blif {files['blif']}; strash")
        seconds = in_turn(contenders, ROUNDS)
        results = Results()
        for mine, peer, least in (
            ("circuitsim reads .blif", "Yosys reads .blif", 1 / 3),
            ("circuitsim reads .v", "Yosys reads .v", 1 / 3),
            ("circuitsim reads .bench", "Yosys reads .blif", 1 / 3),
            ("circuitsim reads .blif", "ABC reads .blif and strashes", None),
            ("circuitsim compiles", "ABC reads .blif and strashes", None),
            ("circuitsim makes machine code", "Yosys writes C++ to simulate", None),
        ):
            if peer in seconds:
                results.compare(f"{mine}, {count:,} gates", seconds, mine, peer, least)
            else:
                results.leave_out(f"{mine} against {peer.split()[0]}: it is not installed")
        for title, megabytes in MEMORY.items():
            print(f"{title:<42} {megabytes} MB at most")
        bench = repr(str(small["bench"]))
        pairs: list[tuple[str, Callable[[], float], str, Callable[[], float]]] = []
        reads = python("circuitsim reads .bench", ours, f"cs.load({bench})")
        compiles = python("circuitsim compiles", ours, "cs.compile(c)", f"c = cs.load({bench})")
        if find_spec("pyrtl"):  # it reads no covers of the off set: .bench
            read = f"pyrtl.input_from_iscas_bench(open({bench}).read())"
            theirs = python("PyRTL", "import pyrtl", read)
            pairs.append(("circuitsim reads .bench", reads, "PyRTL reads .bench", theirs))
            theirs = python("PyRTL", "import pyrtl", "pyrtl.FastSimulation(tracer=None)", read)
            pairs.append(("circuitsim compiles", compiles, "PyRTL makes a FastSimulation", theirs))
        if find_spec("circuitgraph"):
            theirs = python("circuitgraph", "import circuitgraph", f"circuitgraph.from_file({bench})")
            pairs.append(("circuitsim reads .bench", reads, "circuitgraph reads .bench", theirs))
        for mine, measure, peer, other in pairs:
            try:
                seconds = in_turn({mine: measure, peer: other}, ROUNDS)
                results.compare(f"{mine}, {min(SMALL, count):,} gates", seconds, mine, peer)
            except subprocess.CalledProcessError as error:
                results.leave_out(f"{peer}: fails: {(error.stderr.strip().splitlines() or ['?'])[-1][:100]}")
        deep(Path(name), ours)


def deep(folder: Path, ours: str) -> None:
    """Load, compile and run a net of 420,000 gates, some 40,000 of them one after the other."""
    file = make(folder, DEEP, near=20)["blif"]
    load = f"c = cs.load({str(file)!r})"
    patterns = "import numpy as np; X = np.random.default_rng(0).integers(0, 2, (4096, len(c.inputs)), np.uint8)"
    steps = {
        "loads": python("deep net, loaded", ours, load),
        "compiles": python("deep net, compiled", ours, "p = cs.compile(c)", load),
        "runs 4,096 patterns": python("deep net, run", ours, "p.run(X)", f"{load}\np = cs.compile(c); {patterns}"),
    }
    for what, measure in steps.items():
        print(f"circuitsim {what}, {DEEP:,} gates in a deep net".ljust(66), f"{measure():.2f} s of CPU", flush=True)
    print(f"at most {max(MEMORY[name] for name in MEMORY if name.startswith('deep'))} MB")


if __name__ == "__main__":
    main()
