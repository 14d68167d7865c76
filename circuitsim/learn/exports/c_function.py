"""A model as a C function that needs nothing, and sums as the rule does: from left to right, the bias last."""

from __future__ import annotations

from typing import Any

import numpy as np

from circuitsim.learn.naming import feature_names, output_names

_TEXT = """\
/* A perceptron of {outputs} output(s) over {features} features, written by circuitsim.

   perceptron_scores puts the net inputs into z[0] to z[{last}].
   {predict}
   Features, in order: {names}.
   Outputs, in order: {rows}.
   Compile without fusing of multiplication and addition (gcc: -ffp-contract=off) for the same bits. */

#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#endif

#define FEATURES {features}
#define OUTPUTS {outputs}

static const double weights[OUTPUTS][FEATURES] = {{
{weights}
}};
static const double bias[OUTPUTS] = {{{bias}}};

void perceptron_scores(const double x[FEATURES], double z[OUTPUTS])
{{
    for (int k = 0; k < OUTPUTS; k++) {{
        double sum = 0.0;
        for (int j = 0; j < FEATURES; j++)
            sum += weights[k][j] * x[j];
        z[k] = sum + bias[k];
    }}
}}

{function}"""

_BINARY = """int perceptron_predict(const double x[FEATURES])
{{
    double z[OUTPUTS];
    perceptron_scores(x, z);
    return z[0] {sign} 0.0;
}}
"""
_LARGEST = """int perceptron_predict(const double x[FEATURES])
{
    double z[OUTPUTS];
    int best = 0;
    perceptron_scores(x, z);
    for (int k = 1; k < OUTPUTS; k++)
        if (z[k] > z[best])
            best = k;
    return best;
}
"""
_TABLE = """void perceptron_predict(const double x[FEATURES], int y[OUTPUTS])
{{
    double z[OUTPUTS];
    perceptron_scores(x, z);
    for (int k = 0; k < OUTPUTS; k++)
        y[k] = z[k] {sign} 0.0;
}}
"""


def write(model: Any) -> bytes:
    """The source; weights are hexadecimal floats, so that not a bit is lost."""
    coef, bias = np.asarray(model.coef_, float), np.asarray(model.intercept_, float)
    sign = ">=" if model.tie == "heaviside" else ">"
    if model._is_table:
        function, says = _TABLE.format(sign=sign), "perceptron_predict says for each output 1 or 0."
    elif len(coef) == 1:
        function, says = _BINARY.format(sign=sign), "perceptron_predict returns 1 for the output's class, else 0."
    else:
        function, says = _LARGEST, "perceptron_predict returns the number of the class, counted from 0."
    says_names, says_rows = _comment(feature_names(model)), _comment(output_names(model))
    lines = ",\n".join("    {" + ", ".join(value.hex() for value in row) + "}" for row in coef.tolist())
    return _TEXT.format(
        outputs=len(coef), features=coef.shape[1], last=len(coef) - 1, predict=says, names=says_names,
        rows=says_rows, weights=lines, bias=", ".join(b.hex() for b in bias.tolist()), function=function,
    ).encode()  # fmt: skip


def _comment(words: list[str]) -> str:
    """Words that cannot end the comment."""
    shown = ", ".join(words[:20]) + (", ..." if len(words) > 20 else "")
    return "".join(c if c.isprintable() else "_" for c in shown).replace("*/", "* /").replace("\\", "/")
