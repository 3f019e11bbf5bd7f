"""What a file would change, and what is ticked from the start."""

import pytest

from portal.vocabulary.models import Concept
from tests.factories.vocabulary import make_concept
from tests.portal.vocabulary.exchange.files import PREFIXES, changes_of, plan_of, remarks_of

pytestmark = pytest.mark.django_db

OURS = "http://127.0.0.1:8000/id/concept/"


def turtle(text):
    return PREFIXES + text.replace("ours:", OURS)


@pytest.fixture
def prison():
    return Concept.objects.create(
        identifier="prison", label_en="prison", label_sq="burg", alternative_labels_en="jail\ngaol"
    )


def test_only_what_adds_something_is_ticked(prison):
    plan = plan_of(
        turtle(
            '<ours:prison> skos:prefLabel "penal institution"@en, "zatvor"@bs ; skos:altLabel "jail"@en, "nick"@en ; '
            'skos:definition "Where sentences are served."@en .'
        )
    )
    assert changes_of(plan) == [
        ("prison", "label", "en", "replace", "prison", "penal institution", False),
        ("prison", "other", "en", "add", "", "nick", True),
        ("prison", "other", "en", "remove", "gaol", "", False),
        ("prison", "note", "en", "add", "", "Where sentences are served.", True),
        ("prison", "label", "bs", "add", "", "zatvor", True),
    ]


@pytest.mark.parametrize(
    ("text", "found_by"),
    [
        ('<ours:prison> skos:prefLabel "x"@en .', "address"),
        ('x:a skos:prefLabel "x"@en ; skos:exactMatch <ours:prison> .', "address"),
        ('<http://eurovoc.europa.eu/3962> skos:prefLabel "x"@en .', "address"),
        ('x:a skos:prefLabel "x"@en ; skos:exactMatch <http://eurovoc.europa.eu/3962> .', "address"),
        ('x:a skos:prefLabel "PRISON"@en-GB, "x"@sq .', "term"),
        ('x:a skos:prefLabel "x"@en ; skos:altLabel "Prison"@en .', "other_term"),
        ('x:a skos:prefLabel "gaol"@en .', "other_term"),
        ('x:a skos:prefLabel "prison"@sq, "x"@en .', None),
    ],
)
def test_a_concept_is_recognised_by_its_address_then_by_its_terms(prison, text, found_by):
    Concept.objects.update(exact_match="http://eurovoc.europa.eu/3962")
    (one,) = plan_of(turtle(text)).compared
    assert (one.found_by, one.concept) == (found_by, prison if found_by else None)


def test_what_may_be_several_is_listed_and_not_touched(prison):
    other = Concept.objects.create(identifier="prison-building", label_en="Prison")
    plan = plan_of(turtle('x:a skos:prefLabel "prison"@en ; skos:altLabel "nick"@en .'))
    assert [one.several for one in plan.compared] == [[prison, other]]
    assert changes_of(plan) == []


def test_the_same_concept_twice_counts_once_the_surest_first(prison):
    plan = plan_of(turtle('x:a skos:prefLabel "prison"@en, "a"@bs . <ours:prison> skos:prefLabel "b"@bs .'))
    assert changes_of(plan) == [("prison", "label", "bs", "add", "", "b", True)]
    assert remarks_of(plan) == ["twice"]


def test_a_new_concept_is_one_tick_that_is_not_set(prison):
    data = turtle(
        'x:a skos:prefLabel "open prison"@en, "отворени затвор"@sr ; skos:broader <ours:prison> ; '
        'skos:altLabel "half-open"@en ; skos:related x:b . x:b skos:prefLabel "nur auf Deutsch"@de .'
    )
    plan = plan_of(data)
    assert changes_of(plan) == [("open-prison", "label", "", "new", "", "open prison", False)]
    assert [(part.field, part.code, part.theirs) for part in plan.compared[0].parts] == [
        ("label", "en", "open prison"),
        ("other", "en", "half-open"),
        ("label", "sr", "отворени затвор"),
        ("broader", "", "prison"),
    ]
    assert remarks_of(plan) == ["no_english"]
    refused = plan_of(data, may_add=False)
    assert (changes_of(refused), remarks_of(refused)) == ([], ["may_not_add", "no_english"])


def test_new_concepts_get_identifiers_that_are_free(prison):
    plan = plan_of(turtle('<ours:wing> skos:prefLabel "a wing"@en . x:a skos:prefLabel "wing"@en, "x"@sq .'))
    assert [change[0] for change in changes_of(plan)] == ["wing", "wing-2"]
    make_concept("open-prison", label_en="half-open prison")
    plan = plan_of(turtle('x:a skos:prefLabel "Open prison"@en .'))
    assert [change[0] for change in changes_of(plan)] == ["open-prison-2"]


def test_languages_scripts_and_what_is_no_text(prison):
    plan = plan_of(
        turtle(
            '<ours:prison> skos:prefLabel "Gefängnis"@de, "prison"@fr, "zatvor"@sr-Latn, "zatvor"@sr, "затвор"@mk, '
            '"zatvor"@mk-Latn, "zatvor"@cnr-ME, "none" ; '
            'skos:altLabel "<b>bold</b>"@sq, "zat??vor"@bs, "\\u0007"@en, "jail"@en, "gaol"@en ; '
            f'skos:note "{"x" * 5001}"@en ; skos:hiddenLabel "prisn"@en .'
        )
    )
    assert changes_of(plan) == [
        ("prison", "label", "cnr", "add", "", "zatvor", True),
        ("prison", "label", "mk", "add", "", "затвор", True),
    ]
    assert sorted(remarks_of(plan)) == ["control", "long", "lost", "markup"]


def test_the_nearest_tag_counts_and_of_several_none(prison):
    plan = plan_of(turtle('<ours:prison> skos:prefLabel "zatvor"@bs, "x"@bs-BA, "a"@cnr, "b"@cnr, "burg"@sq, "c"@sq .'))
    assert changes_of(plan) == [("prison", "label", "bs", "add", "", "zatvor", True)]
    assert remarks_of(plan) == ["several"]


def test_links_are_added_once_and_never_removed(prison):
    above = make_concept("sanctions")
    other = make_concept("probation")
    prison.related.add(make_concept("kept"))
    text = (
        "<ours:prison> skos:related <ours:probation> ; skos:broader x:unknown . "
        "<ours:probation> skos:related <ours:prison> . "
        "<ours:sanctions> skos:narrower <ours:prison>, <ours:probation> . "
        '<ours:prison> skos:prefLabel "prison"@en . '
        "<ours:sanctions> a skos:Concept . <ours:probation> a skos:Concept . "
        "<ours:prison> skos:exactMatch <http://example.org/1> ; skos:closeMatch <urn:x> ."
    )
    assert changes_of(plan_of(turtle(text))) == [
        ("prison", "broader", "", "add", "", "sanctions", True),
        ("prison", "related", "", "add", "", "probation", True),
        ("prison", "exact_match", "", "add", "", "http://example.org/1", True),
        ("probation", "broader", "", "add", "", "sanctions", True),
    ]
    prison.broader = other
    prison.save()
    found = [change for change in changes_of(plan_of(turtle(text))) if change[:2] == ("prison", "broader")]
    assert found == [("prison", "broader", "", "replace", "probation", "sanctions", False)]
    above.broader = prison
    above.save()
    assert "broader_circle" in remarks_of(plan_of(turtle(text)))


def test_circles_of_the_file_are_left_out(prison):
    plan = plan_of(
        turtle(
            'x:a skos:prefLabel "a"@en ; skos:broader x:b . x:b skos:prefLabel "b"@en ; skos:broader x:c . '
            'x:c skos:prefLabel "c"@en ; skos:narrower x:b ; skos:broader x:b . x:d skos:prefLabel "d"@en ; '
            "skos:broader x:d ."
        )
    )
    parts = [(part.identifier, part.field) for one in plan.compared for part in one.parts if part.field == "broader"]
    assert parts == [("a", "broader")]
    assert remarks_of(plan) == ["circle"] * 3
