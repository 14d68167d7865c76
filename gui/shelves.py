"""In which order, and under which headings, the examples are offered: in the menu, the list and the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP

from circuitsim.api import examples

_SHELVES = (
    (QT_TRANSLATE_NOOP("", "Gates"), "and or not nand nor xor xnor identity majority"),
    (
        QT_TRANSLATE_NOOP("", "Arithmetic"),
        "half_adder full_adder full_adder_two_tlus carry_in_one_gate adder_4bit adder_8bit serial_adder comparator_4bit"
        " greater_equal_one_gate population_count multiplier_4bit alu_4bit",
    ),
    (
        QT_TRANSLATE_NOOP("", "Choosing and Coding"),
        "multiplexer decoder_3to8 priority_encoder seven_segment gray_code parity_3_two_layers parity_8",
    ),
    (
        QT_TRANSLATE_NOOP("", "Memory"),
        "sr_latch d_latch d_flip_flop jk_flip_flop t_flip_flop shift_register memory_4x4 short_memory delay_line",
    ),
    (
        QT_TRANSLATE_NOOP("", "Clocks and Counters"),
        "blinker pacemaker binary_scaler counter_4bit bcd_counter ring_counter johnson_counter ripple_counter lfsr",
    ),
    (
        QT_TRANSLATE_NOOP("", "Sequences and States"),
        "edge_detector debouncer who_was_first sequence_101 regular_expression turnstile traffic_light race_hazard",
    ),
    (
        QT_TRANSLATE_NOOP("", "McCulloch and Pitts, 1943"),
        "heat_and_cold inhibition_veto relative_vs_absolute mp1943_a mp1943_b mp1943_c mp1943_d mp1943_e mp1943_f"
        " mp1943_g mp1943_h mp1943_i",
    ),
    (
        QT_TRANSLATE_NOOP("", "Threshold Logic and Learning"),
        "tlu vote_weighted xor_two_tlus xor_association_units iris_setosa perceptron_2_3 three_in_a_row mirror_symmetry"
        " digit_reader",
    ),
    (
        QT_TRANSLATE_NOOP("", "All Functions of Two Inputs"),
        "a b not_a not_b a_and_not_b b_and_not_a a_implies_b b_implies_a true false",
    ),
)
OTHERS = QT_TRANSLATE_NOOP("", "Others")
"""Those that have no place yet."""


@lru_cache(maxsize=1)
def shelves() -> dict[str, tuple[str, ...]]:
    """The names of the examples under each heading, which is in English and marked.

    >>> list(shelves())[0], shelves()["Gates"][:2]
    ('Gates', ('and', 'or'))
    """
    left = dict.fromkeys(examples())
    found: dict[str, tuple[str, ...]] = {}
    for title, names in (*_SHELVES, (OTHERS, " ".join(left))):
        here = tuple(name for name in names.split() if name in left)
        for name in here:
            del left[name]
        if here:
            found[title] = here
    return found


def shelf_of(name: str) -> str:
    """The heading of an example."""
    return next(title for title, names in shelves().items() if name in names)


def in_order() -> list[str]:
    """All examples, shelf by shelf."""
    return [name for names in shelves().values() for name in names]
