"""What is said about files and what is in them, in the words of whoever uploaded them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import BY_CODE
from portal.vocabulary.exchange.entries import Remark

#: Why a file is not read at all.
REFUSALS: Final = {
    "kind": _("Files of this kind are not read. Choose TTL, RDF, JSONLD, CSV or XLSX."),
    "size": _("The file is larger than %(number)s MB. Split it, and upload the parts one after the other."),
    "nothing": _("The file is empty."),
    "slow": _("Reading the file took too long. Split it, and upload the parts one after the other."),
    "large": _("What is in the file is too large or too deeply nested to be read. Split it."),
    "protected": _("The file has a password. Save it without one."),
    "damaged": _(
        "The file cannot be read: it is damaged, or not what the ending of its name says. "
        "Save it again with the program that made it."
    ),
    "encoding": _("The letters of the file are not in UTF-8. Save it again with the encoding UTF-8."),
    "document_type": _(
        "The file has a document type or entities, which can be made to do harm. Save it without them, or as Turtle."
    ),
    "context": _(
        "What the words of the file mean lies elsewhere (%(address)s), and nothing is fetched from there. "
        "Save it with the context inside, or as Turtle."
    ),
    "many": _("The file has more than %(number)s concepts. Split it, and upload the parts one after the other."),
    "empty": _("There are no concepts with terms in the file."),
    "columns": _(
        "No column of the file is known. The first row holds the names of the columns, as in the file that is "
        "downloaded here."
    ),
}

#: What is noticed in a file that is read.
TEXTS: Final = {
    "languages": _("Left out, since they are in languages that the portal does not have: %(languages)s"),
    "hidden": _("Hidden terms are left out: the search finds misspelt words by itself."),
    "circle": _("Its broader concepts form a circle. They are left out."),
    "control": _("%(field)s: holds characters that are no text. It is left out."),
    "markup": _("%(field)s: holds markup. Texts here are plain, so it is left out."),
    "lost": _(
        "%(field)s: letters were lost when the file was saved (there is “?” in their place). It is left out. "
        "Save the file as XLSX or as CSV in UTF-8."
    ),
    "long": _("%(field)s: longer than %(number)s characters. It is left out."),
    "several": _("%(field)s: the file has several, here there is room for one. They are left out."),
    "broader_circle": _("“%(name)s” cannot be its broader concept: it would be broader than itself."),
    "address": _("%(field)s: not an address of the web, or too long. It is left out."),
    "twice": _("The file has this concept in another place too. This one is left out."),
    "unknown_columns": _("Columns that are not known are left out: %(columns)s"),
    "column_twice": _("A column stands there twice, only the first one counts: %(column)s"),
    "review": _("%(field)s: “%(word)s” is neither “yes” nor “no”. It is left out."),
    "identifier": _("“%(word)s” cannot be an identifier: it takes letters from a to z, digits and hyphens."),
    "no_terms": _("Neither an identifier nor a term is there. The row is left out."),
    "no_english": _("It is new, and has no English term, which every concept needs."),
    "may_not_add": _("It is new, and you may not add concepts."),
    "english_stays": _("The English term cannot be removed."),
}

_FIELDS: Final = {
    "label": _("preferred term"),
    "other": _("other terms"),
    "note": _("note"),
    "review": _("to be reviewed"),
    "broader": _("broader concept"),
    "related": _("related concepts"),
    "exact_match": _("same concept in EuroVoc"),
    "close_match": _("similar concept in EuroVoc"),
}


def refusal_text(key: str, about: Mapping[str, Any]) -> str:
    """Why a file was not read, in the active language."""
    return str(REFUSALS.get(key, REFUSALS["damaged"])) % about


def remark_text(remark: Remark) -> str:
    """What was noticed, in the active language."""
    about = dict(remark.about)
    if "field" in about:
        about["field"] = field_name(about["field"], about.get("code", ""))
    return str(TEXTS[remark.key]) % about


def field_name(field: str, code: str = "") -> str:
    """What people call a field of a concept in one content language, in the active language."""
    name = str(_FIELDS[field])
    return f"{BY_CODE[code].native_name}: {name}" if code else name
