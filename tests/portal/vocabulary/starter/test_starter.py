"""The starter content of the vocabulary: complete, repeatable, and patient with broken rows and editors' work."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.report import Report
from portal.vocabulary.models import Beneficiary, Concept, Facet, Institution, Term
from portal.vocabulary.starter import DATA, glossary, places, taxonomy
from portal.vocabulary.starter.glossary import COLUMNS, load_glossary
from portal.vocabulary.starter.places import load_places
from portal.vocabulary.starter.taxonomy import load_taxonomy

pytestmark = pytest.mark.django_db


def load_all():
    report = Report()
    for loader in (taxonomy, glossary, places):
        loader(report)
    return report


def glossary_file(path, *rows):
    """A glossary with one concept a row: id, broader, then whatever a test sets by column."""
    lines = [",".join(COLUMNS)]
    for identifier, broader, given in rows:
        cells = {"id": identifier, "broader": broader, "en": identifier, **given}
        lines.append(",".join(cells.get(column, "") for column in COLUMNS))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_everything_loads_and_loads_again_without_a_change():
    assert load_all().lines() == [
        "facet: 7 made",
        "term: 53 made",
        "concept: 238 made",
        "beneficiary: 6 made",
        "institution: 32 made",
    ]
    with CaptureQueriesContext(connection) as queries:
        report = load_all()
    assert report.lines() == [
        "facet: 7 left alone",
        "term: 53 left alone",
        "concept: 238 left alone",
        "beneficiary: 6 left alone",
        "institution: 32 left alone",
    ]
    reading = [query for query in queries if query["sql"].startswith("SELECT")]
    writing = [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(reading) == 10
    assert writing == []


def test_what_the_files_say_is_what_readers_get():
    load_all()
    stage = Term.objects.get(facet__code="stage", code="pre_release")
    data = json.loads((DATA / "taxonomy.json").read_text(encoding="utf-8"))
    terms = {(facet["code"], term["code"]): term["labels"] for facet in data["facets"] for term in facet["terms"]}
    assert {code: getattr(stage, f"label_{code}") for code in terms["stage", "pre_release"]} == terms[
        "stage", "pre_release"
    ]
    kosovo = Beneficiary.objects.get(code="XK")
    assert (kosovo.slug, kosovo.name_en, kosovo.name_sq, kosovo.name_mk) == ("kosovo", "Kosovo", "Kosova", "Косово")
    assert "Kosovo*" in Concept.objects.get(identifier="execution-of-sanctions").note_en
    service = Institution.objects.get(beneficiary=kosovo, type="probation_service")
    assert (service.name_en, service.name_sq) == ("Kosovo Probation Service", "Shërbimi Sprovues i Kosovës")
    assert service.review_languages == "sq sr"
    concept = Concept.objects.get(identifier="prison")
    assert concept.broader.identifier == "prison-system"
    assert concept.alternative_labels_bs == "KPZ\nzatvor"
    assert Concept.objects.filter(broader=None).count() == 12
    assert Concept.objects.exclude(review_languages="").count() == 38


def test_an_editors_work_stays():
    load_all()
    term = Term.objects.get(facet__code="stage", code="release")
    term.label_sq = "lirimi"
    term.save()
    Institution.objects.filter(beneficiary__code="AL", type="training_centre").delete()
    report = load_all()
    assert report.counts["term"] == {"left alone": 52, "kept": 1}
    assert report.counts["institution"] == {"left alone": 31, "kept": 1}
    assert Term.objects.get(pk=term.pk).label_sq == "lirimi"
    assert Institution.objects.count() == 31


def test_line_breaks_of_a_browser_are_not_a_change():
    load_all()
    concept = Concept.objects.get(identifier="prison")
    concept.alternative_labels_bs = "KPZ\r\nzatvor"
    concept.save()
    assert load_all().counts["concept"] == {"left alone": 238}


def test_a_corrected_file_changes_what_nobody_edited(tmp_path):
    path = glossary_file(tmp_path / "g.csv", ("prison", "", {"sq": "burgu"}))
    load_glossary(path, Report())
    glossary_file(path, ("prison", "", {"sq": "burg"}))
    report = Report()
    load_glossary(path, report)
    assert report.lines() == ["concept: 1 changed"]
    assert Concept.objects.get().label_sq == "burg"


def test_broken_rows_of_the_glossary_are_named_and_the_rest_loads(tmp_path):
    path = glossary_file(
        tmp_path / "g.csv",
        ("probation", "sanctions", {}),
        ("sanctions", "", {}),
        ("sanctions", "", {}),
        ("no-english", "", {"en": ""}),
        ("two words", "", {}),
        ("strange-review", "", {"review": "sq|hr"}),
        ("bad-link", "", {"exact_match": "not an address"}),
        ("orphan", "nowhere", {}),
        ("left", "right", {}),
        ("right", "left", {}),
        ("", "", {"en": "nameless"}),
        ("long", "", {"mk": "п" * 201}),
    )
    with path.open("ab") as file:
        file.write(b"\nshort,,\nlatin-1,,\xe9" + b"," * (len(COLUMNS) - 3))
        file.write(b"\nnul,,a\x00b" + b"," * (len(COLUMNS) - 3))
    report = Report()
    load_glossary(path, report)
    assert sorted(Concept.objects.values_list("identifier", flat=True)) == ["probation", "sanctions"]
    assert report.broken == [
        "concept sanctions (line 4): is already on line 3",
        "concept line 12: “id” is empty",
        "concept g.csv line 14 “short”: 3 cells under 18 headings",
        "concept g.csv line 15 “latin-1”: not UTF-8",
        "concept g.csv line 16 “nul”: control characters",
        "concept no-english: no English label",
        "concept two words: identifier: Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
        "concept strange-review: unknown language to be reviewed: hr",
        "concept bad-link: exact_match: Enter a valid URL.",
        "concept orphan: broader concept “nowhere” is missing or was not loaded",
        "concept long: label_mk: Ensure this value has at most 200 characters (it has 201).",
        "concept left: its broader concepts form a circle",
        "concept right: its broader concepts form a circle",
    ]


def test_broken_entries_of_the_taxonomy_are_named_and_the_rest_loads(tmp_path):
    path = tmp_path / "t.json"
    labels = {"en": "Stage"}
    path.write_text(
        json.dumps(
            {
                "facets": [
                    {
                        "code": "stage",
                        "labels": labels,
                        "terms": [
                            {"code": "release", "order": 1, "labels": labels},
                            {"code": "custody", "order": "first", "labels": labels},
                            {"code": "probation", "order": 3},
                            "release",
                        ],
                    },
                    {"code": "agency", "labels": "Agency", "terms": [{"code": "x", "order": 1, "labels": labels}]},
                ]
            }
        )
    )
    report = Report()
    load_taxonomy(path, report)
    assert list(Facet.objects.values_list("code", flat=True)) == ["stage"]
    assert list(Term.objects.values_list("code", flat=True)) == ["release"]
    assert [row.split(":")[0] for row in report.broken] == [
        "facet agency",
        "term terms number 4",
        "term stage/custody",
        "term stage/probation",
        "term agency/x",
    ]


def test_broken_entries_of_the_places_are_named_and_the_rest_loads(tmp_path):
    path = tmp_path / "p.json"
    document = json.loads((DATA / "places.json").read_text(encoding="utf-8"))
    del document["beneficiaries"][0]["capital"]
    document["beneficiaries"][1]["institutions"][0]["type"] = "ministry_of_truth"
    path.write_text(json.dumps(document))
    report = Report()
    load_places(path, report)
    assert report.counts["beneficiary"] == {"made": 5, "broken": 1}
    assert report.counts["institution"] == {"made": 26, "broken": 6}
    assert report.broken[0] == "beneficiary AL: “capital” is missing"
    assert report.broken[1] == (
        "institution AL/ministry_of_justice/ministry-of-justice: beneficiary “AL” was not loaded"
    )
    assert report.broken[-1] == (
        "institution BA/ministry_of_truth/ministry-of-justice-of-bosnia-and-herzegovina: "
        "type: Value 'ministry_of_truth' is not a valid choice."
    )


@pytest.mark.parametrize(
    ("load", "name"), [(load_taxonomy, "no.json"), (load_places, "no.json"), (load_glossary, "no.csv")]
)
def test_a_missing_file_is_named(tmp_path, load, name):
    report = Report()
    load(tmp_path / name, report)
    assert len(report.broken) == 1
    assert name in report.broken[0]


def test_a_glossary_without_a_column_is_named(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("id,broader,en\nprison,,prison\n")
    report = Report()
    load_glossary(path, report)
    assert report.broken[0].startswith("concept g.csv: columns missing: en_alt, sq, sq_alt")
    assert Concept.objects.count() == 0


FACET = {
    "code": "stage",
    "labels": {"en": "Stage"},
    "terms": [{"code": "custody", "order": 1, "labels": {"en": "Custody"}}],
}


@pytest.mark.parametrize(
    ("content", "broken"),
    [
        ([FACET], ["facet facets: not in an object"]),
        ({"facets": None}, ["facet facets: not a list"]),
        ({"facets": {"stage": FACET}}, ["facet facets: not a list"]),
    ],
)
def test_a_file_of_another_form_is_named(tmp_path, content, broken):
    path = tmp_path / "taxonomy.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    report = Report()
    load_taxonomy(path, report)
    assert report.broken == broken
    assert Facet.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({"code": ["agency"]}, "facet ['agency']: "),
        ({"code": "agency", "terms": None}, "term terms: not a list"),
        ({"code": "agency", "labels": None}, "facet agency: cannot be read: "),
        ({"code": "agency", "terms": [{"code": {}, "order": 1, "labels": {"en": "A"}}]}, "term agency/{}: code: "),
        ({"code": "agency", "terms": [{"code": "a", "labels": {"en": "A"}}]}, "term agency/a: “order” is missing"),
    ],
)
def test_a_facet_of_another_form_is_named_and_the_rest_loads(tmp_path, changes, broken):
    path = tmp_path / "taxonomy.json"
    path.write_text(json.dumps({"facets": [{**FACET, "terms": [], **changes}, FACET]}), encoding="utf-8")
    report = Report()
    load_taxonomy(path, report)
    assert [line[: len(broken)] for line in report.broken] == [broken]
    assert list(Term.objects.values_list("facet__code", "code")) == [("stage", "custody")]


@pytest.mark.parametrize("name", [None, 4, ["Ministry"]])
def test_an_institution_without_a_text_for_its_name_is_named_and_the_rest_loads(tmp_path, name):
    data = json.loads((DATA / "places.json").read_text(encoding="utf-8"))
    albania = next(entry for entry in data["beneficiaries"] if entry["code"] == "AL")
    kept = len(albania["institutions"])
    albania["institutions"].insert(0, {**albania["institutions"][0], "name_en": name})
    path = tmp_path / "places.json"
    path.write_text(json.dumps({"beneficiaries": [albania]}), encoding="utf-8")
    report = Report()
    load_places(path, report)
    assert len(report.broken) == 1
    assert report.broken[0].startswith(f"institution AL/{albania['institutions'][0]['type']}/")
    assert Institution.objects.count() == kept


def test_stages_have_a_description_to_be_reviewed():
    load_all()
    stages = Term.objects.filter(facet__code="stage")
    for stage in stages:
        for code in CONTENT_CODES:
            sentence, rest = getattr(stage, f"description_{code}").splitlines()
            assert sentence.endswith(".") and rest.endswith("."), (stage.code, code)
    assert {stage.review_languages for stage in stages} == {"sq bs cnr mk sr"}
    others = Term.objects.exclude(facet__code="stage")
    assert set(others.values_list("description_en", "review_languages")) == {("", "")}


def test_descriptions_reach_terms_that_were_loaded_before_there_were_any(tmp_path):
    term = {"code": "release", "order": 1, "labels": {"en": "Release"}}
    path = tmp_path / "taxonomy.json"

    def load(**more):
        facet = {"code": "stage", "labels": {"en": "Stage"}, "terms": [{**term, **more}]}
        path.write_text(json.dumps({"facets": [facet]}), encoding="utf-8")
        report = Report()
        load_taxonomy(path, report)
        return report.counts["term"]

    def loaded():
        return Term.objects.values_list("description_en", "review_languages").get()

    load()
    assert (load(descriptions={"en": "The day."}, review=["sq"]), loaded()) == ({"changed": 1}, ("The day.", "sq"))
    assert (load(), loaded()) == ({"changed": 1}, ("", ""))
    Term.objects.update(description_en="An editor's.")
    assert (load(descriptions={"en": "The day."}), loaded()) == ({"kept": 1}, ("An editor's.", ""))
