"""The same work over many processes or machines, through Dask.

What is sent is a circuit and numbers: which patterns, of which seed, from which word to which. What comes back is
rows, or what they were reduced to, and is put together in the order of the numbers. So the result is the same bits
on one worker and on a hundred, and what a worker that dies was doing is done once more by another.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any, TypeVar

from numpy.typing import NDArray

from circuitsim.engine import equal, values
from circuitsim.engine.packing import words_of
from circuitsim.engine.patterns import Stimulus
from circuitsim.engine.program import Engine, Program
from circuitsim.engine.reduce import Differences, Tally
from circuitsim.engine.sweep import PIECE, TILE, Reduced, sweep
from circuitsim.errors import EngineError
from circuitsim.progress import Progress, silent
from circuitsim.store import Store

Item = TypeVar("Item")
Result = TypeVar("Result")
R = TypeVar("R", bound=Reduced)

_PART = TILE * PIECE  # words
_PARTS = 1000  # about how many parts there are at the most
_RETRIES = 3


class Cluster:
    """Workers that do what they are sent; `connect` gives one.

    Attributes
    ----------
    client : distributed.Client
    """

    def __init__(self, client: Any) -> None:
        self.client = client

    @property
    def workers(self) -> int:
        """How many threads all workers have together."""
        threads: int = sum(self.client.nthreads().values())
        return max(1, threads)

    def in_order(
        self, items: Iterable[Item], work: Callable[[Item], Result], progress: Progress = silent
    ) -> Iterator[Result]:
        """The results of all items, in their order; `engine.parallel.in_order` with processes for threads."""
        total = len(items) if isinstance(items, Sized) else None
        waiting: deque[Any] = deque()
        done = 0
        try:
            for item in items:
                waiting.append(self.client.submit(work, item, pure=False, retries=_RETRIES))
                if len(waiting) > 2 * self.workers:
                    yield waiting.popleft().result()
                    done += 1
                    progress(None if total is None else done / total)
            while waiting:
                yield waiting.popleft().result()
                done += 1
                progress(None if total is None else done / total)
        finally:
            self.client.cancel(list(waiting))


@contextmanager
def connect(scheduler: str | None = None, workers: int = 2) -> Iterator[Cluster]:
    """A cluster: that of a scheduler's address, or processes of this machine, which end with the block.

    Parameters
    ----------
    scheduler : str, optional
        Like "tcp://192.168.0.7:8786"; processes of this machine where it is left out.
    workers : int
        How many of these.

    Raises
    ------
    EngineError
        Where Dask is not installed, or no scheduler answers.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise EngineError('Dask is not installed; install it with: pip install "circuitsim[distributed]"') from None
    if scheduler is not None:
        try:
            client = Client(scheduler, timeout=10)
        except (OSError, ValueError) as error:
            raise EngineError(f"no Dask scheduler answers at {scheduler}: {error}") from None
        with client:
            yield Cluster(client)
        return
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as local,
        Client(local) as client,
    ):
        yield Cluster(client)


def exhaust(circuit: Store, cluster: Cluster, *, engine: Engine = "auto", progress: Progress = silent) -> Tally:
    """`Program.exhaust`, on a cluster."""
    return _tally(circuit, engine, None, 0, cluster, progress)


def sample(
    circuit: Store, cluster: Cluster, patterns: int, seed: int = 0, *, engine: Engine = "auto",
    progress: Progress = silent,
) -> Tally:  # fmt: skip
    """`Program.sample`, on a cluster: the same patterns, the same tally."""
    return _tally(circuit, engine, patterns, seed, cluster, progress)


def _tally(
    circuit: Store, engine: Engine, patterns: int | None, seed: int, cluster: Cluster, progress: Progress
) -> Tally:
    program = Program(circuit, engine)
    program.check_packable()
    job = pickle.dumps(((circuit.contents(),), engine, patterns, seed))
    return _whole(cluster.in_order(_parts(_stimulus(program, patterns, seed)), partial(_tally_part, job), progress))


def compare(
    one: Store, other: Store, cluster: Cluster, *, patterns: int | None = None, seed: int = 0, count: bool = True,
    engine: Engine = "auto", progress: Progress = silent,
) -> equal.Comparison:  # fmt: skip
    """`equal.Pair.compare`, on a cluster."""
    first = Program(one, engine)
    pair = equal.Pair(first, Program(other, engine))
    stimulus = _stimulus(first, patterns, seed)
    job = pickle.dumps(((one.contents(), other.contents()), engine, patterns, seed))
    found = cluster.in_order(_parts(stimulus), partial(_difference_part, job), progress)
    differences = _whole(found, lambda sofar: not count and sofar.count > 0)
    return pair.conclude(stimulus, differences, pair.plan(stimulus.patterns)[0])


def run_blocks(
    circuit: Store, cluster: Cluster, blocks: Iterable[Any], *, engine: Engine = "auto"
) -> Iterator[NDArray[Any]]:
    """`Program.run_blocks`, on a cluster: rows of outputs for blocks of rows of inputs, in their order."""
    program = Program(circuit, engine)
    job = pickle.dumps(((circuit.contents(),), engine, None, 0))

    def checked() -> Iterator[NDArray[Any]]:
        first = 0
        for block in blocks:
            rows = values.checked_block(program.net, values.patterns(program.net, block), first)
            yield rows
            first += len(rows)

    return cluster.in_order(checked(), partial(_rows, job))


# What workers do


@lru_cache(maxsize=4)
def _programs(job: bytes) -> tuple[Program, ...]:
    circuits, engine, _, _ = pickle.loads(job)
    return tuple(Program(contents, engine) for contents in circuits)


@lru_cache(maxsize=4)
def _pair(job: bytes) -> equal.Pair:
    return equal.Pair(*_programs(job))


def _rows(job: bytes, block: NDArray[Any]) -> NDArray[Any]:
    return _programs(job)[0].run(block, threads=1)


def _tally_part(job: bytes, part: tuple[int, int]) -> Tally:
    (program,), (_, _, patterns, seed) = _programs(job), pickle.loads(job)
    stimulus = _stimulus(program, patterns, seed)
    executor = program.executor(words_of(stimulus.patterns))
    return sweep(executor, len(program.outputs), stimulus, Tally.of, 1, part=part)


def _difference_part(job: bytes, part: tuple[int, int]) -> Differences:
    _, _, patterns, seed = pickle.loads(job)
    stimulus = _stimulus(_programs(job)[0], patterns, seed)
    return sweep(_pair(job).executor(words_of(stimulus.patterns)), 1, stimulus, Differences.of, 1, part=part)


def _stimulus(program: Program, patterns: int | None, seed: int) -> Stimulus:
    return program.counting() if patterns is None else program.random(patterns, seed)


def _parts(stimulus: Stimulus) -> list[tuple[int, int]]:
    """From which word to which, in whole pieces of a sweep; the same however many workers there are."""
    total = words_of(stimulus.patterns)
    size = -(-total // _PARTS // _PART) * _PART or _PART
    return [(first, min(first + size, total)) for first in range(0, total, size)]


def _whole(parts: Iterator[R], stop: Callable[[R], bool] = lambda found: False) -> R:
    whole = next(parts)
    for part in parts:
        if stop(whole):
            break
        whole = whole.then(part)
    return whole
