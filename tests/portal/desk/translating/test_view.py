"""What a translator sees and does in the view with two languages."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from portal.core.content_language.readiness import Readiness, State
from practices.models import GoodPractice
from tests.factories.pages import make_practice
from tests.factories.vocabulary import make_concept

pytestmark = pytest.mark.django_db

STEP = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def practice(site_root):
    page = make_practice(headline_en="Release plans", summary_en="They help.", context_en="<p>A <b>prison</b>.</p>")
    step = {"type": "step", "id": STEP, "value": {"title": "Ask", "text": "<p>Everybody.</p>"}}
    page.steps_en = GoodPractice._meta.get_field("steps").stream_block.to_python([step])
    page.save()
    return page


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_every_text_of_the_source_stands_beside_a_field(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    keys = [row["data-row"] for row in form.html.find_all(attrs={"data-row": True})]
    assert keys[:3] == ["headline", "summary", "context"]
    assert [key for key in keys if key.startswith("steps/")] == [f"steps/{STEP}/title", f"steps/{STEP}/text"]
    source = form.row("context").find(class_="translating-row__source")
    assert (source["lang"], source.b.text) == ("en", "prison")
    assert f"Translated: 0 of {len(keys)} texts" in form.html.text


def test_what_is_written_is_saved_field_by_field_and_block_by_block(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    form.data[f"text:steps/{STEP}/title"] = "Pyet"
    assert form.type(headline="Plani i lirimit", context="<p>Një burg.</p>").press().status_code == 302
    new = draft(practice)
    assert (new.headline_sq, new.context_sq) == ("Plani i lirimit", new.context_sq)
    assert "Një burg." in new.context_sq
    assert [(block.id, block.value["title"]) for block in new.steps_sq] == [(STEP, "Pyet")]
    assert GoodPractice.objects.get(pk=practice.pk).headline_sq is None
    assert translate(albanian, practice, "sq").texts["headline"] == "Plani i lirimit"


def test_saving_without_a_change_makes_no_revision(translate, albanian, practice):
    translate(albanian, practice, "sq").type(headline="Plani", context="<p>Një burg.</p>").press()
    count = Revision.objects.count()
    translate(albanian, practice, "sq").press()
    assert Revision.objects.count() == count
