"""Circuits that other editors draw: parts with pins at places, and wires between them."""
