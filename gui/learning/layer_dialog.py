"""Asks for a layer of TLUs: what feeds it, its bias neuron, its TLUs, and an output for each."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from circuitsim.errors import CircuitError
from gui.language import told, tr
from gui.learning.starters import put_layer
from gui.live.panel import Workspace

_MOST = 2_000


def names_in(text: str, prefix: str) -> list[str]:
    """Names with commas or blanks between them; a number stands for so many.

    >>> names_in("a, b", "x"), names_in("3", "x")
    (['a', 'b'], ['x1', 'x2', 'x3'])
    """
    words = text.replace(",", " ").split()
    if len(words) == 1 and words[0].isdigit() and 0 < int(words[0]) <= _MOST:
        return [f"{prefix}{k}" for k in range(1, int(words[0]) + 1)]
    return words


class LayerDialog(QDialog):
    """A form; what the circuit refuses is said in it, and nothing is changed."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("layerDialog")
        self.setWindowTitle(tr("Make a Layer"))
        self._workspace = workspace
        circuit = workspace.document.circuit
        inputs = " ".join(circuit.inputs) if 0 < len(circuit.inputs) <= 8 else "x1 x2"
        self.inputs = QLineEdit(inputs, self, objectName="layerInputs")
        self.tlus = QLineEdit(self._fresh("y", 1), self, objectName="layerTlus")
        self.name = QLineEdit(self._fresh_layer(), self, objectName="layerName")
        self.bias = QCheckBox(tr("A &bias neuron feeds it"), self, objectName="layerBias", checked=True)
        self.bias.setToolTip(tr("As the book draws it; without one each TLU has a bias of its own"))
        self.lamps = QCheckBox(tr("An &output shows each TLU"), self, objectName="layerLamps", checked=True)
        self.lamps.setToolTip(tr("An output for each TLU, so that it is in truth tables and tests"))
        self.step = QComboBox(self, objectName="layerStep")
        self.step.addItem(tr("Heaviside: 0 or 1, and 1 at 0"), "heaviside")
        self.step.addItem(tr("sign: −1, 0 or 1"), "sign")
        form = QFormLayout()
        for text, field, tip in (
            (tr("&Inputs"), self.inputs, tr("Names, or how many; what is in the circuit already feeds the layer")),
            (tr("&TLUs"), self.tlus, tr("Names, or how many")),
            (tr("&Name"), self.name, tr("What the layer is called")),
            (tr("&Step"), self.step, tr("What a TLU makes of its sum")),
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            field.setToolTip(tip)
            form.addRow(label, field)
        form.addRow("", self.bias)
        form.addRow("", self.lamps)
        self.problem = QLabel(self, objectName="layerProblem", wordWrap=True)
        self.problem.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self, objectName="layerButtons"
        )
        buttons.accepted.connect(self.make)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)

    def _fresh(self, prefix: str, first: int) -> str:
        nodes = self._workspace.document.circuit.nodes
        return next(f"{prefix}{k}" for k in range(first, 100_000) if f"{prefix}{k}" not in nodes)

    def _fresh_layer(self) -> str:
        names = ("outputs", *(f"layer{k}" for k in range(1, 100_000)))
        return next(name for name in names if name not in self._workspace.document.circuit.layers)

    def make(self) -> None:
        """Add the layer, or say why not."""
        document = self._workspace.document
        inputs, tlus = names_in(self.inputs.text(), "x"), names_in(self.tlus.text(), "y")
        if not inputs or not tlus:
            self._refuse(tr("A layer has at least one input and one TLU."))
            return
        bias = None
        if self.bias.isChecked():
            nodes = document.circuit.nodes
            bias = next((id for id, node in nodes.items() if node.kind == "bias"), None)
            bias = bias or ("bias" if "bias" not in (*nodes, *inputs, *tlus) else document.circuit.fresh_id("bias"))
        try:
            with document.edit(tr("Make layer {name}").format(name=self.name.text().strip())) as circuit:
                put_layer(
                    circuit, self.name.text().strip(), inputs, tlus, bias=bias, step=self.step.currentData(),
                    lamps=self.lamps.isChecked(),
                )  # fmt: skip
        except CircuitError as error:
            self._refuse(told(error))
            return
        self._workspace.canvas.fit()
        self.accept()

    def _refuse(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
