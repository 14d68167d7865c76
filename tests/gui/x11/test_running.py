"""A circuit that runs in the real window, and a view of it that is moved about."""

from __future__ import annotations

import pytest


def test_inputs_are_pressed_while_it_runs(desktop):
    window = desktop("full_adder")
    places = window.until(lambda seen: "carry_in" in seen["nodes"])["nodes"]
    window.key("r")
    window.until(lambda seen: seen["running"] and seen["tick"][0] > 0)
    for pressed, (carry, sum) in zip(("a", "b", "carry_in"), ((0, 1), (1, 0), (1, 1)), strict=True):
        window.click(places[pressed]["middle"])
        values = window.until(lambda seen, id=pressed: seen["values"][id] == 1)["values"]
        assert (values["carry"], values["sum"]) == (carry, sum)
    assert window.seen["running"]
    window.key("r")
    still = window.until(lambda seen: not seen["running"])
    assert still["steps"] == [0, 0], "pressing an input is no edit"
    assert not still["modified"]


def test_why_and_a_click_on_the_cause(desktop):
    window = desktop("full_adder")
    places = window.until(lambda seen: "two" in seen["nodes"])["nodes"]
    for id in ("a", "b"):
        window.click(places[id]["middle"])
        window.until(lambda seen, id=id: seen["values"][id] == 1)
    window.select("two")
    window.key("w")
    window.until(lambda seen: "whyCard" in seen["widgets"])
    left, top, _, _ = window.until(lambda seen: "whyWords" in seen["widgets"])["widgets"]["whyWords"]
    for x in range(4, 120, 6):  # "1 (a) + 1 (b)": the first link on the way from the left
        window.click([left + x, top + 8])
        if window.seen["selected"] != ["two"]:
            break
    window.until(lambda seen: seen["selected"] == ["a"])
    window.key("Escape")
    window.until(lambda seen: "whyCard" not in seen["widgets"] and seen["focus"] == "canvas")


def test_the_time_slider_is_dragged_back_and_the_recording_stays(desktop):
    window = desktop("counter_4bit")
    window.until(lambda seen: seen["nodes"])
    values = {}
    for tick in range(1, 9):
        window.key("period")
        values[tick] = window.until(lambda seen, tick=tick: seen["tick"][0] == tick)["values"]
    left, top, width, height = window.seen["widgets"]["timeSlider"]
    window.drag([left + width - 8, top + height // 2], [left + width // 2, top + height // 2])
    past = window.until(lambda seen: 3 <= seen["tick"][0] <= 5)
    assert past["tick"][1] == 8
    assert past["values"] == values[past["tick"][0]]
    window.key("ctrl+End")
    assert window.until(lambda seen: seen["tick"] == [8, 8])["values"] == values[8]


def test_the_wheel_zooms_at_the_pointer_and_the_middle_button_pans(desktop):
    window = desktop("full_adder")
    before = window.until(lambda seen: "two" in seen["nodes"])
    still = before["nodes"]["two"]["middle"]
    window.click(still, button=4, times=3)
    larger = window.until(lambda seen: seen["scale"] > 1.6 * before["scale"])
    assert larger["nodes"]["two"]["middle"] == pytest.approx(still, abs=3)
    window.click(still, button=5, times=3)
    window.until(lambda seen: seen["scale"] == pytest.approx(before["scale"]))
    start = window.seen["nodes"]["two"]["middle"]
    window.drag([start[0] + 70, start[1] + 60], [start[0] + 170, start[1] + 110], button=2)
    window.until(lambda seen: seen["nodes"]["two"]["middle"] == pytest.approx([start[0] + 100, start[1] + 50], abs=3))
    window.key("Home")
    window.until(lambda seen: seen["nodes"]["two"]["middle"] == pytest.approx(still, abs=3))
