"""Two programs at once, closing, crashes: what only real processes show."""

from __future__ import annotations

import signal

import circuitsim as cs


def test_nodes_are_copied_from_one_program_and_pasted_into_another(desktop):
    one = desktop("half_adder")
    one.until(lambda seen: "both" in seen["nodes"])
    one.key("ctrl+a", "ctrl+c")
    one.until(lambda seen: "Copied" in seen["status"])
    other = desktop()
    other.key("ctrl+v")
    seen = other.until(lambda seen: len(seen["nodes"]) == 6)
    assert seen["steps"] == [1, 1]
    pasted, source = other.circuit, one.circuit
    assert pasted.truth_table().rows == source.truth_table().rows
    assert sorted(seen["selected"]) == sorted(source.nodes)


def test_closing_with_unsaved_changes_asks(desktop, tmp_path):
    path = tmp_path / "c.json"
    cs.example("half_adder").save(path)
    before = path.read_bytes()
    window = desktop(path)
    window.select("both")
    window.key("Delete")
    window.until(lambda seen: seen["modified"])
    window.key("alt+F4")  # the window manager asks the window to close
    window.until(lambda seen: "unsavedQuestion" in seen["widgets"])
    window.key("Escape")
    window.until(lambda seen: "unsavedQuestion" not in seen["widgets"] and seen["active"])
    assert window.seen["modified"]
    assert path.read_bytes() == before
    window.key("ctrl+q")
    window.until(lambda seen: "unsavedQuestion" in seen["widgets"])
    window.key("Return")  # to save is what is offered first
    assert window.process.wait(20) == 0
    assert set(cs.load(path).nodes) == {"a", "b", "one", "carry", "sum"}


def test_the_command_palette_opens_an_example(desktop):
    window = desktop()
    window.key("ctrl+shift+p")
    window.until(lambda seen: seen["focus"] == "commandField")
    window.write("heat cold")
    window.key("Return")
    seen = window.until(lambda seen: "Heat" in seen["title"] and seen["nodes"])
    assert seen["text"] == cs.api.example_path("heat_and_cold").read_text()
    assert not seen["modified"]


def test_after_a_kill_the_next_start_offers_what_was_not_saved(desktop, tmp_path):
    path = tmp_path / "c.json"
    cs.example("half_adder").save(path)
    before = path.read_bytes()
    window = desktop(path)
    window.key(*["n"] * 20)
    window.until_steps(20)
    lost = window.seen["text"]
    recovery = tmp_path / "data"
    window.until(lambda seen: any(recovery.rglob("recovery/*.json")))
    window.process.send_signal(signal.SIGKILL)
    window.process.wait(20)
    assert path.read_bytes() == before
    again = desktop()
    again.until(lambda seen: "recoveryList" in seen["widgets"])
    again.click(again.spot("recover"))
    seen = again.until(lambda seen: seen["text"] == lost)
    assert seen["modified"]
    assert seen["title"].startswith("c.json")
    again.until(lambda seen: "recoveryList" not in seen["widgets"])
    again.key("ctrl+s")
    again.until(lambda seen: not seen["modified"])
    assert path.read_text() == lost


def test_a_second_program_on_the_same_file_gets_a_copy(desktop, tmp_path):
    path = tmp_path / "c.json"
    cs.example("half_adder").save(path)
    before = path.read_bytes()
    first = desktop(path)
    second = desktop(path)
    seen = second.until(lambda seen: "another window" in seen["message"])
    assert seen["text"] == first.seen["text"]
    second.key("ctrl+a", "Delete")
    second.until(lambda seen: not seen["nodes"])
    second.key("ctrl+s")
    second.until(lambda seen: seen["focus"] == "fileNameEdit")  # it asks for another place
    second.key("ctrl+a")
    second.write(str(path))
    second.key("Return")
    second.until(lambda seen: "QMessageBox" in seen["widgets"])
    second.key("alt+y")  # yes, replace it
    second.until(lambda seen: "close it there" in seen["message"])
    assert path.read_bytes() == before
    assert first.process.poll() is None


def test_a_file_is_opened_and_saved_under_another_name(desktop, tmp_path):
    cs.example("half_adder").save(tmp_path / "one.json")
    window = desktop()
    window.key("ctrl+o")
    window.until(lambda seen: seen["focus"] == "fileNameEdit")
    window.write(str(tmp_path / "one.json"))
    window.key("Return")
    window.until(lambda seen: seen["title"].startswith("one.json") and "both" in seen["nodes"])
    window.select("both")
    window.key("3", "Return")
    window.until(lambda seen: seen["modified"])
    window.key("ctrl+shift+s")
    window.until(lambda seen: seen["focus"] == "fileNameEdit")
    window.key("ctrl+a")
    window.write(str(tmp_path / "other.json"))
    window.key("Return")
    window.until(lambda seen: not seen["modified"] and seen["title"].startswith("other.json"))
    assert cs.load(tmp_path / "one.json").node("both").parameters["threshold"] == 2
    assert cs.load(tmp_path / "other.json").node("both").parameters["threshold"] == 3
