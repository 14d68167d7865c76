"""Thousands of random edits: every one can be taken back and made again, to the byte, and survives the file."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import circuitsim as cs
from circuitsim.formats.json_reader import read_json
from circuitsim.formats.json_writer import write_json
from circuitsim.kinds import KINDS

NAMES = st.sampled_from(["a", "b", "a[0]", "10", "P.0", "x/y", "é漢", "NAME~out", '"q"', "\\"])
TEXTS = st.sampled_from(["", "text", "two\nlines", '"\\', "漢字 ☃", "\x00\x7f"])
NUMBERS = st.sampled_from([0, 1, -1, 0.1, 1e300, 5e-324, -2.5, 2.0**60])
WHOLE = st.sampled_from([0, 1, 2, -3, 10**40])
ODD = st.sampled_from([None, True, "no", -1, [], float("nan"), 10**400])


def mostly(good: st.SearchStrategy[Any], odd: st.SearchStrategy[Any] = ODD) -> st.SearchStrategy[Any]:
    return st.one_of(good, good, good, good, good, odd)


def given_for(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    values = {
        "domain": mostly(st.sampled_from(["binary", "real"])),
        "drive": mostly(st.none() | st.just({"pattern": "011", "repeat": True}) | st.just("10")),
        "threshold": mostly(WHOLE),
        "inhibition": mostly(st.sampled_from(["absolute", "relative"])),
        "bias": mostly(NUMBERS),
        "step": mostly(st.sampled_from(["heaviside", "sign"])),
        "initial": mostly(NUMBERS),
        "of": mostly(st.sampled_from(["half", "whole"]), st.just("none")),
        "label": st.none() | TEXTS,
        "nonsense": st.just(1),
    }
    fitting = {parameter.name: values[parameter.name] for parameter in KINDS[kind].parameters}
    fitting["label"] = values["label"]
    return mostly(
        st.fixed_dictionaries({}, optional=fitting),
        st.fixed_dictionaries({}, optional=fitting | {"nonsense": values["nonsense"]}),
    )


def body(kind: str) -> cs.Circuit:
    c = cs.Circuit()
    c.add_input("p", at=(1, 2))
    c.add_output("q", c.add("neuron" if kind == "whole" else "delay", "n"))
    c.connect("p", "n")
    if kind == "whole":
        c.add_input("r")
        c.define("half", body("half"))
        c.add_subcircuit("s", of="half")
    if kind == "loop":
        c.define("whole", body("whole"))
        c.add_subcircuit("s", of="whole")
    return c


class Edits(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.c = cs.Circuit("machine")
        self.changes: list[cs.Change] = []
        self.texts = [write_json(self.c)]
        self.c.listen(self.changes.append)

    def attempt(self, edit: Any) -> None:
        """Make an edit; where it is refused, nothing at all has happened."""
        before, count, graph = self.texts[-1], len(self.changes), sorted(self.c.graph.edges(keys=True))
        try:
            edit()
        except cs.CircuitError:
            assert write_json(self.c) == before
            assert len(self.changes) == count
            assert sorted(self.c.graph.edges(keys=True)) == graph
        else:
            assert len(self.changes) - count <= 1, "one edit, at most one change"
            if len(self.changes) > count:
                assert self.changes[-1], "an empty change is no news"
                self.texts.append(write_json(self.c))
            else:
                assert write_json(self.c) == before

    def pick(self, data: st.DataObject, *kinds: str) -> str:
        ids = [id for id, node in self.c.nodes.items() if not kinds or node.kind in kinds]
        return data.draw(st.sampled_from(ids) if ids and data.draw(st.integers(0, 19)) else NAMES)

    def pick_edge(self, data: st.DataObject) -> int:
        keys = sorted(edge.key for edge in self.c.edges)
        return data.draw(st.sampled_from(keys)) if keys else -1

    @initialize()
    def definitions(self) -> None:
        self.attempt(lambda: self.c.define("half", body("half")))
        self.attempt(lambda: self.c.define("whole", body("whole")))
        for kind in KINDS:
            of = {"of": "half"} if kind == "subcircuit" else {}
            self.attempt(lambda kind=kind, of=of: self.c.add(kind, f"{kind}_", **of))
        self.attempt(lambda: self.c.set_layer("layer", ["tlu_"]))
        for target in ("neuron_", "tlu_", "delay_"):
            self.attempt(lambda target=target: self.c.connect("input_", target))

    @rule(data=st.data(), kind=st.sampled_from([*KINDS]), id=st.none() | st.none() | NAMES)
    def add(self, data: st.DataObject, kind: str, id: str | None) -> None:
        given = data.draw(given_for(kind)) if kind in KINDS else {}
        if kind == "subcircuit":
            given.setdefault("of", "half")
        at = data.draw(mostly(st.none() | st.just((3, 4.5)), st.just((1, float("inf")))))
        self.attempt(lambda: self.c.add(kind, id, at=at, **given))

    @rule(data=st.data(), kind=st.sampled_from(["delay", "output"]), id=st.none() | NAMES)
    def add_fed(self, data: st.DataObject, kind: str, id: str | None) -> None:
        source = self.pick(data)
        port = data.draw(st.sampled_from([None, "q", "p"]))
        self.attempt(lambda: getattr(self.c, f"add_{kind}")(id, source, from_port=port))

    @rule(data=st.data(), name=NAMES, bias=st.none() | NAMES)
    def add_layer(self, data: st.DataObject, name: str, bias: str | None) -> None:
        inputs = [self.pick(data) for _ in range(data.draw(st.integers(0, 2)))]
        outputs = data.draw(st.lists(NAMES, max_size=2))
        self.attempt(lambda: self.c.add_layer(name, inputs, outputs, bias=bias))

    @rule(data=st.data())
    def connect(self, data: st.DataObject) -> None:
        source, target = self.pick(data), self.pick(data)
        kinds = {id: node.kind for id, node in self.c.nodes.items()}
        more: dict[str, Any] = {}
        if kinds.get(target) == "neuron":
            kind = st.sampled_from(["excitatory", "inhibitory", "odd"])
            more = data.draw(st.fixed_dictionaries({}, optional={"count": st.integers(0, 3), "kind": kind}))
        elif kinds.get(target) == "tlu":
            more = data.draw(st.fixed_dictionaries({}, optional={"weight": mostly(NUMBERS)}))
        elif not data.draw(st.integers(0, 9)):
            more = {"weight": 2.0}
        if kinds.get(source) == "subcircuit" or not data.draw(st.integers(0, 19)):
            more["from_port"] = data.draw(st.sampled_from(["q", "q", "q", "p", None]))
        if kinds.get(target) == "subcircuit" or not data.draw(st.integers(0, 19)):
            more["to_port"] = data.draw(st.sampled_from(["p", "p", "r", "q", None]))
        self.attempt(lambda: self.c.connect(source, target, **more))

    @rule(data=st.data(), count=st.integers(-1, 2))
    def inhibit(self, data: st.DataObject, count: int) -> None:
        source, target = self.pick(data), self.pick(data, "neuron")
        self.attempt(lambda: self.c.inhibit(source, target, count))

    @rule(data=st.data())
    def disconnect(self, data: st.DataObject) -> None:
        key = self.pick_edge(data)
        self.attempt(lambda: self.c.disconnect(key))

    @rule(data=st.data())
    def set(self, data: st.DataObject) -> None:
        id = self.pick(data)
        kind = self.c.nodes[id].kind if id in self.c.nodes else "neuron"
        given = data.draw(given_for(kind))
        self.attempt(lambda: self.c.set(id, **given))

    @rule(data=st.data())
    def set_edge(self, data: st.DataObject) -> None:
        key = self.pick_edge(data)
        target = self.c.nodes[self.c.edge(key).target].kind if key >= 0 else "neuron"
        values = {"weight": mostly(NUMBERS), "count": st.integers(0, 5), "kind": st.sampled_from(["inhibitory", "x"])}
        fitting = {"neuron": ["count", "kind"], "tlu": ["weight"]}.get(target, ["weight"])
        given = data.draw(st.fixed_dictionaries({}, optional={name: values[name] for name in fitting}))
        self.attempt(lambda: self.c.set_edge(key, **given))

    @rule(data=st.data(), new=NAMES | st.sampled_from(["", "two words", "\n", "\ud800"]))
    def rename(self, data: st.DataObject, new: str) -> None:
        old = self.pick(data)
        self.attempt(lambda: self.c.rename(old, new))

    @rule(data=st.data(), count=st.integers(0, 2))
    def remove(self, data: st.DataObject, count: int) -> None:
        ids = [self.pick(data) for _ in range(count)]
        self.attempt(lambda: self.c.remove(*ids))

    @rule(data=st.data(), x=NUMBERS, y=mostly(NUMBERS), degrees=st.none() | NUMBERS)
    def place(self, data: st.DataObject, x: Any, y: Any, degrees: Any) -> None:
        id = self.pick(data)
        self.attempt(lambda: self.c.place(id, x, y, degrees))

    @rule(data=st.data(), name=NAMES)
    def set_layer(self, data: st.DataObject, name: str) -> None:
        members = data.draw(st.none() | st.just([self.pick(data, "tlu") for _ in range(2)]))
        self.attempt(lambda: self.c.set_layer(name, members))

    @rule(text=TEXTS, x=NUMBERS)
    def add_note(self, text: str, x: float) -> None:
        self.attempt(lambda: self.c.add_note(text, x, 0))

    @rule(data=st.data(), text=st.none() | TEXTS)
    def set_note(self, data: st.DataObject, text: str | None) -> None:
        ranks = [note.rank for note in self.c.notes]
        rank = data.draw(st.sampled_from(ranks)) if ranks else 0
        if ranks:
            self.attempt(lambda: self.c.set_note(rank, text, 5, 6))

    @rule(data=st.data(), clocked=st.booleans(), name=TEXTS)
    def add_test(self, data: st.DataObject, clocked: bool, name: str) -> None:
        wide = len(self.c.inputs), len(self.c.outputs)
        value = st.sampled_from([0, 1, 1.5])
        rows = data.draw(
            st.lists(
                st.tuples(
                    st.lists(value, min_size=wide[0], max_size=wide[0]),
                    st.lists(value | st.none(), min_size=wide[1], max_size=wide[1]),
                ),
                max_size=3,
            )
        )
        self.attempt(lambda: self.c.add_test(name, rows, clocked=clocked))

    @precondition(lambda self: self.c.tests)
    @rule(data=st.data())
    def remove_test(self, data: st.DataObject) -> None:
        rank = data.draw(st.sampled_from([test.rank for test in self.c.tests]))
        self.attempt(lambda: self.c.remove_test(rank))

    @rule(name=st.sampled_from(["half", "whole", "loop", "a b"]), kind=st.sampled_from(["half", "whole", "loop"]),
          replace=st.booleans())  # fmt: skip
    def define(self, name: str, kind: str, replace: bool) -> None:
        self.attempt(lambda: self.c.define(name, body(kind), replace=replace))

    @rule()
    def define_itself(self) -> None:
        if len(self.c.nodes) < 6 and len(self.c.definitions) < 5:
            self.attempt(lambda: self.c.define(f"self{len(self.c.definitions)}", self.c.copy()))

    @rule(
        name=st.sampled_from(["half", "whole", "loop", "other"]),
        new=st.sampled_from(["half", "whole", "loop", "other", "a b"]),
        copied=st.booleans(),
    )
    def name_definition(self, name: str, new: str, copied: bool) -> None:
        edit = self.c.copy_definition if copied else self.c.rename_definition
        self.attempt(lambda: edit(name, new))

    @rule(name=st.sampled_from(["half", "whole", "loop"]))
    def undefine(self, name: str) -> None:
        self.attempt(lambda: self.c.undefine(name))

    @rule(name=TEXTS, timing=st.sampled_from(["settled", "unit-delay", "fast"]))
    def head(self, name: str, timing: Any) -> None:
        self.attempt(lambda: setattr(self.c, "name", name))
        self.attempt(lambda: setattr(self.c, "description", name))
        self.attempt(lambda: setattr(self.c, "timing", timing))

    @rule(data=st.data(), fail=st.booleans())
    def transaction(self, data: st.DataObject, fail: bool) -> None:
        first, second = self.pick(data, "input", "bias"), self.pick(data)

        def edit() -> None:
            with self.c.transaction():
                made = self.c.add_neuron()
                self.c.connect(first, made)
                self.c.rename(made, "made")
                self.c.remove(second)
                with self.c.transaction():
                    self.c.add_output(None, "made")
                if fail:
                    self.c.add_neuron("made")

        self.attempt(edit)

    @precondition(lambda self: self.changes)
    @rule(data=st.data())
    def undo_and_redo(self, data: st.DataObject) -> None:
        """Take a number of the last changes back, and make them again."""
        count = data.draw(st.integers(1, len(self.changes)))
        recorded = list(self.changes)
        for k in range(count):
            self.c.apply(recorded[-1 - k].inverse())
            assert write_json(self.c) == self.texts[-2 - k]
        for k in range(count, 0, -1):
            self.c.apply(recorded[-k])
            assert write_json(self.c) == self.texts[-k]
        self.changes[:] = recorded

    @invariant()
    def survives_the_file(self) -> None:
        text = self.texts[-1]
        again = read_json(text, "again", cs.Circuit)
        assert write_json(again) == text
        assert again.body().meaning() == self.c.body().meaning()
        assert write_json(self.c.copy()) == text

    @invariant()
    def graph_says_the_same(self) -> None:
        c = self.c
        assert set(c.graph.nodes) == set(c.nodes)
        assert {key for *_, key in c.graph.edges(keys=True)} == {edge.key for edge in c.edges}
        assert all(c.graph.nodes[edge.source] and c.graph.nodes[edge.target] for edge in c.edges)
        assert set(c.layout) <= set(c.nodes)

    def teardown(self) -> None:
        recorded = list(self.changes)
        for k, change in enumerate(reversed(recorded)):
            self.c.apply(change.inverse())
            assert write_json(self.c) == self.texts[-2 - k]
        for k, change in enumerate(recorded):
            self.c.apply(change)
            assert write_json(self.c) == self.texts[k + 1]


def run(examples: int, steps: int) -> None:
    relaxed = settings(deadline=None, max_examples=examples, stateful_step_count=steps)
    run_state_machine_as_test(Edits, settings=settings(relaxed, suppress_health_check=list(HealthCheck)))


def test_edits_can_be_undone_and_redone() -> None:
    run(40, 50)


@pytest.mark.slow
def test_many_more_edits_can_be_undone_and_redone() -> None:
    run(60, 80)
