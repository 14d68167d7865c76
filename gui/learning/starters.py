"""Circuits to begin with: a layer as the book draws it, iris petals, XOR on two fixed neurons."""

from __future__ import annotations

from collections.abc import Sequence

from circuitsim.api import Circuit
from gui.language import tr

_ACROSS, _DOWN = 220.0, 90.0


def put_layer(
    circuit: Circuit, name: str, inputs: Sequence[str], tlus: Sequence[str], *, bias: str | None = None,
    step: str = "heaviside", lamps: bool = True,
) -> None:  # fmt: skip
    """Add a layer with its weights at 0: what feeds it at the left, its TLUs, and a lamp for each.

    What exists already feeds the layer from where it stands; the rest is drawn below the circuit.
    """
    present = set(circuit.nodes)
    with circuit.transaction():
        circuit.add_layer(name, inputs, tlus, bias=bias, step=step)
        feeding = [id for id in (*inputs, *([bias] if bias else [])) if id not in present]
        shown = [circuit.add_output(circuit.fresh_id(f"{id}_out"), id, label=id) for id in tlus] if lamps else []
        if not present or all(id in circuit.layout for id in present):
            top = max((place.y for place in circuit.layout.values()), default=-2 * _DOWN) + 2 * _DOWN
            left = min((place.x for place in circuit.layout.values()), default=0.0)
            highest = max(len(feeding), len(tlus))
            for column, ids in enumerate((feeding, tlus, shown)):
                for k, id in enumerate(ids):
                    circuit.place(id, left + column * _ACROSS, top + (k + (highest - len(ids)) / 2) * _DOWN)


def iris_petals() -> Circuit:
    """One TLU that is to tell setosa from its relatives by the size of a petal."""
    made = Circuit(
        tr("Iris petals"),
        description=tr(
            "One TLU is to learn which of 150 flowers are Iris setosa, by the length and the width of a petal in "
            "centimetres (Fisher 1936). Its weights are 0: train it in the panel."
        ),
    )
    put_layer(made, "species", ["petal_length", "petal_width"], ["setosa"], bias="bias")
    return made


def xor_on_two_neurons() -> Circuit:
    """XOR is learned where fixed neurons stand before the TLU: Rosenblatt's association units."""
    made = Circuit(
        tr("XOR on two fixed neurons"),
        description=tr(
            'No line separates XOR on its two inputs. Behind two fixed neurons, "either" and "both", one does: '
            "the TLU learns it from them."
        ),
    )
    for k, id in enumerate(("a", "b")):
        made.add_input(id, at=(0, k * 2 * _DOWN))
    for k, (id, threshold) in enumerate((("either", 1), ("both", 2))):
        made.add_neuron(id, threshold=threshold, at=(_ACROSS * 0.8, k * 2 * _DOWN))
        made.connect("a", id)
        made.connect("b", id)
    made.add_layer("answer", ["either", "both"], ["xor"], bias="bias")
    made.add_output("y", "xor", at=(_ACROSS * 2.4, _DOWN))
    made.place("xor", _ACROSS * 1.7, _DOWN)
    made.place("bias", _ACROSS * 0.8, 3.4 * _DOWN)
    return made


def xor_alone() -> Circuit:
    """One TLU on two inputs, which no weights make XOR."""
    made = Circuit(
        tr("XOR on one TLU"),
        description=tr("One TLU is to learn XOR of two inputs. It cannot: the panel proves it."),
    )
    put_layer(made, "answer", ["a", "b"], ["xor"], bias="bias")
    return made
