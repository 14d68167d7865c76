"""Lookups as machine code, made by LLVM through llvmlite (docs/engines.md)."""
