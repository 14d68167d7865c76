"""The project keeps what it promises of itself: layers, schema, wheel, commands."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import jsonschema
import pytest

import circuitsim as cs
from circuitsim.api import example_path
from circuitsim.formats.json_schema import schema
from circuitsim.formats.json_writer import write_json


def test_imports_run_one_way(root: Path) -> None:
    pytest.importorskip("PySide6")
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_published_schema_is_the_table_of_kinds(root: Path) -> None:
    published = root / "circuitsim" / "formats" / "circuit-1.schema.json"
    assert json.loads(published.read_text()) == schema()
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", cs.examples())
def test_the_schema_takes_every_example(name: str) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(example_path(name).read_text()))


@pytest.mark.parametrize(
    "node",
    [
        {"id": "a", "kind": "neutron"},
        {"id": "a b", "kind": "input"},
        {"id": "a", "kind": "neuron", "threshold": 1.5},
        {"id": "a", "kind": "neuron", "weight": 1},
        {"id": "a", "kind": "subcircuit"},
        {"kind": "input"},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(node: dict[str, object], half_adder: cs.Circuit) -> None:
    data = json.loads(write_json(half_adder))
    data["nodes"].append(node)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(data)
    text = json.dumps(data).encode()
    from circuitsim.formats.json_reader import read_json

    with pytest.raises(cs.CircuitError):
        read_json(text, "test", cs.Circuit)


def test_every_public_name_is_there() -> None:
    for name in cs.__all__:
        assert getattr(cs, name) is not None
    assert set(cs.__all__) <= set(dir(cs))
    with pytest.raises(AttributeError):
        cs.nothing_of_that_name  # noqa: B018


@pytest.mark.slow
def test_the_wheel_works_away_from_the_checkout(root: Path, tmp_path: Path) -> None:
    """Built, installed into an empty environment, and run with an empty home and no display."""
    source = tmp_path / "source"
    shutil.copytree(
        root, source, ignore=shutil.ignore_patterns(".git", ".venv", "*cache*", "dist", "build", ".hypothesis")
    )
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    shutil.rmtree(source)
    place = tmp_path / "env"
    venv.create(place, with_pip=False, symlinks=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    target = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", target, str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    # The dependencies come from this environment, after the wheel; what is editable here does not come along.
    (Path(target) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.defpath}

    def run(*arguments: str) -> str:
        command = [str(python), "-m", "circuitsim", *arguments]
        done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = [python, "-c", "import circuitsim, gui; print(circuitsim.__file__, gui.__file__)"]
    found = subprocess.run(where, cwd=home, env=environment, capture_output=True, text=True, check=True).stdout
    assert all(word.startswith(target) for word in found.split())
    assert [line.split()[0] for line in run("examples").splitlines()] == cs.examples()
    assert run("run", "and", "--set", "a=1", "--set", "b=1") == "y = 1\n"
    assert "tick" in run("demo")
    packaged = Path(target) / "circuitsim"
    assert (packaged / "formats" / "circuit-1.schema.json").is_file()
    assert (packaged / "learn" / "data" / "iris.csv").is_file()
    assert len(list((packaged / "circuits").glob("*.json"))) == len(cs.examples())
    assert (Path(target) / "gui" / "translations" / "circuitsim_de.qm").is_file()
    assert not list(home.iterdir())
