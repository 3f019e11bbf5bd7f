"""Spreadsheets as offices send them back."""

import io

import openpyxl
import pytest
from django.utils.translation import override

from portal.vocabulary.exchange.sheet.columns import column_named, columns
from portal.vocabulary.exchange.sheet.writing import csv_file, workbook_file
from portal.vocabulary.models import Concept
from tests.factories.vocabulary import make_concept
from tests.portal.vocabulary.exchange.files import changes_of, found_in, plan_of, remarks_of

pytestmark = pytest.mark.django_db

ALL = ("en", "sq", "bs", "cnr", "mk", "sr", "sr-latn")


@pytest.fixture
def prison():
    return make_concept(
        "prison", label_en="prison", label_bs="zatvor", alternative_labels_bs="ćuza\nkaznionica", review_languages="bs"
    )


@pytest.mark.parametrize("language", ALL)
def test_columns_are_known_in_every_language(language):
    with override(language):
        named = [(column, str(column)) for column in columns()]
    with override("en"):
        assert [column_named(name) for _column, name in named] == [column for column, _name in named]
        assert column_named("BOSNIAN preferred term") == column_named("bs: preferred term")


def test_what_is_not_in_the_file_is_not_touched_and_an_empty_cell_removes_nothing_by_itself(prison):
    plan = plan_of("identifier;Bosanski: other terms;Bosanski: preferred term\nprison;kaznionica;\n", "x.csv")
    assert changes_of(plan) == [
        ("prison", "label", "bs", "remove", "zatvor", "", False),
        ("prison", "other", "bs", "remove", "ćuza", "", False),
    ]


def test_the_english_term_stays(prison):
    plan = plan_of("identifier;English: preferred term\nprison;\n", "x.csv")
    assert (changes_of(plan), remarks_of(plan)) == ([], ["english_stays"])


def test_a_reviewer_takes_flags_away(prison):
    text = "identifier;Bosanski: to be reviewed;Shqip: to be reviewed;Crnogorski: to be reviewed\nprison;{};{};{}\n"
    assert changes_of(plan_of(text.format("Не", "po", "vielleicht"), "x.csv")) == [
        ("prison", "review", "sq", "replace", "", "yes", False),
        ("prison", "review", "bs", "replace", "yes", "", False),
    ]
    assert remarks_of(plan_of(text.format("", "", "vielleicht"), "x.csv")) == ["review"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("encoding", "code", "text"),
    [
        ("utf-8", "bs", "ćelija"),
        ("utf-8-sig", "mk", "ќелија"),
        ("utf-16", "sr", "ћелија"),
        ("cp1250", "bs", "šćućuriti čep"),
        ("cp1251", "sr", "ћелија за самице"),
    ],
)
def test_separators_and_encodings_are_recognised(prison, separator, encoding, code, text):
    rows = [["identifier", f"{code}: note", "Something"], ["prison", text, "x"]]
    data = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    found = found_in(data, "x.csv")
    assert [entry.texts for entry in found.entries] == [{f"note_{code}": [text]}]
    assert [(remark.key, remark.about) for remark in found.remarks] == [("unknown_columns", {"columns": "Something"})]


def test_rows_are_named_where_something_is_wrong(prison):
    plan = plan_of(
        "identifier;English: preferred term;Bosanski: preferred term;English: preferred term\n"
        "\n;prison;zat?vor\nprison;;a <b>\n;;x\nnot an identifier;;\nfree;;novo\n;;\n",
        "x.csv",
    )
    assert sorted((one.entry.row, remark.key) for one in plan.compared for remark in one.remarks) == [
        (3, "lost"),
        (3, "twice"),
        (4, "english_stays"),
        (4, "markup"),
        (5, "no_english"),
        (6, "identifier"),
        (6, "no_terms"),
        (7, "no_english"),
    ]


def test_no_cell_is_a_formula_and_the_footnote_stands_below():
    make_concept("prison", label_en="=1+1", label_sq="Kosovë", note_en="-x")
    book = openpyxl.load_workbook(io.BytesIO(workbook_file()))
    rows = list(book.active.values)
    assert rows[1][:4] == ("prison", "'=1+1", None, "'-x")
    assert rows[1][5] == "Kosovë*"
    assert rows[2][0].startswith("* All references to Kosovo")
    assert csv_file().startswith(b"\xef\xbb\xbfidentifier;")


@pytest.mark.parametrize("number", [1, 3])
def test_the_file_takes_one_query_for_any_number(number, django_assert_num_queries):
    Concept.objects.bulk_create(Concept(identifier=f"c{index}", label_en="c") for index in range(number))
    with django_assert_num_queries(1):
        csv_file()
