"""Names of the vocabulary: beneficiaries, their capitals, institutions, and the terms that resources are filed by."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.db import models

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Institution
from portal.vocabulary.models import Term as FilingTerm
from search.lexicon.senses import Sense, Term
from search.lexicon.sources.thesaurus import ALTERNATIVE, BROADER

#: Models with a field of which each language's text names the same thing.
NAMED = ((Beneficiary, "name"), (Beneficiary, "capital"), (Institution, "name"), (FilingTerm, "label"))

WORDS = Path(__file__).resolve().parent.parent / "data" / "names" / "beneficiaries.csv"
_COLUMNS = ("en", "sq", "bs", "sr", "mk")


class _Words(NamedTuple):
    """A line of the file: terms that mean the same, and which beneficiary they lead to in which way."""

    kind: str
    terms: tuple[Term, ...]


def name_senses() -> Iterator[Sense]:
    """One query for each kind of name.

    Who types a word for a beneficiary or its people, or its capital, also finds what is filed by the beneficiary. It
    does not lead back: the name is not looked for by all that goes with it.
    """
    words = _words_by_beneficiary()
    for beneficiary in Beneficiary.objects.order_by("pk").values("code", *_columns("name"), *_columns("capital")):
        yield from _beneficiary_senses(beneficiary, words.get(beneficiary["code"], ()))
    for model, field in NAMED:
        if model is not Beneficiary:
            yield from _senses_of(model, field)


def _senses_of(model: type[models.Model], field: str) -> Iterator[Sense]:
    for row in model._default_manager.order_by("pk").values(*_columns(field)):
        yield Sense(_names(row, field))


def _beneficiary_senses(row: Mapping[str, str | None], words: Sequence[_Words]) -> Iterator[Sense]:
    others = {kind: [term for one in words if one.kind == kind for term in one.terms] for kind in ("name", "capital")}
    yield Sense((*_names(row, "name"), *_weighing(others["name"], ALTERNATIVE)))
    capital = (*_names(row, "capital"), *_weighing(others["capital"], ALTERNATIVE))
    if capital:
        yield Sense((*capital, *_led_to(row, BROADER)))
    for one in words:
        if one.kind == "word":
            yield Sense((*one.terms, *_led_to(row, ALTERNATIVE)))


def _names(row: Mapping[str, str | None], field: str) -> tuple[Term, ...]:
    return tuple(Term(code, text) for code in CONTENT_CODES if (text := row[f"{field}_{code}"]))


def _led_to(row: Mapping[str, str | None], weight: float) -> Iterator[Term]:
    return (Term(name.lang, name.text, weight, meant=None) for name in _names(row, "name"))


def _weighing(terms: Sequence[Term], weight: float) -> Iterator[Term]:
    return (Term(term.lang, term.text, weight) for term in terms)


def _columns(field: str) -> list[str]:
    return [f"{field}_{code}" for code in CONTENT_CODES]


@cache
def _words_by_beneficiary() -> dict[str, list[_Words]]:
    """What the file has, by the code of the beneficiary; it comes with the program and stays as it is."""
    found: dict[str, list[_Words]] = defaultdict(list)
    with WORDS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            terms = (Term(lang, text) for lang in _COLUMNS for text in filter(None, row[lang].split("|")))
            found[row["code"]].append(_Words(row["kind"], tuple(terms)))
    return found
