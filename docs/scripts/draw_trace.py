"""Draw what a clocked circuit does, as a timing diagram (SVG) and as text.

Try: python draw_trace.py blinker 12 blinker.svg start=1
Prints:
start 100000000000
light 001010101010
drawn in blinker.svg
"""

from __future__ import annotations

import sys

import circuitsim as cs


def main(name: str, ticks: int, picture: str, *drives: str) -> None:
    """Run the example, print inputs and outputs, and draw them."""
    stimulus = dict(drive.split("=", 1) for drive in drives)
    trace = cs.Simulator(cs.example(name)).run(ticks, stimulus)
    for node in (*trace.inputs, *trace.outputs):
        print(node, "".join(map(str, trace[node])))
    trace.to_svg(picture)
    print(f"drawn in {picture}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
