"""What assistive technology sees of a canvas."""

from __future__ import annotations

from PySide6.QtGui import QAccessible


def test_every_node_is_a_child_of_the_canvas_with_its_name_and_value(open_window, half_adder):
    window = open_window(half_adder)
    face = QAccessible.queryAccessibleInterface(window.canvas)
    assert face.childCount() == len(half_adder.nodes)
    at = {id: k for k, id in enumerate(half_adder.nodes)}
    texts = [face.child(k).text(QAccessible.Text.Name) for k in range(face.childCount())]
    assert all(id in text for id, text in zip(half_adder.nodes, texts, strict=True))
    assert "threshold 2, silent" in texts[at["both"]]
    window.run.give({"a": 1, "b": 1})
    assert face.child(at["both"]).text(QAccessible.Text.Name).endswith("threshold 2, fires")
    assert face.child(at["a"]).role() == QAccessible.Role.Button
    assert face.child(at["a"]).text(QAccessible.Text.Name).endswith("value 1")


def test_a_child_is_where_its_node_is_and_goes_with_it(open_window, half_adder):
    window = open_window(half_adder)
    canvas = window.canvas
    face = QAccessible.queryAccessibleInterface(canvas)
    row = list(half_adder.nodes).index("both")
    child = face.child(row)
    assert child.rect().contains(canvas.viewport().mapToGlobal(canvas.node_position("both")))
    canvas.select("both")
    assert child.state().selected
    with window.document.edit("Remove") as circuit:
        circuit.remove("both")
    assert not child.isValid()
    assert face.childCount() == len(half_adder.nodes) - 1


def test_many_tabs_can_come_and_go(open_window, qtbot):
    window = open_window()
    for name in ("and", "or", "xor"):
        window.open_example(name)
        face = QAccessible.queryAccessibleInterface(window.canvas)
        assert face.child(0).text(QAccessible.Text.Name)
        assert face.child(face.childCount()) is None
    while len(window.workspaces) > 1:
        window.close_tab()
        qtbot.wait(1)
    assert QAccessible.queryAccessibleInterface(window.canvas).childCount() == len(window.document.circuit.nodes)
