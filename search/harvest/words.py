"""Words of the vocabulary in the records: when one is called otherwise, so are all records that it stands in.

The index has codes and no labels, so this passes by the outbox.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save
from django_tasks import task

from portal.vocabulary.models import Beneficiary, Concept, Term
from portal.vocabulary.models.taxonomy import FacetCode
from search.documents.document import document_id
from search.documents.registry import sources
from search.harvest.description import words_of
from search.harvest.keeping import BATCH, keep


def connect() -> None:
    """Connects the receiver; called once, when the features have declared their sources."""
    for model in (Term, Beneficiary, Concept):
        post_save.connect(_saved, sender=model, dispatch_uid=f"search:harvest:{model._meta.label_lower}")


def _saved(instance: Model, created: bool, **kwargs: Any) -> None:
    """A new word stands in no record. One that stands in some cannot be deleted."""
    if not created:
        change = partial(keep_records_with.enqueue, instance._meta.label_lower, instance.pk)
        transaction.on_commit(change)


@task()
def keep_records_with(label: str, key: int) -> None:
    """Brings the records up that a word stands in, as it is called now."""
    word = apps.get_model(label).objects.filter(pk=key).first()
    if word is None:
        return
    ids = _ids_with(word)
    while batch := list(islice(ids, BATCH)):
        keep(batch)


def _ids_with(word: Any) -> Iterator[str]:
    """Ids of the documents in whose descriptions the word stands, each once."""
    for source in sources():
        pages = source.model.objects.order_by()
        names = [name for name in words_of(source) if source.model._meta.get_field(name).related_model is type(word)]
        keys = {key for name in names for key in pages.filter(**{name: word}).values_list("pk", flat=True)}
        if isinstance(word, Term) and (word.facet.code, word.code) == (FacetCode.RESOURCE_TYPE, source.type_code):
            keys.update(pages.values_list("pk", flat=True))
        for key in sorted(keys):
            yield document_id(source.label, key)
