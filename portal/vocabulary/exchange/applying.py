"""Making the changes that somebody ticked: all of them, or none."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.exchange.changes import Change, Kind, Plan
from portal.vocabulary.exchange.comparison import compare
from portal.vocabulary.exchange.entries import from_data
from portal.vocabulary.exchange.state import related_pairs
from portal.vocabulary.glossary.wording import other_terms
from portal.vocabulary.models import Concept, ConceptImport

#: The entry in the history of a concept.
LOG_ACTION = "vocabulary.import"


class Outdated(Exception):
    """Some of what was ticked is no change any more: somebody changed the glossary. Has the identifiers concerned."""

    def __init__(self, identifiers: Iterable[str]) -> None:
        self.identifiers = sorted(set(identifiers))
        super().__init__(", ".join(self.identifiers))


class Circle(Exception):
    """Together the changes would make a concept broader than itself. Has the identifiers of the circle."""

    def __init__(self, identifiers: Iterable[str]) -> None:
        self.identifiers = sorted(identifiers)
        super().__init__(", ".join(self.identifiers))


class AlreadyMade(Exception):
    """The changes of this file were made before, perhaps by a second click."""


def current_plan(one: ConceptImport, concepts: list[Concept], *, may_add: bool) -> Plan:
    """What the file would change now, with all concepts as they are now (one query)."""
    return compare(from_data(one.found), concepts, related_pairs(), may_add=may_add)


def make_changes(*, import_: ConceptImport, ticked: Collection[tuple[str, str]], user: Any, may_add: bool) -> None:
    """Makes the changes with these keys (each with the identifier of its concept) and writes down what was done.

    Raises Outdated, Circle, AlreadyMade; then nothing is changed.
    """
    with transaction.atomic():
        row = ConceptImport.objects.select_for_update().get(pk=import_.pk)
        if row.applied_at is not None:
            raise AlreadyMade
        concepts = list(Concept.objects.select_for_update().order_by("identifier"))
        known = current_plan(row, concepts, may_add=may_add).by_key
        if outdated := [identifier for key, identifier in ticked if key not in known]:
            raise Outdated(outdated)
        wanted = {key for key, _identifier in ticked}
        making = _Making({concept.identifier: concept for concept in concepts})
        for key, (compared, change) in known.items():
            if key in wanted:
                making.take([change, *compared.parts] if change.kind == Kind.NEW else [change])
        making.finish()
        for concept in making.touched:
            log(concept, LOG_ACTION, user=user, data={"file": row.file_name})
        row.report = {"made": [change.as_data() for change in making.made], "left": making.left}
        row.found = {}
        row.applied_at = timezone.now()
        row.save()


class _Making:
    def __init__(self, concepts: dict[str, Concept]) -> None:
        self._concepts = concepts
        self._touched: dict[str, Concept] = {}
        self._links: list[Change] = []
        self.made: list[Change] = []
        #: Links that lead to concepts which nobody ticked: from, to.
        self.left: list[list[str]] = []

    @property
    def touched(self) -> list[Concept]:
        return list(self._touched.values())

    def take(self, changes: Iterable[Change]) -> None:
        """Puts texts into the concept; links wait until all concepts are there."""
        for change in changes:
            if change.kind == Kind.NEW:
                self._concepts[change.identifier] = Concept(identifier=change.identifier)
            concept = self._concepts[change.identifier]
            if change.field in ("broader", "related"):
                self._links.append(change)
                continue
            self._touched[change.identifier] = concept
            self.made.append(change)
            if change.kind != Kind.NEW:
                _write(concept, change)

    def finish(self) -> None:
        """Saves texts, then links. Raises Circle, Outdated, or ValidationError for what the comparison let pass."""
        for concept in self.touched:
            concept.clean_fields(exclude=["broader"])
            _save(concept)
        for change in self._links:
            concept, other = self._concepts[change.identifier], self._concepts.get(change.theirs)
            if other is None:
                self.left.append([change.identifier, change.theirs])
                continue
            self._touched[change.identifier] = concept
            self.made.append(change)
            if change.field == "related":
                concept.related.add(other)
            else:
                concept.broader = other
        self._refuse_circles()
        for change in self._links:
            if change.field == "broader":
                self._concepts[change.identifier].save()

    def _refuse_circles(self) -> None:
        above = {concept.pk: concept.broader_id for concept in self._concepts.values()}
        names = {concept.pk: concept.identifier for concept in self._concepts.values()}
        for change in self._links:
            chain: list[int] = []
            step: int | None = self._concepts[change.identifier].pk
            while step is not None and step not in chain:
                chain.append(step)
                step = above.get(step)
            if step is not None:
                raise Circle(names[pk] for pk in chain[chain.index(step) :])


def _save(concept: Concept) -> None:
    """Raises Outdated when somebody else has added a concept with this identifier since the concepts were read.

    What is there can be held, what others add at the same moment cannot.
    """
    try:
        with transaction.atomic():
            concept.save()
    except IntegrityError as error:
        if not Concept.objects.filter(identifier=concept.identifier).exclude(pk=concept.pk).exists():
            raise
        raise Outdated([concept.identifier]) from error


def _write(concept: Concept, change: Change) -> None:
    if change.field == "other":
        name = f"alternative_labels_{change.code}"
        terms = [term for term in other_terms(concept, change.code) if term != change.ours]
        setattr(concept, name, "\n".join([*terms, change.theirs] if change.theirs else terms))
    elif change.field == "review":
        flags = set(concept.languages_to_review) ^ {change.code}
        concept.review_languages = " ".join(code for code in CONTENT_CODES if code in flags)
    else:
        setattr(concept, f"{change.field}_{change.code}" if change.code else change.field, change.theirs)
