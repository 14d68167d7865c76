"""Tables of patterns in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from circuitsim.errors import FileError
from circuitsim.formats import patterns as module
from circuitsim.formats.patterns import PatternWriter, open_patterns


def read(path: Path, names: list[str], default: list[float] | None = None) -> np.ndarray[Any, Any]:
    blocks = list(open_patterns(str(path), names, default or [0] * len(names)).blocks())
    return np.concatenate(blocks) if blocks else np.zeros((0, len(names)))


@settings(deadline=None)
@given(st.integers(0, 300), st.integers(1, 9), st.sampled_from(["uint8", "int8", "float64"]), st.integers(1, 40))
def test_what_is_written_is_read(tmp_path_factory: Any, count: int, width: int, dtype: str, block: int) -> None:
    folder = tmp_path_factory.mktemp("patterns")
    rng = np.random.default_rng(count)
    table = rng.integers(-1 if dtype == "int8" else 0, 2, (count, width)).astype(dtype)
    if dtype == "float64":
        table += rng.normal(size=table.shape)
    names = [f"c{k}" for k in range(width)]
    for ending in ("csv", "npy"):
        path = folder / f"t.{ending}"
        with PatternWriter(str(path), names, dtype) as writer:
            for start in range(0, count, block):
                writer.write(table[start : start + block])
        assert np.array_equal(read(path, names), table)
    assert np.array_equal(np.load(folder / "t.npy"), table)
    assert np.load(folder / "t.npy").dtype == table.dtype
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_blocks_of_a_csv_end_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = np.random.default_rng(1).integers(0, 2, (500, 3))
    path = tmp_path / "t.csv"
    for end in ("\n", "\r\n"):
        for tail in ("", end):
            text = "a,b,c" + end + end.join(",".join(map(str, row)) for row in table.tolist()) + tail
            path.write_bytes(text.encode())
            for block in (1, 2, 7, 1 << 16):
                monkeypatch.setattr(module, "BLOCK", block)
                assert np.array_equal(read(path, ["a", "b", "c"]), table)


def test_columns_come_in_any_order_and_may_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\ufeff c , a\n1,0\n 0,1\n", encoding="utf-8")
    assert read(path, ["a", "b", "c"]).tolist() == [[0, 0, 1], [1, 0, 0]]
    assert read(path, ["a", "b", "c"], [0, 1, 0]).tolist() == [[0, 1, 1], [1, 1, 0]]
    assert read(path, ["a", "b", "c"], [0, 0.5, 0]).tolist() == [[0, 0.5, 1], [1, 0.5, 0]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "is empty; its first line must name the columns"),
        (b"a,a\n", "line 1: column 'a' stands twice"),
        (b"a,q\n", "line 1: there is no input 'q'"),
        (b"a,b\n0,1\n0\n", "line 3: has 1 cells for 2 columns"),
        (b"a,b\n0,1\n0,1\n0,x\n", "line 4, column 'b': must be a number, not 'x'"),
        (b"a,b\n0,\n", "line 2, column 'b': must be a number, and the cell is empty"),
        (b"a,b\n0,1\n\xff,1\n", "line 3: is not UTF-8 text"),
        (b"\xff\n", "line 1: is not UTF-8 text"),
    ],
)
def test_bad_csv_is_told_with_line_and_column(tmp_path: Path, text: bytes, message: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text)
    with pytest.raises(FileError) as error:
        read(path, ["a", "b"])
    assert message in str(error.value)
    assert str(error.value).startswith(str(path))


def test_bad_arrays_are_refused(tmp_path: Path) -> None:
    cases: list[tuple[np.ndarray[Any, Any], str]] = [
        (np.zeros((3, 4)), r"has the shape \(3, 4\); it must be \(patterns, 2\)"),
        (np.zeros(4), r"has the shape \(4,\)"),
        (np.array([["a", "b"]]), "not numbers"),
        (np.array([[None, 1]], object), "cannot be read"),
    ]
    for array, message in cases:
        np.save(tmp_path / "t.npy", array, allow_pickle=True)
        with pytest.raises(FileError, match=message):
            open_patterns(str(tmp_path / "t.npy"), ["a", "b"], [0, 0])
    (tmp_path / "t.npy").write_bytes(b"nothing")
    with pytest.raises(FileError, match="cannot be read"):
        open_patterns(str(tmp_path / "t.npy"), ["a"], [0])
    for name in ("no.npy", "no.csv"):
        with pytest.raises(FileError, match="cannot be read: no such file"):
            open_patterns(str(tmp_path / name), ["a"], [0])
    with pytest.raises(FileError, match=r"are read from \.csv and \.npy"):
        open_patterns("t.txt", ["a"], [0])
    with pytest.raises(FileError, match=r"are written to \.csv and \.npy"):
        PatternWriter("t.txt", ["a"], "uint8")


def test_what_fails_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "t.npy"
    path.write_bytes(b"old")

    def stop() -> None:
        with PatternWriter(str(path), ["a"], "uint8") as writer:
            writer.write(np.zeros((5, 1), np.uint8))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stop()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["t.npy", "t.csv"])
def test_a_full_disk_is_one_clear_message(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no device here that is always full")
    (tmp_path / name).symlink_to("/dev/full")
    with (
        pytest.raises(FileError, match="cannot be written: no space left on device"),
        PatternWriter(str(tmp_path / name), ["a"], "uint8") as writer,
    ):
        writer.write(np.zeros((1 << 20, 1), np.uint8))
    assert Path("/dev/full").is_char_device()
