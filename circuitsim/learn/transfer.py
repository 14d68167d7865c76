"""From an estimator to a circuit, and back."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from circuitsim.api import Circuit
from circuitsim.errors import DataError
from circuitsim.learn import layer, protocol
from circuitsim.learn.naming import feature_names
from circuitsim.store import Store


def to_circuit(
    model: Any, name: str = "perceptron", inputs: Sequence[str] | None = None, outputs: Sequence[str] | None = None
) -> Circuit:
    """`Perceptron.to_circuit`."""
    if not hasattr(model, "coef_"):
        raise protocol.not_trained(model)
    coef = np.asarray(model.coef_, float)
    inputs = [_word(each) for each in feature_names(model)] if inputs is None else list(inputs)
    if outputs is None:
        single = len(coef) == 1
        shown = ["y"] if single else model.classes_.tolist() if not model._is_table else range(1, len(coef) + 1)
        outputs = [each if isinstance(each, str) and single else _word(f"is_{each}") for each in shown]
        if model._is_table:
            outputs = [f"y{k}" for k in shown]
        elif single:
            outputs = ["y"]
    if len(inputs) != coef.shape[1] or len(outputs) != len(coef):
        raise DataError(f"the model has {coef.shape[1]} features and {len(coef)} outputs; give that many names")
    made = Circuit(name)
    step = "sign" if model.tie == "sign" else "heaviside"
    units = [f"{each}~tlu" for each in outputs]
    made.add_layer("outputs", inputs, units, step=step)
    bias = np.asarray(model.intercept_, float)
    if model.tie in ("zero", "error"):
        bias = np.array([math.nextafter(each, -math.inf) for each in bias.tolist()])
    layer.put_weights(made, layer.layer_units(made, "outputs"), coef, bias)
    for id, unit in zip(outputs, units, strict=True):
        made.add_output(id, unit)
    return made


def from_circuit(make: Any, circuit: Store, name: str) -> Any:
    """A trained model with the weights of a layer, whose TLUs have the same sources; these are its features."""
    sources, weights, bias = layer.layer_weights(circuit, name)
    units = layer.layer_units(circuit, name)
    if len({unit.step for unit in units}) > 1:
        raise DataError(f"the TLUs of layer {name!r} have different steps: there is no one model of them")
    keep = [k for k, source in enumerate(sources) if circuit.node(source.id).kind != "bias"]
    fed = [k for k in range(len(sources)) if k not in keep]
    model = make(tie="sign" if units[0].step == "sign" else "heaviside")
    model.coef_ = weights.T[:, keep].copy()
    model.intercept_ = bias + weights[fed].sum(axis=0)
    model.classes_ = np.array([-1, 1] if units[0].step == "sign" else [0, 1])
    model.n_features_in_ = len(keep)
    names = [sources[k].id if sources[k].port is None else f"{sources[k].id}.{sources[k].port}" for k in keep]
    model.source_names_ = names
    model._is_table = len(units) > 1
    model.n_iter_, model.t_, model.n_mistakes_ = 0, 1.0, 0
    model.mistakes_per_epoch_ = np.zeros(0, int)
    return model


def _word(text: str) -> str:
    """A name as an id: printable, without white space."""
    return "".join(symbol if symbol.isprintable() and symbol != " " else "_" for symbol in text) or "_"
