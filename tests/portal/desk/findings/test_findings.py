"""What is found on a page, and that it is found again when something changes."""

from datetime import date

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.core.models import PortalImage
from portal.desk.findings.found import Found
from portal.desk.findings.keeping import keep_findings, look_at
from portal.desk.models import CheckedAddress, Finding, Kind
from portal.website.models import PlainPage
from practices.models import Standard
from tests.factories.files import make_collection, make_document, make_image
from tests.factories.pages import make_news, make_page, make_plain, make_practice, restrict
from tests.factories.people import make_group

pytestmark = pytest.mark.usefixtures("site_root")

JMBG = "0101990710008"


def found(page, *kinds):
    """What is kept of a page after a look at it."""
    keep_findings(page)
    rows = Finding.objects.filter(page=page).order_by("kind", "language", "field", "detail")
    return [Found(*row) for row in rows.values_list(*Found._fields) if not kinds or row[0] in kinds]


def paragraph(html):
    return [("paragraph", html)]


def link(page_or_document, words="there", kind="page"):
    return f'<p>See <a linktype="{kind}" id="{page_or_document.pk}">{words}</a>.</p>'


def test_a_page_that_is_complete_has_none():
    assert found(make_practice()) == []


def test_the_day_of_a_review_is_kept():
    page = make_practice(next_review_on=date(2026, 5, 1))
    assert found(page) == [Found(Kind.REVIEW, day=date(2026, 5, 1))]


def test_languages_that_are_outdated_or_to_be_read():
    page = make_plain(ready=("en", "sq", "mk"), needs_review_mk=True, needs_review_sr=True, source_version=2)
    page.based_on_sq = 2
    page.save()
    # Serbian has no text yet that somebody could read.
    assert found(page) == [Found(Kind.OUTDATED, language="mk"), Found(Kind.TO_READ, language="mk")]


def test_parts_that_are_missing_are_named_by_their_fields():
    page = make_practice(live=False, evidence_level=None, agencies=[])
    page.summary_en = page.readiness_sq = ""
    page.steps_en = []
    page.save()
    assert found(page) == [
        Found(Kind.MISSING, field="agencies"),
        Found(Kind.MISSING, field="evidence_level"),
        Found(Kind.MISSING, field="steps", language="en"),
        Found(Kind.MISSING, field="summary", language="en"),
    ]


def test_that_no_language_is_ready():
    page = make_plain(live=False, ready=(), overview=("en",))
    assert found(page) == [Found(Kind.MISSING, field="readiness", language="en")]


def test_pages_without_a_stage_or_a_beneficiary_where_there_is_a_field_for_it():
    page = make_practice(live=False, stages=[], beneficiaries=[])
    assert found(page, Kind.UNCLASSIFIED) == [
        Found(Kind.UNCLASSIFIED, field="beneficiaries"),
        Found(Kind.UNCLASSIFIED, field="stages"),
    ]
    assert found(make_page(Standard), Kind.UNCLASSIFIED) == [Found(Kind.UNCLASSIFIED, field="stages")]


def test_pictures_that_are_not_described():
    image = make_image("Gate", alternative_text_en="A gate")
    page = make_news(live=False, ready=("en", "sq"), image=image)
    assert found(page, Kind.PICTURE) == [Found(Kind.PICTURE, language="sq", object_id=image.pk)]


def test_places_of_persons_are_kept_and_nothing_else():
    page = make_plain(live=False, summary_en=f"Mr Example, {JMBG}", summary_sq=f"Numri {JMBG}")
    assert found(page) == [
        Found(Kind.NUMBER, field="summary", language="en"),
        Found(Kind.NUMBER, field="summary", language="sq"),
        Found(Kind.PERSON, field="summary", language="en"),
    ]


def test_numbers_in_files_of_a_page():
    attached = make_document("List", pages=("One", f"Name, {JMBG}"))
    linked = make_document("Linked", pages=(JMBG,))
    other = make_document("Report", pages=("Mr Example", "visits"))
    page = make_plain(
        body_en=paragraph(link(linked, kind="document")), attachments=[("file", attached), ("file", other)]
    )
    assert set(found(page)) == {Found(Kind.NUMBER, object_id=file.pk) for file in (attached, linked)}


# Links -----------------------------------------------------------------------------------------------------------


def test_links_to_what_is_published_are_fine():
    page = make_plain(body_en=paragraph(link(make_plain()) + link(make_document(), kind="document")))
    assert found(page) == []


def test_links_to_drafts_and_to_what_is_gone():
    draft, gone, file = make_plain(live=False), make_plain(), make_document()
    text = link(draft, "draft") + link(gone, "gone") + link(file, "file", "document")
    page = make_plain(body_en=paragraph(text))
    gone.delete()
    file.delete()
    assert found(page) == [
        Found(Kind.LINK, field="body", language="en", detail=words) for words in ("draft", "file", "gone")
    ]


def test_links_to_what_some_readers_may_not_see():
    group = make_group("Members")
    closed = make_plain(restricted_to=group)
    file = make_document(collection=make_collection(group))
    text = paragraph(link(closed, "page") + link(file, "file", "document"))
    page = make_plain(body_en=text)
    assert [one.detail for one in found(page)] == ["file", "page"]
    # Who reads a page of the group may follow both.
    restrict(page, group)
    assert found(page) == []


@pytest.mark.parametrize(
    ("address", "is_broken"),
    [
        ("/en/open-page/", False),
        ("/sq/open-page", False),
        ("http://127.0.0.1:8000/mk/open-page/?x=1#part", False),
        ("/en/library/?q=prison", False),
        ("/sr-latn/glossary/", False),
        ("/en/no-such-page/", True),
        ("/en/open-page/pdf/", False),
        ("/en/open-page/no-such-part/", True),
        ("mailto:info@example.org", False),
        ("#part", False),
    ],
)
def test_addresses_of_the_portal_that_were_typed(address, is_broken):
    make_plain(slug="open-page")
    page = make_plain(body_en=paragraph(f'<p><a href="{address}">there</a></p>'))
    assert [one.detail for one in found(page)] == ([address] if is_broken else [])


def test_addresses_outside_that_do_not_answer():
    urls = {"gone": "https://example.org/gone", "ok": "https://example.org/ok", "unknown": "https://example.org/x"}
    for answer, url in urls.items():
        CheckedAddress.objects.create(url=url, answer=answer, checked_at=timezone.now())
    html = "".join(f'<p><a href="{url}">there</a></p>' for url in [*urls.values(), "https://example.org/not-yet"])
    page = make_page(Standard, official_url=urls["gone"])
    assert found(page, Kind.LINK) == [Found(Kind.LINK, field="official_url", detail=urls["gone"], reason="gone")]
    page = make_plain(body_sq=paragraph(html))
    assert found(page) == [Found(Kind.LINK, field="body", language="sq", detail=urls["gone"], reason="gone")]


# Keeping them ----------------------------------------------------------------------------------------------------


def test_what_is_mended_goes_and_what_stays_is_not_written_again():
    page = make_plain(live=False, summary_en=f"Mr Example {JMBG}")
    keep_findings(page)
    kept = Finding.objects.get(kind=Kind.PERSON).pk
    page.summary_en = "Mr Example"
    page.save_revision()
    keep_findings(page)
    assert list(Finding.objects.values_list("pk", "kind")) == [(kept, Kind.PERSON)]


def test_a_saved_draft_is_looked_at(django_capture_on_commit_callbacks):
    page = make_plain()
    with django_capture_on_commit_callbacks(execute=True):
        page.headline_en = "Mr Example"
        page.save_revision()
    assert list(Finding.objects.values_list("page", "kind")) == [(page.pk, Kind.PERSON)]


def test_what_links_to_a_page_is_looked_at_when_that_is_taken_off(django_capture_on_commit_callbacks):
    target = make_plain()
    page = make_plain(body_en=paragraph(link(target)))
    for change, number in ((target.unpublish, 1), (target.save_revision().publish, 0), (target.delete, 1)):
        with django_capture_on_commit_callbacks(execute=True):
            change()
        assert Finding.objects.filter(page=page, kind=Kind.LINK).count() == number


def test_pages_of_an_image_are_looked_at_when_it_is_described(django_capture_on_commit_callbacks):
    image = make_image()
    page = make_news(live=False, image=image)
    keep_findings(page)
    assert Finding.objects.filter(kind=Kind.PICTURE).count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        image = PortalImage.objects.get(pk=image.pk)
        image.alternative_text_en = "A gate"
        image.save()
    assert Finding.objects.filter(kind=Kind.PICTURE).count() == 0


def test_a_page_that_is_gone_or_of_another_type_breaks_nothing():
    page = make_plain()
    key = page.pk
    page.delete()
    look_at.func(key)
    look_at.func(1)
    assert Finding.objects.count() == 0


def test_all_pages_are_looked_at_by_command(capsys):
    make_plain(summary_en="Mr Example")
    call_command("check_pages")
    assert Finding.objects.filter(kind=Kind.PERSON).count() == 1
    number = PlainPage.objects.count() + 1
    assert capsys.readouterr().out == f"Reports: {number} pages, {Finding.objects.count()} findings\n"


@pytest.mark.parametrize("number", [1, 3])
def test_a_look_takes_the_same_number_of_queries_whatever_is_on_the_page(number, django_assert_num_queries):
    targets = [make_plain() for _position in range(number)]
    files = [make_document() for _position in range(number)]
    html = "".join(link(page) for page in targets) + '<p><a href="https://example.org/">x</a></p>' * number
    page = make_plain(body_en=paragraph(html), attachments=[("file", file) for file in files])
    keep_findings(page)
    with django_assert_num_queries(10):
        keep_findings(page)
