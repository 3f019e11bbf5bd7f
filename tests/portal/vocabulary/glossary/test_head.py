"""What programs read of a concept."""

import json

import pytest
from bs4 import BeautifulSoup

from portal.core.status_note.notes import note_for
from tests.factories.vocabulary import make_concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(client):
    def read(address):
        head = BeautifulSoup(client.get(address).content.decode(), "html.parser").head
        meta = {element["property"]: element["content"] for element in head.select("meta[property]")}
        return json.loads(head.select_one('script[type="application/ld+json"]').string), meta

    return read


def test_a_concept_is_a_defined_term(site_root, data):
    make_concept(
        "parole",
        label_en="parole",
        alternative_labels_en="conditional release\nearly release",
        note_en="Before the end of the sentence.",
        exact_match="http://eurovoc.example/1",
    )
    found, meta = data("/en/glossary/parole/")
    assert found == {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "termCode": "parole",
        "inLanguage": "en",
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "name": "Glossary",
            "url": "http://testserver/en/glossary/",
        },
        "alternateName": "conditional release, early release",
        "sameAs": "http://eurovoc.example/1",
        "name": "parole",
        "description": "Before the end of the sentence.",
        "url": "http://testserver/en/glossary/parole/",
    }
    assert (meta["og:title"], meta["og:locale"]) == ("parole", "en_GB")


def test_it_is_in_the_language_of_the_term(site_root, data):
    make_concept("office", label_en="", label_sr="повереници на Косову", note_en="In English.")
    found, meta = data("/sr-latn/glossary/office/")
    assert found["name"] == meta["og:title"] == "poverenici na Kosovu*"
    assert (found["description"], found["inLanguage"]) == (f"* {note_for('sr-latn')}", "sr-Latn")
    # A note in another language than the term is no description of it.
    assert "og:description" not in meta
