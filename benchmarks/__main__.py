"""All benchmarks, one after the other, and the page that is made of them.

Run: python -m benchmarks [--only batch,clock] [--page docs/benchmarks.md] [--json OUT.json]

Each runs in a process of its own; what it prints is shown, and kept. A page is worth something only from a quiet
machine: the load before and after each benchmark is on it. With --only, what the file of --json has of the others is
kept, there and on the page.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from plots import ratios  # noqa: E402 - beside this file, as the benchmarks have it
from results import Row, commit, machine  # noqa: E402


@dataclass
class Ran:
    """What a benchmark printed, and the rows that it told."""

    name: str
    about: str
    status: int
    load: tuple[float, float]
    text: str
    rows: list[Row] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    commit: str = ""

    @property
    def rest(self) -> str:
        """What it printed besides rows."""
        told = {str(row) for row in self.rows} | {f"left out: {what}" for what in self.left_out}
        return "\n".join(line for line in self.text.splitlines() if line not in told).strip()


def names() -> list[str]:
    """All benchmarks."""
    return sorted(file.stem.removeprefix("bench_") for file in HERE.glob("bench_*.py"))


def run(name: str) -> Ran:
    """Run one, showing what it prints."""
    file = HERE / f"bench_{name}.py"
    about = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    with tempfile.TemporaryDirectory() as folder:
        told, wrong = Path(folder) / "rows.json", Path(folder) / "errors"
        command, environment = [sys.executable, str(file)], os.environ | {"CIRCUITSIM_BENCHMARK_ROWS": str(told)}
        before, lines = os.getloadavg()[0], []
        with (
            wrong.open("w") as errors,
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment) as process,
        ):
            assert process.stdout is not None
            for line in process.stdout:
                print(line, end="", flush=True)
                lines.append(line)
        if process.returncode:
            lines.append(wrong.read_text().strip().rpartition("\n")[2] + "\n")
            print(lines[-1], end="", flush=True)
        kept = json.loads(told.read_text()) if told.exists() else {"rows": [], "left_out": []}
    rows = [Row(**row) for row in kept["rows"]]
    loads, text = (before, os.getloadavg()[0]), "".join(lines)
    return Ran(name, " ".join(about.split()), process.returncode, loads, text, rows, kept["left_out"], commit())


def kept_before(file: Path | None) -> list[Ran]:
    """What a file of an earlier run has."""
    if file is None or not file.is_file():
        return []
    ran = json.loads(file.read_text())["benchmarks"]
    return [Ran(**{**each, "rows": [Row(**row) for row in each["rows"]], "load": tuple(each["load"])}) for each in ran]


def page(found: list[Ran], where: dict[str, Any], picture: str) -> str:
    """The page, in Markdown."""
    versions = ", ".join(f"{name} {version}" for name, version in where["versions"].items())
    lines = [
        "# Benchmarks",
        "",
        "Made by `python -m benchmarks`. Ratios are medians with their spread, of runs in turn with the peer's in one",
        "process or one after the other; results are compared for equality first.",
        "",
        f"Machine: {where['cpu']} ({', '.join(where['features']) or 'no AVX2'}), {where['cores']} cores, "
        f"{where['system']}, Python {where['python']}, {versions}.",
        "",
        f"![How many times faster than the peer, with what was asked for]({picture})",
        "",
    ]
    for ran in found:
        lines += [f"## {ran.name}", "", ran.about, ""]
        lines += [f"At commit {ran.commit}; load before and after: {ran.load[0]:.1f}, {ran.load[1]:.1f}.", ""]
        if ran.status:
            lines += [f"It ended with status {ran.status}.", ""]
        if ran.rows:
            lines += [
                "| work | ours | peer | times faster | from, to | at least | aim | |",
                "|---|---|---|---|---|---|---|---|",
            ]
            lines += [f"| {' | '.join(row.cells())} |" for row in ran.rows]
            lines += ["", *(f"Left out: {what}.\n" for what in ran.left_out)]
        if ran.rest:
            lines += ["```text", ran.rest, "```", ""]
    return "\n".join(lines)


def main() -> None:
    """Run, and write what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", help="names with commas between them: " + ",".join(names()))
    parser.add_argument("--page", type=Path, help="the Markdown page to write; its plot goes to images/ beside it")
    parser.add_argument("--json", type=Path, help="keep everything")
    given = parser.parse_args()
    chosen = given.only.split(",") if given.only else names()
    unknown = [name for name in chosen if name not in names()]
    if unknown:
        parser.error(f"there is no benchmark {', '.join(unknown)}; there is {', '.join(names())}")
    kept = {ran.name: ran for ran in (kept_before(given.json) if given.only else [])}
    for name in chosen:
        print(f"== {name}", flush=True)
        kept[name] = run(name)
    found, where = [kept[name] for name in names() if name in kept], machine()
    if given.json:
        given.json.write_text(json.dumps({"machine": where, "benchmarks": [asdict(ran) for ran in found]}, indent=1))
    if given.page:
        picture = given.page.parent / "images" / f"{given.page.stem}.svg"
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_text(ratios([row for ran in found for row in ran.rows]), encoding="utf-8")
        given.page.write_text(page(found, where, f"images/{picture.name}"), encoding="utf-8")
    sys.exit(any(ran.status for ran in found))


if __name__ == "__main__":
    main()
