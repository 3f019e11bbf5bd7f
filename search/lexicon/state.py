"""Which state of the lexicon is in the database: asked with each search, so that every process notices a change."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import models


class LexiconState(models.Model):
    """One row. The marks are drawn anew with each change, in its transaction, and never come back.

    Counting would not do: a number that was rolled back is given again, to another state.
    """

    terms = models.CharField(max_length=32)
    imports = models.CharField(max_length=32)

    class Meta:
        verbose_name = "state of the lexicon"
        verbose_name_plural = "state of the lexicon"

    def __str__(self) -> str:
        return f"{self.terms} {self.imports}"


@dataclass(frozen=True, slots=True)
class Marks:
    """Of the concepts and what editors entered, and of what was imported; "" as long as nothing ever changed."""

    terms: str = ""
    imports: str = ""


_ROW = 1


def current_marks() -> Marks:
    """One query."""
    found = LexiconState.objects.filter(pk=_ROW).values_list("terms", "imports").first()
    return Marks(*found) if found else Marks()


def mark_terms_changed() -> None:
    """Concepts or editors' entries have changed; to be called in the transaction of the change."""
    _mark("terms")


def mark_imports_changed() -> None:
    """What is imported has changed; to be called in the transaction of the change."""
    _mark("imports")


def _mark(field: str) -> None:
    row = LexiconState(pk=_ROW, **{field: secrets.token_hex(8)})
    LexiconState.objects.bulk_create([row], update_conflicts=True, unique_fields=["id"], update_fields=[field])
