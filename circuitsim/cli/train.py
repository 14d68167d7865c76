"""The command that trains a layer of a circuit."""

from __future__ import annotations

import os
import sys
import warnings
from argparse import Namespace
from typing import Any

from circuitsim.api import Circuit
from circuitsim.cli.progress import Bar
from circuitsim.cli.source import open_circuit, print_json
from circuitsim.errors import ConvergenceWarning, InputError, name_some
from circuitsim.learn.data import DataSet, dataset, datasets, read_table
from circuitsim.learn.layer import layer_units
from circuitsim.learn.layer import train as train_layer
from circuitsim.learn.separability import Verdict
from circuitsim.learn.training import Training

PROVABLE = 1_000_000
"""Up to how many numbers the data are examined for whether they can be separated."""


def train(given: Namespace) -> int:
    """Train, print the mistakes by epoch and the verdict; the answer is yes where no mistake is left."""
    circuit = open_circuit(given.file)
    members = layer_units(circuit, given.layer)
    data = _data(given, circuit)
    targets = data.table()
    if targets.shape[1] != len(members):
        raise InputError(
            f"layer {given.layer!r} has {len(members)} TLUs, and the target gives {targets.shape[1]} answers "
            f"({name_some(data.classes)}); a layer needs one TLU for two classes, or one a class"
        )
    with Bar(given.epochs, "epoch") as bar, warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        found = train_layer(
            circuit, given.layer, data.X, targets, eta=given.eta, epochs=given.epochs, init=given.init, tie=given.tie,
            shuffle=given.seed is not None, random_state=given.seed or 0,
            progress=(lambda epoch, wrong: bar(epoch, f"{wrong:,} mistakes")) if sys.stderr.isatty() else None,
        )  # fmt: skip
    verdicts = found.verdicts() if data.X.size <= PROVABLE else {}
    if given.plot:
        _plot(given, circuit, data, found)
    if given.out:
        circuit.save(given.out)
        print(f"wrote {given.out}", file=sys.stderr)
    if given.json:
        print_json(_plain(given, circuit, found, verdicts))
    else:
        _print(given, circuit, found, verdicts)
    return int(not found.converged)


def _data(given: Namespace, circuit: Circuit) -> DataSet:
    """The data, with the features in the order of the circuit's inputs."""
    targets = given.target.split(",") if given.target else []
    if given.data in datasets():
        found = dataset(given.data)
        if len(targets) == 1:
            found = found.against_the_rest(targets[0])
    elif not targets:
        raise InputError("say which column holds the answers: --target COLUMN")
    else:
        size = os.path.getsize(given.data) if os.path.exists(given.data) else 0  # what is not there is said by reading
        with Bar(size // 2**20, "MB") as bar:
            found = read_table(
                given.data, targets[0] if len(targets) == 1 else targets, _features(given, None),
                delimiter=_sign(given.delimiter), decimal=given.decimal,
                progress=lambda done: bar(done // 2**20, given.data),
            )  # fmt: skip
    wanted = _features(given, circuit if set(circuit.inputs) <= set(found.features) else None)
    if wanted:
        found = found.only(*wanted)
    if len(found.features) != len(circuit.inputs):
        raise InputError(
            f"the circuit has {len(circuit.inputs)} inputs ({name_some(circuit.inputs)}), and the data have "
            f"{len(found.features)} features ({name_some(found.features)}); choose them by --features, in that order"
        )
    return found


def _features(given: Namespace, circuit: Circuit | None) -> list[str] | None:
    if given.features:
        return list(given.features.split(","))
    return None if circuit is None else circuit.inputs


def _sign(text: str | None) -> str | None:
    return {"tab": "\t", "space": " ", "\\t": "\t"}.get(text, text) if text else None


def _weights(circuit: Circuit, layer: str) -> dict[str, dict[str, Any]]:
    return {
        unit.id: {
            "weights": {edge.source: circuit.edge(edge.key).weight for edge in unit.edges},
            "bias": unit.bias,
        }
        for unit in layer_units(circuit, layer)
    }


def _print(given: Namespace, circuit: Circuit, found: Training, verdicts: dict[str, Verdict]) -> None:
    counts = found.mistakes_per_epoch
    shown = range(len(counts)) if len(counts) <= 20 else [*range(10), *range(len(counts) - 9, len(counts))]
    before = -1
    for epoch in shown:
        if epoch != before + 1:
            print("...")
        print(f"epoch {epoch + 1}: {counts[epoch]} mistake{'s' * (counts[epoch] != 1)}")
        before = epoch
    if found.converged:
        print(f"no mistake is left after {found.epochs} epochs and {found.mistakes} corrections")
    elif found.cycle is not None:
        first, again, id = found.cycle
        print(f"{id}: the weights of epoch {again} are those of epoch {first}: it will never stop")
    else:
        print(f"{sum(found.left.values())} mistakes are left after {found.epochs} epochs")
    for id, verdict in verdicts.items():
        print(f"{id}: {verdict}")
    for id, entry in _weights(circuit, given.layer).items():
        terms = ", ".join(f"{name} {value:g}" for name, value in list(entry["weights"].items())[:12])
        more = ", ..." if len(entry["weights"]) > 12 else ""
        print(f"{id}: {terms}{more}; bias {entry['bias']:g}")


def _plain(given: Namespace, circuit: Circuit, found: Training, verdicts: dict[str, Verdict]) -> dict[str, Any]:
    return {
        "layer": found.layer,
        "converged": found.converged,
        "epochs": found.epochs,
        "mistakes": found.mistakes,
        "mistakes_per_epoch": found.mistakes_per_epoch,
        "left": found.left,
        "cycle": None
        if found.cycle is None
        else {"first": found.cycle[0], "again": found.cycle[1], "tlu": found.cycle[2]},
        "verdicts": {
            id: {
                "separable": verdict.separable,
                "text": verdict.text,
                "bound": verdict.bound,
                "margin": verdict.margin,
                "proof": {"positive": verdict.positive, "negative": verdict.negative},
            }
            for id, verdict in verdicts.items()
        },
        "weights": _weights(circuit, given.layer),
    }


def _plot(given: Namespace, circuit: Circuit, data: DataSet, found: Training) -> None:
    from circuitsim.learn.plot import write_plot

    lines = []
    for unit in layer_units(circuit, given.layer):
        if [edge.source for edge in unit.edges if edge.source in circuit.inputs] == circuit.inputs:
            direct = [e.weight for e in unit.edges if e.source in circuit.inputs]
            rest = [e for e in unit.edges if e.source not in circuit.inputs]
            if all(circuit.node(edge.source).kind == "bias" for edge in rest):
                lines.append((unit.id, direct, unit.bias + sum(edge.weight or 0.0 for edge in rest)))
    title = f"{circuit.name or given.file}: {found.mistakes} corrections in {found.epochs} epochs"
    write_plot(given.plot, data, lines, found.mistakes_per_epoch, title)  # type: ignore[arg-type]
    print(f"wrote {given.plot}", file=sys.stderr)
