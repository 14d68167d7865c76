"""Lookups as LLVM's text: straight-line code over vectors, in chunks that stay in the cache.

A *block* is one vector: 512 patterns with AVX-512. The lookups are cut into *chunks* of CHUNK, each a function that
goes over BLOCKS blocks before the next chunk does; so the code of a chunk is fetched once for all of them, and the
values of its lookups live in registers. What a later chunk reads goes through a slot of the scratch memory.

    run(in, in stride, out, out stride, blocks, scratch)
    run_copied(the same)

Rows of inputs and outputs lie a stride of bytes apart. One chunk alone goes over all blocks at once. Rows that lie a
large power of two apart share few lines of the cache; for them `run_copied` works on copies, a few blocks at a time.
"""

from __future__ import annotations

from circuitsim.engine.lower.lookups import FALSE, TRUE, Lookups
from circuitsim.engine.lower.recipes import recipes
from circuitsim.engine.lower.slots import NOWHERE, Slots, allocate
from circuitsim.engine.native.host import Host

CHUNK = 1000
BLOCKS = 8
ZEROS = "zeroinitializer"


def slot_bytes(target: Host) -> int:
    """Bytes of a slot: a block more than are used, as powers of two would share few lines of the cache."""
    return (BLOCKS + 1) * target.lanes * 8


def module(lookups: Lookups, target: Host) -> tuple[str, int]:
    """The text of a module with `run` and `run_copied`, and how many bytes of scratch memory they need."""
    slots = allocate(lookups, CHUNK)
    starts = range(0, max(1, len(lookups)), CHUNK)
    parts = [_Chunk(lookups, slots, target, start).text() for start in starts]
    calls = "\n".join(_CALL.format(start=start) for start in starts)
    vector, slot = target.lanes * 8, slot_bytes(target)
    run = _RUN.format(vector=vector, blocks=BLOCKS if len(starts) > 1 else 1 << 40, calls=calls)
    inputs, outputs = lookups.inputs, len(lookups.outputs)
    copied = _RUN_COPIED.format(
        vector=vector,
        blocks=BLOCKS,
        slot=slot,
        inputs=inputs,
        outputs=outputs,
        out=inputs * slot,
        scratch=(inputs + outputs) * slot,
    )
    lines = "\n".join(_COPY_VECTOR.format(i=i, at=i * vector, lanes=target.lanes) for i in range(BLOCKS))
    copy = _COPY.format(vectors=lines, full=BLOCKS * vector)
    return "\n".join([_TERNARY, *parts, run, copy, copied]), (inputs + outputs + slots.count) * slot


_TERNARY = "declare <8 x i64> @llvm.x86.avx512.pternlog.q.512(<8 x i64>, <8 x i64>, <8 x i64>, i32)"


class _Chunk:
    """Writes the function of one chunk."""

    def __init__(self, lookups: Lookups, slots: Slots, target: Host, start: int) -> None:
        self._lookups, self._slots, self._target, self._start = lookups, slots, target, start
        self._end = min(start + CHUNK, len(lookups))
        self._vector = f"<{target.lanes} x i64>"
        self._ones = f"<{', '.join(['i64 -1'] * target.lanes)}>"
        self._names: dict[int, str] = {}
        self._lines: list[str] = []

    def text(self) -> str:
        lookups = self._lookups
        operands = lookups.operands[self._start : self._end].tolist()
        tables = lookups.tables[self._start : self._end].tolist()
        slot, row = (a[self._start : self._end].tolist() for a in (self._slots.slot, self._slots.row))
        make = self._ternary if self._target.ternary else self._recipe
        first = lookups.inputs + self._start
        for k, (reads, table) in enumerate(zip(operands, tables, strict=True)):
            names = [self._value(read) for read in reads if read >= 0]
            self._names[first + k] = name = make(first + k, table, names)
            if row[k] != NOWHERE:
                self._store(name, "out", row[k])
            elif slot[k] != NOWHERE:
                self._store(name, "scratch", slot[k])
        if self._end == len(lookups):
            for output, value in self._slots.copies:
                constant = {FALSE: ZEROS, TRUE: self._ones}.get(value)
                self._store(constant or self._value(value), "out", output)
        return _CHUNK.format(start=self._start, vector=self._target.lanes * 8, body="\n".join(self._lines))

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
        return found[-1] if len(found) > 3 else names[(0xAA, 0xCC, 0xF0).index(table)]

    def _value(self, value: int) -> str:
        """The name of a value, loaded where this chunk has not made it."""
        if value not in self._names:
            k = value - self._lookups.inputs
            name = self._names[value] = f"%l{value}"
            if k < 0:
                at = self._at("in", value)
            elif self._slots.row[k] != NOWHERE:
                at = self._at("out", int(self._slots.row[k]))
            else:
                at = self._at("scratch", int(self._slots.slot[k]))
            self._lines.append(f"  {name} = load {self._vector}, ptr {at}, align 8")
        return self._names[value]

    def _store(self, name: str, where: str, place: int) -> None:
        at = self._at(where, place)
        self._lines.append(f"  store {self._vector} {name}, ptr {at}, align 8")

    def _at(self, where: str, place: int) -> str:
        """The address of a row's block."""
        at = f"%a{len(self._lines)}"
        if where == "scratch":
            self._lines.append(f"  {at} = getelementptr i8, ptr %scratch.b, i64 {place * slot_bytes(self._target)}")
        else:
            self._lines.append(f"  {at}.by = mul i64 %{where}.stride, {place}")
            self._lines.append(f"  {at} = getelementptr i8, ptr %{where}.b, i64 {at}.by")
        return at


_CHUNK = """
define internal void @chunk{start}(
    ptr noalias %in, i64 %in.stride, ptr noalias %out, i64 %out.stride, i64 %blocks, ptr noalias %scratch
) {{
entry:
  br label %block
block:
  %i = phi i64 [0, %entry], [%next, %block]
  %by = mul i64 %i, {vector}
  %in.b = getelementptr i8, ptr %in, i64 %by
  %out.b = getelementptr i8, ptr %out, i64 %by
  %scratch.b = getelementptr i8, ptr %scratch, i64 %by
{body}
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, %blocks
  br i1 %more, label %block, label %done
done:
  ret void
}}"""

_CALL = "  call void @chunk{start}(ptr %from, i64 %in.stride, ptr %to, i64 %out.stride, i64 %some, ptr %scratch)"

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
define void @run_copied(ptr %in, i64 %in.stride, ptr %out, i64 %out.stride, i64 %blocks, ptr %memory) {{
entry:
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
  call void @copy(ptr %from, i64 %in.stride, ptr %memory, i64 {slot}, i64 %bytes, i64 {inputs})
  call void @run(ptr %memory, i64 {slot}, ptr %tile.out, i64 {slot}, i64 %some, ptr %scratch)
  call void @copy(ptr %tile.out, i64 {slot}, ptr %to, i64 %out.stride, i64 %bytes, i64 {outputs})
  %next = add i64 %i, {blocks}
  %more = icmp ult i64 %next, %blocks
  br i1 %more, label %group, label %done
done:
  ret void
}}"""
