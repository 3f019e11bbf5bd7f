"""The page of a standard: its parts, each at its own address."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.utils import translation

from practices.models import Methodology, Standard, StandardPart
from practices.reading.standard import reading_context
from search.lexicon.glossary import current_glossary
from tests.factories.pages import make_page, make_practice
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_concept

pytestmark = pytest.mark.usefixtures("site_root")

HEADING = re.compile(r'<section class="rule[^"]*" id="([^"]+)">.*?<h(\d)[^>]*>([^<]+)</h\2>', re.DOTALL)


@pytest.fixture
def standard():
    page = make_page(Standard, headline_en="Prison Rules (revised 2020)", reference="Rec(1)", adopted_on="2006-01-11")
    part = StandardPart.objects.create(standard=page, number="Part I", heading_en="Principles", position=1)
    group = StandardPart.objects.create(
        standard=page, number="Rules 1-9", heading_en="Basic principles", position=2, parent=part
    )
    StandardPart.objects.create(
        standard=page, number="Rule 1", heading_en="Respect", gist_en="Rights first.", position=3, parent=group
    )
    StandardPart.objects.create(
        standard=page, number="Rule 103.2", heading_en="Sentence plan", position=4, is_unconfirmed=True
    )
    return page


@pytest.fixture
def rule(standard):
    return standard.parts.get(number="Rule 1")


def test_brackets_are_no_part_of_the_address(standard):
    assert standard.slug == "prison-rules"


def test_parts_are_read_in_order_each_with_its_address_and_level(visit, standard):
    assert HEADING.findall(visit(standard).text) == [
        ("part-i", "3", "Principles"),
        ("rules-1-9", "4", "Basic principles"),
        ("rule-1", "5", "Respect"),
        ("rule-103-2", "3", "Sentence plan"),
    ]


def test_a_number_is_the_link_to_its_part(visit, standard):
    assert '<a class="rule__no" href="#rule-103-2" aria-label="Link to Rule 103.2">' in visit(standard).text


def test_the_contents_list_the_parts_at_the_top(visit, standard):
    contents = re.search(r'<nav class="reading__toc.*?</nav>', visit(standard).text, re.DOTALL)[0]
    assert re.findall(r'href="(#[^"]+)"', contents) == ["#parts", "#part-i", "#rule-103-2", "#citation"]


def test_a_part_that_comes_before_what_encloses_it_is_read_within_it(visit, standard):
    group = standard.parts.get(number="Rules 1-9")
    StandardPart.objects.create(standard=standard, number="Rule 0", heading_en="Early", position=0, parent=group)
    found = [anchor for anchor, _level, _heading in HEADING.findall(visit(standard).text)]
    assert found == ["part-i", "rules-1-9", "rule-0", "rule-1", "rule-103-2"]


def test_the_words_before_a_number_are_those_of_the_language(visit, standard, words):
    standard.headline_sq, standard.summary_sq, standard.readiness_sq = "Rregullat", "Përmbledhje", "ready"
    standard.save_revision().publish()
    with translation.override("sq"):
        rule = translation.pgettext("part of a standard", "Rule")
    shown = words(visit(standard, "sq").text, "rule-103-2")
    assert shown == f"{rule} 103.2 Sentence plan"


def test_a_part_that_nobody_translated_is_marked_as_the_language_it_is_in(visit, standard):
    standard.headline_sq, standard.summary_sq, standard.readiness_sq = "Rregullat", "Përmbledhje", "ready"
    standard.save_revision().publish()
    StandardPart.objects.filter(number="Rule 1").update(heading_sq="Respekti", gist_sq="Të drejtat e para.")
    shown = visit(standard, "sq").text
    assert "<h5>Respekti</h5>" in shown
    assert '<h3 lang="en">Sentence plan</h3>' in shown


def test_a_number_to_be_confirmed_is_marked_for_its_editors_only(visit, standard, member):
    editor = make_user()
    editor.user_permissions.add(Permission.objects.get(codename="change_standardpart"))
    mark = "Number not confirmed"
    counts = [visit(standard, user=user).text.count(mark) for user in (None, member, editor)]
    assert counts == [0, 0, 1]


def test_resources_stand_at_the_part_that_they_are_linked_to(visit, standard, rule, words):
    make_practice(headline_en="Two-step screening", standard_parts=[rule])
    make_page(Methodology, headline_en="Bridge", standard_parts=[rule], is_sample=True)
    shown = visit(standard).text
    assert words(shown, "rule-1") == (
        "Rule 1 Respect Rights first. 2 related resources "
        "Bridge Programme methodology Sample Two-step screening Good practice · Albania"
    )
    assert "related resource" not in words(shown, "rule-103-2")


def test_closed_resources_stand_nowhere_but_for_those_who_may_see_them(visit, standard, rule, member, words):
    make_practice(
        headline_en="Two-step screening",
        standard_parts=[rule],
        restricted_to=make_group("Network members"),
    )
    assert words(visit(standard).text, "rule-1") == "Rule 1 Respect Rights first."
    shown = words(visit(standard, user=member).text, "rule-1")
    assert shown == "Rule 1 Respect Rights first. 1 related resource Two-step screening Good practice · Albania"


def test_titles_in_other_languages_are_shown_although_these_are_not_ready(visit, standard):
    Standard.objects.filter(pk=standard.pk).update(headline_sr="Европска затворска правила")
    assert '<span lang="sr-Cyrl">Европска затворска правила</span></dd>' in visit(standard).text
    assert '<span lang="sr-Latn">Evropska zatvorska pravila</span></dd>' in visit(standard, "bs").text


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_parts_and_resources(
    standard, rule, reading, known_lexicon, django_assert_num_queries, number
):
    for place in range(number):
        part = StandardPart.objects.create(
            standard=standard, number=f"Rule {place + 200}", heading_en="More", position=place + 10
        )
        practice = make_practice(standard_parts=[rule, part])
        make_page(Methodology, standard_parts=[rule, part], beneficiaries=list(practice.beneficiaries.all()))
    current_glossary()
    known_lexicon()
    with django_assert_num_queries(18):
        context = reading(standard, reading_context)
    assert len(context["parts"]) == 4 + number


def test_terms_are_explained_in_the_rules_that_are_translated(reading):
    make_concept("dignity", label_en="dignity", label_sq="dinjitet")
    standard = make_page(Standard, ready=("en", "sq"))
    for number, gists in (("Rule 1", {"gist_en": "With <dignity>."}), ("Rule 2", {"gist_sq": "Dinjiteti."})):
        code = next(iter(gists))[-2:]
        StandardPart.objects.create(standard=standard, number=number, **gists, **{f"heading_{code}": "Heading"})
    with translation.override("sq"):
        context = reading(standard, reading_context)
    assert [part["text"] for part in context["parts"]] == [
        "With &lt;dignity&gt;.",
        '<a class="term" href="#term-dignity">Dinjiteti</a>.',
    ]
    assert [term.term.text for term in context["page_terms"]] == ["dinjitet"]
