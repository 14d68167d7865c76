"""What an input plays, as people write it: `0110` once, `01…` again and again."""

from __future__ import annotations

from circuitsim.kinds import Drive

_AGAIN = ("…", "...", "*")


def parse_sequence(text: str) -> dict[str, object] | None:
    """A typed sequence as the parameter of an input; None where nothing is played.

    >>> parse_sequence("0110"), parse_sequence(" 01... "), parse_sequence("")
    ({'pattern': '0110', 'repeat': False}, {'pattern': '01', 'repeat': True}, None)
    """
    text = text.strip()
    pattern = text
    for end in _AGAIN:
        pattern = pattern.removesuffix(end)
    return {"pattern": pattern, "repeat": pattern != text} if text else None


def show_sequence(drive: Drive | None) -> str:
    """A sequence in a field.

    >>> show_sequence(Drive("01", True)), show_sequence(None)
    ('01…', '')
    """
    return "" if drive is None else drive.pattern + (_AGAIN[0] if drive.repeat else "")
