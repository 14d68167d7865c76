"""A page that runs by itself: the picture, the circuit's file, and a small simulator in it. It asks no server.

The script is the meaning of docs/semantics.md once more, in JavaScript, whose numbers are float64 as well.
"""

from __future__ import annotations

import json
from html import escape
from importlib.resources import files

from circuitsim.formats.json_writer import write_json
from circuitsim.formats.picture import port_names, svg
from circuitsim.store import Store


def write_page(circuit: Store) -> bytes:
    """The page as HTML: inputs are toggled by a click or by the space bar, and what fires is lit."""
    title = escape(circuit.name or "circuit")
    about = f"<p>{escape(circuit.description)}</p>" if circuit.description else ""
    data = json.dumps(json.loads(write_json(circuit)), ensure_ascii=True).replace("<", "\\u003c")
    script = (files("circuitsim.formats") / "page.js").read_text(encoding="utf-8")
    picture = svg(circuit.body(), port_names(circuit), circuit.name)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body{{font-family:"DejaVu Sans",Verdana,sans-serif;margin:1.5rem;color:#222;background:#fff}}
svg.circuit{{max-width:100%;height:auto;border:1px solid #ddd}}
svg.circuit .input{{cursor:pointer}}
svg.circuit .input:focus{{outline:2px solid #0072b2}}
table{{border-collapse:collapse;margin:1rem 0}} td,th{{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}}
button{{font:inherit;padding:.2rem .8rem;margin-right:.5rem}}
#problem{{color:#a00}}
</style>
</head>
<body>
<h1>{title}</h1>
{about}
<p>Click an input, or press space on it.
<button id="step">Step</button><button id="reset">Reset</button> tick <span id="tick">0</span></p>
<p id="problem" role="alert"></p>
{picture}
<table><thead><tr><th>output</th><th>value</th></tr></thead><tbody id="outputs" aria-live="polite"></tbody></table>
<script type="application/json" id="circuit">{data}</script>
<script>
{script}
</script>
</body>
</html>
""".encode()
