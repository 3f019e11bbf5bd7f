"""The page of a methodology, and its booklet."""

import re

import pytest

from practices.models import Methodology, Standard, StandardPart
from practices.reading.methodology import reading_context
from search.lexicon.glossary import current_glossary
from tests.factories.pages import make_page
from tests.factories.people import make_group
from tests.factories.vocabulary import make_concept

pytestmark = pytest.mark.usefixtures("site_root")

SESSIONS = [
    ("session", {"title": "Beginning", "content": "<p>Rules of the group.</p>", "minutes": 90}),
    ("session", {"title": "My story", "content": "<ul><li>Life line</li></ul>", "minutes": 45}),
    ("session", {"title": "Closing", "content": "", "minutes": 60}),
]


@pytest.fixture
def methodology():
    return make_page(Methodology, headline_en="Pathways", sessions_en=SESSIONS)


def test_sessions_are_numbered_and_their_minutes_added_up(visit, methodology, words):
    shown = visit(methodology).text
    table = re.search(r"<table.*?</table>", shown, re.DOTALL)[0]
    assert words(table) == (
        "No. Session Content Minutes 1 Beginning Rules of the group. 90 2 My story Life line 45 3 Closing 60 Total 195"
    )
    assert "195 minutes" in words(shown)


def test_the_booklet_is_linked_from_the_page(visit, methodology):
    assert 'href="/en/methodologies/pathways/session-plan/"' in visit(methodology).text


def test_the_booklet_has_a_block_for_each_session_with_lines_for_notes(visit, methodology, words):
    response = visit(methodology, path="session-plan/")
    blocks = re.findall(r'<section class="booklet__session.*?</section>', response.text, re.DOTALL)
    assert response.status_code == 200
    assert [words(block) for block in blocks] == [
        "Pathways Session 1: Beginning 90 minutes Rules of the group. Date Notes",
        "Pathways Session 2: My story 45 minutes Life line Date Notes",
        "Pathways Session 3: Closing 60 minutes Date Notes",
    ]
    assert [block.count("<span></span>") for block in blocks] == [16, 16, 16]


def test_languages_lead_from_booklet_to_booklet(visit, methodology):
    shown = visit(methodology, path="session-plan/").text
    switch = re.search(r"<nav[^>]*languages.*?</nav>", shown, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', switch) == [
        f"/{code}/methodologies/pathways/session-plan/" for code in ("en", "sq", "bs", "cnr", "mk", "sr", "sr-latn")
    ]
    assert '<link rel="canonical" href="http://testserver/en/methodologies/pathways/session-plan/">' in shown


def test_a_booklet_is_closed_like_its_methodology(visit, member):
    methodology = make_page(Methodology, restricted_to=make_group("Network members"))
    answers = [visit(methodology, user=user, path="session-plan/").status_code for user in (None, member)]
    assert answers == [404, 200]


def test_a_booklet_in_another_language_says_so(visit, methodology):
    shown = visit(methodology, "mk", path="session-plan/").text
    assert '<span lang="en">Beginning</span>' in shown
    assert 'class="notice notice--accent prose" role="note"' in shown


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_is_linked(reading, known_lexicon, django_assert_num_queries, number):
    standards = [make_page(Standard) for _ in range(number)]
    rules = [StandardPart.objects.create(standard=one, number="Rule 1", heading_en="Respect") for one in standards]
    concepts = [make_concept(f"concept-{place}") for place in range(number)]
    for _ in range(number):
        make_page(Methodology, concepts=concepts)
    methodology = make_page(Methodology, standard_parts=rules, concepts=concepts)
    current_glossary()
    known_lexicon()
    with django_assert_num_queries(16):
        context = reading(methodology, reading_context)
    assert [len(context[name]) for name in ("standard_items", "concepts", "related")] == [number] * 3
