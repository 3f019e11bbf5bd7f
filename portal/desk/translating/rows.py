"""What the view shows of each text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.forms import Media
from django.utils.safestring import SafeString

from portal.core.rich_text.targets import look_up_links
from portal.core.scripts.html import latinise_html
from portal.desk.memory.sentences import sentences
from portal.desk.memory.suggestions import Suggestion, suggestions
from portal.desk.translating.fields import TEXT, form_value, shown, widget_of
from portal.desk.translating.place import Place
from portal.desk.translating.saving import Result, Status, Written, mark_of
from portal.desk.translating.terms import AgreedTerm, agreed_terms, marked
from portal.desk.units.page import units_of
from portal.desk.units.unit import Kind, Unit, fingerprint
from portal.desk.units.words import paragraphs
from search.lexicon.glossary import Glossary, current_glossary


@dataclass(frozen=True, slots=True)
class Row:
    """A text: `source` to be read, `field` to be written in, and what helps.

    `loaded` and `source_mark` are fingerprints of what the field and the source were when the form was opened.
    `theirs` is what somebody else saved meanwhile, if that is something else than what stands in the field, and
    `theirs_value` the same as the field would hold it.
    """

    number: int
    unit: Unit
    source: SafeString
    field: SafeString
    media: Media
    loaded: str
    source_mark: str
    terms: Sequence[AgreedTerm]
    suggestions: Sequence[Suggestion]
    latin: str
    theirs: SafeString | None
    theirs_value: str
    error: str
    source_changed: bool


def rows_of(place: Place, written: Mapping[str, Written], results: Mapping[str, Result]) -> list[Row]:
    """All texts of a page, with what was just written where it could not be saved.

    Takes as many queries for one text as for many.
    """
    page, code = place.page, place.code
    units = units_of(page, code)
    look_up_links(page, page.source_language)
    segments = {unit.key: _segments(unit, page.source_language) for unit in units}
    remembered = suggestions({text for some in segments.values() for text in some}, page.source_language, code)
    glossary = current_glossary()
    rows = []
    for number, unit in enumerate(units, start=1):
        offered = [one for text in segments[unit.key] for one in remembered.get(text, ())]
        rows.append(_row(number, unit, place, glossary, offered, written.get(unit.key), results.get(unit.key)))
    return rows


def gone_texts(written: Mapping[str, Written], results: Mapping[str, Result]) -> list[list[str]]:
    """What was written into texts whose block is no longer in the source, paragraph by paragraph."""
    texts = [written[key].text or "" for key, result in results.items() if result.status is Status.GONE]
    return [found for text in texts if (found := _plain_paragraphs(text))]


def _plain_paragraphs(text: str) -> list[str]:
    """Of a text of which nothing is known any more but what it looks like."""
    return paragraphs(text, Kind.RICH if text.startswith("<") else Kind.LINES)


def done(units: Iterable[Unit]) -> int:
    """How many texts of the source are translated."""
    return len([unit for unit in units if unit.source and unit.target])


def latin_of(unit: Unit, code: str) -> str:
    """A Serbian text as readers of Latin script get it; "" for any other language."""
    return latinise_html(shown(unit, unit.target), language="sr-Latn") if code == "sr" and unit.target else ""


def _row(
    number: int,
    unit: Unit,
    place: Place,
    glossary: Glossary,
    offered: Sequence[Suggestion],
    written: Written | None,
    result: Result | None,
) -> Row:
    status = result.status if result else None
    kept = written if written and written.text is not None and status is not Status.SAVED else None
    text = kept.text if kept else unit.target
    if unit.kind is Kind.RICH:
        # What was stored by another way than the editor may hold what the editor would not let in.
        text = unit.clean(text or "")
    widget = widget_of(unit)
    attributes = {"id": f"text-{number}", "aria-labelledby": f"label-{number}", "data-text": ""}
    if unit.max_length is not None:
        attributes["maxlength"] = str(unit.max_length)
    source_code = place.page.source_language
    return Row(
        number=number,
        unit=unit,
        source=marked(shown(unit, unit.source), glossary, source_code),
        field=widget.render(f"{TEXT}{unit.key}", text, attributes),
        media=widget.media,
        # Whoever has seen both versions may write over the other one.
        loaded=kept.loaded if kept and status is not Status.CONFLICT else mark_of(unit),
        source_mark=fingerprint(unit.source),
        terms=agreed_terms(unit, glossary, source_code, place.code),
        suggestions=_other_than(unit, offered),
        latin=latin_of(unit, place.code),
        theirs=shown(unit, unit.target) if status is Status.CONFLICT else None,
        theirs_value=form_value(unit) if status is Status.CONFLICT else "",
        error=result.error if result else "",
        source_changed=bool(result and result.source_changed),
    )


def _segments(unit: Unit, code: str) -> list[str]:
    """What the memory is asked for: each sentence, and all of them together."""
    found = [sentence for text in paragraphs(unit.source, unit.kind) for sentence in sentences(text, code)]
    return list(dict.fromkeys([*found, " ".join(found)])) if found else []


def _other_than(unit: Unit, offered: Sequence[Suggestion]) -> list[Suggestion]:
    """Each only once, and not what stands in the translation anyway."""
    present = " ".join(paragraphs(unit.target, unit.kind))
    return list(dict.fromkeys(one for one in offered if one.target not in present))
