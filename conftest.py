"""Where Qt cannot be imported, the tests of the library run all the same."""

from __future__ import annotations

import pytest

try:
    import PySide6.QtTest
    import PySide6.QtWidgets  # noqa: F401

    QT = True
except ImportError:
    QT = False

collect_ignore_glob = [] if QT else ["gui/*"]  # its doctests; tests/gui says by itself that it is skipped


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Take pytest-qt out: without Qt it would end the whole run, not only the tests of the window."""
    if not QT:
        pluginmanager.unregister(name="pytest-qt")
