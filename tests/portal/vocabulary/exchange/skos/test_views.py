"""The glossary at its permanent addresses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

from portal.core.status_note.notes import note_for
from portal.website.models import NewsPage
from tests.factories.pages import LOGIN, make_page
from tests.factories.people import make_user
from tests.factories.vocabulary import make_concept

pytestmark = [
    pytest.mark.django_db,
    # What rdflib says to itself while it reads JSON-LD.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]

BASE = "http://127.0.0.1:8000/id/"
SCHEME = URIRef(f"{BASE}glossary")
FORMATS = {"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld"}


def graph_at(client, suffix="ttl"):
    response = client.get(f"/id/glossary.{suffix}")
    assert response.status_code == 200
    return Graph().parse(data=response.content, format=FORMATS[suffix])


@pytest.fixture
def concepts():
    above = make_concept("sanctions", label_en="sanctions")
    prison = make_concept(
        "prison",
        label_en="prison",
        label_sq="burg",
        label_sr="затвор",
        alternative_labels_en="jail\ngaol",
        alternative_labels_sr="казнени завод\nзатвор",
        note_en="As the law of Kosovo says.",
        broader=above,
        exact_match="http://eurovoc.europa.eu/3962",
        review_languages="sq mk",
    )
    prison.related.add(make_concept("probation", label_en="probation"))
    return prison


def test_a_concept_has_its_terms_in_all_renderings(client, concepts):
    graph = graph_at(client)
    prison = URIRef(f"{BASE}concept/prison")
    said = {(p, o) for p, o in graph.predicate_objects(prison)}
    assert said == {
        (RDF.type, SKOS.Concept),
        (SKOS.inScheme, SCHEME),
        (SKOS.broader, URIRef(f"{BASE}concept/sanctions")),
        (SKOS.related, URIRef(f"{BASE}concept/probation")),
        (SKOS.exactMatch, URIRef("http://eurovoc.europa.eu/3962")),
        (SKOS.prefLabel, Literal("prison", lang="en")),
        (SKOS.prefLabel, Literal("burg", lang="sq")),
        (SKOS.prefLabel, Literal("prison", lang="bs")),
        (SKOS.prefLabel, Literal("prison", lang="cnr")),
        (SKOS.prefLabel, Literal("prison", lang="mk")),
        (SKOS.prefLabel, Literal("затвор", lang="sr-Cyrl")),
        (SKOS.prefLabel, Literal("zatvor", lang="sr-Latn")),
        (SKOS.altLabel, Literal("jail", lang="en")),
        (SKOS.altLabel, Literal("gaol", lang="en")),
        (SKOS.altLabel, Literal("казнени завод", lang="sr-Cyrl")),
        (SKOS.altLabel, Literal("kazneni zavod", lang="sr-Latn")),
        (SKOS.note, Literal("As the law of Kosovo* says.", lang="en")),
    }
    assert set(graph.objects(SCHEME, SKOS.hasTopConcept)) == {
        URIRef(f"{BASE}concept/sanctions"),
        URIRef(f"{BASE}concept/probation"),
    }


def test_the_footnote_is_said_once_in_the_language_of_what_mentions(client, concepts):
    notes = list(graph_at(client).objects(SCHEME, SKOS.editorialNote))
    assert notes == [Literal(f"* {note_for('en')}", lang="en")]


@pytest.mark.parametrize("suffix", FORMATS)
def test_all_formats_say_the_same(client, concepts, suffix):
    assert set(graph_at(client, suffix)) == set(graph_at(client, "ttl"))


def test_an_empty_glossary_is_only_its_name(client):
    for suffix in FORMATS:
        graph = graph_at(client, suffix)
        assert set(graph.predicates(SCHEME)) == {RDF.type, DCTERMS.title}
        assert len(graph) == 8


def test_flags_for_reviewers_and_names_of_closed_pages_are_not_in_it(client, concepts):
    make_page(NewsPage, headline_en="Zanzibarian news", concepts=[concepts], restricted_to=LOGIN)
    client.force_login(make_user())
    text = client.get("/id/glossary.ttl").content.decode()
    assert "Zanzibarian" not in text
    assert "review" not in text.lower()


def test_who_has_the_file_gets_none_until_a_word_changes(client, concepts):
    first = client.get("/id/glossary.ttl")
    assert first.headers["Content-Type"] == "text/turtle; charset=utf-8"
    assert "public" in first.headers["Cache-Control"]
    tag = first.headers["ETag"]
    assert client.get("/id/glossary.ttl", headers={"if-none-match": tag}).status_code == 304
    concepts.label_mk = "затвор"
    concepts.save()
    assert client.get("/id/glossary.ttl", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_file_takes_two_queries_for_any_number(client, number):
    for index in range(number):
        make_concept(f"concept-{index}")
    with CaptureQueriesContext(connection) as captured:
        client.get("/id/glossary.jsonld")
    assert len([each for each in captured if "vocabulary_concept" in each["sql"]]) == 2


@pytest.mark.parametrize(
    ("accept", "language", "target"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "sq", "/sq/glossary/prison/"),
        ("*/*", "sr-Latn", "/sr-latn/glossary/prison/"),
        ("text/turtle", "sq", "/id/glossary.ttl"),
        ("application/rdf+xml;q=0.9, text/html;q=0.1", "en", "/id/glossary.rdf"),
        ("application/ld+json", "en", "/id/glossary.jsonld"),
        ("image/png", "mk", "/mk/glossary/prison/"),
    ],
)
def test_a_concept_leads_people_to_its_page_and_programs_to_the_file(client, concepts, accept, language, target):
    response = client.get("/id/concept/prison", headers={"accept": accept, "accept-language": language})
    assert (response.status_code, response.url) == (303, target)
    assert {"Accept", "Accept-Language", "Cookie"} <= set(response.headers["Vary"].split(", "))


def test_the_glossary_has_a_permanent_address_and_what_is_not_there_has_none(client, concepts):
    assert client.get("/id/glossary", headers={"accept-language": "bs"}).url == "/bs/glossary/"
    for address in ("/id/concept/nothing", "/id/glossary.doc", "/id/", "/id/concept/prison/"):
        assert client.get(address, headers={"accept-language": "en"}).status_code == 404, address
    assert client.post("/id/glossary").status_code == 405


def test_pages_lead_to_the_files_and_the_permanent_address(client, site_root, concepts):
    page = client.get("/en/glossary/").content.decode()
    for suffix in FORMATS:
        assert page.count(f'href="/id/glossary.{suffix}"') == 2
    assert f'<a href="{BASE}concept/prison"' in client.get("/en/glossary/prison/").content.decode()
