"""Trained models as files for others, chosen by ending: ONNX, a C function, a table of weights."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from circuitsim.errors import FileError, name_some
from circuitsim.formats.files import write_bytes
from circuitsim.learn.exports import c_function, onnx, weights_table

_FORMATS: Mapping[str, Callable[[Any], bytes]] = {
    ".onnx": onnx.write,
    ".c": c_function.write,
    ".csv": weights_table.write,
}


def export(model: Any, path: str | os.PathLike[str]) -> None:
    """Write a trained model to a file, in the format of its ending; the old file or the new one is there whole."""
    ending = Path(path).suffix.lower()
    if ending not in _FORMATS:
        raise FileError(f"{os.fspath(path)}: a model can be written to files that end in {name_some(list(_FORMATS))}")
    write_bytes(path, _FORMATS[ending](model))
