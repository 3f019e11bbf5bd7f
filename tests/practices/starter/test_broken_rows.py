"""What cannot be loaded is named, and the rest loads."""

import json

import pytest

from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Outcome, Report
from portal.vocabulary.models.taxonomy import FacetCode
from portal.website.models import HomePage
from practices.models import CatalogueIndexPage, GoodPractice, Standard, StandardPart
from practices.models.index_page import ResourceType
from practices.starter.documents import load_documents
from practices.starter.parts import COLUMNS as PART_COLUMNS
from practices.starter.parts import load_parts
from practices.starter.resources import load_practices
from practices.starter.standards import COLUMNS, adoption, instrument_type, load_standards
from tests.factories.pages import make_page
from tests.factories.vocabulary import make_beneficiary, make_term

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def lists():
    home = HomePage.objects.get()
    for kind, slug in ((ResourceType.STANDARD, "standards"), (ResourceType.GOOD_PRACTICE, "practices")):
        make_page(CatalogueIndexPage, home, slug=slug, resource_type=kind)


@pytest.fixture
def csv_file(tmp_path):
    def csv_file(columns, *rows):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join([",".join(columns), *(",".join(row) for row in rows)]), encoding="utf-8")
        return path

    return csv_file


@pytest.fixture
def json_file(tmp_path):
    def json_file(content):
        path = tmp_path / "rows.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    return json_file


def loaded(loader, path):
    report = Report()
    loader(path, report)
    return report


def standard_row(reference="Rec(9)", **changes):
    row = {
        "reference": reference,
        "title_en": f"Rules {reference}",
        "issuing_body": "Council",
        "adopted": "2001",
        "type": "rules",
        "binding": "no",
        "summary_en": "What it says.",
        "priority_areas": "",
        "stages": "",
    }
    return [{**row, **changes}[column] for column in COLUMNS]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title_en": ""}, "“title_en” is empty"),
        ({"summary_en": ""}, "“summary_en” is empty"),
        ({"type": "poem"}, "type “poem” is unknown"),
        ({"binding": "maybe"}, "“binding” is “maybe”, not yes or no"),
        ({"adopted": "2001-02-30"}, "no such date: 2001-02-30"),
        ({"stages": "moon"}, "stages: “moon” is unknown"),
    ],
)
def test_a_broken_standard_is_named_and_the_rest_loads(lists, csv_file, changes, reason):
    path = csv_file(COLUMNS, standard_row("Rec(1)", **changes), standard_row("Rec(2)"))
    report = loaded(load_standards, path)
    assert report.broken == [f"practices.standard Rec(1): {reason}"]
    assert list(Standard.objects.values_list("reference", flat=True)) == ["Rec(2)"]


def test_without_their_list_standards_are_not_loaded(csv_file):
    report = loaded(load_standards, csv_file(COLUMNS, standard_row()))
    assert report.broken == ["practices.standard standard: the list that they lie in is not there"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2006-01-11 (revised 2020-07-01)", ("2006-01-11", "2020-07-01")),
        ("2016", ("2016", "")),
        ("collection, updated regularly", ("", "")),
    ],
)
def test_adoption_and_revision_are_read_as_exactly_as_they_are_known(text, dates):
    assert adoption(text) == dates


def test_a_kind_has_the_name_of_the_file_or_its_own():
    assert [instrument_type(text).value for text in ("plan of action", "manual", "convention")] == [
        "action_plan",
        "handbook",
        "convention",
    ]
    with pytest.raises(BrokenRow):
        instrument_type("")


def part_row(number, heading="Respect", parent="", standard="Ref(1)", stages=""):
    row = {"standard": standard, "number": number, "parent": parent, "heading_en": heading, "stages": stages}
    return [row.get(column, "") for column in PART_COLUMNS]


def test_broken_parts_are_named_and_the_rest_loads(csv_file):
    standard = make_page(Standard, reference="Ref(1)")
    path = csv_file(
        PART_COLUMNS,
        part_row("Rule 1"),
        part_row("Rule 2", heading=""),
        part_row("Rule 3", parent="Rule 0"),
        part_row("Rule 4", standard="Ref(7)"),
        part_row("Rule-1"),
        part_row("Rule 5", parent="Rule 1"),
        part_row("Rule 6", stages="moon"),
    )
    report = loaded(load_parts, path)
    assert [line.removeprefix("practices.standardpart ").split(":")[0] for line in report.broken] == [
        "Ref(1) Rule 2",
        "Ref(1) Rule 3",
        "Ref(7) Rule 4",
        "Ref(1) Rule-1",
        "Ref(1) Rule 6",
    ]
    assert list(standard.parts.values_list("number", "position", "parent__number")) == [
        ("Rule 1", 1, None),
        ("Rule 5", 5, "Rule 1"),
    ]


def practice_row(name, **changes):
    texts = {name: f"{name}." for name in ("context", "results", "lessons_learned", "transferability", "contact_role")}
    return {
        "id": name,
        "title": {"en": f"Practice {name}"},
        "summary": {"en": "Summary."},
        "beneficiary": "AL",
        "stages": ["custody"],
        "target_groups": ["adults"],
        "agencies": ["prison"],
        "priority_areas": ["pa1"],
        "evidence_level": "monitored",
        "texts": {"en": {**texts, "steps": [{"title": "One", "text": "First."}]}},
        **changes,
    }


@pytest.fixture
def words():
    make_beneficiary("AL")
    for facet, code in (
        (FacetCode.STAGE, "custody"),
        (FacetCode.TARGET_GROUP, "adults"),
        (FacetCode.AGENCY, "prison"),
        (FacetCode.PRIORITY_AREA, "pa1"),
        (FacetCode.EVIDENCE_LEVEL, "monitored"),
    ):
        make_term(facet, code)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": {}}, "no English title"),
        ({"beneficiary": "ZZ"}, "beneficiaries: “ZZ” is unknown"),
        ({"evidence_level": "rumour"}, "evidence_level: “rumour” is unknown"),
        ({"concepts": ["nothing"]}, "concepts: “nothing” is unknown"),
        (
            {"standard_parts": [{"standard": "Ref(1)", "number": "Rule 0"}]},
            "standard_parts: “Ref(1) Rule 0” is unknown",
        ),
        ({"documents": ["Lost"]}, "documents: “Lost” is unknown"),
        ({"visibility": "secret"}, "visibility “secret” is unknown"),
        ({"started_on": "yesterday"}, "started_on: “yesterday” is no date"),
        ({"stages": []}, "stages of the continuum"),
        ({"texts": {"en": {"steps": ["First."]}}}, "a step or session is not an object"),
    ],
)
def test_a_broken_practice_is_named_and_the_rest_loads(lists, words, json_file, changes, reason):
    path = json_file({"good_practices": [practice_row("one", **changes), "nonsense", practice_row("two")]})
    report = loaded(load_practices, path)
    assert report.broken == [
        "practices.goodpractice good_practices number 2: not an object",
        f"practices.goodpractice one: {reason}",
    ]
    assert list(GoodPractice.objects.values_list("title", "live")) == [("Practice two", True)]


def test_markup_in_a_text_is_text(lists, words, json_file):
    row = practice_row("one")
    row["texts"]["en"]["context"] = "<b>5 < 6</b>"
    assert loaded(load_practices, json_file({"good_practices": [row]})).broken == []
    assert GoodPractice.objects.get().context_en == "<p>&lt;b&gt;5 &lt; 6&lt;/b&gt;</p>"


def test_a_file_that_is_missing_is_named(json_file):
    path = json_file({"documents": [{"title": "Lost", "file": "lost.pdf", "language": "en"}]})
    report = loaded(load_documents, path)
    assert report.broken == ["core.portaldocument Lost: the file “lost.pdf” is not there"]
    assert report.counts["core.portaldocument"] == {Outcome.BROKEN: 1}


def test_parts_of_no_standard_do_no_harm(csv_file):
    loaded(load_parts, csv_file(PART_COLUMNS, part_row("Rule 1")))
    assert not StandardPart.objects.exists()
