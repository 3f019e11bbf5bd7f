"""Names of the vocabulary: beneficiaries, their capitals, institutions, and the terms that resources are filed by."""

from __future__ import annotations

from collections.abc import Iterator

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Institution
from portal.vocabulary.models import Term as FilingTerm
from search.lexicon.senses import Sense, Term

#: Models with a field of which each language's text names the same thing.
NAMED = ((Beneficiary, "name"), (Beneficiary, "capital"), (Institution, "name"), (FilingTerm, "label"))


def name_senses() -> Iterator[Sense]:
    """One query for each kind of name."""
    for model, field in NAMED:
        columns = [f"{field}_{code}" for code in CONTENT_CODES]
        for texts in model._default_manager.order_by("pk").values_list(*columns):
            yield Sense(tuple(Term(code, text) for code, text in zip(CONTENT_CODES, texts, strict=True) if text))
