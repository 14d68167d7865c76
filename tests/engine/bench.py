"""A small reader of .bench netlists, for tests alone."""

from __future__ import annotations

import re
from pathlib import Path

import circuitsim as cs

RULES = {
    "AND": (lambda n: n, "excitatory"),
    "OR": (lambda n: 1, "excitatory"),
    "NAND": (lambda n: 1 - n, "inhibitory"),
    "NOR": (lambda n: 0, "inhibitory"),
    "NOT": (lambda n: 0, "inhibitory"),
    "BUFF": (lambda n: 1, "excitatory"),
}
"""Threshold and kind of synapse, with relative inhibition."""


def read_bench(path: Path) -> cs.Circuit:
    """The circuit of a netlist; its flip-flops become delays."""
    c = cs.Circuit(path.stem)
    lines = [line.split("#")[0].strip() for line in path.read_text().splitlines()]
    ports = [re.fullmatch(r"(INPUT|OUTPUT)\((.+)\)", line) for line in lines]
    gates = [found for line in lines if (found := re.fullmatch(r"(\S+) *= *(\w+)\((.+)\)", line))]
    for port in ports:
        if port and port[1] == "INPUT":
            c.add_input(port[2])
    for id, rule, reads in (gate.groups() for gate in gates):
        sources = [source.strip() for source in reads.split(",")]
        if rule == "DFF":
            c.add_delay(id)
        elif rule == "XOR":
            c.add_neuron(id, 1, "relative")
            c.add_neuron(f"{id}~both", len(sources))
        else:
            c.add_neuron(id, RULES[rule][0](len(sources)), "relative")
    for id, rule, reads in (gate.groups() for gate in gates):
        for source in (source.strip() for source in reads.split(",")):
            if rule in ("DFF", "XOR"):
                c.connect(source, id)
            else:
                c.connect(source, id, kind=RULES[rule][1])
            if rule == "XOR":
                c.connect(source, f"{id}~both")
        if rule == "XOR":
            c.inhibit(f"{id}~both", id, count=2)
    for port in ports:
        if port and port[1] == "OUTPUT":
            c.add_output(f"{port[2]}~out", port[2])
    return c
