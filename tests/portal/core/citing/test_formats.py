"""BibTeX and RIS: every field in its place, nothing in a text breaks out of it."""

import re
from dataclasses import replace

import pytest

from portal.core.citing.answer import ready_to_leave
from portal.core.citing.bibtex import bibtex
from portal.core.citing.citation import Citation
from portal.core.citing.ris import ris
from portal.core.status_note.notes import note_for

PAGE = Citation(
    key="leave-planning",
    author="Continuum",
    title="Leave planning",
    lang="en",
    day="2026-03-09",
    kind="Good practice, Albania",
    address="https://portal.example/en/practices/leave-planning/",
    notes=("Last updated 9 March 2026",),
)
RULES = Citation(
    key="european-prison-rules",
    author="Council of Europe, Committee of Ministers",
    title="European Prison Rules",
    lang="en",
    day="2006",
    kind="Recommendation",
    address="https://rm.example/{1}?a=b&c_d#e f",
    number="Rec(2006)2-rev",
    is_instrument=True,
)


def fields(entry):
    """An entry in RIS as pairs."""
    lines = entry.split("\r\n")
    assert lines.pop() == ""
    return [(line[:2], line[6:]) for line in lines if line[2:6] == "  - "]


def test_a_page_in_bibtex():
    assert bibtex(PAGE) == (
        "@misc{continuum-leave-planning,\n"
        "  author = {{Continuum}},\n"
        "  title = {{Leave planning}},\n"
        "  year = {2026},\n"
        "  howpublished = {Good practice, Albania},\n"
        "  url = {https://portal.example/en/practices/leave-planning/},\n"
        "  language = {en},\n"
        "  note = {Last updated 9 March 2026},\n"
        "  month = mar,\n"
        "}\n"
    )


def test_a_page_in_ris():
    assert fields(ris(PAGE)) == [
        ("TY", "ELEC"),
        ("AU", "Continuum"),
        ("TI", "Leave planning"),
        ("PY", "2026"),
        ("DA", "2026/03/09/"),
        ("PB", "Continuum"),
        ("M3", "Good practice, Albania"),
        ("LA", "en"),
        ("UR", "https://portal.example/en/practices/leave-planning/"),
        ("N1", "Last updated 9 March 2026"),
        ("ER", ""),
    ]


def test_an_instrument_by_the_body_that_issued_it():
    assert fields(ris(RULES))[:5] == [
        ("TY", "GOVDOC"),
        # A comma would make a last and a first name of it.
        ("AU", "Council of Europe Committee of Ministers"),
        ("TI", "European Prison Rules"),
        ("PY", "2006"),
        ("DA", "2006///"),
    ]
    entry = bibtex(RULES)
    assert "author = {{Council of Europe, Committee of Ministers}}" in entry
    assert "howpublished = {Recommendation, Rec(2006)2-rev}" in entry
    assert "url = {https://rm.example/%7B1%7D?a=b&c_d#e%20f}" in entry
    assert "month" not in entry


@pytest.mark.parametrize(("day", "written"), [("", None), ("2006-01", "2006/01//")])
def test_a_date_as_far_as_it_is_known(day, written):
    assert dict(fields(ris(replace(PAGE, day=day)))).get("DA") == written
    assert ("year = " in bibtex(replace(PAGE, day=day))) == bool(day)


def test_an_author_that_nobody_knows_is_left_out():
    nameless = replace(RULES, author="")
    assert {"AU", "PB"} & set(dict(fields(ris(nameless)))) == set()
    assert "author" not in bibtex(nameless)


EVIL = "50 % of {A & B_c} $x$ #1 ~ ^ \\input{x}}\n@misc{evil,\r\nER  - \nTY  - BOOK\x00\u2028"


def test_no_text_breaks_out_of_its_field():
    citation = ready_to_leave(replace(PAGE, title=EVIL, author=EVIL, kind=EVIL, notes=(EVIL,), number=EVIL))
    entry = fields(ris(citation))
    assert [tag for tag, _ in entry].count("TY") == [tag for tag, _ in entry].count("ER") == 1
    assert dict(entry)["TI"] == "50 % of {A & B_c} $x$ #1 ~ ^ \\input{x}} @misc{evil, ER - TY - BOOK"

    text = bibtex(citation)
    depth, deepest_line_starts = 0, []
    for line in text.splitlines():
        deepest_line_starts.append(depth)
        depth += line.count("{") - line.count("}")
    # BibTeX counts braces, whatever stands before them: each field ends on its line, the entry on the last.
    assert depth == 0
    assert deepest_line_starts == [0, *[1] * (len(deepest_line_starts) - 1)]
    [title] = re.findall(r"title = \{\{(.*)\}\},", text)
    assert title == (
        r"50 \% of \textbraceleft{}A \& B\_c\textbraceright{} \$x\$ \#1 \textasciitilde{} \textasciicircum{} "
        r"\textbackslash{}input\textbraceleft{}x\textbraceright{}\textbraceright{} @misc\textbraceleft{}evil, "
        r"ER - TY - BOOK"
    )


def test_script_asterisks_and_the_footnote_once():
    citation = ready_to_leave(
        replace(PAGE, title="Планови са Косова", kind="Добра пракса, Косово", notes=("Последње",), lang="sr-Latn")
    )
    assert (citation.title, citation.kind) == ("Planovi sa Kosova*", "Dobra praksa, Kosovo*")
    assert citation.notes == ("Poslednje", f"* {note_for('sr-latn')}")
    assert ready_to_leave(PAGE) == PAGE
