"""From the values of a run to what is lit on the canvas."""

from __future__ import annotations

import numpy as np

from circuitsim.kinds import active
from gui.canvas.arrays import NetArrays
from gui.run import Run

Path = tuple[str, ...]


class Lighting:
    """Which signal lights up which node, bundle and port; looked up once for each compiled circuit."""

    def __init__(self, net: NetArrays, run: Run, path: Path = (), *, alive: bool = True) -> None:
        """`path` is the instance that is looked into; what is not `alive` has no values, and is silent."""
        self._net, self._run, self._path = net, run, path
        count = len(net.nodes), len(net.bundles), len(net.port_name)
        self._node, self._bundle, self._port = (np.zeros(n, np.intp) for n in count)
        if alive and run.simulator is not None:
            self._look_up()
        self.show()

    def _look_up(self) -> None:
        net, signal, path = self._net, self._run.signal, self._path
        own = self._run.signals_in(path)
        self._node[:] = [own.get(node.id, 0) for node in net.nodes]
        self._bundle[:] = self._node[net.bundle_source]
        for number, bundle in enumerate(net.bundles) if net.ports else ():
            if bundle.from_port is not None:
                self._bundle[number] = signal(*path, bundle.source, bundle.from_port)
        self._port[:] = [
            signal(*path, net.nodes[k].id, name) for k, name in zip(net.port_node, net.port_name, strict=True)
        ]

    def carried(self, bundle: int) -> float | None:
        """The value that a bundle carries now; None where nothing runs."""
        return float(self._run.values[self._bundle[bundle]]) if self._run.simulator is not None else None

    def show(self) -> None:
        """Take over the values of the present tick; while another simulator is being made the last ones stay."""
        if self._run.is_compiling:
            return
        net, values = self._net, self._run.values
        net.amount = values[self._node]
        net.active = active(net.amount)
        net.bundle_active = active(values[self._bundle])
        net.port_active = active(values[self._port])
        net.wrong[:] = False
        error = self._run.error or self._run.oscillation
        inside = "".join(f"{id}/" for id in self._path)
        for path in error.nodes if error is not None else ():
            if not path.startswith(inside):
                continue
            path = path.removeprefix(inside)
            row = net.index.get(path, net.index.get(path.split("/")[0]))
            if row is not None:
                net.wrong[row] = True
