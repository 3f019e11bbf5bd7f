"""Which concept of ours a concept of a file is: by its names for programs, then by its terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.languages.folding import fold
from portal.vocabulary.exchange.changes import FoundBy
from portal.vocabulary.exchange.entries import Entry
from portal.vocabulary.exchange.skos.addresses import identifier_in
from portal.vocabulary.glossary.wording import other_terms
from portal.vocabulary.models import Concept


class Ours:
    """The concepts of the glossary, found by whatever they are called."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.by_identifier = {concept.identifier: concept for concept in concepts}
        self._by_match: dict[str, set[str]] = defaultdict(set)
        self._by_label: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._by_other: dict[tuple[str, str], set[str]] = defaultdict(set)
        for concept in concepts:
            if concept.exact_match:
                self._by_match[concept.exact_match].add(concept.identifier)
            for code in CONTENT_CODES:
                if label := getattr(concept, f"label_{code}"):
                    self._by_label[code, fold(label)].add(concept.identifier)
                for other in other_terms(concept, code):
                    self._by_other[code, fold(other)].add(concept.identifier)

    def matching(self, entry: Entry) -> tuple[FoundBy | None, list[Concept]]:
        """The concepts that it may be, and how they were found. More than one: it is not clear which.

        The first way that finds any decides. Terms are compared in one language each, without marks and script.
        """
        for found_by, identifiers in self._ways(entry):
            found = set(identifiers)
            if found:
                return found_by, [self.by_identifier[one] for one in sorted(found)]
        return None, []

    def at(self, address: str) -> Concept | None:
        """The concept with this name for programs, if there is exactly one."""
        found = self._named(address)
        return self.by_identifier[next(iter(found))] if len(found) == 1 else None

    def _named(self, address: str) -> set[str]:
        own = identifier_in(address)
        return {own} & self.by_identifier.keys() if own else set(self._by_match.get(address, ()))

    def _ways(self, entry: Entry) -> Iterator[tuple[FoundBy, Iterable[str]]]:
        if entry.identifier:
            yield FoundBy.IDENTIFIER, {entry.identifier} & self.by_identifier.keys()
        if entry.address:
            yield FoundBy.ADDRESS, self._named(entry.address)
        yield FoundBy.ADDRESS, {one for address in entry.same for one in self._named(address)}
        labels = {
            (name.removeprefix("label_"), fold(text))
            for name, texts in entry.texts.items()
            if name.startswith("label_")
            for text in texts
        }
        others = {(code, fold(text)) for code, texts in entry.others.items() for text in texts}
        yield FoundBy.TERM, {one for label in labels for one in self._by_label.get(label, ())}
        yield (
            FoundBy.OTHER_TERM,
            {
                one
                for found in (
                    *(self._by_other.get(label, ()) for label in labels),
                    *(self._by_label.get(other, ()) for other in others),
                )
                for one in found
            },
        )
