"""Circuits built by hand in the real window."""

from __future__ import annotations

import circuitsim as cs


def corner(window, x, y):
    """A place on the canvas."""
    left, top, _, _ = window.seen["widgets"]["canvas"]
    return [left + x, top + y]


def test_a_half_adder_is_built_by_hand_saved_and_computes(desktop, tmp_path):
    window = desktop()
    for key, x, y, name in (
        ("i", 80, 90, "a"), ("i", 80, 290, "b"), ("n", 280, 90, "both"), ("n", 280, 290, "one"),
        ("o", 480, 90, "carry"), ("o", 480, 290, "sum"),
    ):  # fmt: skip
        window.rename(window.add(key, corner(window, x, y)), name)
    for source, target in (("a", "both"), ("b", "both"), ("a", "one"), ("b", "one"), ("both", "carry"), ("one", "sum")):
        window.connect(source, target)
    window.connect("both", "one", hold="ctrl")
    window.select("one")
    window.key("1", "Return")
    window.until(lambda seen: '"threshold": 1' in seen["text"])
    window.key("ctrl+s")
    window.until(lambda seen: seen["focus"] == "fileNameEdit")
    path = tmp_path / "by_hand.json"
    window.key("ctrl+a")
    window.write(str(path))
    window.key("Return")
    window.until(lambda seen: not seen["modified"] and path.exists())
    made = cs.load(path)
    sums = [tuple(made.evaluate(a=a, b=b).values()) for a, b in ((0, 0), (0, 1), (1, 0), (1, 1))]
    assert sums == [(0, 0), (0, 1), (0, 1), (1, 0)]
    assert path.read_text() == window.seen["text"]


def test_parallel_synapses_and_a_self_loop_are_undone_and_redone_to_the_byte(desktop, tmp_path):
    c = cs.Circuit(timing="unit-delay")
    c.add_input("a", at=(0, 0))
    c.add_neuron("n", at=(200, 0))
    c.save(tmp_path / "c.json")
    window = desktop(tmp_path / "c.json")
    texts = [window.seen["text"]]
    for _ in range(2):
        window.connect("a", "n")
        texts.append(window.seen["text"])
    window.connect("a", "n", meanwhile="x")
    texts.append(window.seen["text"])
    n = window.seen["nodes"]["n"]
    away = (n["out"][0] + 90, n["out"][1] + 110)
    window.drag(n["out"], n["middle"], away)
    window.until_steps(4)
    texts.append(window.seen["text"])
    assert window.edges() == [
        ("a", "n", "excitatory"), ("a", "n", "excitatory"), ("a", "n", "inhibitory"), ("n", "n", "excitatory"),
    ]  # fmt: skip
    for made in (3, 2, 1, 0):
        window.key("ctrl+z")
        assert window.until_steps(made)["text"] == texts[made]
    assert texts[0] == (tmp_path / "c.json").read_text()
    assert not window.seen["modified"]
    for made in (1, 2, 3, 4):
        window.key("ctrl+shift+z")
        assert window.until_steps(made)["text"] == texts[made]


def test_the_list_opens_on_tab_and_where_a_wire_is_dropped(desktop):
    window = desktop()
    window.point(corner(window, 200, 150))
    window.key("Tab")
    window.until(lambda seen: seen["focus"] == "entrySearch")
    window.write("mccull")
    window.key("Return")
    window.until_nodes("neuron1")
    n = window.seen["nodes"]["neuron1"]
    window.drag(n["in"], [n["in"][0] - 130, n["in"][1] + 60])
    window.until(lambda seen: seen["focus"] == "entrySearch")
    window.write("button")
    window.key("Return")
    window.until_nodes("neuron1", "input1")
    window.drag(n["out"], [n["out"][0] + 150, n["out"][1] + 40], hold="ctrl")
    window.until(lambda seen: seen["focus"] == "entrySearch")
    window.write("mccull")
    window.key("Return")
    window.until_nodes("neuron1", "neuron2", "input1")
    assert window.edges() == [("input1", "neuron1", "excitatory"), ("neuron1", "neuron2", "inhibitory")]
    window.key("Tab")
    window.until(lambda seen: "quickAdd" in seen["widgets"])
    window.key("Escape")
    window.until(lambda seen: "quickAdd" not in seen["widgets"] and seen["focus"] == "canvas")
    assert window.seen["steps"] == [3, 3]


def test_a_rubber_band_delete_and_undo(desktop):
    window = desktop("half_adder")
    before = window.until(lambda seen: "both" in seen["nodes"])
    both, one = before["nodes"]["both"]["middle"], before["nodes"]["one"]["middle"]
    left, right = min(both[0], one[0]) - 60, max(both[0], one[0]) + 60
    top, bottom = min(both[1], one[1]) - 60, max(both[1], one[1]) + 60
    window.drag([left, top], [right, bottom])
    window.until(lambda seen: sorted(seen["selected"]) == ["both", "one"])
    window.key("Delete")
    window.until_nodes("a", "b", "carry", "sum")
    assert window.edges() == []
    window.key("ctrl+z")
    assert window.until_steps(0)["text"] == before["text"]


def test_an_entry_is_dragged_out_of_the_palette_and_has_the_keys(desktop):
    window = desktop()
    window.click(window.spot("entrySearch", 0.5, 0.5))  # the palette is open where nobody has closed it
    window.until(lambda seen: seen["focus"] == "entrySearch")
    window.write("mccull")
    window.until(lambda seen: "entries" in seen["widgets"])
    start, end = window.spot("entries", 0.4, 0.03), corner(window, 300, 240)
    window.drag(start, end, (start[0] + 30, start[1] + 8), (end[0] - 40, end[1] - 10))
    places = window.until_nodes("neuron1")
    assert abs(places["neuron1"]["middle"][0] - end[0]) <= 14
    assert abs(places["neuron1"]["middle"][1] - end[1]) <= 14
    window.until(lambda seen: seen["focus"] == "canvas" and seen["selected"] == ["neuron1"])
    window.key("5", "Return")
    window.until(lambda seen: '"threshold": 5' in seen["text"])


def test_the_menu_of_a_node_by_the_right_button_and_by_the_menu_key(desktop, tmp_path):
    c = cs.Circuit()
    c.add_neuron("n", at=(0, 0))
    c.add_neuron("m", at=(200, 0))
    c.save(tmp_path / "two.json")
    window = desktop(tmp_path / "two.json")
    window.click(window.seen["nodes"]["n"]["middle"], button=3)
    window.until(lambda seen: seen["selected"] == ["n"])
    window.key("h")  # its threshold
    window.until(lambda seen: seen["focus"] == "inPlaceEditor")
    window.write("7")
    window.key("Return")
    window.until_steps(1)
    assert window.circuit.node("n").parameters["threshold"] == 7
    window.key("alt+Right")
    window.until(lambda seen: seen["selected"] == ["m"])
    window.key("Menu", "d")  # delete it
    window.until_steps(2)
    assert list(window.circuit.nodes) == ["n"]
