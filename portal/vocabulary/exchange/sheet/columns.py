"""The columns of the spreadsheet, and how they are known again whoever named them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from django.utils.translation import gettext, override

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, LANGUAGES
from portal.core.languages.folding import fold
from portal.vocabulary.exchange.remarks import field_name

#: What there is of a concept in each language, in the order of the columns.
FIELDS: Final = ("label", "other", "note", "review")


class Column(NamedTuple):
    """`code` is a content language; the column that says which concept a row is has neither."""

    field: str
    code: str = ""

    def __str__(self) -> str:
        """Its name in the active language."""
        return field_name(self.field, self.code) if self.code else gettext("identifier")


IDENTIFIER: Final = Column("")


def columns() -> Iterator[Column]:
    """All of them, in order."""
    yield IDENTIFIER
    yield from (Column(field, code) for code in CONTENT_CODES for field in FIELDS)


def column_named(name: str) -> Column | None:
    """The column with this name in any of the languages, whatever its capitals, marks and script; or None."""
    return _by_name().get(fold(name))


def flag_named(word: str) -> bool | None:
    """Whether a word says yes or no in any of the languages; None when it does neither."""
    return _flags().get(fold(word))


@cache
def _by_name() -> dict[str, Column]:
    found: dict[str, Column] = {}
    for language in LANGUAGES:
        with override(language.code):
            found[fold(gettext("identifier"))] = IDENTIFIER
            for field in FIELDS:
                for code in CONTENT_CODES:
                    named = BY_CODE[code]
                    for name in (named.native_name, named.english_name, code):
                        found[fold(f"{name} {field_name(field)}")] = Column(field, code)
    return found


@cache
def _flags() -> dict[str, bool]:
    found = {"x": True, "1": True, "0": False, "true": True, "false": False}
    for language in LANGUAGES:
        with override(language.code):
            found |= {fold(gettext("yes")): True, fold(gettext("no")): False}
    return found
