"""The page of a good practice."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from portal.core.models import PortalDocument
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import Standard, StandardPart
from practices.reading.good_practice import reading_context
from search.lexicon.glossary import current_glossary
from tests.factories.pages import make_page, make_practice
from tests.factories.people import make_group
from tests.factories.vocabulary import make_beneficiary, make_concept, make_term

pytestmark = pytest.mark.usefixtures("site_root")

SECTIONS = ["context", "steps", "mechanism", "resources", "results", "lessons", "transferability"]


@pytest.fixture
def practice():
    texts = {"mechanism_en": "<p>Trust.</p>", "resources_en": "<p>Two days.</p>", "setting_en": "One prison"}
    return make_practice(headline_en="Screening", started_on=date(2024, 3, 1), **texts)


def anchors(markup):
    return re.findall(r'<h2 id="([^"]+)"', markup.partition('class="reading__text')[2])


def row(markup, label):
    """What "At a glance" says under a label."""
    found = re.search(rf"<dt>{label}</dt>(.*?)</div>\s*(?:<div|</dl>)", markup, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split()) if found else None


def test_sections_stand_in_their_order_with_the_same_anchors_in_every_language(visit, practice):
    assert anchors(visit(practice).text) == [*SECTIONS, "citation"]
    assert anchors(visit(practice, "sr").text) == [*SECTIONS, "citation"]


def test_a_part_that_has_no_text_is_left_out(visit, practice):
    practice.mechanism_en = ""
    practice.save_revision().publish()
    assert "mechanism" not in visit(practice).text


def test_steps_are_numbered_in_their_order(visit, practice, words):
    practice.steps_en = [
        ("step", {"title": "Ask", "text": "<p>Twelve questions.</p>"}),
        ("step", {"title": "", "text": "<p>Decide.</p>"}),
    ]
    practice.save_revision().publish()
    steps = re.search(r'<ol class="steps">.*?</ol>', visit(practice).text, re.DOTALL)[0]
    assert (steps.count("<li>"), words(steps)) == (2, "Ask Twelve questions. Decide.")


def test_at_a_glance_says_what_the_practice_is_classified_by(visit, practice):
    levels = [make_term(FacetCode.EVIDENCE_LEVEL, code, position=place) for place, code in enumerate("abc", 1)]
    practice.evidence_level = levels[1]
    practice.save_revision().publish()
    shown = visit(practice).text
    # Before these three comes the level that every practice of the tests has.
    assert re.search(r"step (\d) of 4", shown)[1] == "3"
    assert row(shown, "Beneficiary") == "Albania"
    assert row(shown, "Setting") == "One prison"
    assert row(shown, "Began") == "1 March 2024"
    assert row(shown, "Ended") is None


def test_what_it_is_classified_by_leads_into_the_library(visit, practice):
    shown = visit(practice).text
    for query in ("stage=custody", "target=adults", "agency=prison_service", "area=resettlement", "beneficiary=AL"):
        assert f'href="/en/library/?{query}"' in shown


def test_beneficiaries_are_in_the_alphabetical_order_of_the_reader(visit):
    both = [make_beneficiary("RS", name_sr="Србија", name_en="Serbia"), make_beneficiary("AL", name_sr="Албанија")]
    practice = make_practice(beneficiaries=both)
    assert row(visit(practice).text, "Beneficiary") == "Albania, Serbia"


@pytest.mark.parametrize(("days", "shown"), [(-1, True), (1, False)])
def test_readers_are_told_of_an_overdue_review(visit, practice, days, shown):
    practice.next_review_on = timezone.localdate() + timedelta(days=days)
    practice.save_revision().publish()
    assert ("The review of this practice is overdue" in visit(practice).text) is shown


def test_badges_say_what_it_is(visit, member, words):
    practice = make_practice(is_sample=True, restricted_to=make_group("Network members"))
    badges = re.search(r'<div class="row row--close">.*?</div>', visit(practice, user=member).text, re.DOTALL)[0]
    found = re.findall(r'<span class="badge.*?</span>', badges, re.DOTALL)
    assert [words(badge) for badge in found] == ["Good practice", "Sample", "Members only"]


def test_a_closed_practice_is_not_there_for_others(visit, member):
    practice = make_practice(restricted_to=make_group("Network members"))
    assert (visit(practice).status_code, visit(practice, user=member).status_code) == (404, 200)


def test_text_in_another_language_is_marked_and_said(visit, practice):
    shown = visit(practice, "sq").text
    assert '<h1 lang="en">Screening</h1>' in shown
    assert 'class="notice notice--accent prose" role="note"' in shown
    assert '<div class="flow" lang="en"><p' in shown


def test_related_rules_lead_to_their_place(visit):
    standard = make_page(Standard, headline_en="Prison Rules", reference="Rec(1)")
    rule = StandardPart.objects.create(standard=standard, number="Rule 51", heading_en="Security")
    shown = visit(make_practice(standard_parts=[rule])).text
    assert '<a href="/en/standards/prison-rules/#rule-51">Rule 51: Security</a>' in shown


def test_rules_of_a_closed_standard_are_not_shown(visit):
    standard = make_page(Standard, restricted_to=make_group("Network members"))
    rule = StandardPart.objects.create(standard=standard, number="Rule 51", heading_en="Security")
    assert "Security" not in visit(make_practice(standard_parts=[rule])).text


def test_files_are_listed_for_those_who_may_have_them(visit, member):
    closed = Collection.get_first_root_node().add_child(name="Closed")
    restriction = CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(make_group("Network members"))
    files = [
        PortalDocument.objects.create(title=title, file=ContentFile(b"text", name=f"{title}.txt"), **fields)
        for title, fields in (("Open", {"language": "sq"}), ("Inner", {"collection": closed}))
    ]
    practice = make_practice()
    practice.attachments = [("file", file) for file in files]
    practice.save_revision().publish()

    def listed(user):
        return re.findall(r'<a href="/documents/\d+/[^>]*>([^<]+)</a>', visit(practice, user=user).text)

    assert (listed(None), listed(member)) == (["Open"], ["Open", "Inner"])


def test_it_says_how_to_cite_it(visit, words, practice):
    practice.save_revision().publish()
    today = timezone.localdate()
    cited = re.search(r'<p class="cite">.*?</p>', visit(practice).text, re.DOTALL)[0]
    assert words(cited) == (
        f"Continuum ({today.year}). Screening . Good practice, Albania. "
        f"Last updated {today.day} {today:%B %Y}. http://testserver/en/practices/screening/"
    )


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_is_linked(reading, known_lexicon, django_assert_num_queries, number):
    standards = [make_page(Standard) for _ in range(number)]
    rules = [StandardPart.objects.create(standard=one, number="Rule 1", heading_en="Respect") for one in standards]
    concepts = [make_concept(f"concept-{place}") for place in range(number)]
    file = PortalDocument.objects.create(title="File", file=ContentFile(b"text", name="file.txt"))
    for _ in range(number):
        make_practice(concepts=concepts)
    practice = make_practice(standard_parts=rules, concepts=concepts)
    practice.attachments = [("file", file)] * number
    practice.save_revision().publish()
    current_glossary()
    known_lexicon()
    with django_assert_num_queries(19):
        context = reading(practice, reading_context)
    assert [len(context[name]) for name in ("standard_items", "files", "concepts", "related")] == [number] * 4


def test_terms_in_the_text_are_explained_and_named_once(reading):
    plan = make_concept("release-plan", label_en="release plan", note_en="Made before the date.")
    housing = make_concept("housing", label_en="housing")
    practice = make_practice(
        context_en="<p>A release plan.</p>",
        steps_en=[("step", {"title": "The release plan", "text": "<p>Housing comes first.</p>"})],
        results_en="<p>Release plans and housing.</p>",
        concepts=[plan, housing, make_concept("elsewhere")],
    )
    context = reading(practice, reading_context)
    texts = {section.anchor: section.value for section in context["sections"]}
    assert texts["context"] == '<p>A <a class="term" href="#term-release-plan">release plan</a>.</p>'
    assert texts["steps"] == [
        {"title": "The release plan", "text": '<p><a class="term" href="#term-housing">Housing</a> comes first.</p>'}
    ]
    assert texts["results"] == "<p>Release plans and housing.</p>"
    assert [term.identifier for term in context["page_terms"]] == ["release-plan", "housing"]
    assert [concept.identifier for concept in context["concepts"]] == ["elsewhere"]
    assert [entry["anchor"] for entry in context["toc_entries"]][-3:] == ["terms", "concepts", "citation"]
