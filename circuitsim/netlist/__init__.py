"""Nets of gates, as other tools know them: between their files and our neurons (docs/netlists.md).

`netlist` holds gates, flip-flops and instances; `neurons` is the one table from gates to neurons, `build` makes a
circuit by it; `lower` goes the other way, and `aig` takes a net down to ANDs and inverters.
"""
