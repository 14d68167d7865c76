"""Sums of products of whole numbers, as wide as the processor goes. Importing this module loads numba.

Numbers of 8 and 16 bits are multiplied in pairs and added in 32 bits (x86's vpmaddwd, which LLVM turns into
vpdpwssd where there is one). No product or sum is rounded, so their order is free.
"""

from __future__ import annotations

from typing import Any

import llvmlite.binding as llvm
from llvmlite import ir
from numba import types
from numba.core import cgutils, config
from numba.extending import intrinsic

_LANES = 32
_I16, _I32, _I64 = ir.IntType(16), ir.IntType(32), ir.IntType(64)
_WORDS, _PAIRS = ir.VectorType(_I16, _LANES), ir.VectorType(_I32, _LANES // 2)


def _has_pairs() -> bool:
    """Whether code is made for this processor, and it multiplies pairs 512 bits wide."""
    return (
        config.CPU_NAME is None and config.CPU_FEATURES is None and llvm.get_host_cpu_features().get("avx512bw", False)
    )


def _pairs(builder: Any, x: Any, y: Any) -> Any:
    """x0 y0 + x1 y1, x2 y2 + x3 y3, ... in 32 bits."""
    if _has_pairs():
        kind = ir.FunctionType(_PAIRS, [x.type, y.type])
        return builder.call(
            cgutils.get_or_insert_function(builder.module, kind, "llvm.x86.avx512.pmaddw.d.512"), [x, y]
        )
    wide = ir.VectorType(_I32, _LANES)
    product = builder.mul(builder.sext(x, wide), builder.sext(y, wide))
    halves = [
        builder.shuffle_vector(
            product, product, ir.Constant(_PAIRS, [ir.Constant(_I32, k) for k in range(start, _LANES, 2)])
        )
        for start in (0, 1)
    ]
    return builder.add(*halves)


def _codegen(outputs: int, halves: bool = False) -> Any:
    """What makes the code of a sum for some outputs, over a row of numbers or of `halves` of bytes."""

    def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        table, weights = (
            cgutils.create_struct_proxy(kind)(context, builder, value)
            for kind, value in zip(signature.args[:2], arguments[:2], strict=True)
        )
        features, stride = (cgutils.unpack_tuple(builder, array.shape, 2)[1] for array in (table, weights))
        signed = signature.args[0].dtype.signed

        def row(data: Any, number: Any, columns: Any) -> Any:
            return builder.gep(data, [builder.mul(number, columns)])

        def widened(value: Any, kind: Any, is_signed: bool) -> Any:
            if value.type == kind:
                return value
            return builder.sext(value, kind) if is_signed else builder.zext(value, kind)

        def vector(base: Any, at: Any, is_signed: bool | None) -> Any:
            element = base.type.pointee
            place = builder.bitcast(builder.gep(base, [at]), ir.VectorType(element, _LANES).as_pointer())
            loaded = builder.load(place, align=element.width // 8)
            return loaded if is_signed is None else widened(loaded, _WORDS, is_signed)

        x = row(table.data, arguments[2], features)
        each = [row(weights.data, number, stride) for number in arguments[3:]]
        sums = [cgutils.alloca_once_value(builder, ir.Constant(_PAIRS, None)) for _ in each]
        tails = [cgutils.alloca_once_value(builder, _I32(0)) for _ in each]
        whole = builder.and_(features, _I64(-_LANES))

        def gather(total: Any, values: Any, w: Any, at: Any) -> None:
            builder.store(builder.add(builder.load(total), _pairs(builder, values, vector(w, at, True))), total)

        with cgutils.for_range_slice(builder, _I64(0), whole, _I64(_LANES)) as (at, _):
            if halves:
                pair = vector(x, at, None)
                low = builder.zext(builder.and_(pair, ir.Constant(pair.type, [15] * _LANES)), _WORDS)
                high = builder.zext(builder.lshr(pair, ir.Constant(pair.type, [4] * _LANES)), _WORDS)
                gather(sums[0], low, each[0], at)
                gather(sums[0], high, each[0], builder.add(at, features))
            else:
                values = vector(x, at, signed)
                for total, w in zip(sums, each, strict=True):
                    gather(total, values, w, at)
        with cgutils.for_range_slice(builder, whole, features, _I64(1)) as (at, _):
            value = widened(builder.load(builder.gep(x, [at])), _I32, signed)
            for tail, w in zip(tails, each, strict=True):
                product = builder.mul(value, builder.sext(builder.load(builder.gep(w, [at])), _I32))
                builder.store(builder.add(builder.load(tail), product), tail)
        reduce = cgutils.get_or_insert_function(
            builder.module, ir.FunctionType(_I32, [_PAIRS]), "llvm.vector.reduce.add.v16i32"
        )
        found = [
            builder.add(builder.load(tail), builder.call(reduce, [builder.load(total)]))
            for total, tail in zip(sums, tails, strict=True)
        ]
        return found[0] if outputs == 1 else context.make_tuple(builder, signature.return_type, found)

    return codegen


@intrinsic
def dot(typingctx: Any, table: Any, weights: Any, row: Any, output: Any) -> Any:
    """A row of a table times the weights of an output."""
    return types.int32(table, weights, types.intp, types.intp), _codegen(1)


@intrinsic
def four_dots(typingctx: Any, table: Any, weights: Any, row: Any, one: Any, two: Any, three: Any, four: Any) -> Any:
    """The same for four outputs: the row is loaded but once."""
    found = types.UniTuple(types.int32, 4)
    return found(table, weights, *[types.intp] * 5), _codegen(4)


@intrinsic
def dot_of_halves(typingctx: Any, table: Any, weights: Any, row: Any, output: Any) -> Any:
    """The same for rows of four bits a number: the low ones of the bytes (a multiple of 32), then the high ones."""
    return types.int32(table, weights, types.intp, types.intp), _codegen(1, halves=True)
