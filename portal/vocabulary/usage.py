"""Where a word is used: everything that points at a record, found from the models' own relations.

Wagtail's reference index leaves many-to-many relations out, and is written after the fact; what decides over deletion
reads the relations themselves. Drafts count too: a term chosen in a page's unpublished
revision would be gone when the draft is published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin, RevisionMixin


@dataclass(frozen=True, slots=True)
class Usage:
    """How many records of one model point at a word."""

    model: type[models.Model]
    count: int

    def __str__(self) -> str:
        options = self.model._meta
        return f"{self.count} {options.verbose_name if self.count == 1 else options.verbose_name_plural}"


class InUse(ProtectedError):
    """A word is in use and stays. The message says of what and by how many records, in the active language."""

    def __init__(self, used: Sequence[tuple[models.Model, list[Usage]]]) -> None:
        self.used = used
        self.messages = [_describe(word, usages) for word, usages in used]
        super().__init__(" ".join(self.messages), {word for word, _usages in used})


def refuse_if_used(words: Sequence[models.Model]) -> None:
    """Raises InUse when anything points at one of these records, which are all of one model."""
    usages = usages_of(words)
    used = [(word, usages[word.pk]) for word in words if word.pk in usages]
    if used:
        raise InUse(used)


def usages_of(words: Sequence[models.Model]) -> dict[Any, list[Usage]]:
    """By primary key what points at these records (all of one model); those that nothing points at are left out.

    Takes one query a relation, however many words there are, and one more for the drafts of each page type.
    """
    if not words:
        return {}
    pks = {word.pk for word in words}
    pointing: dict[Any, dict[type[models.Model], set[Any]]] = defaultdict(lambda: defaultdict(set))
    for relation in _incoming(type(words[0])):
        source = relation.related_model
        for word_pk, source_pk in (*_stored(relation, pks), *_in_drafts(relation, pks)):
            pointing[word_pk][source].add(source_pk)
    return {
        word_pk: sorted((Usage(model, len(found)) for model, found in sources.items()), key=lambda usage: -usage.count)
        for word_pk, sources in pointing.items()
    }


def _incoming(model: type[models.Model]) -> Iterator[Any]:
    """Foreign keys and many-to-many relations of others to `model`, those without a reverse name included.

    A model's many-to-many relation to itself (related concepts) is its own and goes with it.
    """
    fields: Iterable[Any] = model._meta.get_fields(include_hidden=True)
    for relation in fields:
        if not (relation.auto_created and relation.is_relation and not relation.concrete):
            continue
        if relation.related_model._meta.auto_created:
            continue
        if relation.many_to_many and relation.related_model is model:
            continue
        if relation.many_to_many or relation.one_to_many or relation.one_to_one:
            yield relation


def _stored(relation: Any, pks: set[Any]) -> Iterable[tuple[Any, Any]]:
    field = relation.field
    if relation.many_to_many:
        target, source = field.m2m_reverse_field_name(), field.m2m_field_name()
        rows = field.remote_field.through._base_manager.filter(**{f"{target}__in": pks})
        return rows.values_list(f"{target}_id", f"{source}_id")
    rows = relation.related_model._base_manager.filter(**{f"{field.name}__in": pks})
    return rows.values_list(field.attname, "pk")


def _in_drafts(relation: Any, pks: set[Any]) -> Iterator[tuple[Any, Any]]:
    """What the latest revision of a record with unpublished changes points at."""
    source = relation.related_model
    if not (issubclass(source, RevisionMixin) and issubclass(source, DraftStateMixin)):
        return
    drafts = source._base_manager.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    for source_pk, content in drafts.values_list("pk", "latest_revision__content"):
        value = content.get(relation.field.name)
        for word_pk in pks.intersection(value if isinstance(value, list) else [value]):
            yield word_pk, source_pk


def _describe(word: models.Model, usages: list[Usage]) -> str:
    number = sum(usage.count for usage in usages)
    return ngettext(
        "“%(name)s” is used in %(number)d place and stays: %(places)s.",
        "“%(name)s” is used in %(number)d places and stays: %(places)s.",
        number,
    ) % {"name": word, "number": number, "places": _(", ").join(map(str, usages))}
