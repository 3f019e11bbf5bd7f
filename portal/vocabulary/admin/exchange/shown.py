"""What a file would change and what it changed, as the pages of the import show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.languages.catalogue import BY_CODE
from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.core.status_note.text import mark_text
from portal.vocabulary.exchange.changes import Change, Compared, FoundBy, Kind, Plan
from portal.vocabulary.exchange.entries import from_data
from portal.vocabulary.exchange.remarks import field_name, remark_text
from portal.vocabulary.glossary.wording import term
from portal.vocabulary.models import Concept, ConceptImport

#: More rows are no page that anybody goes through.
MOST_SHOWN: Final = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One change. `ours` and `theirs` are texts in the language `lang` (BCP 47), "" for the reader's own."""

    field: str
    kind: str
    ours: str
    theirs: str
    lang: str
    value: str = ""
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A concept with its changes. `place` says where in the file it stands; `parts` are what comes with a new one."""

    title: str
    url: str
    place: str
    found_by: str
    lines: list[Line] = field(default_factory=list)
    parts: list[Line] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    several: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    text: str
    blocks: list[Block]


class _Names:
    """Concepts by their identifiers, named as the reader calls them."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._concepts = {concept.identifier: concept for concept in concepts}
        self._reader = current_reader().language

    def of(self, identifier: str) -> str:
        concept = self._concepts.get(identifier)
        return mark_text(term(concept, self._reader).text) if concept else identifier

    def url(self, identifier: str) -> str:
        concept = self._concepts.get(identifier)
        if concept is None:
            return ""
        viewset: Any = getattr(Concept, "snippet_viewset")  # noqa: B009 - put there by Wagtail
        return reverse(viewset.get_url_name("edit"), args=[concept.pk])

    def line(self, change: Change, ticked: bool = False) -> Line:
        """Links are shown by the names of what they lead to, flags in words."""
        value = f"{change.key} {change.identifier}"
        if change.kind == Kind.NEW:
            return Line(_("new concept"), change.kind, "", mark_text(change.theirs), "en", value, ticked)
        ours, theirs = (self._shown(change, text) for text in (change.ours, change.theirs))
        is_text = change.code and change.field != "review"
        lang = BY_CODE[change.code].html_lang if is_text else ""
        return Line(field_name(change.field, change.code), change.kind, ours, theirs, lang, value, ticked)

    def _shown(self, change: Change, text: str) -> str:
        if change.field == "review":
            return _("yes") if text else _("no")
        if change.field in ("broader", "related"):
            return self.of(text) if text else ""
        return mark_text(text)


class Preview:
    """The groups of the page. `ticked` are the keys that were ticked when it was last sent; None: as proposed."""

    def __init__(self, plan: Plan, kept: ConceptImport, concepts: Sequence[Concept], ticked: set[str] | None) -> None:
        self.same = plan.same
        self.remarks = [remark_text(remark) for remark in from_data(kept.found).remarks]
        self._names = _Names(concepts)
        self._ticked = ticked
        self._plan = plan

    @cached_property
    def more(self) -> int:
        """Concepts with changes for which there is no room."""
        return len(self._plan.compared) - len(self._shown)

    @cached_property
    def groups(self) -> list[Group]:
        """Those that are not empty."""
        differing = [one for one in self._shown if one.concept is not None and one.changes]
        new = [one for one in self._shown if one.concept is None and one.changes]
        unclear = [one for one in self._shown if one.several]
        told = [one for one in self._shown if not one.changes and not one.several]
        groups = [
            Group(
                "differs",
                _("Says something else"),
                _("Ticked is what adds something. What replaces or removes something is for you to tick."),
                self._blocks(differing),
            ),
            Group(
                "new",
                _("Not in the glossary"),
                _("A ticked concept is public at once, with all that is listed."),
                self._blocks(new),
            ),
            Group(
                "unclear",
                _("Not clear which concept is meant"),
                _("Nothing of these is taken. Put the identifier or the address of the right one into the file."),
                self._blocks(unclear),
            ),
            Group("left", _("Left out"), _("Nothing of these can be taken as it is."), self._blocks(told)),
        ]
        return [group for group in groups if group.blocks]

    @property
    def has_changes(self) -> bool:
        return any(one.changes for one in self._shown)

    @cached_property
    def _shown(self) -> list[Compared]:
        room = MOST_SHOWN
        shown: list[Compared] = []
        for one in self._plan.compared:
            room -= len(one.changes) + len(one.parts)
            if room < 0 and shown:
                break
            shown.append(one)
        return shown

    def _blocks(self, compared: list[Compared]) -> list[Block]:
        blocks = [self._block(one) for one in compared]
        code = current_reader().language.code
        return sorted(blocks, key=lambda block: sort_key(block.title, code))

    def _block(self, one: Compared) -> Block:
        entry, names = one.entry, self._names
        identifier = one.concept.identifier if one.concept else ""
        label = next((texts[0] for name, texts in entry.texts.items() if name.startswith("label_") and texts), "")
        return Block(
            title=names.of(identifier) if identifier else mark_text(label) or entry.identifier or entry.address,
            url=names.url(identifier),
            place=_("row %(number)d") % {"number": entry.row} if entry.row else entry.address,
            found_by=_found_by(one.found_by) if one.concept else "",
            lines=[names.line(change, self._is_ticked(change)) for change in one.changes],
            parts=[names.line(part) for part in one.parts],
            remarks=[remark_text(remark) for remark in one.remarks],
            several=[(names.of(each.identifier), names.url(each.identifier)) for each in one.several],
        )

    def _is_ticked(self, change: Change) -> bool:
        return change.ticked if self._ticked is None else change.key in self._ticked


class Report:
    """What was changed, concept by concept."""

    def __init__(self, kept: ConceptImport, concepts: Sequence[Concept]) -> None:
        self._names = _Names(concepts)
        self._made = [Change(**{**one, "kind": Kind(one["kind"])}) for one in kept.report["made"]]
        self._left = kept.report["left"]

    @cached_property
    def blocks(self) -> list[Block]:
        lines: dict[str, list[Line]] = {}
        for change in self._made:
            lines.setdefault(change.identifier, []).append(self._names.line(change))
        return [
            Block(self._names.of(identifier), self._names.url(identifier), "", "", of_one)
            for identifier, of_one in lines.items()
        ]

    @cached_property
    def left(self) -> list[tuple[str, str]]:
        """Concepts, and those that are not there to which they were to be linked."""
        return [(self._names.of(one), other) for one, other in self._left]


def _found_by(found_by: FoundBy | None) -> str:
    return {
        FoundBy.ADDRESS: _("recognised by its address"),
        FoundBy.IDENTIFIER: _("recognised by its identifier"),
        FoundBy.TERM: _("recognised by a preferred term"),
        FoundBy.OTHER_TERM: _("recognised by another term"),
    }[found_by or FoundBy.TERM]
