"""What a page lacks before it can be published."""

import pytest
from django.core.exceptions import ValidationError

from portal.core.content_language.missing import missing_texts
from portal.website.models import PlainPage
from practices.models import Methodology
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db


def names(parts):
    return [part.form_field for part in parts]


def test_a_new_page_lacks_a_language_that_is_ready():
    missing = missing_texts(PlainPage(source_language="mk"), ())
    assert [(part.form_field, part.message) for part in missing] == [
        ("readiness_mk", "At least one language must be marked as ready.")
    ]


def test_a_ready_language_needs_title_summary_and_all_required_parts():
    page = Methodology(readiness_en="ready", headline_en="Programme")
    assert names(missing_texts(page, ("objectives",))) == ["summary_en", "objectives_en"]


def test_an_overview_needs_title_and_summary_only():
    page = Methodology(
        readiness_en="ready", headline_en="A", summary_en="B", objectives_en="C", readiness_sq="overview"
    )
    assert names(missing_texts(page, ("objectives",))) == ["headline_sq", "summary_sq"]


def test_an_overview_alone_is_nothing_to_read():
    page = PlainPage(readiness_en="overview", headline_en="A", summary_en="B")
    assert names(missing_texts(page, ())) == ["readiness_en"]


def test_a_language_in_work_needs_nothing():
    page = PlainPage(readiness_en="ready", headline_en="A", summary_en="B", headline_sq="C")
    assert missing_texts(page, ("body",)) == missing_texts(page, ("body",))[:1]
    assert names(missing_texts(page, ("body",))) == ["body_en"]


def test_a_part_is_named_with_its_language():
    page = PlainPage(readiness_sr="ready", headline_sr="А")
    assert [part.message for part in missing_texts(page, ())] == ["summary (Српски)"]


def test_nothing_incomplete_is_stored_as_published_whoever_tries(site_root):
    page = make_plain(ready=("en",))
    page.summary_en = ""
    with pytest.raises(ValidationError) as refusal:
        page.save()
    assert refusal.value.messages == ["summary (English)"]
    with pytest.raises(ValidationError):
        page.save_revision().publish()
    page.refresh_from_db()
    assert page.summary_en != ""


def test_an_incomplete_draft_is_stored(site_root):
    page = make_plain(ready=(), live=False)
    page.headline_en = "Begun"
    page.save()
    assert not PlainPage.objects.get(pk=page.pk).live
