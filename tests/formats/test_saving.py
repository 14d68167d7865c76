"""Saving: the old file or the new one, whole, whatever happens; and clear words where it cannot be done."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

import circuitsim as cs
from circuitsim.errors import FileError
from circuitsim.formats import files
from circuitsim.formats.json_writer import write_json

NEEDS_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


def circuit(count: int = 3, name: str = "c") -> cs.Circuit:
    c = cs.Circuit(name)
    for k in range(count):
        c.add_neuron(f"n{k}")
    return c


def child(code: str, *arguments: str, **more: Any) -> subprocess.Popen[bytes]:
    source = Path(cs.__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(source), os.environ.get("PYTHONPATH", "")])}
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more,
    )  # fmt: skip


def test_save_and_load(tmp_path: Path, half_adder: cs.Circuit) -> None:
    for path in (tmp_path / "a.json", str(tmp_path / "b.JSON")):
        half_adder.save(path)
        again = cs.load(path)
        assert type(again) is cs.Circuit
        assert write_json(again) == write_json(half_adder) == Path(path).read_bytes()
        assert again.evaluate(a=1, b=0) == {"carry": 0, "sum": 1}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.json", "b.JSON"], "nothing is left beside them"


@pytest.mark.parametrize("name", ["c", "c.txt", "c.json.bak", "c."])
def test_an_unknown_ending_is_refused_with_the_known_ones(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for run in (lambda: circuit().save(path), lambda: cs.load(path)):
        with pytest.raises(FileError, match=r"\.json"):
            run()
    assert not path.exists()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    for name in ("missing.json", "folder.json", "missing/c.json", "nul\0.json", "x" * 300 + ".json"):
        with pytest.raises(FileError, match="cannot be read"):
            cs.load(tmp_path / name)


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file").write_text("x")
    for name in ("folder.json", "missing/c.json", "file/c.json", "nul\0.json", "x" * 300 + ".json"):
        with pytest.raises(FileError, match="nothing was changed"):
            circuit().save(tmp_path / name)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder.json"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    circuit().save(path)
    old = path.read_bytes()
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileError, match="nothing was changed"):
            circuit(9).save(path)
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == old


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_at_any_step_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "c.json"
    circuit().save(path)
    old = path.read_bytes()

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, step, fail)
    with pytest.raises(FileError, match="no space left on device; nothing was changed"):
        circuit(9).save(path)
    monkeypatch.undo()
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_keeps_the_old_file_and_goes_on_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.json"
    circuit().save(path)
    old = path.read_bytes()

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        circuit(9).save(path)
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


@NEEDS_POSIX
def test_a_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    circuit().save(path)
    old = path.read_bytes()
    code = """
        import resource, signal, sys
        import circuitsim as cs
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        c = cs.Circuit()
        for k in range(500):
            c.add_neuron(f"n{k}")
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            c.save(sys.argv[1])
        except cs.CircuitError as error:
            print(error)
    """
    out, err = child(code, str(path)).communicate(timeout=60)
    assert b"cannot be written: file too large; nothing was changed" in out, err
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


@NEEDS_POSIX
def test_a_process_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    sizes = (400, 1500)
    whole = {write_json(circuit(size)) for size in sizes}
    circuit(sizes[0]).save(path)
    code = """
        import sys
        import circuitsim as cs
        circuits = []
        for size in (400, 1500):
            circuits.append(cs.Circuit("c"))
            for k in range(size):
                circuits[-1].add_neuron(f"n{k}")
        print("ready", flush=True)
        while True:
            for c in circuits:
                c.save(sys.argv[1])
    """
    for round_ in range(6):
        process = child(code, str(path))
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        for _ in range(20):
            assert path.read_bytes() in whole, "a reader at the same time sees the old or the new"
            time.sleep(0.001 * (1 + round_))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert path.read_bytes() in whole
        assert cs.load(path).name == "c"


@NEEDS_POSIX
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o640])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "c.json"
    circuit().save(path)
    path.chmod(mode)
    circuit(9).save(path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@NEEDS_POSIX
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    circuit().save(tmp_path / "c.json")
    assert (tmp_path / "c.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


@NEEDS_POSIX
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "c.json", tmp_path / "link.json"
    circuit().save(target)
    link.symlink_to(target)
    circuit(9).save(link)
    assert link.is_symlink()
    assert len(cs.load(target).nodes) == 9
    dangling = tmp_path / "dangling.json"
    dangling.symlink_to(tmp_path / "real" / "new.json")
    circuit().save(dangling)
    assert (tmp_path / "real" / "new.json").is_file()
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    with pytest.raises(FileError):
        circuit().save(loop)
    with pytest.raises(FileError):
        cs.load(loop)


@pytest.mark.parametrize("name", ["x" * 250 + ".json", "漢" * 83 + ".json", "é.json", " .json", "a b.json"])
def test_names_as_long_and_odd_as_the_disk_takes(tmp_path: Path, name: str) -> None:
    circuit().save(tmp_path / name)
    assert len(cs.load(tmp_path / name).nodes) == 3


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    circuit().save("c.json")
    assert cs.load("c.json").name == "c"
