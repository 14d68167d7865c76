"""Bytes from and to the disk: every failure is one clear message, and a save is whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from circuitsim.errors import FileError
from circuitsim.sentences import Sentence


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """What a file holds."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        said = Sentence("{path}: cannot be read: {reason}", path=os.fspath(path), reason=_reason(error))
        raise FileError(said) from None


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace a file in one step: whatever happens, the old file or the new one is there whole."""
    with replacing(path) as file:
        file.write(data)


@contextlib.contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write to, which replaces the one of that name in one step, once all is written.

    The new content is written beside the old one, forced to the disk, and renamed over it; where anything fails
    it is removed again. A link is followed, and the old file's permissions are kept.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():  # a device, a pipe: nothing to rename over
            with open(target, "wb") as device:
                yield device
            return
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".circuitsim-", suffix=".part")
        try:
            with os.fdopen(descriptor, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, _permissions(target))
            os.replace(name, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
    except (OSError, ValueError) as error:
        said = Sentence(
            "{path}: cannot be written: {reason}; nothing was changed", path=os.fspath(path), reason=_reason(error)
        )
        raise FileError(said) from None


def _permissions(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _reason(error: Exception) -> Sentence:
    return Sentence.word((getattr(error, "strerror", None) or str(error)).lower())
