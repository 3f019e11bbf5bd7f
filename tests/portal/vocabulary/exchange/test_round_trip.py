"""What goes out and comes back unchanged changes nothing."""

import pytest
from django.utils.translation import override

from portal.vocabulary.exchange.sheet.writing import csv_file, workbook_file
from portal.vocabulary.exchange.skos.writing import skos_file
from tests.factories.vocabulary import make_concept
from tests.portal.vocabulary.exchange.files import plan_of

pytestmark = pytest.mark.django_db

FILES = {
    "glossary.ttl": lambda: skos_file("ttl"),
    "glossary.rdf": lambda: skos_file("rdf"),
    "glossary.jsonld": lambda: skos_file("jsonld"),
    "glossary.csv": csv_file,
    "glossary.xlsx": workbook_file,
}


@pytest.fixture
def concepts():
    above = make_concept("sanctions", review_languages="mk", close_match="http://eurovoc.europa.eu/1")
    one = make_concept(
        "prison",
        label_sr="затвор",
        label_cnr="",
        alternative_labels_en="=HYPERLINK(1)\r\ngaol\r\n -jail ",
        alternative_labels_cnr="zatvor",
        alternative_labels_sr="косовски затвор\nзатвор",
        note_en="Written by hand: Kosovo*.\n\nNot by hand: Kosovo's law, <b>as it is</b>??",
        note_sq="Në Kosovë.",
        broader=above,
        exact_match="http://eurovoc.europa.eu/3962",
    )
    # Called the same: only their names for programs tell them apart.
    one.related.add(make_concept("prison-building", label_en="prison"))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", ["en", "sr-latn", "mk"])
def test_nothing_changes(concepts, name, language):
    with override(language):
        data = FILES[name]()
    plan = plan_of(data, name)
    assert [one.changes for one in plan.compared] == [[] for _one in plan.compared]
    # Of the note with markup it is said that it is left out.
    assert [one.concept.identifier for one in plan.compared] == ["prison"]
    assert plan.same == 2
