"""Netlists as large and as deep as the largest benchmark circuits load, compile and run."""

from __future__ import annotations

import os
import random
from pathlib import Path

import numpy as np

import circuitsim as cs
from circuitsim.engine.packing import pack, unpack

GATES = 420_000 if os.environ.get("CIRCUITSIM_FULL") else 30_000
COVERS = {"AND": "11 1", "OR": "00 0", "NAND": "11 0", "NOR": "00 1"}


def test_a_deep_net_of_many_gates(tmp_path: Path) -> None:
    """Each gate reads two of the twenty nets before it; so a tenth of them stand one behind the other."""
    draw = random.Random(1943)
    nets = [f"i{k}" for k in range(32)]
    bits = np.random.default_rng(0).integers(0, 2, (32, 128), np.uint8)
    values = [int.from_bytes(row.tobytes(), "little") for row in np.packbits(bits, axis=1, bitorder="little")]
    level, ones = [0] * 32, (1 << 128) - 1
    lines = [".model deep", f".inputs {' '.join(nets)}", f".outputs {' '.join(f'n{GATES - k}' for k in range(1, 9))}"]
    for k in range(GATES):
        gate = draw.choice(list(COVERS))
        a, b = (len(nets) - draw.randint(1, 20) for _ in "ab")
        lines.append(f".names {nets[a]} {nets[b]} n{k}\n{COVERS[gate]}")
        value = values[a] & values[b] if "AND" in gate else values[a] | values[b]
        values.append(value ^ (ones if gate.startswith("N") else 0))
        level.append(1 + max(level[a], level[b]))
        nets.append(f"n{k}")
    assert max(level) > GATES // 12
    file = tmp_path / "deep.blif"
    file.write_text("\n".join([*lines, ".end"]))
    circuit = cs.load(file)
    program = cs.compile(circuit)
    assert len(program.net) > GATES
    expected = [[values[-k] >> p & 1 for k in range(1, 9)] for p in range(128)]
    assert program.run(bits.T).tolist() == expected
    assert unpack(program.run_packed(pack(bits)), 128).T.tolist() == expected
