"""What the window says, in the language of its user.

Write `tr("Text with {name}").format(name=...)`, never an f-string inside `tr`: the literal is what is looked up. A
text in a table is marked there with `QT_TRANSLATE_NOOP("", "...")` and goes through `tr` where it is shown. What the
library says goes through `told`. `python -m gui.translations.update` brings the translations up to date.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from circuitsim.sentences import Sentence, message_of

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""What there is, each in its own words."""
TRANSLATIONS = Path(__file__).parent / "translations"
_SETTING = "language"

_installed: list[QTranslator] = []  # Qt does not keep them alive
_spoken: list[str] = []


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


def told(what: str | Exception) -> str:
    """What the library says, or an error of it, in the chosen language."""
    text = message_of(what) if isinstance(what, Exception) else what
    return text.said(tr) if isinstance(text, Sentence) else text


def of_example(name: str, description: str) -> tuple[str, str]:
    """What a circuit says of itself, in the chosen language where these are the words of a shipped example."""
    said = QCoreApplication.translate("examples", description)
    return (name, description) if said == description else (QCoreApplication.translate("examples", name), said)


def grouped(number: int) -> str:
    """A large number as the language writes it: 10,000 or 10.000."""
    return QLocale().toString(number)


def decimal(number: float, places: int) -> str:
    """A measured number with so many decimals, as the language writes it."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(number, "f", places)


def written(number: float, digits: int) -> str:
    """A value with so many digits at most, with the signs that the language writes.

    >>> written(1.0, 3), written(-0.25, 3)
    ('1', '−0.25')
    """
    text = f"{number:.{digits}g}".replace("-", "\N{MINUS SIGN}")
    return text.replace(".", QLocale().decimalPoint()) if "." in text else text


def chosen() -> str:
    """What the user has chosen: a language, or an empty text for that of the system."""
    code = str(QSettings().value(_SETTING, ""))
    return code if code in LANGUAGES else ""


def choose(code: str) -> None:
    """Choose a language for the next start, or that of the system."""
    QSettings().setValue(_SETTING, code)


def of_system() -> str:
    """The first of the system's languages that there is; English where there is none."""
    wanted = (name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), "en")


def in_language(code: str, text: str) -> str:
    """A text in a language that is not spoken now."""
    translator = QTranslator()
    translator.load(f"circuitsim_{code}", str(TRANSLATIONS))
    return translator.translate("", text) or text


def spoken() -> str:
    """What is spoken; empty before `speak`."""
    return _spoken[0] if _spoken else ""


def speak(code: str) -> None:
    """Speak a language from now on: texts that are shown already stay as they are."""
    application = QCoreApplication.instance()
    if application is None or spoken() == code:
        return
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{code}", qt), (f"circuitsim_{code}", str(TRANSLATIONS))):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)
    system = QLocale.system()
    QLocale.setDefault(system if system.language() == QLocale(code).language() else QLocale(code))
    _spoken[:] = [code]
