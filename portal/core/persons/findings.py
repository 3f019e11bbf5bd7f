"""What of a page may tell who somebody is, with its place."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from portal.core.content_language.localized import shown_codes, translated_fields
from portal.core.content_language.missing import MissingPart
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.markup.plain_text import plain_text
from portal.core.persons.hints import person_hints
from portal.core.persons.numbers import Match, personal_numbers

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage

#: Translated, but not text.
_NO_TEXTS = frozenset({"readiness", "based_on", "needs_review"})

#: Characters of the text around a finding that are shown with it.
_AROUND = 30


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` it looks like, in the text `field` of the language `code`; `text` itself and the words around it."""

    what: Any
    field: str
    label: str
    code: str
    text: str
    extract: str

    @property
    def language(self) -> str:
        return BY_CODE[self.code].native_name

    @property
    def place(self) -> str:
        return _("%(part)s (%(language)s)") % {"part": self.label, "language": self.language}

    @property
    def digest(self) -> str:
        """Names what was found, wherever it stands, without saying it: what was checked is remembered by this."""
        plain = "".join(character for character in self.text.upper() if character.isalnum())
        return hmac.new(settings.SECRET_KEY.encode(), plain.encode(), "sha256").hexdigest()[:16]


def page_texts(page: ContentPage, codes: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Field, language and words of every text of a page in these languages; empty ones are left out."""
    for code in codes:
        for field in translated_fields(type(page)):
            if field not in _NO_TEXTS and (text := plain_text(getattr(page, f"{field}_{code}"))):
                yield field, code, text


def numbers_in(page: ContentPage, codes: Iterable[str] = CONTENT_CODES) -> list[Finding]:
    """What looks like a personal number, in these languages of the page."""
    return list(_findings(page, codes, personal_numbers))


def hints_in(page: ContentPage, codes: Iterable[str] = CONTENT_CODES) -> list[Finding]:
    """What may be a name or contact of a person, in these languages of the page."""
    return list(_findings(page, codes, person_hints))


def missing_confirmation(page: ContentPage) -> list[MissingPart]:
    """That somebody says of each number in a language that is shown that it is no real person's."""
    checked = set(page.checked_numbers.split())
    open_ones = [found for found in numbers_in(page, shown_codes(page)) if found.digest not in checked]
    if not open_ones:
        return []
    places = ", ".join(dict.fromkeys(found.place for found in open_ones))
    message = _("Confirm under “Details” that this is no real person's number: %(places)s") % {"places": places}
    return [MissingPart("checked_numbers", message)]


def _findings(page: ContentPage, codes: Iterable[str], find: Callable[[str], Iterator[Match]]) -> Iterator[Finding]:
    for field, code, text in page_texts(page, codes):
        label = str(page._meta.get_field(field).verbose_name)
        for match in find(text):
            yield Finding(match.what, field, label, code, text[match.start : match.end], _extract(text, match))


def _extract(text: str, match: Match) -> str:
    start, end = max(match.start - _AROUND, 0), match.end + _AROUND
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
