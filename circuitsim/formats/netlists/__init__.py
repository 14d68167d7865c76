"""Netlists of other tools: a module a format, each between its text and the neutral net of gates."""
