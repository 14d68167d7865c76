"""Lookups as LLVM's text: straight-line code over vectors.

A *block* is one vector: 512 patterns with AVX-512. The lookups of a large circuit are cut into *chunks* of CHUNK, each
a function that goes over a few blocks before the next chunk does: so the code of a chunk is fetched once for all of
them. What a later chunk reads goes through a slot of the scratch memory.

    run(in, in stride, out, out stride, blocks, scratch)
    run_copied(the same, inputs, outputs)

Rows of inputs and outputs lie a stride of bytes apart. One chunk alone goes over all blocks at once. Rows that lie a
large power of two apart share few lines of the cache; for them `run_copied` works on copies, a few blocks at a time:
of the inputs, the outputs or both, as it is told by 1 and 0. Chunks of a large circuit know of no other stride of
inputs than that of copies.
"""

from __future__ import annotations

from collections.abc import Sequence

from circuitsim.engine.lower.lookups import TRUE, A, B, C, Lookups
from circuitsim.engine.lower.recipes import recipes
from circuitsim.engine.lower.slots import NOWHERE
from circuitsim.engine.native.host import Host
from circuitsim.engine.native.interleave import interleaved
from circuitsim.engine.native.registers import LOAD_INPUT, LOAD_ROW, LOAD_SLOT, LOOK_UP, STORE_SLOT, allocate

SMALL = 4000
"""Up to how many lookups a circuit is one chunk, which LLVM optimizes as well as it can."""
CHUNK = 1000
BLOCKS, CACHE = 8, 1 << 21
"""How many blocks go through a chunk at a time: so many, or fewer if their values would fill more bytes than these."""
ZEROS = "zeroinitializer"
_SOURCES = {LOAD_INPUT: "in", LOAD_SLOT: "scratch", LOAD_ROW: "out"}


def module(lookups: Lookups, target: Host, small: int = SMALL) -> tuple[str, int]:
    """The text of a module with `run` and `run_copied`, and how many bytes of scratch memory they need."""
    count, inputs, outputs = len(lookups), lookups.inputs, len(lookups.outputs)
    registers, chunk = (inputs + count + 4, small) if count <= small else (target.registers, CHUNK)
    lookups = interleaved(lookups)
    moves = allocate(lookups, registers, chunk)
    vector = target.lanes * 8
    blocks = max(1, min(BLOCKS, CACHE // max(1, (inputs + outputs + moves.slots) * vector)))
    # A slot has room for a block more: slots a power of two apart would share few lines of the cache.
    slot = (blocks + 1) * vector
    fixed = slot if count > small else None
    parts = [_Chunk(lookups, target, fixed, part).text(k) for k, part in enumerate(moves.moves[:-1])]
    parts.append(_Chunk(lookups, target, fixed, moves.moves[-1], moves.copies).text(len(parts)))
    calls = "\n".join(_CALL.format(number=k) for k in range(len(parts)))
    run = _RUN.format(vector=vector, blocks=blocks if count > small else 1 << 40, calls=calls)
    copied = _RUN_COPIED.format(
        vector=vector,
        blocks=blocks,
        slot=slot,
        inputs=inputs,
        outputs=outputs,
        out=inputs * slot,
        scratch=(inputs + outputs) * slot,
    )
    lines = "\n".join(_COPY_VECTOR.format(i=i, at=i * vector, lanes=target.lanes) for i in range(blocks))
    copy = _COPY.format(vectors=lines, full=blocks * vector)
    return "\n".join([_TERNARY, *parts, run, copy, copied]), (inputs + outputs + moves.slots) * slot


_TERNARY = "declare <8 x i64> @llvm.x86.avx512.pternlog.q.512(<8 x i64>, <8 x i64>, <8 x i64>, i32)"


class _Chunk:
    """Writes the function of one chunk, move by move. Rows are `slot` bytes apart, or a stride that is told then."""

    def __init__(
        self,
        lookups: Lookups,
        target: Host,
        slot: int | None,
        moves: list[list[int]],
        copies: Sequence[tuple[int, int]] = (),
    ) -> None:
        self._slot = slot
        self._lookups, self._target, self._moves, self._copies = lookups, target, moves, copies
        self._vector = f"<{target.lanes} x i64>"
        self._ones = f"<{', '.join(['i64 -1'] * target.lanes)}>"
        self._names: dict[int, str] = {}
        self._lines: list[str] = []

    def text(self, number: int) -> str:
        """The function."""
        inputs = self._lookups.inputs
        looked = [value - inputs for what, value, _ in self._moves if what == LOOK_UP]
        first = looked[0] if looked else 0
        operands = self._lookups.operands[first : first + len(looked)].tolist()
        tables = self._lookups.tables[first : first + len(looked)].tolist()
        make = self._ternary if self._target.ternary else self._recipe
        names = self._names
        for what, value, place in self._moves:
            if what == LOOK_UP:
                k = value - inputs - first
                names[value] = make(value, tables[k], [names[read] for read in operands[k] if read >= 0])
                if place != NOWHERE:
                    self._store(names[value], "out", place)
            elif what == STORE_SLOT:
                self._store(names[value], "scratch", place)
            else:
                names[value] = self._load(_SOURCES[what], place)
        for output, value in self._copies:
            if value < 0:
                self._store(self._ones if value == TRUE else ZEROS, "out", output)
            elif value < inputs:
                self._store(self._load("in", value), "out", output)
            else:
                row = self._lookups.outputs.tolist().index(value)
                self._store(self._load("out", row), "out", output)
        return _CHUNK.format(number=number, vector=self._target.lanes * 8, body="\n".join(self._lines))

    def _ternary(self, value: int, table: int, names: list[str]) -> str:
        if not names:
            return self._ones if table else ZEROS
        a, b, c = (*names, names[-1], names[-1])[:3]
        v = self._vector
        self._lines.append(
            f"  %v{value} = call {v} @llvm.x86.avx512.pternlog.q.512({v} {c}, {v} {b}, {v} {a}, i32 {table})"
        )
        return f"%v{value}"

    def _recipe(self, value: int, table: int, names: list[str]) -> str:
        if table in (0, 255):
            return self._ones if table else ZEROS
        names = (names * 3)[:3] if len(names) == 1 else [*names, names[-1]][:3]
        found = list(names)
        for k, (operation, one, other) in enumerate(recipes()[table]):
            done, by = ("xor", self._ones) if operation == "not" else (operation, found[other])
            self._lines.append(f"  %v{value}.{k} = {done} {self._vector} {found[one]}, {by}")
            found.append(f"%v{value}.{k}")
        return found[-1] if len(found) > 3 else names[(A, B, C).index(table)]

    def _load(self, where: str, place: int) -> str:
        at = self._at(where, place)
        name = f"%l{len(self._lines)}"
        self._lines.append(f"  {name} = load {self._vector}, ptr {at}, align 8")
        return name

    def _store(self, name: str, where: str, place: int) -> None:
        at = self._at(where, place)
        self._lines.append(f"  store {self._vector} {name}, ptr {at}, align 8")

    def _at(self, where: str, place: int) -> str:
        """The address of a row's block."""
        at = f"%a{len(self._lines)}"
        if self._slot is not None and where != "out":
            self._lines.append(f"  {at} = getelementptr i8, ptr %{where}.b, i64 {place * self._slot}")
        else:
            self._lines.append(f"  {at}.by = mul i64 %{where}.stride, {place}")
            self._lines.append(f"  {at} = getelementptr i8, ptr %{where}.b, i64 {at}.by")
        return at


_CHUNK = """
define internal void @chunk{number}(
    ptr noalias %in, i64 %in.stride, ptr noalias %out, i64 %out.stride, i64 %blocks, ptr noalias %scratch
) {{
entry:
  br label %block
block:
  %i = phi i64 [0, %entry], [%next, %block]
  %in.b = phi ptr [%in, %entry], [%in.next, %block]
  %out.b = phi ptr [%out, %entry], [%out.next, %block]
  %scratch.b = phi ptr [%scratch, %entry], [%scratch.next, %block]
{body}
  %in.next = getelementptr i8, ptr %in.b, i64 {vector}
  %out.next = getelementptr i8, ptr %out.b, i64 {vector}
  %scratch.next = getelementptr i8, ptr %scratch.b, i64 {vector}
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, %blocks
  br i1 %more, label %block, label %done
done:
  ret void
}}"""

_CALL = "  call void @chunk{number}(ptr %from, i64 %in.stride, ptr %to, i64 %out.stride, i64 %some, ptr %scratch)"

_RUN = """
define void @run(ptr %in, i64 %in.stride, ptr %out, i64 %out.stride, i64 %blocks, ptr %scratch) {{
entry:
  br label %group
group:
  %i = phi i64 [0, %entry], [%next, %group]
  %left = sub i64 %blocks, %i
  %short = icmp ult i64 %left, {blocks}
  %some = select i1 %short, i64 %left, i64 {blocks}
  %by = mul i64 %i, {vector}
  %from = getelementptr i8, ptr %in, i64 %by
  %to = getelementptr i8, ptr %out, i64 %by
{calls}
  %next = add i64 %i, {blocks}
  %more = icmp ult i64 %next, %blocks
  br i1 %more, label %group, label %done
done:
  ret void
}}"""

_COPY = """
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
define internal void @copy(ptr %from, i64 %from.stride, ptr %to, i64 %to.stride, i64 %bytes, i64 %count) {{
entry:
  %whole = icmp eq i64 %bytes, {full}
  br label %test
test:
  %i = phi i64 [0, %entry], [%next, %copied]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %row, label %done
row:
  %a = mul i64 %i, %from.stride
  %b = mul i64 %i, %to.stride
  %source = getelementptr i8, ptr %from, i64 %a
  %target = getelementptr i8, ptr %to, i64 %b
  %next = add i64 %i, 1
  br i1 %whole, label %vectors, label %bytewise
vectors:
{vectors}
  br label %copied
bytewise:
  call void @llvm.memcpy.p0.p0.i64(ptr %target, ptr %source, i64 %bytes, i1 false)
  br label %copied
copied:
  br label %test
done:
  ret void
}}"""

_COPY_VECTOR = """  %s{i} = getelementptr i8, ptr %source, i64 {at}
  %v{i} = load <{lanes} x i64>, ptr %s{i}, align 8
  %t{i} = getelementptr i8, ptr %target, i64 {at}
  store <{lanes} x i64> %v{i}, ptr %t{i}, align 8"""

_RUN_COPIED = """
define void @run_copied(
    ptr %in, i64 %in.stride, ptr %out, i64 %out.stride, i64 %blocks, ptr %memory, i64 %inputs, i64 %outputs
) {{
entry:
  %in.copied = icmp ne i64 %inputs, 0
  %out.copied = icmp ne i64 %outputs, 0
  %in.count = select i1 %in.copied, i64 {inputs}, i64 0
  %out.count = select i1 %out.copied, i64 {outputs}, i64 0
  %in.apart = select i1 %in.copied, i64 {slot}, i64 %in.stride
  %out.apart = select i1 %out.copied, i64 {slot}, i64 %out.stride
  %tile.out = getelementptr i8, ptr %memory, i64 {out}
  %scratch = getelementptr i8, ptr %memory, i64 {scratch}
  br label %group
group:
  %i = phi i64 [0, %entry], [%next, %group]
  %left = sub i64 %blocks, %i
  %short = icmp ult i64 %left, {blocks}
  %some = select i1 %short, i64 %left, i64 {blocks}
  %bytes = mul i64 %some, {vector}
  %by = mul i64 %i, {vector}
  %from = getelementptr i8, ptr %in, i64 %by
  %to = getelementptr i8, ptr %out, i64 %by
  call void @copy(ptr %from, i64 %in.stride, ptr %memory, i64 {slot}, i64 %bytes, i64 %in.count)
  %in.here = select i1 %in.copied, ptr %memory, ptr %from
  %out.here = select i1 %out.copied, ptr %tile.out, ptr %to
  call void @run(ptr %in.here, i64 %in.apart, ptr %out.here, i64 %out.apart, i64 %some, ptr %scratch)
  call void @copy(ptr %tile.out, i64 {slot}, ptr %to, i64 %out.stride, i64 %bytes, i64 %out.count)
  %next = add i64 %i, {blocks}
  %more = icmp ult i64 %next, %blocks
  br i1 %more, label %group, label %done
done:
  ret void
}}"""
