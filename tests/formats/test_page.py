"""The page runs by itself: clicked in a headless browser, it does what the simulator does."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import circuitsim as cs

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


LAUNCH = """
import os, sys
ends = [os.dup(int(end)) for end in sys.argv[1:3]]
while min(ends) < 5:  # out of the way of 3 and 4
    ends = [os.dup(end) for end in ends]
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
"""Starts the browser with its two pipes as 3 and 4, where it looks for them."""


class Browser:
    """A headless browser, spoken to through pipes (the DevTools protocol): no port, no library."""

    def __init__(self, program: str, profile: Path) -> None:
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"]
        ends = str(theirs_in), str(theirs_out)
        self.process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, *ends, program, *flags, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self.reader, self.writer = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb")
        self.number = 0
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def call(self, method: str, **given: Any) -> Any:
        """One question and its answer; what comes in between is passed over."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": given}
        if hasattr(self, "session"):
            message["sessionId"] = self.session
        self.writer.write(json.dumps(message).encode() + b"\0")
        self.writer.flush()
        while True:
            found = bytearray()
            while (byte := self.reader.read(1)) not in (b"\0", b""):
                found += byte
            assert found, "the browser has gone"
            answer = json.loads(found)
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def open(self, path: Path) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=1600, height=2000, deviceScaleFactor=1, mobile=False)
        self.call("Page.navigate", url=path.as_uri())
        for _ in range(2000):
            if self.run(f"document.readyState === 'complete' && location.href === {json.dumps(path.as_uri())}"):
                return
        raise AssertionError("the page does not load")

    def click(self, selector: str) -> None:
        """A real click: the mouse goes to the middle of an element."""
        box = self.run(
            f"(() => {{ const r = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def outputs(self) -> dict[str, float]:
        return self.run(
            "Object.fromEntries([...document.querySelectorAll('#outputs tr')]"
            ".map(row => [row.dataset.output, Number(row.lastChild.textContent)]))"
        )

    def close(self) -> None:
        self.writer.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.reader.close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("no Chromium is installed")
    opened = Browser(program, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


def press(browser: Browser, id: str) -> None:
    browser.click(f"g.node[data-id={json.dumps(id)}] .shape")


def test_a_reader_toggles_the_inputs_and_sees_neurons_fire(
    browser: Browser, tmp_path: Path, half_adder: cs.Circuit
) -> None:
    half_adder.save(tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    lit = "[...document.querySelectorAll('g.node.on')].map(g => g.dataset.id).sort()"
    assert browser.run(lit) == []
    press(browser, "a")
    assert browser.outputs() == {"carry": 0, "sum": 1}
    assert browser.run(lit) == ["a", "one", "sum"]
    assert browser.run("document.querySelectorAll('path.line.on').length") == 3
    press(browser, "b")
    assert browser.outputs() == {"carry": 1, "sum": 0}
    assert browser.run("document.querySelector('g.input').getAttribute('aria-pressed')") == "true"
    browser.run("document.querySelector('g.input').focus()")
    for kind in ("keyDown", "keyUp"):
        browser.call("Input.dispatchKeyEvent", type=kind, key=" ", code="Space", text=" ", windowsVirtualKeyCode=32)
    assert browser.outputs() == {"carry": 0, "sum": 1}
    browser.click("#reset")
    assert browser.outputs() == {"carry": 0, "sum": 0}
    assert browser.run("document.getElementById('problem').textContent") == ""


@pytest.mark.parametrize("name", cs.examples())
def test_every_example_does_in_the_page_what_the_simulator_does(browser: Browser, tmp_path: Path, name: str) -> None:
    circuit = cs.example(name)
    circuit.save(tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    assert browser.run("document.getElementById('problem').textContent") == ""
    simulator = cs.Simulator(circuit)
    draw = random.Random(name)
    inputs = [id for id in circuit.inputs if circuit.node(id).parameters["domain"] == "binary"]
    given: dict[str, int] = {}
    for _ in range(8):
        if inputs and draw.random() < 0.8:
            id = draw.choice(inputs)
            now = browser.run(f"document.querySelector('g.node[data-id={json.dumps(id)}]').classList.contains('on')")
            given[id] = int(not now)
            press(browser, id)
        expected = simulator.step(given)
        assert browser.outputs() == pytest.approx(expected, abs=0)
        browser.click("#step")
    assert browser.run("Number(document.getElementById('tick').textContent)") == 8


def test_a_loop_is_said(browser: Browser, tmp_path: Path) -> None:
    c = cs.Circuit()
    for id in ("x", "y"):
        c.add_neuron(id, threshold=1)
    c.connect("x", "y")
    c.connect("y", "x")
    c.save(tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    assert browser.run("document.getElementById('problem').textContent") == "a loop without a delay, through x, y"


def test_the_page_asks_no_other_place(tmp_path: Path) -> None:
    circuit = cs.example("adder_4bit")
    circuit.description += ' </script><script src="http://example.org/x.js"> <!-- & -->'
    circuit.save(tmp_path / "page.html")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert text.count("<script") == text.count("</script>") == 2
    assert "<!--" not in text
    # What names another place is the one word that SVG needs to be SVG, and text for people.
    assert set(re.findall(r"https?://[^\s\\\"'&]+", text)) == {"http://www.w3.org/2000/svg", "http://example.org/x.js"}
    assert not re.findall(r"<(?:link|img|iframe|script)[^>]*\s(?:src|href)", text)
