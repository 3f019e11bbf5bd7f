"""The seven renderings and six content languages, as data in one place.

A *content language* is one that texts are written in (six of them). A *rendering* is one in which the site can be
read (seven): Serbian is written once, in Cyrillic, and also offered in Latin script as `sr-latn`.
"""

from dataclasses import dataclass
from typing import Literal

Script = Literal["Latn", "Cyrl"]


@dataclass(frozen=True, slots=True)
class Language:
    """A rendering of the site.

    `code` is the URL prefix; `content_code` names the columns its texts are read from; `html_lang` is what goes into
    `lang` and `hreflang` (BCP 47); `fallbacks` are content codes, nearest first, preferring the reader's script.
    `locale` is what sites that show links to others (Open Graph) call it: they know no language without a territory.
    """

    code: str
    native_name: str
    english_name: str
    script: Script
    html_lang: str
    content_code: str
    fallbacks: tuple[str, ...]
    locale: str


LANGUAGES: tuple[Language, ...] = (
    Language("en", "English", "English", "Latn", "en", "en", ("sr", "bs", "cnr", "mk", "sq"), "en_GB"),
    Language("sq", "Shqip", "Albanian", "Latn", "sq", "sq", ("en", "bs", "cnr", "sr", "mk"), "sq_AL"),
    Language("bs", "Bosanski", "Bosnian", "Latn", "bs", "bs", ("cnr", "sr", "en", "mk", "sq"), "bs_BA"),
    # 639-2 `cnr` is in the IANA registry; browsers that do not know it treat it as any unknown language.
    Language("cnr", "Crnogorski", "Montenegrin", "Latn", "cnr", "cnr", ("bs", "sr", "en", "mk", "sq"), "cnr_ME"),
    Language("mk", "Македонски", "Macedonian", "Cyrl", "mk", "mk", ("sr", "en", "bs", "cnr", "sq"), "mk_MK"),
    Language("sr", "Српски", "Serbian (Cyrillic)", "Cyrl", "sr-Cyrl", "sr", ("cnr", "bs", "en", "mk", "sq"), "sr_RS"),
    Language("sr-latn", "Srpski", "Serbian (Latin)", "Latn", "sr-Latn", "sr", ("cnr", "bs", "en", "mk", "sq"), "sr_RS"),
)

BY_CODE: dict[str, Language] = {language.code: language for language in LANGUAGES}

#: The six languages texts are written in; the order is the one in which they are shown everywhere.
CONTENT_CODES: tuple[str, ...] = ("en", "sq", "bs", "cnr", "mk", "sr")


def get_language(code: str | None) -> Language:
    """The rendering with this code (any case, `_` for `-`); English when there is none such."""
    return BY_CODE.get((code or "").lower().replace("_", "-"), BY_CODE["en"])


def content_language(code: str) -> Language:
    """The rendering in which a content language is written: for `sr` the Cyrillic one.

    Raises KeyError for what is not one of the six.
    """
    if code not in CONTENT_CODES:
        raise KeyError(code)
    return BY_CODE[code]


def html_lang_for_reader(content_code: str, reader: Language) -> str:
    """The `lang` under which a text in `content_code` reaches this reader.

    Serbian text is transliterated for readers of Latin script, so it is marked `sr-Latn` for them: that mark is what
    the exit (portal.core.scripts.html) acts on.
    """
    if content_code == "sr":
        return "sr-Cyrl" if reader.script == "Cyrl" or reader.code in {"en", "sq"} else "sr-Latn"
    return BY_CODE[content_code].html_lang


def register_with_django() -> None:
    """Teach Django the languages it does not know. Called once, by the settings, before anything reads them."""
    from django.conf.locale import LANG_INFO

    LANG_INFO["cnr"] = {"bidi": False, "code": "cnr", "name": "Montenegrin", "name_local": "crnogorski"}
