"""From a circuit to a program of three-input lookups, one short step a module (docs/engines.md).

fold -> templates (tables, counting) -> build -> cuts -> order -> slots; `program` runs them all.
"""
