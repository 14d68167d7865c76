"""The first start of the real program: the tour, done by hand."""

from __future__ import annotations


def test_the_first_start_begins_the_tour_and_each_step_is_done_by_hand(desktop) -> None:
    window = desktop(first=True)
    window.until(lambda seen: "callout" in seen["widgets"] and seen["tabs"] == ["Tour"])

    window.click(window.until(lambda seen: "a" in seen["nodes"])["nodes"]["a"]["middle"])
    window.until(lambda seen: seen["values"].get("one") == 1)
    window.click(window.spot("tourNext"))

    nodes = window.until(lambda seen: set(seen["selected"]) == {"one", "sum"})["nodes"]
    window.drag(nodes["one"]["out"], nodes["sum"]["in"])
    window.until(lambda seen: seen["values"].get("sum") == 1)
    window.key("alt+n")

    window.until(lambda seen: seen["selected"] == ["one"])
    window.key("w")
    window.until(lambda seen: "whyCard" in seen["widgets"])
    window.click(window.spot("tourNext"))

    window.until(lambda seen: seen["selected"] == ["b"])
    window.key("period")
    window.until(lambda seen: seen["tick"][0] == 1 and seen["values"].get("carry") == 1)
    window.click(window.spot("tourNext"))

    window.until(lambda seen: seen["focus"] == "exampleList")
    window.key("Down", "Return")
    window.until(lambda seen: len(seen["tabs"]) == 2)
    window.click(window.spot("tourNext"))
    left = window.until(lambda seen: "callout" not in seen["widgets"])
    assert len(left["tabs"]) == 1
    assert "Tour" not in left["tabs"]
    assert not left["modified"]


def test_it_is_left_by_escape_and_not_begun_again(desktop) -> None:
    window = desktop(first=True)
    window.until(lambda seen: "callout" in seen["widgets"])
    window.key("Escape")
    window.until(lambda seen: "callout" not in seen["widgets"] and seen["tabs"] == ["Untitled"])
    window.key("ctrl+q")
    window.process.wait(20)
    again = desktop(first=True)
    assert "callout" not in again.until(lambda seen: seen["focus"] == "canvas")["widgets"]
