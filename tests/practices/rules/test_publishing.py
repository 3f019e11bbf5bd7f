"""A resource is published only with all that readers need; a draft may lack anything."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from portal.core.content_language.readiness import Readiness
from practices.models import GoodPractice, Methodology, Standard
from tests.factories.pages import make_page

pytestmark = pytest.mark.usefixtures("site_root")

#: What an empty field of a practice, by its column, is refused with.
TEXTS = {
    "headline_en": "title (English)",
    "summary_en": "summary (English)",
    "context_en": "context (English)",
    "steps_en": "what was done (English)",
    "results_en": "results (English)",
    "lessons_learned_en": "lessons learned (English)",
    "transferability_en": "transferability (English)",
    "contact_role_en": "contact (English)",
}
CHOICES = {
    "beneficiaries": "beneficiaries",
    "stages": "stages of the continuum",
    "priority_areas": "priority areas",
    "target_groups": "target groups",
    "agencies": "agencies",
}


def refusal(page):
    """The messages with which publishing is refused."""
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    return refused.value.messages


@pytest.fixture
def practice():
    return make_page(GoodPractice, live=False, headline_en="Screening")


@pytest.mark.parametrize("column", TEXTS)
def test_a_practice_without_a_text_is_refused_by_the_name_of_the_text(practice, column):
    setattr(practice, column, None if column == "steps_en" else "")
    assert refusal(practice) == [TEXTS[column]]
    assert GoodPractice.objects.get(pk=practice.pk).live is False


@pytest.mark.parametrize("field", CHOICES)
def test_a_practice_without_a_choice_is_refused_by_the_name_of_the_choice(practice, field):
    getattr(practice, field).clear()
    assert refusal(practice) == [CHOICES[field]]


def test_a_practice_without_evidence_level_is_refused(practice):
    practice.evidence_level = None
    assert refusal(practice) == ["evidence level"]


def test_everything_that_is_missing_is_named_at_once(practice):
    practice.results_en = practice.contact_role_en = ""
    practice.stages.clear()
    assert refusal(practice) == ["results (English)", "contact (English)", "stages of the continuum"]


def test_a_language_marked_ready_needs_every_text_too(practice):
    practice.headline_sq, practice.summary_sq = "Shqyrtimi", "Përmbledhje"
    practice.readiness_sq = Readiness.OVERVIEW
    assert practice.missing_for_publishing() == []
    practice.readiness_sq = Readiness.READY
    assert [part.form_field for part in practice.missing_for_publishing()] == [
        "context_sq",
        "steps_sq",
        "results_sq",
        "lessons_learned_sq",
        "transferability_sq",
        "contact_role_sq",
    ]


def test_steps_without_a_word_are_no_steps(practice):
    practice.steps_en = [("step", {"title": " ", "text": "<p>&nbsp;</p>"})]
    # Read back, so that the blocks are as a form would leave them.
    page = practice.save_revision().as_object()
    assert [part.message for part in page.missing_for_publishing()] == ["what was done (English)"]


def test_what_explains_and_what_it_costs_may_be_unknown(practice):
    practice.mechanism_en = practice.resources_en = practice.setting_en = ""
    practice.save_revision().publish()
    assert GoodPractice.objects.get(pk=practice.pk).live is True


def test_a_draft_may_lack_everything(practice):
    practice.headline_en = practice.context_en = ""
    practice.stages.clear()
    revision = practice.save_revision()
    assert revision.as_object().context_en == ""


def test_a_draft_of_a_published_practice_may_lack_a_part(practice):
    practice.save_revision().publish()
    page = GoodPractice.objects.get(pk=practice.pk)
    page.results_en = ""
    page.save_revision()
    assert GoodPractice.objects.get(pk=practice.pk).results_en != ""


def test_a_published_practice_cannot_lose_a_part(practice):
    practice.save_revision().publish()
    page = GoodPractice.objects.get(pk=practice.pk)
    page.results_en = ""
    with pytest.raises(ValidationError, match="results"):
        page.save()


def test_a_schedule_cannot_publish_what_is_incomplete(practice):
    practice.results_en = ""
    practice.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    with pytest.raises(ValidationError, match="results"):
        call_command("publish_scheduled")
    assert GoodPractice.objects.get(pk=practice.pk).live is False


@pytest.mark.parametrize(
    ("column", "message"), [("objectives_en", "objectives (English)"), ("sessions_en", "sessions (English)")]
)
def test_a_methodology_needs_objectives_and_sessions(column, message):
    methodology = make_page(Methodology, live=False)
    setattr(methodology, column, None if column == "sessions_en" else "")
    assert refusal(methodology) == [message]


def test_a_standard_needs_a_summary():
    standard = make_page(Standard, live=False)
    standard.summary_en = ""
    assert refusal(standard) == ["summary (English)"]


def test_a_standard_has_a_reference_from_its_first_draft_on():
    standard = make_page(Standard, live=False)
    standard.reference = ""
    with pytest.raises(ValidationError, match="cannot be blank"):
        standard.save_revision()
