"""What drives inputs, from files: a CSV table, or the waveforms of a VCD."""

from __future__ import annotations

import io
import math
import os
from collections.abc import Collection
from pathlib import Path

from vcd.reader import TokenKind, VarDecl, VCDParseError, tokenize

from circuitsim.errors import FileError, name_some
from circuitsim.formats.columns import read_columns
from circuitsim.formats.files import read_bytes
from circuitsim.formats.waves import TICKS, word
from circuitsim.netlist.netlist import Tell
from circuitsim.sentences import Sentence

MOST_VALUES = 1_000_000
"""How many values a short dump may unfold to; one that is longer than that, a hundred for each byte."""


def read_stimulus(
    path: str | os.PathLike[str], names: Collection[str], tell: Tell, *, step: int | None = None
) -> dict[str, list[float]]:
    """A sequence for each input that the file names, by the file's ending.

    Parameters
    ----------
    names : collection of str
        The inputs.
    tell : callable
        Takes what was left out: signals that are no inputs, values that are no bits.
    step : int, optional
        How many time units of a VCD are a tick; otherwise 1 where circuitsim wrote it, and else the largest
        number that divides every time at which something changes.
    """
    if Path(path).suffix.lower() != ".vcd":
        return read_columns(path, names)
    source = os.fspath(path)
    try:
        return _Dump(source, names, tell).read(read_bytes(path), step)
    except VCDParseError as error:
        raise FileError(Sentence("{path}: is no VCD: {problem}", path=source, problem=str(error))) from None


class _Dump:
    """Reads one dump."""

    def __init__(self, source: str, names: Collection[str], tell: Tell) -> None:
        self.source, self.tell = source, tell
        self.wanted = {name: name for name in names}
        for name in names:
            self.wanted.setdefault(word(name), name)
        self.bits: dict[str, list[str | None]] = {}  # the inputs of each code, the highest bit first
        self.changes: list[tuple[int, str, float]] = []
        self.unknown = 0
        self.ours = False
        self.strange: list[str] = []

    def read(self, data: bytes, step: int | None) -> dict[str, list[float]]:
        now, times = 0, {0}
        for token in tokenize(io.BytesIO(data)):
            kind = token.kind
            if kind is TokenKind.VAR:
                self._declare(token.var)
            elif kind is TokenKind.COMMENT:
                self.ours |= TICKS in token.comment
            elif kind is TokenKind.CHANGE_TIME:
                now = token.time_change
                times.add(now)
            elif kind is TokenKind.CHANGE_SCALAR:
                self._change(now, token.scalar_change.id_code, [str(token.scalar_change.value)])
            elif kind is TokenKind.CHANGE_VECTOR:
                change = token.vector_change
                value = change.value
                width = len(self.bits.get(change.id_code, ()))
                digits = format(value, f"0{width}b") if isinstance(value, int) else _extended(str(value), width)
                self._change(now, change.id_code, list(digits))
            elif kind is TokenKind.CHANGE_REAL:
                self._real(now, token.real_change.id_code, token.real_change.value)
        self._say()
        return self._columns(sorted(times), step, MOST_VALUES + 100 * len(data))

    def _declare(self, declared: VarDecl) -> None:
        name = declared.reference
        single = self.wanted.get(declared.ref_str) or (self.wanted.get(name) if declared.size == 1 else None)
        if declared.size == 1 or single is not None:
            found = [single]
        else:
            high, low = declared.size - 1, 0
            if isinstance(declared.bit_index, tuple):
                high, low = declared.bit_index
            order = range(high, low - 1, -1) if high >= low else range(high, low + 1)
            found = [self.wanted.get(f"{name}[{bit}]") for bit in order]
        if any(found):
            self.bits.setdefault(declared.id_code, found)
        elif declared.ref_str not in self.strange:
            self.strange.append(declared.ref_str)

    def _change(self, now: int, code: str, digits: list[str]) -> None:
        for name, digit in zip(self.bits.get(code, ()), digits, strict=False):
            if name is None:
                continue
            if digit not in ("0", "1"):
                self.unknown += 1
                digit = "0"
            self.changes.append((now, name, int(digit)))

    def _real(self, now: int, code: str, value: float) -> None:
        name = self.bits.get(code, [None])[0]
        if name is not None:
            self.changes.append((now, name, value))

    def _say(self) -> None:
        if not self.bits:
            known = name_some(sorted(self.wanted.values()))
            raise FileError(Sentence("{path}: holds none of the inputs {names}", path=self.source, names=known))
        if self.unknown:
            said = Sentence(
                "{path}: {count} values that are neither 0 nor 1 are 0", path=self.source, count=self.unknown
            )
            self.tell(said)

    def _columns(self, times: list[int], step: int | None, most: int) -> dict[str, list[float]]:
        if step is None:
            step = 1 if self.ours else math.gcd(*times) or 1
        end = times[-1] // step
        names = dict.fromkeys(name for bits in self.bits.values() for name in bits if name is not None)
        if end * len(names) > most:
            said = Sentence(
                "{path}: goes on for {count} ticks of {step} time units; say how long a tick is (--step)",
                path=self.source, count=end, step=step,
            )  # fmt: skip
            raise FileError(said)
        columns: dict[str, list[float]] = {}
        ticks = end if self.ours else end + 1
        by_name: dict[str, list[tuple[int, float]]] = {name: [] for name in names}
        for time, name, value in self.changes:
            by_name[name].append((-(-time // step), value))
        for name, changes in by_name.items():
            column: list[float] = []
            value = 0.0
            for tick, following in changes:
                column += [value] * (min(tick, ticks) - len(column))
                value = following
            column += [value] * (ticks - len(column))
            columns[name] = column
        return columns


def _extended(digits: str, width: int) -> str:
    """A value with as many digits as its variable has bits: x and z repeat, 1 does not."""
    first = digits[:1] if digits[:1] in "xzXZ" else "0"
    return digits.rjust(width, first)
