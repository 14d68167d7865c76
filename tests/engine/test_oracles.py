"""Benchmark circuits against what other simulators computed, where these files are laid beside the checkout."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.engine.lower.pipeline import covered

SHARED = Path(os.environ.get("CIRCUITSIM_SHARED", Path(__file__).parents[3] / "shared")) / "data"


@pytest.fixture(scope="module")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("no shared data beside the checkout")
    return SHARED


@pytest.mark.parametrize("name", ["c17", "c432", "c499", "c880", "c1355", "c6288"])
def test_combinational_circuits_give_what_other_simulators_gave(shared: Path, name: str) -> None:
    c = cs.load(shared / "circuits" / "iscas85" / f"{name}.bench")
    told = json.loads((shared / "oracles" / f"{name}.json").read_text())
    rows = list(csv.DictReader((shared / "oracles" / f"{name}.csv").read_text().splitlines()))
    patterns, expected = (np.array([list(row[key]) for row in rows], np.uint8) for key in ("inputs", "outputs"))
    assert told["inputs"] == c.inputs
    assert told["outputs"] == c.outputs
    engines: list[Any] = ["words", "native"]
    for engine in engines:
        assert np.array_equal(cs.compile(c, engine).run(patterns), expected)
    program = cs.compile(c, "native")
    fewer = covered(program.lookups().lookups)  # type: ignore[union-attr]
    found = fewer.values([int("".join(map(str, column[::-1])), 2) for column in patterns.T.tolist()], (1 << 1000) - 1)
    assert [[row >> k & 1 for row in found] for k in range(1000)] == expected.tolist()
