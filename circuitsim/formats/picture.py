"""Circuits as pictures, without a desktop: SVG of our own, and through libraries PNG and PDF.

Nodes stand where the document has them; those without a place are laid out tidily. Every node is a group that
carries its id (`data-id`), every line one with its ends, so that a page can light them up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from circuitsim.errors import FileError
from circuitsim.layout import tidy
from circuitsim.records import Body, Edge, Node, Place
from circuitsim.sentences import Sentence
from circuitsim.store import Store

_RADIUS = {"bias": 15.0, "neuron": 20.0, "tlu": 24.0, "output": 15.0}
_HALF = {"input": (18.0, 18.0), "delay": (24.0, 18.0)}
_LETTER = 6.8
_TITLE, _PITCH = 24.0, 18.0
_NAME = 16.0  # room for a name below a node
_MARGIN = 24.0
_SHARPNESS = 3.0
_MOST_PIXELS = 100e6

STYLE = """
svg.circuit text{font-family:"DejaVu Sans",Verdana,sans-serif;font-size:12px;fill:#222;text-anchor:middle}
svg.circuit .shape{fill:#fff;stroke:#444;stroke-width:1.5}
svg.circuit .line{fill:none;stroke:#777;stroke-width:1.5}
svg.circuit .line.inhibitory{stroke:#b5462e}
svg.circuit .head{fill:#777;stroke:none}
svg.circuit .head.inhibitory{fill:#fff;stroke:#b5462e;stroke-width:1.5}
svg.circuit .small{font-size:10px;fill:#555}
svg.circuit .on .shape{fill:#ffd54f}
svg.circuit .line.on{stroke:#d98200;stroke-width:2.5}
"""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A node in the picture: its centre, its turn, half its size, and its ports on either side."""

    node: Node
    x: float
    y: float
    degrees: float
    width: float
    height: float
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    def point(self, dx: float, dy: float) -> tuple[float, float]:
        """A point beside the centre, turned with the node."""
        angle = math.radians(self.degrees)
        return self.x + dx * math.cos(angle) - dy * math.sin(angle), self.y + dx * math.sin(angle) + dy * math.cos(
            angle
        )

    def port(self, names: tuple[str, ...], port: str | None, side: int) -> tuple[float, float]:
        """How far a port lies beside the centre."""
        y = 0.0 if port is None else _TITLE - self.height + (names.index(port) + 0.5) * _PITCH
        return side * self.width, y


def write_svg(circuit: Store) -> bytes:
    """The picture as SVG: it needs no other file, and its texts can be searched."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + svg(circuit.body(), port_names(circuit), circuit.name) + "\n"
    ).encode()


def write_png(circuit: Store) -> bytes:
    """The picture in pixels, some 290 an inch."""
    try:
        import resvg_py
    except ImportError:
        raise FileError(
            Sentence("a PNG needs resvg-py, which is not installed (pip install 'circuitsim[png]')")
        ) from None
    text = svg(circuit.body(), port_names(circuit), circuit.name)
    width, height = size_of(text)
    zoom = min(_SHARPNESS, math.sqrt(_MOST_PIXELS / (width * height)))
    return bytes(resvg_py.svg_to_bytes(svg_string=text, zoom=max(1, round(zoom)), background="#ffffff"))


def write_pdf(circuit: Store) -> bytes:
    """The picture as a page of its size, in vectors."""
    try:
        import cairosvg
    except (ImportError, OSError):  # OSError where the system has no cairo
        raise FileError(
            Sentence("a PDF needs cairosvg, which is not installed (pip install 'circuitsim[pdf]')")
        ) from None
    return bytes(cairosvg.svg2pdf(bytestring=svg(circuit.body(), port_names(circuit), circuit.name).encode()))


def size_of(text: str) -> tuple[float, float]:
    """Width and height of an SVG of ours."""
    head = text.partition(">")[0]
    return tuple(float(head.partition(f' {key}="')[2].partition('"')[0]) for key in ("width", "height"))  # type: ignore[return-value]


Ports = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""The inputs and outputs of each definition."""


def port_names(circuit: Store) -> Ports:
    return {name: (d.body.ports("input"), d.body.ports("output")) for name, d in circuit.definitions.items()}


def svg(body: Body, ports: Ports, title: str) -> str:
    """The picture of a body, as an `svg` element."""
    shapes = _shapes(body, ports)
    lines = _lines(body, shapes)
    low_x = min((s.x - max(s.width, s.height) for s in shapes.values()), default=0.0) - _MARGIN
    low_y = min((s.y - max(s.width, s.height) for s in shapes.values()), default=0.0) - _MARGIN
    high_x = max((s.x + max(s.width, s.height) for s in shapes.values()), default=100.0) + _MARGIN
    high_y = max((s.y + max(s.width, s.height) for s in shapes.values()), default=60.0) + _MARGIN + _NAME
    wide, high = math.ceil(high_x - low_x), math.ceil(high_y - low_y)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="circuit" role="img" width="{wide}" height="{high}" '
        f'viewBox="{low_x:g} {low_y:g} {wide} {high}">',
        f"<title>{_text(title or 'circuit')}</title><style>{STYLE}</style>",
        f'<rect x="{low_x:g}" y="{low_y:g}" width="{wide}" height="{high}" fill="#ffffff"/>',
        *lines,
        *(_node(shape) for shape in shapes.values()),
        "</svg>",
    ]
    return "\n".join(parts)


def _text(text: str) -> str:
    """Text for XML, which carries no control characters."""
    return escape("".join(sign if sign.isprintable() else " " for sign in text))


def _shapes(body: Body, ports: Ports) -> dict[str, _Shape]:
    sizes = {node.id: _size(node, ports) for node in body.nodes}
    places = dict(body.layout)
    missing = [node for node in body.nodes if node.id not in places]
    if missing:
        places |= _tidied(body, sizes, missing, below=max((place.y for place in places.values()), default=None))
    shapes = {}
    for node in body.nodes:
        place, (width, height) = places[node.id], sizes[node.id]
        left, right = ports.get(node.parameters.get("of", ""), ((), ()))
        shapes[node.id] = _Shape(node, place.x, place.y, place.degrees, width, height, left, right)
    return shapes


def _size(node: Node, ports: Ports) -> tuple[float, float]:
    if node.kind == "subcircuit":
        left, right = ports[node.parameters["of"]]
        names = max(map(len, left), default=0) + max(map(len, right), default=0)
        width = max(names * _LETTER + 42, len(node.parameters["of"]) * 1.2 * _LETTER + 24, 72)
        return min(width, 170.0) / 2, (_TITLE + max(len(left), len(right), 1) * _PITCH + 4) / 2
    radius = _RADIUS.get(node.kind)
    return _HALF[node.kind] if radius is None else (radius, radius)


def _tidied(
    body: Body, sizes: Mapping[str, tuple[float, float]], nodes: Sequence[Node], below: float | None
) -> dict[str, Place]:
    """Places for nodes that have none, below those that have one."""
    rank = {node.id: k for k, node in enumerate(nodes)}
    names = [min(len(node.label or node.id), 24) * _LETTER / 2 for node in nodes]
    reach = [
        (max(sizes[node.id][0], name), sizes[node.id][1], max(sizes[node.id][0], name), sizes[node.id][1] + _NAME)
        for node, name in zip(nodes, names, strict=True)
    ]
    edges = [(rank[e.source], rank[e.target]) for e in body.edges if e.source in rank and e.target in rank]
    first = [rank[node.id] for node in nodes if node.kind in ("input", "bias")]
    last = [rank[node.id] for node in nodes if node.kind == "output"]
    centres = tidy(reach, edges, first=first, last=last, gap=(60.0, 24.0))
    shift = 0.0 if below is None else below + 80.0
    return {node.id: Place(x, y + shift) for node, (x, y) in zip(nodes, centres.tolist(), strict=True)}


def _node(shape: _Shape) -> str:
    node, w, h = shape.node, shape.width, shape.height
    turned = f' transform="rotate({shape.degrees:g})"' if shape.degrees else ""
    given = node.parameters
    inner = []
    if node.kind in _RADIUS:
        inner.append(f'<circle class="shape" r="{w:g}"/>')
    elif node.kind == "input":
        inner.append(f'<path class="shape" d="M{-w:g} {-h:g}H{w / 3:g}L{w:g} 0L{w / 3:g} {h:g}H{-w:g}Z"/>')
    else:
        inner.append(f'<rect class="shape" x="{-w:g}" y="{-h:g}" width="{2 * w:g}" height="{2 * h:g}" rx="4"/>')
    if node.kind == "neuron":
        inner.append(f'<text y="4">≥{_short(given["threshold"])}</text>')
        if given["inhibition"] == "relative":
            inner.append('<text class="small" y="15">rel</text>')
    elif node.kind == "tlu":
        inner.append(f'<path class="line" d="M-8 6H0V-6H8"/><text class="small" y="18">{given["bias"]:+g}</text>')
    elif node.kind == "bias":
        inner.append('<text y="4">1</text>')
    elif node.kind == "delay":
        start = f" {given['initial']:g}" if given["initial"] else ""
        inner.append(f'<text y="4">τ{start}</text>')
    elif node.kind == "subcircuit":
        inner.append(f'<text y="{-h + 16:g}">{_text(_cut(given["of"]))}</text>')
        for names, side in ((shape.left, -1), (shape.right, 1)):
            anchor = "start" if side < 0 else "end"
            for k, name in enumerate(names):
                y = _TITLE - h + (k + 0.5) * _PITCH + 3
                inner.append(
                    f'<text class="small" x="{side * (w - 6):g}" y="{y:g}" style="text-anchor:{anchor}">'
                    f"{_text(_cut(name))}</text>"
                )
    name = _text(_cut(node.label or node.id))
    below = max(w, h) if shape.degrees % 180 else h
    return (
        f'<g class="node {node.kind}" data-id="{_text(node.id)}" transform="translate({shape.x:g} {shape.y:g})">'
        f"<g{turned}>{''.join(inner)}</g>"
        f'<text class="name" y="{below + 13:g}">{name}</text></g>'
    )


def _short(value: int) -> str:
    return str(value) if abs(value) < 10**6 else f"{'-' * (value < 0)}1e{len(str(abs(value))) - 1}"


def _cut(name: str) -> str:
    return name if len(name) <= 24 else name[:23] + "…"


def _lines(body: Body, shapes: Mapping[str, _Shape]) -> list[str]:
    arrivals: dict[tuple[str, str | None], int] = {}
    for edge in body.edges:
        arrivals[edge.target, edge.to_port] = arrivals.get((edge.target, edge.to_port), 0) + 1
    seen: dict[tuple[str, str | None], int] = {}
    lines = []
    for edge in body.edges:
        end = (edge.target, edge.to_port)
        k = seen[end] = seen.get(end, -1) + 1
        lines.append(_line(edge, shapes[edge.source], shapes[edge.target], k, arrivals[end]))
    return lines


def _line(edge: Edge, source: _Shape, target: _Shape, number: int, count: int) -> str:
    """A curve from the right of its source to the left of its target, and what stands at its end."""
    dx, dy = source.port(source.right, edge.from_port, 1)
    x1, y1 = source.point(dx, dy)
    _, dy = target.port(target.left, edge.to_port, -1)
    if edge.to_port is None and count > 1:
        dy += (number - (count - 1) / 2) * min(11.0, 1.5 * target.height / count)
    if target.node.kind in _RADIUS:
        dx = -math.sqrt(max(target.width**2 - dy**2, 0.0))
    else:
        dx = -target.width
    inhibitory = edge.kind == "inhibitory"
    x2, y2 = target.point(dx - 9, dy)
    tip = target.point(dx - (4.5 if inhibitory else 0), dy)
    bend = max(30.0, abs(x2 - x1) / 2)
    angle, turn = math.radians(source.degrees), math.radians(target.degrees)
    c1 = x1 + bend * math.cos(angle), y1 + bend * math.sin(angle)
    c2 = x2 - bend * math.cos(turn), y2 - bend * math.sin(turn)
    kind = " inhibitory" if inhibitory else ""
    ends = f'data-from="{_text(edge.source)}" data-to="{_text(edge.target)}"'
    if edge.from_port is not None:
        ends += f' data-from-port="{_text(edge.from_port)}"'
    path = f"M{x1:.1f} {y1:.1f}C{c1[0]:.1f} {c1[1]:.1f} {c2[0]:.1f} {c2[1]:.1f} {x2:.1f} {y2:.1f}"
    parts = [f'<path class="line{kind}" {ends} d="{path}"/>']
    if inhibitory:
        parts.append(f'<circle class="head inhibitory" cx="{tip[0]:.1f}" cy="{tip[1]:.1f}" r="4.5"/>')
    else:
        across = (4 * math.sin(turn), -4 * math.cos(turn))
        points = (tip, (x2 + across[0], y2 + across[1]), (x2 - across[0], y2 - across[1]))
        parts.append(f'<polygon class="head" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>')
    label = f"×{edge.count}" if edge.count not in (None, 1) else "" if edge.weight is None else f"{edge.weight:g}"
    if label:
        x, y = (c1[0] + 2 * c2[0] + x2) / 4, (c1[1] + 2 * c2[1] + y2) / 4
        parts.append(f'<text class="small" x="{x:.1f}" y="{y - 3:.1f}">{label}</text>')
    return "".join(parts)
