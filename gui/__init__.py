"""The desktop: the only place that imports PySide6."""

import circuitsim.api  # noqa: F401 - before Qt, since each import after that of PySide6 takes twice as long
