"""Files of other tools, by way of a net of gates: from its text to a circuit, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from circuitsim.netlist.build import circuit_of
from circuitsim.netlist.lower import design_of
from circuitsim.netlist.netlist import Design, Reading, Tell
from circuitsim.progress import Progress, within
from circuitsim.store import Store


def read_netlist(
    read: Callable[[bytes, Reading], Design], data: bytes, source: str, make: type[Any], tell: Tell, progress: Progress
) -> Any:
    """A circuit by a reader of nets; it is called after its file where the file gives no name."""
    reading = Reading(source, tell, within(progress, 0.0, 0.4))
    design = read(data, reading)
    reading.check()
    design.name = design.name or Path(source).stem
    progress(0.4)
    return circuit_of(design, reading, make)


def write_netlist(write: Callable[[Design], bytes], circuit: Store) -> bytes:
    """A file by a writer of nets."""
    return write(design_of(circuit))
