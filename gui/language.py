"""What the window says, in the language of its user.

Write `tr("Text with {name}").format(name=...)`, never an f-string inside `tr`: the literal is what is looked up. A
text in a table is marked there with `QT_TRANSLATE_NOOP("", "...")` and goes through `tr` where it is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, comment: str = "", number: int = -1) -> str:
    """The text in the chosen language; the text itself where there is no translation.

    Parameters
    ----------
    text : str
        English; `%n` in it stands for `number`.
    comment : str
        Tells translators apart what English says with one word.
    number : int
        Chooses between singular and plural.

    Examples
    --------
    >>> tr("Nothing of this is translated")
    'Nothing of this is translated'
    """
    return QCoreApplication.translate("", text, comment, number)
