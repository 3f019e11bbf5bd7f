"""What the library starts with, and what loading again leaves alone."""

from collections import Counter
from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from portal.core.content_language.localized import ready_codes, shown_codes
from portal.core.models import PortalDocument
from portal.core.starter.report import Outcome, Report
from practices.models import GoodPractice, Methodology, Standard, StandardPart
from practices.starter import DATA
from practices.starter.resources import load_practices

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("started")]

MADE = {
    "practices.catalogueindexpage": 3,
    "practices.standard": 55,
    "practices.standardpart": 452,
    "core.portaldocument": 2,
    "practices.goodpractice": 12,
    "practices.methodology": 4,
}
ALL = ("en", "sq", "bs", "cnr", "mk", "sr")


def counts(outcome):
    return {kind: Counter({outcome: number}) for kind, number in MADE.items()}


def practice(slug="first-hundred-days-after-release"):
    return GoodPractice.objects.get(slug=slug)


def test_everything_is_made(started):
    assert (started.broken, started.counts) == ([], counts(Outcome.MADE))


def test_loading_again_leaves_everything_alone(load_library):
    again = load_library()
    assert (again.broken, again.counts) == ([], counts(Outcome.LEFT))


def test_loading_again_reads_and_writes_little(load_library, django_assert_max_num_queries):
    """However many records there are: about a dozen queries for each kind."""
    with django_assert_max_num_queries(80):
        load_library()


def test_nothing_that_is_published_lacks_a_required_part():
    pages = [*GoodPractice.objects.live(), *Methodology.objects.live(), *Standard.objects.live()]
    assert len(pages) == 71
    assert [page.title for page in pages if page.missing_for_publishing()] == []


def test_languages_with_texts_are_ready_and_the_others_have_title_and_summary():
    pages = [*GoodPractice.objects.all(), *Methodology.objects.all()]
    assert {shown_codes(page) for page in pages} == {ALL}
    assert sorted(page.slug for page in pages if ready_codes(page) == ALL) == [
        "family-support-from-the-first-visit-to-the-first-year-at-home",
        "first-hundred-days-after-release",
        "pathways-a-group-programme-for-leaving-violence-behind",
        "two-step-screening-and-risk-assessment-at-admission",
    ]
    assert {ready_codes(page) for page in pages} == {ALL, ("en",)}


def test_every_sample_is_marked_and_no_standard_is():
    samples = [*GoodPractice.objects.all(), *Methodology.objects.all()]
    assert {page.is_sample for page in samples} == {True}
    assert not Standard.objects.filter(is_sample=True).exists()


def test_samples_are_closed_to_all_but_their_group():
    groups = Counter(PageViewRestriction.objects.filter(page__depth=4).values_list("groups__name", flat=True))
    assert groups == {"Network members": 8, "Working-group members": 2}


def test_a_standard_has_its_dates_its_titles_and_its_parts():
    standard = Standard.objects.get(slug="european-prison-rules")
    assert (standard.reference, standard.adopted_on, standard.revised_on, standard.status) == (
        "Rec(2006)2-rev",
        "2006-01-11",
        "2020-07-01",
        "revised",
    )
    # Its rules are in English, so that is what the page is read in, whatever its title is called elsewhere.
    assert (standard.headline_sr, ready_codes(standard)) == ("Европска затворска правила", ("en",))
    assert (standard.parts.count(), standard.parts.filter(is_unconfirmed=True).count()) == (99, 2)
    rule = standard.parts.get(anchor="rule-51")
    assert (rule.number, rule.parent.number, rule.heading_en) == ("Rule 51", "Part IV", "Security")


def test_a_date_that_is_none_is_left_out():
    standard = Standard.objects.get(reference="CPT Standards")
    assert (standard.adopted_on, standard.revised_on, standard.status) == ("", "", "")


def test_a_practice_is_linked_to_everything_it_names():
    page = practice()
    assert [block.value.language for block in page.attachments] == ["en", "sq"]
    assert sorted(part.number for part in page.standard_parts.all()) == [
        "Rule 107",
        "Rule 33",
        "Rule 62",
        "Rules 59-61",
        "Section III",
    ]
    assert (page.evidence_level.code, page.next_review_on) == ("independently_evaluated", date(2028, 4, 26))
    assert [block.value["title"] for block in page.steps_sr] == [
        "Контролна листа тридесет дана пре отпуста",
        "Један сусрет у заводу",
        "Дочек на капији",
        "Сусрет сваке недеље током сто дана",
    ]


def test_what_an_editor_changed_stays(load_library):
    page = practice()
    page.results_en = "<p>Better.</p>"
    page.save_revision().publish()
    StandardPart.objects.filter(anchor="rule-51").update(heading_en="Security in our words")
    again = load_library()
    assert again.counts["practices.goodpractice"] == {Outcome.LEFT: 11, Outcome.KEPT: 1}
    assert again.counts["practices.standardpart"] == {Outcome.LEFT: 451, Outcome.KEPT: 1}
    assert practice().results_en == "<p>Better.</p>"


def test_a_draft_that_waits_stays(load_library):
    page = practice()
    page.results_en = "<p>Not yet.</p>"
    page.save_revision()
    again = load_library()
    assert again.counts["practices.goodpractice"] == {Outcome.LEFT: 11, Outcome.KEPT: 1}
    assert practice().get_latest_revision_as_object().results_en == "<p>Not yet.</p>"


def test_what_was_deleted_stays_away_and_is_not_missed(load_library):
    practice().delete()
    Standard.objects.get(slug="european-prison-rules").delete()
    PortalDocument.objects.all().delete()
    again = load_library()
    assert again.broken == []
    assert again.counts["practices.goodpractice"] == {Outcome.LEFT: 11, Outcome.KEPT: 1}
    assert again.counts["practices.standardpart"] == {Outcome.LEFT: 353, Outcome.KEPT: 99}
    assert again.counts["core.portaldocument"] == {Outcome.KEPT: 2}
    assert not GoodPractice.objects.filter(slug="first-hundred-days-after-release").exists()


def test_a_translated_rule_is_not_an_edited_one(load_library):
    StandardPart.objects.filter(anchor="rule-51").update(heading_sq="Siguria")
    assert load_library().counts["practices.standardpart"] == {Outcome.LEFT: 452}


def test_what_the_file_says_anew_reaches_pages_that_nobody_edited(tmp_path):
    text = (DATA / "good_practices.json").read_text(encoding="utf-8")
    changed = tmp_path / "good_practices.json"
    changed.write_text(text.replace("cheapest and most valued part", "most valued part"), encoding="utf-8")
    report = Report()
    load_practices(changed, report)
    assert report.counts["practices.goodpractice"] == {Outcome.LEFT: 11, Outcome.CHANGED: 1}
    assert practice().lessons_learned_en == "<p>The meeting at the gate is the most valued part.</p>"


def test_files_are_stored_with_their_languages():
    assert sorted(PortalDocument.objects.values_list("title", "language")) == [
        ("Checklist for the first hundred days (sample)", "en"),
        ("Lista e kontrollit për njëqind ditët e para (shembull)", "sq"),
    ]
