"""The table of node kinds: parameters, ports, edges and firing rules, each said once.

The engine, the file check, the JSON Schema, the command line and the window all read this table,
so a new kind is one entry here.

A firing rule takes the node's parameters and what arrives, pairs of a value and its `Edge` in the
document's order, and gives the node's value. It is written so that the values may be numbers or
numpy arrays of numbers: the reference walk passes the former, the word engine falls back on the latter.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from circuitsim.records import Drive, Edge
from circuitsim.sentences import Sentence

Role = Literal["given", "constant", "gate", "store", "wire", "instance"]
"""Where a node's value comes from: outside, nowhere, its sources now, its source a tick ago, its one
source unchanged, or another circuit."""

Synapse = Literal["plain", "counted", "weighted"]
"""What an edge into the node carries: nothing, a kind and a count, or a weight."""

Arrivals = Sequence[tuple[Any, Edge]]


def active(value: Any) -> Any:
    """Whether a value counts as a pulse: it is greater than 0 (element by element for an array)."""
    return value > 0


def show(value: object) -> str:
    """A value from outside in a message: short, and never more than a line."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        return Sentence("an object")
    if isinstance(value, (list, tuple)):
        return Sentence("a list")
    if isinstance(value, int) and abs(value) >= 2**256:
        return Sentence("an integer of {bits} bits", bits=value.bit_length())
    if isinstance(value, str):
        value = value[:60] if len(value) <= 60 else value[:57] + "..."
    return ascii(value) if isinstance(value, (str, int, float)) else type(value).__name__


MOST_DIGITS = 4000
"""The longest integer that a file may hold; Python reads back no more than 4,300 digits."""


_TOO_LONG = 10**MOST_DIGITS


def integer(value: object) -> int:
    """Any integer of up to 4,000 digits; 2.0 is one, True and 2.5 are not."""
    if isinstance(value, bool):
        raise ValueError(Sentence("must be an integer, not {value}", value=show(value)))
    try:
        result = operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        if not isinstance(value, float) or not value.is_integer():
            raise ValueError(Sentence("must be an integer, not {value}", value=show(value))) from None
        result = int(value)
    if abs(result) >= _TOO_LONG:
        raise ValueError(Sentence("has more than {most:,} digits", most=MOST_DIGITS))
    return result


def number(value: object) -> float:
    """Any finite number, as a float64."""
    if isinstance(value, (bool, str, bytes)):
        raise ValueError(Sentence("must be a number, not {value}", value=show(value)))
    try:
        result = float(value)  # type: ignore[arg-type]
    except OverflowError:
        raise ValueError(Sentence("is too large for a float64")) from None
    except (TypeError, ValueError):
        raise ValueError(Sentence("must be a number, not {value}", value=show(value))) from None
    if not math.isfinite(result):
        raise ValueError(Sentence("must be a finite number, not {value}", value=result))
    return result


def text(value: object) -> str:
    """Text that can be written to a file."""
    if not isinstance(value, str):
        raise ValueError(Sentence("must be text, not {value}", value=show(value)))
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ValueError(Sentence("holds half of a surrogate pair, which no file can carry")) from None
    return value


def identifier(value: object) -> str:
    """A name: printable characters without white space, at least one."""
    if not isinstance(value, str):
        raise ValueError(Sentence("must be text, not {value}", value=show(value)))
    if not value:
        raise ValueError(Sentence("must not be empty"))
    if not value.isprintable() or " " in value:
        raise ValueError(Sentence("must be printable characters without white space, not {value}", value=show(value)))
    return value


def positive(value: object) -> int:
    """How many synapses lie side by side."""
    result = integer(value)
    if not 1 <= result < 2**31:
        raise ValueError(Sentence("must be from 1 to {most}, not {value}", most=2**31 - 1, value=show(result)))
    return result


def either(options: Sequence[str]) -> Sentence:
    """Words of which one is chosen.

    >>> either(["a", "b", "c"])
    "'a' or 'b' or 'c'"
    """
    first, *rest = (Sentence.of(repr(option)) for option in options)
    for option in rest:
        first = Sentence("{one} or {other}", one=first, other=option)
    return first


def choice(*options: str) -> Callable[[object], str]:
    """A parser for one of a few words."""

    def parse(value: object) -> str:
        if value not in options or not isinstance(value, str):
            raise ValueError(Sentence("must be {options}, not {value}", options=either(options), value=show(value)))
        return value

    return parse


def drive(value: object) -> Drive | None:
    """None, or a sequence to play: a pattern of 0 and 1, and whether it repeats."""
    if value is None or isinstance(value, Drive):
        return value
    if isinstance(value, str):
        value = {"pattern": value}
    if not isinstance(value, Mapping):
        raise ValueError(Sentence("must be like {{'pattern': '01', 'repeat': true}}, not {value}", value=show(value)))
    for key in value:
        if key not in ("pattern", "repeat"):
            raise ValueError(Sentence("has the unknown key {value}; it takes 'pattern' and 'repeat'", value=show(key)))
    pattern, repeat = value.get("pattern"), value.get("repeat", False)
    if not isinstance(pattern, str) or not pattern or set(pattern) - {"0", "1"}:
        raise ValueError(Sentence("must have a pattern of 0 and 1, not {value}", value=show(pattern)))
    if not isinstance(repeat, bool):
        raise ValueError(Sentence("must have true or false for repeat, not {value}", value=show(repeat)))
    return Drive(pattern, repeat)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a kind: its default, what parses it, its JSON Schema, and what it means.

    `parse` gives the value in its one canonical form or raises ValueError with words that follow
    the parameter's name in a message.
    """

    name: str
    default: Any
    parse: Callable[[object], Any]
    schema: Mapping[str, Any]
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """An exact integer form of a firing rule: 1 iff the sum of the weights of active sources >= threshold."""

    weights: tuple[int, ...]
    threshold: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node.

    Attributes
    ----------
    sources : int or None
        How many edges may come in; None for any number.
    emits : bool
        Whether edges may go out.
    synapse : Synapse
        What an edge into such a node carries.
    fire : callable or None
        The firing rule, for a gate.
    threshold : callable or None
        The rule as an exact integer threshold over sources that are 0 or 1, or None where float64
        sums could differ from it.
    signed : callable or None
        Whether the node, with these parameters, can give -1.
    """

    name: str
    title: str
    meaning: str
    role: Role
    sources: int | None
    emits: bool
    synapse: Synapse = "plain"
    parameters: tuple[Parameter, ...] = ()
    fire: Callable[[Mapping[str, Any], Arrivals], Any] | None = None
    threshold: Callable[[Mapping[str, Any], Sequence[Edge]], Threshold | None] | None = None
    signed: Callable[[Mapping[str, Any]], bool] | None = None

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, if the kind has it."""
        return next((p for p in self.parameters if p.name == name), None)


def fire_neuron(parameters: Mapping[str, Any], arrivals: Arrivals) -> Any:
    """McCulloch and Pitts (1943), eq. 1, with `>=` for the printed "exceeds" (docs/semantics.md).

    Absolute inhibition: one active inhibitory synapse prevents firing. Relative: each takes one
    excitatory synapse away.

    >>> both = Edge(0, "a", "c", kind="excitatory", count=2)
    >>> fire_neuron({"threshold": 2, "inhibition": "absolute"}, [(1, both)])
    1
    """
    excitation: Any = 0
    inhibition: Any = 0
    for value, edge in arrivals:
        if edge.kind == "inhibitory":
            inhibition = inhibition + active(value) * edge.count
        else:
            excitation = excitation + active(value) * edge.count
    if parameters["inhibition"] == "absolute":
        return (inhibition == 0) * (excitation >= parameters["threshold"]) * 1
    return (excitation - inhibition >= parameters["threshold"]) * 1


def neuron_threshold(parameters: Mapping[str, Any], edges: Sequence[Edge]) -> Threshold:
    """The neuron as one integer threshold: absolute inhibition becomes a weight that nothing outweighs."""
    counts = [edge.count or 0 for edge in edges]
    threshold: int = parameters["threshold"]
    veto = 1
    if parameters["inhibition"] == "absolute":
        threshold = max(threshold, 0)  # the same, since nothing takes excitation away
        excitation = sum(n for n, edge in zip(counts, edges, strict=True) if edge.kind == "excitatory")
        veto = max(0, excitation - threshold + 1)
    weights = tuple(
        n if edge.kind == "excitatory" else -(veto if parameters["inhibition"] == "absolute" else n)
        for n, edge in zip(counts, edges, strict=True)
    )
    return Threshold(weights, threshold)


def fire_tlu(parameters: Mapping[str, Any], arrivals: Arrivals) -> Any:
    """Threshold logic unit: step(sum of weight times value, plus bias), summed in the order of its edges.

    The order and the bias last make the float64 sum one definite number (docs/semantics.md).

    >>> half = Edge(0, "a", "t", weight=0.5)
    >>> fire_tlu({"bias": -0.5, "step": "heaviside"}, [(1, half)])
    1
    >>> fire_tlu({"bias": -0.5, "step": "sign"}, [(0, half)])
    -1
    """
    total: Any = 0.0
    for value, edge in arrivals:
        total = total + edge.weight * value
    total = total + parameters["bias"]
    if parameters["step"] == "heaviside":
        return (total >= 0) * 1
    return (total > 0) * 1 - (total < 0) * 1


def tlu_threshold(parameters: Mapping[str, Any], edges: Sequence[Edge]) -> Threshold | None:
    """The TLU over 0/1 sources as an integer threshold, where no float64 sum can be rounded.

    Every float is an integer over a power of two. On the largest such denominator all sums are
    integers; while they stay below 2**53 float64 holds each of them exactly.
    """
    if parameters["step"] != "heaviside":
        return None
    ratios = [float(w).as_integer_ratio() for w in (*(edge.weight or 0.0 for edge in edges), parameters["bias"])]
    scale = max(denominator for _, denominator in ratios)
    scaled = [numerator * (scale // denominator) for numerator, denominator in ratios]
    if sum(map(abs, scaled)) >= 2**53:
        return None
    return Threshold(tuple(scaled[:-1]), -scaled[-1])


_FINITE = {"type": "number"}

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind(
                "input",
                Sentence("Input"),
                Sentence("a value from outside; 0 until it is given one"),
                "given",
                0,
                True,
                parameters=(
                    Parameter(
                        "domain",
                        "binary",
                        choice("binary", "real"),
                        {"enum": ["binary", "real"]},
                        Sentence("what it takes: 0 and 1, or any finite number"),
                    ),
                    Parameter(
                        "drive",
                        None,
                        drive,
                        {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["pattern"],
                            "properties": {
                                "pattern": {"type": "string", "pattern": "^[01]+$"},
                                "repeat": {"type": "boolean", "default": False},
                            },
                        },
                        Sentence("a sequence that it plays, one symbol a tick"),
                    ),
                ),
            ),
            Kind("bias", Sentence("Bias neuron"), Sentence("always 1"), "constant", 0, True),
            Kind(
                "neuron",
                Sentence("McCulloch-Pitts neuron"),
                Sentence("fires when enough excitatory synapses are active"),
                "gate",
                None,
                True,
                "counted",
                (
                    Parameter(
                        "threshold",
                        2,
                        integer,
                        {"type": "integer"},
                        Sentence("how many excitatory synapses must be active"),
                    ),
                    Parameter(
                        "inhibition",
                        "absolute",
                        choice("absolute", "relative"),
                        {"enum": ["absolute", "relative"]},
                        Sentence("one inhibitor vetoes (absolute), or takes one excitation away (relative)"),
                    ),
                ),
                fire_neuron,
                neuron_threshold,
            ),
            Kind(
                "tlu",
                Sentence("Threshold logic unit"),
                Sentence("a step of the weighted sum plus a bias"),
                "gate",
                None,
                True,
                "weighted",
                (
                    Parameter("bias", 0.0, number, _FINITE, Sentence("added to the weighted sum")),
                    Parameter(
                        "step",
                        "heaviside",
                        choice("heaviside", "sign"),
                        {"enum": ["heaviside", "sign"]},
                        Sentence("heaviside gives 0 or 1, and 1 at 0; sign gives -1, 0 or 1, and 0 at 0"),
                    ),
                ),
                fire_tlu,
                tlu_threshold,
                lambda parameters: bool(parameters["step"] == "sign"),
            ),
            Kind(
                "delay",
                Sentence("Delay"),
                Sentence("what its source was a tick ago"),
                "store",
                1,
                True,
                parameters=(Parameter("initial", 0.0, number, _FINITE, Sentence("its value at tick 0")),),
            ),
            Kind("output", Sentence("Output"), Sentence("its one source, as a named result"), "wire", 1, False),
            Kind(
                "subcircuit",
                Sentence("Subcircuit"),
                Sentence("an instance of a definition"),
                "instance",
                None,
                True,
                parameters=(
                    Parameter(
                        "of",
                        None,
                        identifier,
                        {"type": "string", "minLength": 1},
                        Sentence("the name of its definition"),
                        required=True,
                    ),
                ),
            ),
        )
    }
)

EDGE_KINDS = ("excitatory", "inhibitory")
EDGE_PARAMETERS: Mapping[Synapse, tuple[Parameter, ...]] = MappingProxyType(
    {
        "plain": (),
        "counted": (
            Parameter(
                "kind",
                "excitatory",
                choice(*EDGE_KINDS),
                {"enum": list(EDGE_KINDS)},
                Sentence("whether it excites or inhibits"),
            ),
            Parameter(
                "count",
                1,
                positive,
                {"type": "integer", "minimum": 1, "maximum": 2**31 - 1},
                Sentence("how many synapses lie side by side"),
            ),
        ),
        "weighted": (Parameter("weight", 1.0, number, _FINITE, Sentence("what the value is multiplied by")),),
    }
)
