"""The widgets of the training panel, around the trainer of the document that is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from circuitsim.learn.data import DataSet
from gui.language import tr
from gui.learning import plots
from gui.learning.controls import SettingsBox, Transport
from gui.learning.data_box import DataBox
from gui.learning.layer_dialog import LayerDialog
from gui.learning.sources import FILE, POINTS, Columns, match_features, match_targets
from gui.learning.starters import put_layer
from gui.learning.table import LessonModel, TargetsModel
from gui.learning.trainer import Trainer
from gui.learning.view import View
from gui.learning.words import instance_words, outcome_words, position_words, shortened, verdicts_words
from gui.live.panel import Workspace
from gui.theme import LIGHT, Theme

_ROW, _MOST_LESSONS, _WIDTH, _LETTERS = 24, 3, 430, 8
_NUMBER = "−0.12345"
NO_PLOTS = "pip install pyqtgraph"


class Desk(QScrollArea):
    """Everything of the panel, in a column that scrolls where the dock is low."""

    def __init__(self, say: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trainingDesk")
        self.setAccessibleName(tr("Training"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.say = say
        self.theme = LIGHT
        self.trainer: Trainer | None = None
        self._column = QVBoxLayout()
        inner = QWidget(self)
        inner.setObjectName("trainingColumn")
        inner.setLayout(self._column)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(6)
        self.setWidget(inner)
        self._build_head(inner)
        self._build_controls(inner)
        self._build_tabs(inner)
        for box in inner.findChildren(QComboBox):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
        self._wire()
        self.refresh()
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(_WIDTH, inner.minimumSizeHint().width() + bar))

    # What it is made of

    def _build_head(self, inner: QWidget) -> None:
        row = QHBoxLayout()
        self.layer_box = QComboBox(inner, objectName="trainingLayer")
        self.layer_box.setAccessibleName(tr("Layer"))
        self.layer_box.setToolTip(tr("Which layer is trained; selecting one of its TLUs chooses it too"))
        self.layer_box.activated.connect(lambda *_: self._choose_layer())
        self.tlu_box = QComboBox(inner, objectName="trainingTlu")
        self.tlu_box.setAccessibleName(tr("TLU"))
        self.tlu_box.setToolTip(tr("Which TLU the plots and the proof are about"))
        self.tlu_box.activated.connect(lambda *_: self.show_moment())
        self._labels = []
        for text, box in ((tr("Layer"), self.layer_box), (tr("TLU"), self.tlu_box)):
            label = QLabel(text, inner)
            label.setBuddy(box)
            self._labels.append(label)
            row.addWidget(label)
            row.addWidget(box, 1)
        self._column.addLayout(row)
        self.data_box = DataBox(inner)
        self._column.addWidget(self.data_box)
        self.note = QLabel(inner, objectName="trainingNote", wordWrap=True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(self.note)
        self.cures = QHBoxLayout()
        self._cures: dict[str, QPushButton] = {}
        for name, text, tip, act in (
            ("trainingMakeLayer", tr("Make a Layer…"), tr("Add inputs, a bias neuron and TLUs"), self._ask_layer),
            (
                "trainingLayerOfSelected", tr("Make Them a Layer"), tr("Train the selected TLUs together"),
                self._layer_of_selected,
            ),
            (
                "trainingLayerForData", tr("Add a Layer for These Data"),
                tr("Inputs for every column, and a TLU for every class"), self._layer_for_data,
            ),
        ):  # fmt: skip
            button = QPushButton(text, inner, objectName=name, toolTip=tip)
            button.clicked.connect(lambda *_, act=act: act())
            self.cures.addWidget(button)
            self._cures[name] = button
        self.cures.addStretch(1)
        self._column.addLayout(self.cures)

    def _build_controls(self, inner: QWidget) -> None:
        self.settings_box = SettingsBox(inner)
        self._column.addWidget(self.settings_box)
        self.transport = Transport(
            inner,
            {
                "trainStep": lambda: self._act("step"),
                "trainEpoch": lambda: self._act("epoch"),
                "trainRun": self.run_or_stop,
                "trainEnd": lambda: self._act("end"),
                "sameStart": lambda: self._act("same_start"),
                "newStart": lambda: self._act("new_start"),
            },
        )
        self._column.addWidget(self.transport)
        self.lesson_label = QLabel(inner, objectName="trainingLesson", wordWrap=True)
        self.lesson_model = LessonModel(self)
        self.lesson_view = self._table(inner, "trainingLessonTable", tr("What the last step taught"), self.lesson_model)
        self._columns_fitted = 0
        self.outcome = QLabel(inner, objectName="trainingOutcome", wordWrap=True)
        self.verdict = QLabel(inner, objectName="trainingVerdict", wordWrap=True)
        for label in (self.outcome, self.verdict):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = self.verdict.fontMetrics().lineSpacing()
        for part, lines in ((self.lesson_label, 1), (self.lesson_view, 2), (self.outcome, 1), (self.verdict, 3)):
            kept = part.sizePolicy()
            kept.setRetainSizeWhenHidden(True)  # a plot that moves under the hand cannot be dragged on
            part.setSizePolicy(kept)
            part.setMinimumHeight(lines * line)
            self._column.addWidget(part)

    def _table(self, inner: QWidget, name: str, title: str, model: Any) -> QTableView:
        view = QTableView(inner, objectName=name)
        view.setAccessibleName(title)
        view.setModel(model)
        view.verticalHeader().setDefaultSectionSize(_ROW)
        view.horizontalHeader().setFixedHeight(_ROW)
        view.setTabKeyNavigation(False)
        return view

    def _build_tabs(self, inner: QWidget) -> None:
        self.tabs = QTabWidget(inner, objectName="trainingTabs")
        self.tabs.setAccessibleName(tr("Plots"))
        self.tabs.tabBar().setAccessibleName(tr("Plots"))
        self.tabs.tabBar().setObjectName("trainingTabBar")
        self.tabs.setMinimumHeight(300)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        found = plots.load()
        self.plots: dict[str, Any] = {}
        for plot in found or ():
            made = plot(self.tabs)
            self.plots[made.name] = made
            self.tabs.addTab(made, tr(made.title))
            self.tabs.setTabToolTip(self.tabs.count() - 1, tr(made.tip))
        self.targets_model = TargetsModel(self)
        self._build_table_tab()
        if found is None:
            missing = QLabel(
                tr("Plots need pyqtgraph, which is not installed: {command}. Training works without it.").format(
                    command=NO_PLOTS
                ),
                self.tabs, objectName="trainingNoPlots", wordWrap=True,
            )  # fmt: skip
            missing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            missing.setMargin(12)
            self.tabs.addTab(missing, tr("Plots"))
        else:
            data = self.plots["dataPlot"]
            data.line_dragged.connect(self._line_dragged)
            data.line_dropped.connect(lambda: self._act("drop"))
            data.point_added.connect(self._add_point)
            data.point_moved.connect(self._move_point)
            data.point_removed.connect(self._remove_point)
            data.picked.connect(self._pick)
        self.tabs.currentChanged.connect(lambda *_: self._show_table(self.moment()))
        self._column.addWidget(self.tabs, 1)

    def _build_table_tab(self) -> None:
        page = QWidget(self.tabs)
        page.setObjectName("trainingTablePage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 4, 0, 0)
        self.targets_view = self._table(page, "trainingTargets", tr("Targets and outputs"), self.targets_model)
        self.targets_view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        header = self.targets_view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # by the rows in sight
        self.targets_view.clicked.connect(lambda index: self._pick(index.row()))
        self.targets_view.activated.connect(lambda index: self._pick(index.row()))
        self.targets_model.typed.connect(self._typed)
        row = QHBoxLayout()
        self.point_buttons = []
        for name, text, tip, act in (
            ("trainingAddPoint", tr("Add Point"), tr("Add a point, to be typed over"), self._add_point),
            ("trainingRemovePoint", tr("Remove Point"), tr("Take the chosen point away"), self._remove_chosen),
        ):
            button = QPushButton(text, page, objectName=name, toolTip=tip)
            button.clicked.connect(lambda *_, act=act: act())
            row.addWidget(button)
            self.point_buttons.append(button)
        row.addStretch(1)
        layout.addWidget(self.targets_view, 1)
        layout.addLayout(row)
        self.tabs.addTab(page, tr("Table"))
        self.tabs.setTabToolTip(
            self.tabs.count() - 1, tr("What each TLU should say to every instance, and what it says")
        )

    def _wire(self) -> None:
        """What is set in the panel is told to the trainer, whichever that is."""
        self.data_box.chosen.connect(lambda what: self._act("choose_data", what))
        self.data_box.file_chosen.connect(lambda what: self._act("choose_file", what))
        self.data_box.target_chosen.connect(lambda what: self._act("choose_target", what))
        self.data_box.columns_chosen.connect(lambda: self._act("choose_columns", self.data_box.columns))
        self.settings_box.changed.connect(lambda: self._act("configure", self.settings_box.settings))
        self.transport.went.connect(self._went)

    # Whose training it is

    def follow(self, workspace: Workspace | None) -> None:
        """Show the training of a document; the one before stops, and is kept."""
        if self.trainer is not None:
            self.trainer.stop()
            self.trainer.workspace.canvas.mark({})
            for signal, slot in self._links(self.trainer):
                signal.disconnect(slot)
        self.trainer = None
        if workspace is not None:
            owner: Any = workspace
            found = owner.findChild(Trainer)
            self.trainer = Trainer(workspace, owner) if found is None else found
            for signal, slot in self._links(self.trainer):
                signal.connect(slot)
        self.follow_selection()
        self.refresh()

    def _links(self, trainer: Trainer) -> tuple[tuple[Any, Callable[[], None]], ...]:
        return (
            (trainer.opened, self.refresh), (trainer.moved, self.show_moment), (trainer.proved, self.show_moment),
            (trainer.running_changed, self._show_running),
        )  # fmt: skip

    def _act(self, name: str, *given: object) -> None:
        if self.trainer is not None:
            getattr(self.trainer, name)(*given)

    def run_or_stop(self) -> None:
        """Run, or stop where it runs."""
        trainer = self.trainer
        if trainer is None:
            return
        if trainer.is_running:
            trainer.stop()
        else:
            trainer.run(lambda: self.transport.rate)

    def _went(self, position: int) -> None:
        if self.trainer is not None:
            self.trainer.stop()
            self.trainer.go(position)

    def _choose_layer(self) -> None:
        self._act("choose_layer", self.layer_box.currentText())

    def follow_selection(self) -> None:
        """Train the layer of the selected TLUs; look at the one that is selected alone."""
        trainer = self.trainer
        if trainer is None:
            return
        selected = set(trainer.workspace.canvas.selected_ids())
        for name, members in trainer.circuit.layers.items():
            if selected & set(members):
                trainer.choose_layer(name)
                picked = [id for id in members if id in selected]
                if len(picked) == 1 and self.tlu_box.findText(picked[0]) >= 0:
                    self.tlu_box.setCurrentText(picked[0])
                    self.show_moment()
                break
        self._show_note()

    # What is shown

    def refresh(self) -> None:
        """Show another training, or why there is none."""
        trainer = self.trainer
        layers = [] if trainer is None else list(trainer.circuit.layers)
        with QSignalBlocker(self.layer_box):
            self.layer_box.clear()
            self.layer_box.addItems(layers)
            self.layer_box.setCurrentIndex(layers.index(trainer.layer) if trainer and trainer.layer in layers else -1)
        self.layer_box.setEnabled(bool(layers))
        tlus = [] if trainer is None else trainer.tlus
        picked = self.tlu_box.currentText()
        with QSignalBlocker(self.tlu_box):
            self.tlu_box.clear()
            self.tlu_box.addItems(tlus)
            self.tlu_box.setCurrentIndex(tlus.index(picked) if picked in tlus else 0 if tlus else -1)
        for part in (self._labels[1], self.tlu_box):
            part.setVisible(len(tlus) > 1)
        self.data_box.setEnabled(bool(layers))
        if trainer is not None:
            self.data_box.show_chosen(trainer.source)
            self.settings_box.put(start=trainer.settings.start, seed=trainer.settings.seed)
            self._show_columns(trainer)
        ready = trainer is not None and trainer.session is not None
        self.settings_box.setEnabled(bool(layers))
        self.transport.setEnabled(ready)
        editable = trainer is not None and trainer.source == POINTS and bool(layers)
        for button in self.point_buttons:
            button.setVisible(editable)
        if "dataPlot" in self.plots:
            self.plots["dataPlot"].editable = editable and (ready or trainer is None or not trainer.points.at)
        self._show_running()
        self._show_note()
        self.show_moment()

    def _show_columns(self, trainer: Trainer) -> None:
        inputs, tlus, data, table = trainer.circuit.inputs, trainer.tlus, trainer.data, trainer.table
        self.data_box.show_file(table)
        features = table.features() if table is not None else data.features if data is not None else []
        classes = data.classes if data is not None else []
        if table is not None and table.target == "":
            classes = list(table.names)
        now = trainer.columns
        if now is None or len(now.inputs) != len(inputs) or len(now.targets) != len(tlus):
            now = Columns(match_features(features, inputs), match_targets(classes, tlus, table=True))
        self.data_box.show_columns(inputs, tlus, features, classes, now)

    def _show_note(self) -> None:
        """Say what to do where nothing can be trained, with what helps as buttons."""
        trainer = self.trainer
        text, cures = "", set()
        if trainer is not None:
            loose = self._loose_tlus(trainer)
            if loose:
                text = tr("%n selected TLUs are in no layer yet: a layer is what is trained.", "", len(loose))
                cures = {"trainingLayerOfSelected"}
            elif not trainer.layer:
                text = tr(
                    "There is no layer of TLUs in this circuit. Make one, select TLUs that stand here already, or open "
                    "Learn > Iris Petals."
                )
                cures = {"trainingMakeLayer"}
            elif trainer.problem:
                text = trainer.problem
                if trainer.data is not None and trainer.source != POINTS:
                    cures = {"trainingLayerForData"}
            elif not trainer.source:
                text = tr("Choose what layer {layer} is to learn from.").format(layer=trainer.layer)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        for name, button in self._cures.items():
            button.setVisible(name in cures)

    def _loose_tlus(self, trainer: Trainer) -> list[str]:
        canvas = trainer.workspace.canvas
        if canvas.circuit is not trainer.circuit:
            return []
        nodes, members = trainer.circuit.nodes, {id for each in trainer.circuit.layers.values() for id in each}
        ids = [id for id in canvas.selected_ids() if id in nodes and nodes[id].kind == "tlu"]
        return [] if any(id in members for id in ids) else ids

    def _show_running(self) -> None:
        self.transport.show_running(self.trainer is not None and self.trainer.is_running)

    def moment(self) -> View | None:
        """What is to be shown now."""
        trainer = self.trainer
        if trainer is None or trainer.session is None or not trainer.state:
            return None
        tlu = self.tlu_box.currentText()
        if tlu not in trainer.state:
            tlu = next(iter(trainer.state))
        return View(
            trainer.session, trainer.position, trainer.state, tlu, trainer.lessons, trainer.verdicts.get(tlu),
            trainer.source == POINTS,
        )  # fmt: skip

    def show_moment(self) -> None:
        """Show the step that the trainer is at."""
        view, trainer = self.moment(), self.trainer
        if not self.isVisible():
            return
        if view is None or trainer is None:
            self.transport.show_position(0, 0, "")
        else:
            session = view.session
            self.transport.show_position(view.position, session.steps, position_words(session, view.position))
        self.lesson_label.setText("" if view is None else instance_words(view.session, view.lessons))
        self.lesson_model.show_view(view)
        self._fit_lessons()
        self.outcome.setText("" if view is None else outcome_words(view.session, view.position, view.mistakes))
        said = "" if view is None or trainer is None else verdicts_words(trainer.verdicts, view.tlu)
        self.verdict.setText(shortened(said, 420))
        self.verdict.setToolTip(said)
        for label in (self.lesson_label, self.outcome, self.verdict):
            label.setVisible(bool(label.text()))
        self._show_table(view)
        for plot in self.plots.values():
            plot.show_view(view)

    def _show_table(self, view: View | None) -> None:
        """The table is brought up to date while it is seen, and emptied with the training."""
        if view is None or self.targets_view.isVisible():
            self.targets_model.show_view(view)

    def _fit_lessons(self) -> None:
        """The table of a step is as high as its rows, and away where there is no step."""
        view, rows = self.lesson_view, max(self.tlu_box.count(), 1)
        view.setVisible(self.lesson_model.rowCount() > 0)
        if self.lesson_model.columnCount() != self._columns_fitted:
            self._columns_fitted = self.lesson_model.columnCount()
            letters = view.fontMetrics()
            for k in range(self._columns_fitted):
                title = str(self.lesson_model.headerData(k, Qt.Orientation.Horizontal))
                narrowest = letters.horizontalAdvance(_NUMBER if k == 0 or k > 3 else "") + 10
                view.setColumnWidth(k, max(narrowest, letters.horizontalAdvance(title) + 14))
        header = view.horizontalHeader()
        room = view.width() - view.verticalHeader().width() - 4
        bar = view.horizontalScrollBar().sizeHint().height() if header.length() > room else 0
        view.setFixedHeight((min(rows, _MOST_LESSONS) + 1) * _ROW + 4 + bar)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was hidden is shown now."""
        super().showEvent(event)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self.theme = theme
        for model in (self.lesson_model, self.targets_model):
            model.theme = theme
        for plot in self.plots.values():
            plot.set_theme(theme)

    # What is done by hand

    def _line_dragged(self, tlu: str, weights: Any) -> None:
        self._act("drag", tlu, weights)

    def _pick(self, row: int) -> None:
        """Give the inputs the values of an instance."""
        view, trainer = self.moment(), self.trainer
        if view is None or trainer is None or trainer.workspace.run.simulator is None or row >= view.session.count:
            return
        values = view.session.X[row].tolist()
        trainer.workspace.run.give(dict(zip(view.session.inputs, values, strict=True)))

    def _add_point(self, x: float = 0.0, y: float = 0.0, fires: int = 1) -> None:
        if self.trainer is not None:
            self.trainer.change_points([*self.trainer.points.at, (round(x, 2), round(y, 2), fires)])

    def _move_point(self, row: int, x: float, y: float) -> None:
        if self.trainer is not None and row < len(self.trainer.points.at):
            points = list(self.trainer.points.at)
            points[row] = (round(x, 2), round(y, 2), points[row][2])
            self.trainer.change_points(points)

    def _remove_point(self, row: int) -> None:
        if self.trainer is not None:
            self.trainer.change_points([p for k, p in enumerate(self.trainer.points.at) if k != row])

    def _remove_chosen(self) -> None:
        row = self.targets_view.currentIndex().row()
        if row >= 0:
            self._remove_point(row)

    def _typed(self, row: int, what: int, value: float) -> None:
        if self.trainer is not None and row < len(self.trainer.points.at):
            points = list(self.trainer.points.at)
            x, y, fires = points[row]
            points[row] = [(value, y, fires), (x, value, fires), (x, y, int(value))][what]
            self.trainer.change_points(points)

    # Layers

    def _ask_layer(self) -> None:
        if self.trainer is not None:
            ask_layer(self.trainer.workspace, self)

    def _layer_of_selected(self) -> None:
        if self.trainer is not None:
            self.trainer.make_layer(self._loose_tlus(self.trainer))

    def _layer_for_data(self) -> None:
        trainer = self.trainer
        if trainer is None or trainer.data is None:
            return
        data, circuit = trainer.data, trainer.circuit
        source, table = trainer.source, trainer.table
        inputs = [_word(name) for name in (data.features if table is None else _wanted(table, data))]
        tlus = [_fresh(circuit, _word(name), inputs) for name in _taught(data)]
        name = _fresh_layer(circuit)
        with trainer.workspace.document.edit(tr("Add a layer for {data}").format(data=data.name)) as edited:
            put_layer(edited, name, inputs, tlus, bias=_fresh(circuit, "bias", [*inputs, *tlus]))
        trainer.choose_layer(name)
        if source != FILE:
            trainer.choose_data(source)
        trainer.workspace.canvas.fit()


def ask_layer(workspace: Workspace, parent: QWidget) -> LayerDialog:
    """Ask for a layer, and add it; the dialog does not hold anything up."""
    dialog = LayerDialog(workspace, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _taught(data: DataSet) -> list[str]:
    """What a layer for some data has TLUs for: the classes; of two only the second."""
    if data.y.ndim == 1 and len(data.classes) == 2:
        return [data.classes[1] if not data.classes[1].isdigit() else data.name.removesuffix(".csv")]
    return list(data.classes)


def _wanted(table: Any, data: DataSet) -> list[str]:
    return [name for name in table.features() if name not in data.classes]


def _word(name: str) -> str:
    """A name as an id: printable, without white space."""
    return "".join(sign if sign.isprintable() and not sign.isspace() else "_" for sign in name) or "_"


def _fresh(circuit: Any, id: str, taken: list[str]) -> str:
    return id if id not in circuit.nodes and id not in taken else circuit.fresh_id(f"{id}_")


def _fresh_layer(circuit: Any) -> str:
    names = ("outputs", *(f"layer{k}" for k in range(1, 10_000)))
    return next(name for name in names if name not in circuit.layers)
