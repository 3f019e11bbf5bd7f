"""What a file says, beside what the glossary says: the changes that somebody may tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import slugify

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.exchange.changes import Change, Compared, FoundBy, Kind, Plan
from portal.vocabulary.exchange.entries import Entry, Found, Remark
from portal.vocabulary.exchange.matching import Ours
from portal.vocabulary.exchange.sheet.understanding import LONGEST_IDENTIFIER
from portal.vocabulary.exchange.skos.addresses import identifier_in
from portal.vocabulary.exchange.texts import plain
from portal.vocabulary.glossary.wording import other_terms
from portal.vocabulary.models import Concept

_MATCHES: Final = ("exact_match", "close_match")
_is_address = URLValidator(schemes=["http", "https"])
_LONGEST_ADDRESS: Final = 200


def compare(found: Found, concepts: Sequence[Concept], related: Sequence[tuple[int, int]], *, may_add: bool) -> Plan:
    """The plan for a file; `related` are pairs of keys. Asks the database nothing.

    Concepts that are new are offered to who `may_add` them.
    """
    return _Comparison(found, concepts, related, may_add).plan()


class _Comparison:
    def __init__(
        self, found: Found, concepts: Sequence[Concept], related: Sequence[tuple[int, int]], may_add: bool
    ) -> None:
        self._found = found
        self._ours = Ours(concepts)
        self._by_pk = {concept.pk: concept for concept in concepts}
        self._may_add = may_add
        self._related = {
            frozenset((self._by_pk[one].identifier, self._by_pk[other].identifier))
            for one, other in related
            if one in self._by_pk and other in self._by_pk
        }
        #: By its name in the file the identifier that a concept has or gets here.
        self._identifiers: dict[str, str] = {}

    def plan(self) -> Plan:
        compared = [self._matched(entry) for entry in self._found.entries]
        self._leave_out_second_ones(compared)
        self._name_new_ones(compared)
        for one in compared:
            if one.concept is not None:
                one.changes = list(self._changes(one, one.concept))
            elif one.parts:
                one.parts = [*one.parts, *self._links(one, one.parts[0].identifier, None)]
        telling = [one for one in compared if one.changes or one.several or one.remarks]
        return Plan(telling, len(compared) - len(telling))

    def _matched(self, entry: Entry) -> Compared:
        found_by, concepts = self._ours.matching(entry)
        one = Compared(entry, found_by=found_by, remarks=list(entry.remarks))
        if len(concepts) == 1:
            one.concept = concepts[0]
        else:
            one.several = concepts
        return one

    def _leave_out_second_ones(self, compared: list[Compared]) -> None:
        """Of what is about the same concept of ours the surest counts, then the first."""
        sure = list(FoundBy)
        taken: set[str] = set()
        for one in sorted(compared, key=lambda one: sure.index(one.found_by) if one.found_by else len(sure)):
            if one.concept is None:
                continue
            if one.concept.identifier in taken:
                one.concept = None
                one.found_by = None
                one.remarks.append(Remark("twice"))
            else:
                taken.add(one.concept.identifier)
                self._identifiers |= dict.fromkeys(
                    filter(None, (one.entry.address, one.entry.identifier)), one.concept.identifier
                )

    def _name_new_ones(self, compared: list[Compared]) -> None:
        used = set(self._ours.by_identifier)
        for one in compared:
            entry = one.entry
            if one.concept is not None or one.several or any(each.key in ("twice", "no_terms") for each in one.remarks):
                continue
            terms = entry.texts.get("label_en", [])
            if len(terms) > 1:
                one.remarks.append(Remark("several", {"field": "label", "code": "en"}))
            elif not terms:
                one.remarks.append(Remark("no_english"))
            elif not self._may_add:
                one.remarks.append(Remark("may_not_add"))
            else:
                identifier = _new_identifier(entry, used)
                used.add(identifier)
                if entry.address:
                    self._identifiers[entry.address] = identifier
                one.changes = [Change(identifier, "label", "", Kind.NEW, "", terms[0])]
                one.parts = list(self._texts(one, identifier, Concept()))

    def _changes(self, one: Compared, concept: Concept) -> Iterator[Change]:
        yield from self._texts(one, concept.identifier, concept)
        yield from self._links(one, concept.identifier, concept)

    def _texts(self, one: Compared, identifier: str, concept: Concept) -> Iterator[Change]:
        """Language by language: term, other terms, note, flag."""
        for code in CONTENT_CODES:
            yield from self._text(one, identifier, concept, "label", code)
            yield from self._other_terms(one, identifier, concept, code)
            yield from self._text(one, identifier, concept, "note", code)
            flag = one.entry.review.get(code)
            if flag is not None and flag != (code in concept.languages_to_review):
                kind = Kind.REPLACE if concept.pk else Kind.ADD
                yield Change(identifier, "review", code, kind, "" if flag else "yes", "yes" if flag else "")

    def _text(self, one: Compared, identifier: str, concept: Concept, field: str, code: str) -> Iterator[Change]:
        theirs = one.entry.texts.get(f"{field}_{code}")
        ours = getattr(concept, f"{field}_{code}") or ""
        if theirs is None or plain(ours) in (theirs or [""]):
            return
        if not theirs:
            if (field, code) == ("label", "en"):
                one.remarks.append(Remark("english_stays"))
            else:
                yield Change(identifier, field, code, Kind.REMOVE, ours, "")
        elif len(theirs) > 1:
            one.remarks.append(Remark("several", {"field": field, "code": code}))
        else:
            kind = Kind.REPLACE if ours else Kind.ADD
            yield Change(identifier, field, code, kind, ours, theirs[0], ticked=not ours)

    def _other_terms(self, one: Compared, identifier: str, concept: Concept, code: str) -> Iterator[Change]:
        theirs = one.entry.others.get(code)
        if theirs is None:
            return
        ours = other_terms(concept, code)
        known = {plain(text) for text in ours}
        preferred = {plain(getattr(concept, f"label_{code}") or ""), *one.entry.texts.get(f"label_{code}", ())}
        for text in theirs:
            if text not in known and text not in preferred:
                yield Change(identifier, "other", code, Kind.ADD, "", text, ticked=True)
        # What another thesaurus does not say is no proposal to remove it here.
        is_our_own = one.entry.row or identifier_in(one.entry.address)
        for text in ours if is_our_own else ():
            if plain(text) not in theirs and plain(text) not in preferred:
                yield Change(identifier, "other", code, Kind.REMOVE, text, "")

    def _links(self, one: Compared, identifier: str, concept: Concept | None) -> Iterator[Change]:
        yield from self._broader(one, identifier, concept)
        for other in self._targets(one, "related"):
            pair = frozenset((identifier, other))
            if other != identifier and pair not in self._related:
                # Once for both of them.
                self._related.add(pair)
                yield Change(identifier, "related", "", Kind.ADD, "", other, ticked=True)
        for field in _MATCHES:
            ours = getattr(concept, field) if concept else ""
            theirs = [address for address in one.entry.links.get(field, ()) if not identifier_in(address)]
            if not theirs or ours in theirs:
                continue
            if len(theirs) > 1:
                one.remarks.append(Remark("several", {"field": field}))
            elif not _may_be_stored(theirs[0]):
                one.remarks.append(Remark("address", {"field": field}))
            else:
                kind = Kind.REPLACE if ours else Kind.ADD
                yield Change(identifier, field, "", kind, ours, theirs[0], ticked=not ours)

    def _broader(self, one: Compared, identifier: str, concept: Concept | None) -> Iterator[Change]:
        theirs = self._targets(one, "broader")
        above = self._by_pk.get(concept.broader_id or 0) if concept else None
        ours = above.identifier if above else ""
        if not theirs or ours in theirs:
            return
        if len(theirs) > 1:
            one.remarks.append(Remark("several", {"field": "broader"}))
        elif self._is_below(theirs[0], identifier):
            one.remarks.append(Remark("broader_circle", {"name": theirs[0]}))
        else:
            yield Change(identifier, "broader", "", Kind.REPLACE if ours else Kind.ADD, ours, theirs[0], not ours)

    def _targets(self, one: Compared, field: str) -> list[str]:
        """Identifiers of the concepts that a link leads to; what is in neither the file nor the glossary is nothing."""
        found = set()
        for address in one.entry.links.get(field, ()):
            known = self._ours.at(address)
            identifier = self._identifiers.get(address) or (known.identifier if known else "")
            if identifier:
                found.add(identifier)
        return sorted(found)

    def _is_below(self, identifier: str, other: str) -> bool:
        """Whether a concept is another one, or below it in the glossary as it is."""
        seen: set[str] = set()
        while identifier and identifier not in seen:
            if identifier == other:
                return True
            seen.add(identifier)
            concept = self._ours.by_identifier.get(identifier)
            above = self._by_pk.get(concept.broader_id or 0) if concept else None
            identifier = above.identifier if above else ""
        return False


def _may_be_stored(address: str) -> bool:
    try:
        _is_address(address)
    except ValidationError:
        return False
    return len(address) <= _LONGEST_ADDRESS


def _new_identifier(entry: Entry, used: set[str]) -> str:
    """As the file has it, or made of the English term; with a number where that is taken."""
    wanted = entry.identifier or identifier_in(entry.address) or entry.texts["label_en"][0]
    name = base = slugify(wanted)[: LONGEST_IDENTIFIER - 6].strip("-") or "concept"
    if entry.identifier and entry.identifier not in used:
        return entry.identifier
    number = 2
    while name in used:
        name = f"{base}-{number}"
        number += 1
    return name
