"""Trains a layer of one document: reads the data and learns in threads, and writes the weights of each position.

The weights of the position that is shown are those of the document. All that one training writes is one undo
step, however many steps it takes; back at its start that step is gone. So the canvas, the inspector and a file that is
saved never disagree.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

import networkx as nx
from PySide6.QtCore import QObject, QTimer, Signal

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from circuitsim.learn.data import DataSet
from circuitsim.learn.layer import layer_units
from circuitsim.learn.separability import Verdict
from circuitsim.learn.training import Lesson, Unit
from circuitsim.records import Change
from gui.language import told, tr
from gui.learning.session import (
    Session,
    Settings,
    State,
    Weights,
    feeding,
    learn,
    open_session,
    prove,
    shape_of,
    state_of,
    write_state,
)
from gui.learning.sources import (
    FILE,
    POINTS,
    Columns,
    Points,
    Table,
    built_in,
    instances,
    match_features,
    match_targets,
)
from gui.learning.words import number
from gui.live.panel import Workspace
from gui.tasks import Report, Task

LIVE = 2_000
"""Up to how many edges of a layer are written while it runs; larger ones are written where it stops."""
_FRAME_MS, _PATIENCE_MS = 16, 40
_SHARE = 4
"""A frame may take one part in so many of the time until the next."""


@dataclass(frozen=True)
class _Opened:
    data: DataSet
    columns: Columns
    session: Session | None
    problem: CircuitError | None


class Trainer(QObject):
    """The training of a document.

    Attributes
    ----------
    layer : str
        The layer that is trained; empty where there is none.
    source : str
        What is learned from, a name of `gui.learning.sources`; empty where nothing was chosen.
    session : Session or None
        The training, where it is ready; else `problem` says why not.
    position : int
        The step that is shown.
    state : State
        The weights that are shown.
    lessons : list of Lesson
        What the step before taught.
    verdicts : dict
        Whether each TLU can learn what it should.

    Signals
    -------
    opened()
        There is another training, or none.
    moved()
        Another position, or other weights.
    proved()
        There are verdicts.
    running_changed()
        It runs, or not.
    """

    opened = Signal()
    moved = Signal()
    proved = Signal()
    running_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.layer = self.source = self.problem = ""
        self.settings = Settings()
        self.session: Session | None = None
        self.data: DataSet | None = None
        self.table: Table | None = None
        self.columns: Columns | None = None
        self.points = Points()
        self.position = 0
        self.state: State = {}
        self.lessons: list[Lesson] = []
        self.verdicts: dict[str, Verdict | None] = {}
        self._origin: State | None = None
        self._print: object = None
        self._shape: object = None
        self._run_number = 0
        self._writing = False
        self._opening: Task | None = None
        self._learning: Task | None = None
        self._proving: Task | None = None
        self._then: list[Callable[[], object]] = []
        self._go_on = True
        self._due = 0.0
        self._last = 0.0
        self._rate: Callable[[], float] = lambda: 1.0
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._frame)
        self._tell = QTimer(self, interval=0, singleShot=True)
        self._tell.timeout.connect(self.moved)
        self._soon = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._soon.timeout.connect(self._look_again)
        workspace.document.changed.connect(self._edited)
        workspace.document.replaced.connect(self._replaced)
        self._replaced()

    # What is trained

    @property
    def circuit(self) -> Circuit:
        """The circuit of the document."""
        return self.workspace.document.circuit

    @property
    def units(self) -> list[Unit]:
        """The TLUs of the layer; none where there is no layer."""
        if self.layer not in self.circuit.layers:
            return []
        return layer_units(self.circuit, self.layer)

    @property
    def tlus(self) -> list[str]:
        """The ids of the TLUs of the layer."""
        return list(self.circuit.layers.get(self.layer, ()))

    def _replaced(self) -> None:
        self.stop()
        self.source, self.data, self.table, self.columns = "", None, None, None
        self.layer = next(iter(self.circuit.layers), "")
        self._origin = None
        self.begin()

    def choose_layer(self, name: str) -> None:
        """Train another layer."""
        if name != self.layer and name in self.circuit.layers:
            self.layer, self.columns, self._origin = name, None, None
            self.begin()

    def choose_data(self, source: str) -> None:
        """Learn from a set, or from points of one's own."""
        self.source, self.data, self.table, self.columns = source, None, None, None
        self._origin = None
        self.begin()

    def choose_file(self, path: str) -> None:
        """Learn from a file; what is wrong with it is the problem."""
        self.source, self.data, self.columns, self.table = FILE, None, None, None
        self._origin = None
        try:
            self.table = Table.of(path, self.tlus)
        except CircuitError as error:
            self._refuse(told(error))
            return
        self.begin()

    def choose_target(self, name: str) -> None:
        """Take another column of the file for the classes."""
        if self.table is not None:
            self.table = replace(self.table, target=name)
            self.data, self.columns = None, None
            self.begin()

    def choose_columns(self, columns: Columns) -> None:
        """Feed and teach from other columns."""
        self.columns = columns
        self._origin = None
        self.begin()

    def configure(self, settings: Settings) -> None:
        """Train in another way, from the same start; where only more epochs are allowed, the position stays."""
        before, self.settings = self.settings, settings
        same = replace(before, epochs=settings.epochs) == settings
        self.begin(self.position if same else 0)

    # Points of one's own

    def change_points(self, points: list[tuple[float, float, int]]) -> None:
        """Learn from other points, on from the weights that there are."""
        self.points = Points(points)
        self.settings = replace(self.settings, start="present")
        self.data = None
        self._origin = None
        self.begin()

    # Getting ready

    def begin(self, position: int = 0) -> None:
        """Get ready to train anew: read the data, see whether they fit, and say what is the matter where not."""
        self.stop()
        for task in (self._opening, self._proving, self._learning):
            if task is not None:
                task.end()
        self._opening = self._proving = self._learning = None
        self._then = []
        self._run_number += 1
        if not self.layer:
            self._refuse("")
            return
        if not self.source or (self.source == FILE and self.table is None):
            self._refuse(self.problem if self.source else "")
            return
        try:
            units = self.units
        except CircuitError as error:
            self._refuse(told(error))
            return
        if self._origin is None or shape_of(units) != self._shape:
            self._origin, self._shape = state_of(units), shape_of(units)
        self._print = self._fingerprint(units)
        needed = feeding(self.circuit, units)
        fed = [id for id, need in zip(self.circuit.inputs, needed, strict=True) if need]
        if self.source == POINTS and len(fed) != 2:
            self._refuse(
                tr(
                    "Points are clicked in a plane: that needs a layer that is fed by two inputs, not by {count}."
                ).format(count=len(fed))
            )
            return
        work = partial(
            _open, self.circuit.copier(), self.layer, list(self.circuit.inputs), needed, [unit.id for unit in units],
            self._reader(fed), self.data, self.columns, self.settings, self._origin,
        )  # fmt: skip
        self._opening = self.workspace.tasks.thread(
            tr("Getting ready to train"), work, partial(self._open_done, position), self._failed, self._cancelled
        )

    def _reader(self, fed: list[str]) -> Callable[[Columns | None], DataSet]:
        """What reads the data, in a thread."""
        if self.source == POINTS:
            points = Points(list(self.points.at))
            return lambda columns: points.as_data(fed)
        if self.source == FILE and self.table is not None:
            table, inputs = self.table, list(self.circuit.inputs)
            tlus = self.tlus

            def read(columns: Columns | None) -> DataSet:
                first = Columns(match_features(table.features(), inputs), match_targets(table.names, tlus, table=True))
                return table.read(columns or first)

            return read
        source = self.source
        return lambda columns: built_in(source, len(fed))

    def _failed(self, error: CircuitError) -> None:
        self._opening = None
        self._refuse(told(error))

    def _cancelled(self) -> None:
        self._opening = None
        self._refuse(tr("Reading the data was cancelled: choose them again."))

    def _refuse(self, problem: str) -> None:
        self.problem, self.session, self.verdicts, self.lessons, self.position = problem, None, {}, [], 0
        self.workspace.canvas.mark({})
        self.opened.emit()

    def _open_done(self, position: int, found: _Opened) -> None:
        self._opening = None
        self.data, self.columns = found.data, found.columns
        if found.session is None:
            self._refuse(told(found.problem) if found.problem is not None else "")
            return
        self.problem, self.session, self.verdicts = "", found.session, {}
        self.position, self.lessons = 0, []
        self.state = found.session.state(0)
        if position == 0:
            self._write()
            self._mark()
        self.opened.emit()
        self._proving = self.workspace.tasks.thread(
            tr("Looking for a line"), partial(prove, found.session), self._prove_done
        )
        if position:
            self._learn_then(lambda: self.go(min(position, self._steps)))

    def _prove_done(self, verdicts: dict[str, Verdict | None]) -> None:
        self._proving = None
        self.verdicts = verdicts
        self.proved.emit()

    # Training

    @property
    def _steps(self) -> int:
        return self.session.steps if self.session is not None else 0

    @property
    def is_running(self) -> bool:
        """Whether it runs, or learns."""
        return self._timer.isActive() or self._learning is not None

    @property
    def is_getting_ready(self) -> bool:
        """Whether data are being read."""
        return self._opening is not None

    def step(self) -> None:
        """Meet the next instance."""
        self._pause()
        self._learn_then(lambda: self.go(self.position + 1))

    def epoch(self) -> None:
        """Go on to the end of the epoch."""
        self._pause()
        self._learn_then(lambda: self.session is not None and self.go(self.session.epoch_end(self.position)))

    def end(self) -> None:
        """Go to the end of the training."""
        self._pause()
        self._learn_then(lambda: self.go(self._steps))

    def run(self, rate: Callable[[], float]) -> None:
        """Train, so many instances a second."""
        self._rate = rate
        self._learn_then(self._start)

    def stop(self) -> None:
        """Stop: the weights that were reached stay."""
        self._go_on = False
        if self._timer.isActive():
            self._pause()
            if self.session is not None and self.session.is_learned:
                self.go(self.position)

    def _pause(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.running_changed.emit()

    def same_start(self) -> None:
        """Go back to the weights that this training began with."""
        self.stop()
        if self.session is not None:
            self.go(0)

    def new_start(self) -> None:
        """Begin with other random weights."""
        self.stop()
        self.settings = replace(self.settings, start="random", seed=self.settings.seed + 1)
        self.begin()

    def _learn_then(self, act: Callable[[], object]) -> None:
        """Do something as soon as the run is learned."""
        if self.session is None:
            return
        if self.session.is_learned:
            act()
            return
        self._then.append(act)
        if self._learning is None:
            self._go_on = True
            self._learning = self.workspace.tasks.thread(
                tr("Training {layer}").format(layer=self.layer),
                partial(_learn, self.session, self),
                self._learned, self._not_learned, self._given_up,
            )  # fmt: skip
            self.running_changed.emit()

    def _learned(self, session: Session) -> None:
        self._learning, then = None, self._then
        self._then = []
        self.session = session
        self.opened.emit()
        for act in then:
            act()
        self.running_changed.emit()

    def _not_learned(self, error: CircuitError) -> None:
        self._learning, self._then = None, []
        self.problem = told(error)
        self.running_changed.emit()
        self.opened.emit()

    def _given_up(self) -> None:
        self._learning, self._then = None, []
        self.go(self.position)
        self.running_changed.emit()

    def _start(self) -> None:
        if self.position >= self._steps:
            return
        self._last, self._due = time.perf_counter(), 0.0
        self._timer.start(_FRAME_MS)
        self.running_changed.emit()

    def _frame(self) -> None:
        now = time.perf_counter()
        self._due += (now - self._last) * self._rate()
        self._last = now
        made = int(self._due)
        if not made:
            return
        self._due -= made
        self.go(min(self.position + made, self._steps), live=self.is_live, tell=False)
        self._tell.start()  # what shows it takes its own turn, so that the window is never held up by both
        self._timer.setInterval(max(_FRAME_MS, round(_SHARE * 1000 * (time.perf_counter() - now))))
        if self.position >= self._steps:
            self._pause()
            self.go(self.position)

    @property
    def is_live(self) -> bool:
        """Whether the document has the weights of every frame while it runs."""
        return self.session is not None and sum(len(unit.edges) for unit in self.session.units) <= LIVE

    def go(self, position: int, *, live: bool = True, tell: bool = True) -> None:
        """Show the weights after so many steps, here and in the document."""
        if self.session is None:
            return
        self.position = min(max(position, 0), self.session.steps)
        self.state = self.session.state(self.position)
        self.lessons = self.session.lessons(self.position)
        if live:
            self._write()
            self._mark()
        if tell:
            self.moved.emit()

    # The document

    @contextmanager
    def _edit(self, text: str, merge: str) -> Iterator[Circuit]:
        before, self._writing = self._writing, True
        try:
            with self.workspace.document.edit(text, merge=merge) as circuit:
                yield circuit
        finally:
            self._writing = before

    def _write(self) -> None:
        if self.session is not None:
            with self._edit(
                tr("Train {layer}").format(layer=self.layer), f"train {id(self)} {self._run_number}"
            ) as circuit:
                write_state(circuit, self.session.units, self.state)

    def _mark(self) -> None:
        """Show on the canvas the instance that was met, and which synapses it changed."""
        changes: dict[tuple[str, int | str], str] = {}
        for lesson in self.lessons:
            changes.update({("edge", key): _signed(change) for key, change in lesson.changes.items()})
            if lesson.bias_change:
                changes["node", lesson.id] = _signed(lesson.bias_change)
        self.workspace.canvas.mark(changes)
        run = self.workspace.run
        if self.lessons and self.session is not None and run.simulator is not None:
            values = self.session.X[self.lessons[0].row].tolist()
            run.give(dict(zip(self.session.inputs, values, strict=True)))

    def drag(self, tlu: str, weights: Weights) -> None:
        """Give a TLU the weights of a line that is being dragged."""
        if self.session is None:
            return
        self._pause()
        self.state = {**self.state, tlu: weights}
        text = tr("Drag the line of {tlu}").format(tlu=tlu)
        with self._edit(text, f"drag {id(self)} {self._run_number}") as circuit:
            write_state(circuit, self.session.units, self.state)
        self.workspace.canvas.mark({})
        self.moved.emit()

    def drop(self) -> None:
        """The line was let go: a training from there is another one."""
        self._origin = None
        self.settings = replace(self.settings, start="present")
        self.begin()

    def _edited(self, change: Change) -> None:
        if not self._writing:
            self._soon.start()

    def _look_again(self) -> None:
        """See what an edit from elsewhere, or an undo, means for the training."""
        if self.layer not in self.circuit.layers:
            self.layer, self.columns = next(iter(self.circuit.layers), ""), None
            self._origin = None
            self.begin()
            return
        try:
            units = self.units
        except CircuitError as error:
            self._refuse(told(error))
            return
        if self.session is None or self._fingerprint(units) != self._print:
            if self.session is not None and shape_of(units) != shape_of(self.session.units):
                self.columns = None
            self._origin = None
            self.begin()
            return
        present = state_of(units)
        for position in (self.position, 0, self.session.steps):
            if self.session.state(position) == present:
                self._pause()
                self.position, self.state, self.lessons = position, present, self.session.lessons(position)
                self.workspace.canvas.mark({})
                self.moved.emit()
                return
        self._origin = None
        self.settings = replace(self.settings, start="present")
        self.begin()

    def _fingerprint(self, units: list[Unit]) -> object:
        """All that a training depends on, the weights of the layer aside."""
        circuit = self.circuit
        before = {source.id for unit in units for source in unit.sources}
        before = before.union(*(nx.ancestors(circuit.graph, id) for id in before))
        nodes = [
            (node.id, node.kind, tuple(sorted((k, str(v)) for k, v in node.parameters.items())))
            for node in (circuit.node(id) for id in sorted(before))
        ]
        edges = [edge for id in sorted(before) for edge in circuit.incoming(id)]
        return shape_of(units), tuple(circuit.inputs), circuit.timing, nodes, edges

    # Layers

    def make_layer(self, tlus: list[str]) -> None:
        """Make a layer of TLUs that stand in the circuit already."""
        names = (f"layer{k}" for k in range(1, 10_000))
        name = next(name for name in names if name not in self.circuit.layers)
        with self._edit(tr("Make a layer"), "") as circuit:
            circuit.set_layer(name, tlus)
        self.choose_layer(name)


def _signed(change: float) -> str:
    return f"+{number(change)}" if change > 0 else number(change)


def _open(
    copy: Callable[[], Circuit], layer: str, inputs: list[str], needed: list[bool], tlus: list[str],
    read: Callable[[Columns | None], DataSet], data: DataSet | None, columns: Columns | None, settings: Settings,
    origin: State, report: Report,
) -> _Opened:  # fmt: skip
    """Read the data where they are not there yet, and prepare the training; data that do not fit are shown as well."""
    fresh = data is None
    if data is None or _lacks(data, columns):
        data = read(columns)
        report(None)
    if columns is None:
        columns = Columns(match_features(data.features, inputs))
    if not columns.targets or (fresh and not any(columns.targets)):
        columns = replace(columns, targets=match_targets(data.classes, tlus, table=data.y.ndim == 2))
    try:
        X, Y = instances(data, columns, needed, tlus)
        return _Opened(data, columns, open_session(copy, layer, X, Y, settings, origin), None)
    except CircuitError as error:
        return _Opened(data, columns, None, error)


def _lacks(data: DataSet, columns: Columns | None) -> bool:
    """Whether a column was chosen that was not read."""
    if columns is None:
        return False
    wanted = {*columns.inputs, *columns.targets} - {""}
    return not wanted <= {*data.features, *data.classes}


def _learn(session: Session, trainer: Trainer, report: Report) -> Session:
    return learn(session, report, lambda: trainer._go_on)
