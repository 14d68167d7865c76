"""Time two things in turn and print their ratio."""

from __future__ import annotations

import statistics
from collections.abc import Callable


def in_turn(contenders: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each contender, `rounds` times, one after the other in every round."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            seconds[name].append(measure())
    return seconds


def report(seconds: dict[str, list[float]], ours: str, peer: str) -> float:
    """Print median and spread of each, and the ratio of ours to the peer, round by round; return its median."""
    for name, values in seconds.items():
        low, middle, high = min(values), statistics.median(values), max(values)
        print(f"{name:<42} {_time(middle)}  (from {_time(low)} to {_time(high)})")
    ratios = [a / b for a, b in zip(seconds[ours], seconds[peer], strict=True)]
    middle = statistics.median(ratios)
    print(f"ratio {ours} / {peer}: {middle:.4g}  (from {min(ratios):.4g} to {max(ratios):.4g}, {len(ratios)} rounds)")
    return middle


def _time(seconds: float) -> str:
    power = next((power for power in range(3) if seconds * 1000**power >= 1), 3)
    return f"{seconds * 1000**power:.3g} {('s', 'ms', 'µs', 'ns')[power]}"
