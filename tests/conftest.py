"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import circuitsim as cs

# The first call of a compiled loop compiles it, and machines are shared: no example fails for being slow.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(params=["reference", "words"])
def engine(request: pytest.FixtureRequest) -> str:
    """Both engines: what a test says must hold for each."""
    return str(request.param)


@pytest.fixture
def half_adder() -> cs.Circuit:
    """The circuit of the file format's own example."""
    c = cs.Circuit("half adder", description="Two neurons add two bits.")
    for name in ("a", "b"):
        c.add_input(name)
    c.add_neuron("both", threshold=2)
    c.add_neuron("one", threshold=1)
    for target in ("both", "one"):
        c.connect("a", target)
        c.connect("b", target)
    c.inhibit("both", "one")
    c.add_output("carry", "both")
    c.add_output("sum", "one")
    c.add_test("truth table", ["00 00", "01 01", "10 01", "11 10"])
    return c
