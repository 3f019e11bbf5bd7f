"""What Wagtail offers around the form, with our forms: comparing versions, schedules, comments, tasks."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Comment, Workflow

from portal.website.models import PlainPage
from tests.factories.pages import make_plain
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


def test_versions_are_compared_by_language_and_show_what_changed_alone(edit, editor, client):
    page = make_plain(ready=("en", "sq", "mk"), headline_sq="Pushim", headline_mk="Отсуство")
    page.save_revision().publish()
    edit(editor, page, "sq").type(headline_sq="Pushimi", summary_en="Another").save()
    client.force_login(editor)
    html = client.get(f"/admin/pages/{page.pk}/revisions/compare/live...latest/").content.decode()
    labels = [one.get_text(strip=True) for one in BeautifulSoup(html, "html.parser").select("td.title")]
    assert labels == ["English: summary:", "Shqip: title:"]


def test_a_page_goes_on_and_off_when_its_time_has_come(edit, editor):
    page = make_plain(live=False)
    soon = timezone.localtime() + timedelta(hours=1)
    later = soon + timedelta(hours=1)
    times = {"go_live_at": f"{soon:%Y-%m-%d %H:%M}", "expire_at": f"{later:%Y-%m-%d %H:%M}"}
    assert edit(editor, page).type(**times).save(publish=True).status_code == 302
    call_command("publish_scheduled")
    assert PlainPage.objects.get(pk=page.pk).live is False
    move_back(page)
    call_command("publish_scheduled")
    assert PlainPage.objects.get(pk=page.pk).live is True
    PlainPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert PlainPage.objects.get(pk=page.pk).live is False


def move_back(page):
    """As if the hour until the page goes on had passed."""
    revision = page.revisions.get(approved_go_live_at__isnull=False)
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()


def test_comments_are_kept_with_the_field_of_the_language(edit, albanian, editor):
    page = make_plain(ready=("en",), headline_sq="Pushim")
    form = edit(albanian, page)
    form.type(
        **{
            "comments-TOTAL_FORMS": "1",
            "comments-INITIAL_FORMS": "0",
            "comments-0-id": "",
            "comments-0-text": "Is this the word?",
            "comments-0-contentpath": "headline_sq",
            "comments-0-position": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
        }
    )
    assert form.save().status_code == 302
    comment = Comment.objects.get()
    assert (comment.user, comment.text, comment.contentpath) == (albanian, "Is this the word?", "headline_sq")
    assert "Is this the word?" in edit(editor, page, "sq").response.content.decode()


def test_what_waits_for_somebody_is_on_their_first_page(site_root, edit, albanian):
    page = make_plain(headline_en="Leave planning")
    page.save_revision()
    Workflow.objects.get().start(page, albanian)
    told = {}
    for group in ("Editors", "Translators: Albanian"):
        client = Client()
        client.force_login(make_user(group))
        told[group] = "Leave planning" in client.get("/admin/").content.decode()
    assert told == {"Editors": True, "Translators: Albanian": False}
