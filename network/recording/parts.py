"""The form as a whole: its parts, from the database or from what was sent."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from network.models import AgendaItem, GroupOutputPage, OutcomeKind
from network.recording import stored as kept
from network.recording.forms import DocumentForm, FactsForm, ItemForm, OutcomeForm, OutputForm, PeopleForm
from network.recording.stored import Stored

_KEY = re.compile(r"[0-9a-z-]{1,36}\Z")
_ROW = re.compile(r"(?P<prefix>(?P<kind>i|out)(?P<number>\d{1,4}))-key\Z")
_OUTCOME = re.compile(r"(?P<item>i\d{1,4})-o(?P<number>\d{1,4})-key\Z")


@dataclass
class OutcomeRow:
    key: str
    form: OutcomeForm

    @property
    def prefix(self) -> str:
        return str(self.form.prefix)


@dataclass
class Part:
    """A part that is saved by itself.

    `base` is the digest of what was stored when the form was opened, "" for what is new. `theirs` is what somebody else
    stored meanwhile, label and text, when both changed it; `stored` the digest of that. `is_saved` says that the
    database has what the form shows.
    """

    prefix: str
    form: forms.Form
    key: str = ""
    base: str = ""
    outcomes: list[OutcomeRow] = field(default_factory=list)
    theirs: list[tuple[str, str]] = field(default_factory=list)
    stored: str = ""
    is_saved: bool = True
    is_gone: bool = False
    files: list[Any] = field(default_factory=list)

    def forms(self) -> Iterator[forms.Form]:
        yield self.form
        for row in self.outcomes:
            yield row.form

    def is_valid(self) -> bool:
        """Each is asked, so that all that needs mending is said at once."""
        wrong = [form for form in self.forms() if not form.is_valid()]
        return not wrong

    @property
    def errors(self) -> dict[str, list[str]]:
        """What needs mending, by the id of the field."""
        found: dict[str, list[str]] = {}
        for form in self.forms():
            if form.is_bound:
                for name, messages in form.errors.items():
                    place = "" if name == "__all__" else form[name].id_for_label or form[name].auto_id
                    found[place or f"part-{self.prefix}"] = [str(message) for message in messages]
        return found

    @property
    def has_errors(self) -> bool:
        return bool(self.errors)

    @property
    def is_done(self) -> bool:
        """Whether an item has something that came of it."""
        return any(value for row in self.outcomes for value in [_value(row.form, "text")] if value)

    @property
    def heading(self) -> str:
        return str(_value(self.form, "title") or "")


@dataclass
class Record:
    """All parts, in the order of the form."""

    facts: Part
    people: Part
    items: list[Part]
    outputs: list[Part]
    document: DocumentForm

    def parts(self) -> Iterator[Part]:
        yield self.facts
        yield self.people
        yield from self.items
        yield from self.outputs

    @property
    def errors(self) -> list[tuple[str, str]]:
        """All that needs mending: the id of the field and the message."""
        found = [(place, message) for part in self.parts() for place, all_ in part.errors.items() for message in all_]
        if self.document.is_bound:
            found += [("id_document-file", str(message)) for all_ in self.document.errors.values() for message in all_]
        return found

    @property
    def is_saved(self) -> bool:
        return all(part.is_saved for part in self.parts()) and not self.errors

    @property
    def conflicts(self) -> list[Part]:
        return [part for part in self.parts() if part.theirs]

    @property
    def recorded(self) -> int:
        return sum(part.is_done for part in self.items)


def new_key() -> str:
    return secrets.token_hex(8)


def from_database(stored: Stored) -> Record:
    """The form as it is opened: what is stored, and an empty row where there is none yet."""
    record = Record(
        facts=facts_part(stored),
        people=people_part(stored),
        items=[item_part(stored, item, number) for number, item in enumerate(stored.items, start=1)],
        outputs=[output_part(page, number) for number, page in enumerate(stored.outputs, start=1) if not page.live],
        document=DocumentForm(prefix="document"),
    )
    if not record.items:
        add_item(record, stored)
    if not record.outputs:
        add_output(record)
    return record


def facts_part(stored: Stored) -> Part:
    values = kept.facts(stored.meeting)
    form = FactsForm(initial=values, prefix="facts", group=stored.meeting.group, meeting=stored.meeting)
    return Part("facts", form, base=kept.digest(values, kept.FACTS))


def people_part(stored: Stored) -> Part:
    values = kept.people(stored)
    form = PeopleForm(initial=values, prefix="people", people=stored.people)
    return Part("people", form, base=kept.digest(values, ("present", "excused", "guests")))


def item_part(stored: Stored, item: AgendaItem, number: int) -> Part:
    prefix = f"i{number}"
    form = ItemForm(initial=kept.item(item, stored.language), prefix=prefix, people=stored.people)
    part = Part(prefix, form, key=item.key, base=kept.digest_of_item(item, stored.language))
    for place, outcome in enumerate(item.outcomes.all(), start=1):
        row = _outcome_form(stored, f"{prefix}-o{place}", initial=kept.outcome(outcome, stored.language))
        part.outcomes.append(OutcomeRow(outcome.key, row))
    if not part.outcomes:
        add_outcome(part, stored)
    return part


def output_part(page: GroupOutputPage, number: int) -> Part:
    values = kept.output(page)
    form = OutputForm(initial=values, prefix=f"out{number}")
    part = Part(f"out{number}", form, key=page.form_key, base=kept.digest(values, kept.OUTPUT))
    part.files = [block.value for block in page.attachments if block.value is not None]
    return part


def add_item(record: Record, stored: Stored) -> Part:
    number = _next_number(record.items, "i")
    taken = [value for part in record.items for value in [_value(part.form, "position")] if str(value).isdigit()]
    initial = {"position": max(map(int, taken), default=0) + 1}
    part = Part(f"i{number}", ItemForm(initial=initial, prefix=f"i{number}", people=stored.people), key=new_key())
    add_outcome(part, stored)
    record.items.append(part)
    return part


def add_outcome(part: Part, stored: Stored) -> None:
    numbers = [int(row.prefix.rpartition("-o")[2]) for row in part.outcomes]
    prefix = f"{part.prefix}-o{max(numbers, default=0) + 1}"
    initial = {"kind": OutcomeKind.INFORMATION}
    part.outcomes.append(OutcomeRow(new_key(), _outcome_form(stored, prefix, initial=initial)))


def add_output(record: Record) -> None:
    number = _next_number(record.outputs, "out")
    record.outputs.append(Part(f"out{number}", OutputForm(prefix=f"out{number}"), key=new_key()))


def pattern(stored: Stored) -> Part:
    """An empty item that a script copies: `__n__` and `__m__` stand for numbers, `__key__` for a new key."""
    part = Part("i__n__", ItemForm(prefix="i__n__", people=stored.people), key="__key__")
    part.outcomes.append(OutcomeRow("__key__", _outcome_form(stored, "i__n__-o__m__")))
    return part


def from_request(stored: Stored, data: Any, files: Any) -> Record:
    """The form as it was sent. Rows have keys of their own; what looks like none is a new row."""
    record = Record(
        facts=Part(
            "facts",
            FactsForm(data, prefix="facts", group=stored.meeting.group, meeting=stored.meeting),
            base=data.get("facts-base", ""),
        ),
        people=Part(
            "people", PeopleForm(data, prefix="people", people=stored.people), base=data.get("people-base", "")
        ),
        items=[],
        outputs=[],
        # A document is asked for only where one was sent.
        document=DocumentForm(data, files, prefix="document")
        if "document-file" in files
        else DocumentForm(prefix="document"),
    )
    for match in _rows(_ROW, data):
        prefix, key = match["prefix"], _key(data, match.group())
        base = data.get(f"{prefix}-base", "")
        if match["kind"] == "out":
            record.outputs.append(Part(prefix, OutputForm(data, files, prefix=prefix), key=key, base=base))
        else:
            record.items.append(Part(prefix, ItemForm(data, prefix=prefix, people=stored.people), key=key, base=base))
    items = {part.prefix: part for part in record.items}
    for match in _rows(_OUTCOME, data):
        part = items.get(match["item"])
        if part is not None:
            form = _outcome_form(stored, match.group().removesuffix("-key"), data=data)
            part.outcomes.append(OutcomeRow(_key(data, match.group()), form))
    return record


def _outcome_form(stored: Stored, prefix: str, **kwargs: Any) -> OutcomeForm:
    return OutcomeForm(prefix=prefix, people=stored.people, meeting_start=stored.meeting.start, **kwargs)


def _rows(pattern: re.Pattern[str], data: Mapping[str, Any] | MultiValueDict[str, Any]) -> list[re.Match[str]]:
    found = [match for name in data if (match := pattern.match(name))]
    return sorted(found, key=lambda match: int(match["number"]))


def _key(data: Any, name: str) -> str:
    key = data.get(name, "")
    return key if _KEY.match(key) else new_key()


def _next_number(parts: list[Part], letters: str) -> int:
    return max((int(part.prefix.removeprefix(letters)) for part in parts), default=0) + 1


def _value(form: forms.Form, name: str) -> Any:
    return form[name].value()
