"""The command line: parses, calls, prints. Exit status: 0 yes, 1 no, 2 could not be done, 5 nothing to test."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from circuitsim import __version__
from circuitsim.errors import CircuitError

Command = Callable[[argparse.Namespace], int]
_ENGINES = ("auto", "reference", "words", "native")
_FILE = "a circuit file, or the name of a shipped example"


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments."""
    top = argparse.ArgumentParser(
        prog="circuitsim",
        description="Build, run and test circuits whose gates are neurons.",
        epilog="Exit status: 0 done, and the answer is yes; 1 done, and the answer is no; "
        "2 wrong usage, unreadable input, or a circuit that cannot be run as asked; 5 nothing to test.",
    )
    top.add_argument("--version", action="version", version=f"circuitsim {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, home: str, says: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=says, description=says[0].upper() + says[1:] + ".")
        made.set_defaults(home=f"circuitsim.cli.{home}", function=name)
        return made

    command("demo", "desktop", "open the desktop on a running example, or run it here where there is no display")

    made = command("gui", "desktop", "open the desktop")
    made.add_argument("file", metavar="FILE", nargs="?", help=_FILE)
    made.add_argument("--screenshot", metavar="OUT.png", help="save a picture of the window instead of opening it")
    made.add_argument("--ticks", metavar="N", type=int, default=0, help="how many ticks to run before the picture")
    made.add_argument("--theme", choices=("light", "dark"), default="light", help="colours of the picture")
    _assignments(made, "--set", "ID=VALUE", "a value for an input in the picture; may be repeated")

    made = command("examples", "describe", "list the circuits that ship with circuitsim")
    _json(made)

    made = command("info", "describe", "tell what a circuit is made of: kinds, inputs, outputs, depth, loops, timing")
    made.add_argument("file", metavar="FILE", help=_FILE)
    _json(made)

    made = command("check", "describe", "read and validate files, and print every problem")
    made.add_argument("files", metavar="FILE", nargs="+", help=_FILE)
    _json(made)

    made = command("run", "compute", "evaluate a circuit once")
    made.add_argument("file", metavar="FILE", help=_FILE)
    _assignments(made, "--set", "ID=VALUE", "a value for an input; may be repeated; inputs not set are 0")
    _json(made)

    made = command("table", "compute", "print the truth table")
    made.add_argument("file", metavar="FILE", help=_FILE)
    made.add_argument(
        "--format", choices=("text", "csv", "json", "markdown", "latex"), default="text", help="default: text"
    )
    _json(made)

    made = command("simulate", "compute", "run a circuit through time")
    made.add_argument("file", metavar="FILE", help=_FILE)
    made.add_argument("--ticks", metavar="N", type=int, help="how many ticks (default: as long as the stimulus)")
    _assignments(made, "--drive", "ID=0101", "a sequence for an input, a symbol a tick; may be repeated")
    made.add_argument("--stimulus", metavar="S.csv", help="sequences for inputs from a CSV or VCD file")
    made.add_argument("--step", metavar="N", type=_positive, help="how many time units of a VCD stimulus are a tick")
    made.add_argument("--watch", metavar="NODE", action="append", help="a node to show (fa0/both); may be repeated")
    made.add_argument("--csv", metavar="T.csv", help="write the trace as CSV")
    made.add_argument("--vcd", metavar="T.vcd", help="write the trace for a wave viewer")
    made.add_argument("--svg", metavar="T.svg", help="write the trace as a timing diagram")
    _json(made)

    made = command("batch", "batch", "run many patterns through the compiled circuit, and tell the rate")
    made.add_argument("file", metavar="FILE", help=_FILE)
    source = made.add_mutually_exclusive_group(required=True)
    source.add_argument("--patterns", metavar="P.csv|P.npy", help="a column an input, a row a pattern")
    source.add_argument("--random", metavar="N", type=_positive, help="so many random patterns")
    made.add_argument("--seed", metavar="S", type=_natural, default=0, help="which random patterns (default: 0)")
    made.add_argument("--out", metavar="O.csv|O.npy", help="write the outputs; else they are counted")
    _computing(made)
    _json(made)

    made = command("exhaust", "batch", "run all patterns of up to 40 inputs, or prove that two circuits are equal")
    made.add_argument("file", metavar="FILE", help=_FILE)
    made.add_argument("--equal", metavar="OTHER", help="another circuit: exit 0 where it always does the same, else 1")
    made.add_argument("--count", action="store_true", help="count all differences, instead of ending at the first")
    _computing(made)
    _json(made)

    made = command("train", "train", "train a layer of TLUs by Rosenblatt's rule, and tell whether it can be learned")
    made.add_argument("file", metavar="FILE", help=_FILE)
    made.add_argument("--layer", metavar="L", required=True, help="the layer to train")
    made.add_argument("--data", metavar="D.csv", required=True, help="instances, a row each; or a set by name: iris")
    made.add_argument("--target", metavar="COL", help="the column of the classes; or several of 0 and 1: A,B")
    made.add_argument("--features", metavar="A,B", help="the columns for the inputs, in the circuit's order")
    made.add_argument("--delimiter", metavar="SIGN", help="what separates cells; found out where left out")
    made.add_argument("--decimal", metavar="SIGN", help="the decimal sign; found out where left out")
    made.add_argument("--eta", type=float, default=1.0, help="how far a mistake moves the weights (default: 1)")
    made.add_argument("--epochs", metavar="N", type=int, default=100, help="the most epochs (default: 100)")
    made.add_argument("--seed", metavar="N", type=int, help="shuffle the instances in each epoch, with this seed")
    made.add_argument(
        "--init", choices=("present", "zero", "random"), default="present", help="the first weights (default: present)"
    )
    made.add_argument("--tie", choices=("heaviside", "zero", "error", "sign"), help="what a net input of 0 means")
    made.add_argument("--plot", metavar="P.svg", help="draw the data, the lines and the mistakes (.svg or .png)")
    made.add_argument("-o", "--out", metavar="OUT.json", help="write the trained circuit")
    _json(made)

    made = command("test", "grade", "run the tests in the files")
    made.add_argument("files", metavar="FILE", nargs="+", help=_FILE)
    _engine(made)
    made.add_argument("--junit", metavar="R.xml", help="write a JUnit report")
    made.add_argument("--tests", metavar="T.json", help="run the tests of this file on each FILE, instead of its own")
    made.add_argument("--against", metavar="REF", help="also compare with a reference circuit, on random inputs")
    made.add_argument("--random", metavar="N", type=int, default=1000, help="how many random rows (default: 1000)")
    made.add_argument("--seed", metavar="S", type=int, default=0, help="the seed of the random rows (default: 0)")
    _json(made)

    made = command("diff", "compare", "show what changed in the meaning of a circuit, its layout aside")
    made.add_argument("files", metavar="FILE", nargs="+", help="two files; or what git gives to a diff driver")
    _json(made)

    made = command("equal", "compare", "prove that two circuits do the same, or give inputs that tell them apart")
    made.add_argument("left", metavar="A", help=_FILE)
    made.add_argument("right", metavar="B", help=_FILE)
    made.add_argument("--ticks", metavar="K", type=int, default=20, help="how far memories are followed (default: 20)")
    made.add_argument("--by-order", action="store_true", help="ports belong together by their order, not by name")
    _json(made)

    made = command("convert", "describe", "read one file and write another; their endings say in which formats")
    made.add_argument("source", metavar="IN", help=_FILE)
    made.add_argument("target", metavar="OUT", help="the file to write")
    return top


def _engine(made: argparse.ArgumentParser) -> None:
    made.add_argument("--engine", choices=_ENGINES, default="auto", help="what computes (default: auto)")


def _computing(made: argparse.ArgumentParser) -> None:
    _engine(made)
    made.add_argument("--threads", metavar="N", type=_positive, help="how many work side by side (default: all cores)")
    made.add_argument(
        "--scheduler", metavar="ADDRESS", help="the workers of a Dask scheduler; 'local' starts processes here"
    )


def _positive(text: str) -> int:
    return _whole(text, 1)


def _natural(text: str) -> int:
    return _whole(text, 0)


def _whole(text: str, least: int) -> int:
    try:
        value = int(text.replace("_", "").replace(",", ""))
    except ValueError:
        value = -1
    if value < least:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of {least} or more")
    return value


def _json(made: argparse.ArgumentParser) -> None:
    made.add_argument("--json", action="store_true", help="print the result as JSON")


def _assignments(made: argparse.ArgumentParser, flag: str, shape: str, says: str) -> None:
    made.add_argument(flag, metavar=shape, action="append", default=[], type=_assignment, help=says)


def _assignment(text: str) -> tuple[str, str]:
    name, sign, value = text.rpartition("=")
    if not sign or not name or not value:
        raise argparse.ArgumentTypeError(f"{text!r} is not like ID=VALUE")
    return name, value


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # an id may hold what the terminal cannot show
    given = parser().parse_args(arguments)
    function: Command = getattr(import_module(given.home), given.function)
    try:
        status = function(given)
        sys.stdout.flush()
    except CircuitError as error:
        print(f"circuitsim: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader has gone (`| head`): say nothing, also not when Python flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except MemoryError:
        print("circuitsim: there is not enough memory for this", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("circuitsim: stopped", file=sys.stderr)
        return 130
    return status
