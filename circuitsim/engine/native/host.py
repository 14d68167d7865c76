"""What the machine can do, and LLVM set up for it. Importing this module loads llvmlite."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import llvmlite.binding as llvm

from circuitsim.errors import EngineError
from circuitsim.sentences import Sentence


@dataclass(frozen=True)
class Host:
    """What code is made for.

    Attributes
    ----------
    cpu, features : str
        LLVM's names; features as a list of +this,-that.
    lanes : int
        How many words of 64 bits a vector has.
    ternary : bool
        Whether one instruction looks up three bits (AVX-512's vpternlog).
    registers : int
        How many values are kept in registers; some more are left for what is on the way.
    """

    cpu: str
    features: str
    lanes: int
    ternary: bool
    registers: int


@cache
def host() -> Host:
    """The machine that runs this.

    Raises
    ------
    EngineError
        Where LLVM does not know it.
    """
    try:
        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        features = llvm.get_host_cpu_features()
        name = llvm.get_host_cpu_name()
    except (RuntimeError, OSError) as error:
        raise no_code(error) from error
    if features.get("avx512f"):
        # LLVM would rather split vectors on some CPUs whose clock once fell with wide ones.
        return Host(name, features.flatten() + ",-prefer-256-bit", 8, True, 29)
    return Host(name, features.flatten(), 4 if features.get("avx2") else 2, False, 11)


def compiled(text: str, target: Host, level: int) -> Any:
    """An engine that holds the code of a module in LLVM's text; the code lives as long as the engine.

    Parameters
    ----------
    level : int
        LLVM's optimization level: 0 makes code at once, 1 makes better code.
    """
    try:
        module = llvm.parse_assembly(text)
        machine = llvm.Target.from_default_triple().create_target_machine(
            cpu=target.cpu, features=target.features, opt=level, jit=True
        )
        engine = llvm.create_mcjit_compiler(module, machine)
        engine.finalize_object()
    except (RuntimeError, OSError) as error:
        raise no_code(error) from error
    return engine


def no_code(error: Exception) -> EngineError:
    """The error of a machine that does not let code be made."""
    return EngineError(
        Sentence("no machine code can be made here ({problem}); use engine='words'", problem=str(error)[:200])
    )
