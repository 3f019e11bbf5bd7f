"""Notices that the vocabulary or editors' entries have changed."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save

from portal.vocabulary.models import Concept
from search.lexicon.equivalent_terms import EquivalentTerms
from search.lexicon.sources.names import NAMED
from search.lexicon.state import mark_terms_changed


def connect() -> None:
    """Connects the receivers; called once, when Django starts."""
    for model in (Concept, EquivalentTerms, *(model for model, _field in NAMED)):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"search:lexicon:{model._meta.label_lower}")


def _changed(**kwargs: Any) -> None:
    mark_terms_changed()
