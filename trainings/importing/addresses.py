"""E-mail addresses as people write them into spreadsheets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from portal.core.scripts.serbian import CYRILLIC

#: Cyrillic letters that look like Latin ones. They get into addresses when somebody forgets to change the keyboard.
_ALIKE: Final = str.maketrans("авеѕікмнорстухјАВЕЅІКМНОРСТУХЈ", "abesikmhopctyxjABESIKMHOPCTYXJ")
#: в, н, т, к and м look Latin only as capitals, or nearly so: in small letters nobody can say what was meant.
_UNLIKE: Final = frozenset("внткм")
_AROUND: Final = re.compile(r"\A(?:mailto:)?[\s<(\"']*|[\s>)\"'.,;]*\Z", re.IGNORECASE)
_LONGEST: Final = 254


@dataclass(frozen=True, slots=True)
class Address:
    """`email` is "" when there is a `problem`, in words. `mended` says what was changed, for somebody to look at."""

    email: str = ""
    problem: str = ""
    mended: str = ""


def address_in(cell: str) -> Address:
    """The address that was meant. Letters that only look right are mended, and named; all else is refused."""
    text = _AROUND.sub("", cell)
    if not text:
        return Address(problem=_("The e-mail address is missing."))
    if text.count("@") > 1:
        return Address(
            problem=_("There are several e-mail addresses in the cell. Leave one: %(text)s") % {"text": text}
        )
    if any(letter.isspace() for letter in text):
        return Address(problem=_("There is a space in the e-mail address: %(text)s") % {"text": text})
    mended = ""
    if cyrillic := "".join(dict.fromkeys(CYRILLIC.findall(text))):
        plain = text.translate(_ALIKE)
        letters = ", ".join(cyrillic)
        if CYRILLIC.search(plain) or not _UNLIKE.isdisjoint(cyrillic):
            return Address(
                problem=_("There are Cyrillic letters in the e-mail address %(text)s: %(letters)s")
                % {"text": text, "letters": letters}
            )
        text = plain.lower()
        mended = _("There were Cyrillic letters in the e-mail address: %(letters)s. It is read as %(address)s.") % {
            "letters": letters,
            "address": text,
        }
    return Address(email=text.lower(), mended=mended) if _is_valid(text) else Address(problem=_wrong(text))


def _is_valid(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return text.isascii() and len(text) <= _LONGEST


def _wrong(text: str) -> str:
    if foreign := ", ".join(dict.fromkeys(letter for letter in text if not letter.isascii())):
        message = _("There are letters in the e-mail address %(text)s that addresses do not have: %(letters)s")
        return message % {"text": text, "letters": foreign}
    _local, at, domain = text.partition("@")
    if at and "." not in domain:
        return _("The e-mail address has no ending, such as .org: %(text)s") % {"text": text}
    return _("This is not an e-mail address: %(text)s") % {"text": text}
