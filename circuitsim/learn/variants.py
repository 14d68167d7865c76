"""What else one can do with the rule: averages, the pocket, Hebb's rule, the delta rule."""
from __future__ import annotations
from typing import Any
VARIANTS = ("perceptron", "averaged", "pocket", "hebb", "delta")
def learn(model: Any, task: Any, progress: Any) -> Any:
    raise NotImplementedError
