"""General Verilog by way of Yosys (the extra `pyosys`): behavioural code becomes gates and flip-flops, as BLIF.

Yosys runs in a process of its own: it ends the one that it is in where a file is wrong.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from circuitsim.errors import quoted
from circuitsim.formats.netlists.blif import read_blif
from circuitsim.netlist.netlist import Design, Reading
from circuitsim.sentences import Sentence

_SECONDS = 600
_STEPS = (
    "read_verilog -sv {source}", "hierarchy -check -auto-top", "proc", "flatten", "opt_clean", "memory -nomap",
    "memory_map", "opt -fast", "techmap", "opt -full", "async2sync", "dffunmap", "dfflegalize -cell $_DFF_P_ 01",
    "setundef -zero -undriven -init", "opt_clean -purge", "write_blif {target}",
)  # fmt: skip
_SCRIPT = """
import sys
from pyosys import libyosys
design = libyosys.Design()
for step in sys.argv[1:]:
    libyosys.run_pass(step, design)
"""


def has_yosys() -> bool:
    """Whether Yosys is installed."""
    return find_spec("pyosys") is not None


def read_general_verilog(data: bytes, reading: Reading) -> Design:
    """The gates of Verilog that is not structural; every flip-flop moves with the tick.

    Raises
    ------
    InvalidFileError
        With what Yosys says.
    """
    with tempfile.TemporaryDirectory(prefix="circuitsim-") as folder:
        source, target = Path(folder) / "source.v", Path(folder) / "target.blif"
        source.write_bytes(data)
        steps = [step.format(source=source.name, target=target.name) for step in _STEPS]
        try:
            ran = subprocess.run(
                [sys.executable, "-c", _SCRIPT, *steps],
                capture_output=True, text=True, timeout=_SECONDS, check=False, cwd=folder,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise reading.refuse(0, Sentence("Yosys is not done after {seconds} seconds", seconds=_SECONDS)) from None
        if not target.exists():
            said = [line for line in (ran.stdout + ran.stderr).splitlines() if "ERROR" in line or "error" in line]
            shown = (
                said[0].replace(f"{source.name}:", "line ").removeprefix("ERROR: ")
                if said
                else f"status {ran.returncode}"
            )
            raise reading.refuse(0, Sentence("Yosys: {problem}", problem=shown[:500]))
        found = target.read_bytes()
    design = read_blif(found, reading)
    _leave_out_clocks(design, found, reading)
    return design


def _leave_out_clocks(design: Design, text: bytes, reading: Reading) -> None:
    """An input that does nothing but move flip-flops is the tick."""
    words = (line.split() for line in text.decode().splitlines() if line.startswith(".latch"))
    clocks = {line[4] for line in words if len(line) == 6}
    module = design.top
    read = {net for gate in module.gates for net in gate.sources} | {latch.source for latch in module.latches}
    read |= {port.net for port in module.outputs}
    for port in [port for port in module.inputs if port.net in clocks - read]:
        module.inputs.remove(port)
        reading.left_out(0, Sentence("input {net} is the clock: every tick is one", net=quoted(port.name)))
