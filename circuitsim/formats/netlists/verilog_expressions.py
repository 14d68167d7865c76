"""Expressions of bits in Verilog, as gates: operators by precedence, without recursion."""

from __future__ import annotations

from circuitsim.netlist.netlist import INNER, Gate, Module

_BINDS = {"?": 1, ":": 1, "|": 2, "||": 2, "^": 3, "~^": 3, "^~": 3, "&": 4, "&&": 4, "~": 5, "!": 5}
_OPERATOR = {"|": "OR", "||": "OR", "^": "XOR", "~^": "XNOR", "^~": "XNOR", "&": "AND", "&&": "AND"}
_NEGATED = {"AND": "NAND", "OR": "NOR", "XOR": "XNOR", "NAND": "AND", "NOR": "OR", "XNOR": "XOR"}
_MUX = ("11-", "0-1")

Part = tuple[str, bool] | list[object]
"""A literal, a net and whether it is inverted; or [operator, part, part, ...]."""


class Expressions:
    """Takes the signs of one expression after the other, and adds the gates that they come to."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._count = 0

    def begin(self, line: int, stem: str) -> None:
        """Begin a new expression; inner nets are named after the stem."""
        self._line, self._stem = line, stem
        self._parts: list[Part] = []
        self._signs: list[str] = []
        self._operand = True  # whether one is due

    @property
    def due(self) -> bool:
        """Whether a net or a constant can stand here."""
        return self._operand

    def operand(self, net: str) -> None:
        """Take a net."""
        self._parts.append((net, False))
        self._operand = False

    def constant(self, bit: int) -> None:
        """Take a constant."""
        self.operand(self._gate("ONE" if bit else "ZERO", ()))

    def sign(self, sign: str) -> bool:
        """Take an operator or a parenthesis; whether it can stand there."""
        if self._operand:
            if sign in ("~", "!", "("):
                self._signs.append(sign)
                return True
            return False
        if sign == ")":
            while self._signs and self._signs[-1] != "(":
                if not self._reduce():
                    return False
            if not self._signs:
                return False
            self._signs.pop()
            return True
        if sign == ":":
            while self._signs and self._signs[-1] not in ("?", "("):
                if not self._reduce():
                    return False
            if not self._signs or self._signs[-1] != "?":
                return False
            self._signs[-1] = ":"
        elif sign == "?":
            while self._signs and _BINDS.get(self._signs[-1], 0) > 1:
                if not self._reduce():
                    return False
            self._signs.append(sign)
        elif sign in _OPERATOR:
            while self._signs and _BINDS.get(self._signs[-1], 0) >= _BINDS[sign]:
                if not self._reduce():
                    return False
            self._signs.append(sign)
        else:
            return False
        self._operand = True
        return True

    def end(self, net: str | None) -> str | None:
        """The net of the expression, which is the given one where one is given; None where it is not whole."""
        if self._operand:
            return None
        while self._signs:
            if self._signs[-1] == "(" or not self._reduce():
                return None
        if len(self._parts) != 1:
            return None
        return self._net_of(self._parts[0], net)

    def _reduce(self) -> bool:
        sign = self._signs.pop()
        if sign in ("~", "!"):
            part = self._parts[-1]
            self._parts[-1] = ["NOT", part] if isinstance(part, list) else (part[0], not part[1])
            return True
        count = 3 if sign == ":" else 2
        if sign == "?" or len(self._parts) < count:
            return False
        operator = "MUX" if sign == ":" else _OPERATOR[sign]
        parts = self._parts[-count:]
        del self._parts[-count:]
        first = parts[0]
        if operator in ("AND", "OR", "XOR") and isinstance(first, list) and first[0] == operator:
            first.append(parts[1])  # a & b & c is one gate
            self._parts.append(first)
        else:
            self._parts.append([operator, *parts])
        return True

    def _net_of(self, part: Part, net: str | None) -> str:
        """Make the gates of a part, the innermost first."""
        if isinstance(part, tuple):
            if net is None and not part[1]:
                return part[0]
            return self._gate("NOT" if part[1] else "BUF", (part[0],), net=net)
        done: dict[int, tuple[str, bool]] = {}
        todo: list[tuple[list[object], bool]] = [(part, False)]
        while todo:
            at, ready = todo.pop()
            if not ready:
                todo.append((at, True))
                todo += [(inner, False) for inner in at[1:] if isinstance(inner, list)]
                continue
            literals = [done[id(inner)] if isinstance(inner, list) else inner for inner in at[1:]]
            done[id(at)] = self._literal(str(at[0]), literals, net if at is part else None)  # type: ignore[arg-type]
        name, inverted = done[id(part)]
        if inverted:
            return self._gate("NOT", (name,), net=net)
        return name

    def _literal(self, operator: str, literals: list[tuple[str, bool]], net: str | None) -> tuple[str, bool]:
        if operator == "NOT":
            name, inverted = literals[0]
            last = self._module.gates[-1]
            if last.net == name and not inverted and last.operator in _NEGATED:  # the gate that was just made for it
                gate = last._replace(operator=_NEGATED[last.operator], net=net or name)
                self._module.gates[-1] = gate
                return gate.net, False
            return (
                (name, not inverted)
                if net is None
                else (self._gate("BUF" if inverted else "NOT", (name,), net=net), False)
            )
        sources = tuple(name for name, _ in literals)
        odd = sum(inverted for _, inverted in literals)
        if operator in ("XOR", "XNOR") and odd:
            operator = _NEGATED[operator] if odd % 2 else operator
        elif operator == "MUX":
            flips = "".join("10"[inverted] for _, inverted in literals)
            flip = {"0": str.maketrans("01", "10"), "1": {}}
            rows = tuple("".join(symbol.translate(flip[flips[k]]) for k, symbol in enumerate(row)) for row in _MUX)
            return self._gate("COVER", sources, rows, net=net), False
        elif odd:
            row = "".join("01"[inverted == (operator == "OR")] for _, inverted in literals)
            return self._gate("COVER", sources, (row,), operator == "AND", net=net), False
        return self._gate(operator, sources, net=net), False

    def _gate(
        self,
        operator: str,
        sources: tuple[str, ...],
        rows: tuple[str, ...] = (),
        on: bool = True,
        *,
        net: str | None = None,
    ) -> str:
        if net is None:
            self._count += 1
            net = f"{INNER}{self._stem}~{self._count}"
        self._module.gates.append(Gate(operator, net, sources, self._line, rows, on))
        return net
