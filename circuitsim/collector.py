"""Python's cycle collector, held back while very many records are made.

It looks through all that was made again and again as more is made, and finds nothing: records hold
no cycles. Loading and compiling large circuits take up to three times as long with it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """No collection inside; afterwards it is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
