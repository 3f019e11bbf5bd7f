"""An editor uploads a file, looks at what it says, and takes over what is ticked."""

import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from portal.accounts import roles
from portal.vocabulary.exchange.comparison import compare
from portal.vocabulary.models import Concept, ConceptImport
from tests.factories.people import make_user
from tests.factories.vocabulary import make_concept
from tests.portal.vocabulary.exchange.files import PREFIXES, found_in

pytestmark = pytest.mark.django_db

FILE = PREFIXES + (
    'x:1 skos:prefLabel "prison"@en, "institucion"@sq ; skos:altLabel "nick"@en ; skos:definition "In Kosovo."@en ; '
    "skos:broader x:2 ; skos:related x:3 . "
    'x:2 skos:prefLabel "sanctions"@en . '
    'x:3 skos:prefLabel "open visit"@en, "отворена посета"@sr ; skos:broader x:1 . '
)


@pytest.fixture
def editor(client, site_root):
    client.force_login(make_user(roles.EDITORS))
    return client


@pytest.fixture
def prison():
    make_concept("sanctions")
    return Concept.objects.create(identifier="prison", label_en="prison", label_sq="burg", alternative_labels_en="jail")


def upload(client, text=FILE, name="words.ttl"):
    data = text.encode() if isinstance(text, str) else text
    return client.post(reverse("vocabulary_import"), {"file": SimpleUploadedFile(name, data)})


def ticks(client, url, *, checked):
    """The ticks of the preview that are set, or all there are."""
    html = client.get(url).content.decode()
    pattern = r'name="change" value="([^"]+)" checked' if checked else r'name="change" value="([^"]+)"'
    return re.findall(pattern, html)


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_what_is_ticked_from_the_start_adds_and_takes_nothing_away(editor, prison):
    url = upload(editor).url
    assert Concept.objects.count() == 2
    page = editor.get(url).content.decode()
    assert "In Kosovo*." in page
    response = editor.post(url, {"change": ticks(editor, url, checked=True)})
    assert (response.status_code, said(response)[0].strip()) == (302, "The ticked changes were made.")
    prison.refresh_from_db()
    assert (prison.label_sq, prison.alternative_labels_en, prison.note_en) == ("burg", "jail\nnick", "In Kosovo.")
    assert prison.broader.identifier == "sanctions"
    # It was linked to a concept that nobody ticked.
    assert Concept.objects.count() == 2
    assert "open-visit" in editor.get(url).content.decode()


def test_all_is_taken_over_when_all_is_ticked_and_then_the_file_says_the_same(editor, prison):
    url = upload(editor).url
    editor.post(url, {"change": ticks(editor, url, checked=False)})
    visit = Concept.objects.get(identifier="open-visit")
    prison.refresh_from_db()
    assert (visit.label_sr, visit.broader, list(visit.related.all())) == ("отворена посета", prison, [prison])
    assert prison.label_sq == "institucion"
    again = editor.get(upload(editor).url).content.decode()
    assert "The file says the same as the glossary." in again
    assert 'name="change"' not in again


def test_the_history_of_each_concept_and_the_report_tell_of_it(editor, prison):
    url = upload(editor).url
    editor.post(url, {"change": ticks(editor, url, checked=True)})
    entries = ModelLogEntry.objects.filter(action="vocabulary.import")
    assert [(entry.object_id, entry.data["file"]) for entry in entries] == [(str(prison.pk), "words.ttl")]
    history = editor.get(reverse(Concept.snippet_viewset.get_url_name("history"), args=[prison.pk]))
    assert "Changed by the import of “words.ttl”" in history.content.decode()
    report = editor.get(url).content.decode()
    assert "1 concept was changed." in report
    assert "nick" in report
    assert ConceptImport.objects.get().found == {}


def test_the_preview_survives_and_is_there_for_nobody_else(editor, prison, client):
    url = upload(editor).url
    assert ticks(editor, url, checked=True) == ticks(editor, url, checked=True) != []
    assert url in editor.get(reverse("vocabulary_import")).content.decode()
    editor.force_login(make_user(roles.EDITORS))
    assert editor.get(url).status_code == editor.post(url).status_code == 404
    assert url not in editor.get(reverse("vocabulary_import")).content.decode()


def test_it_expires(editor, prison):
    url = upload(editor).url
    ConceptImport.objects.update(created_at=timezone.now() - timedelta(days=15))
    assert editor.get(url).status_code == 404
    upload(editor)
    assert ConceptImport.objects.count() == 1


def test_a_change_by_somebody_else_meanwhile_is_told_and_nothing_is_done(editor, prison):
    url = upload(editor).url
    all_ticks = ticks(editor, url, checked=False)
    Concept.objects.filter(pk=prison.pk).update(label_sq="burgu")
    response = editor.post(url, {"change": all_ticks})
    assert said(response)[0].strip().endswith("Look again at: prison")
    page = response.content.decode()
    # Those that still fit are kept; the other is there anew, without its tick.
    assert page.count(" checked") == len(all_ticks) - 1
    assert "burgu" in page
    prison.refresh_from_db()
    assert (prison.alternative_labels_en, Concept.objects.count()) == ("jail", 2)


def test_a_second_click_changes_nothing(editor, prison):
    url = upload(editor).url
    chosen = ticks(editor, url, checked=True)
    editor.post(url, {"change": chosen})
    Concept.objects.filter(pk=prison.pk).update(alternative_labels_en="")
    response = editor.post(url, {"change": chosen})
    assert said(response)[-1].strip() == "The changes of this file were made before."
    assert Concept.objects.get(pk=prison.pk).alternative_labels_en == ""


def test_no_ticks_or_strange_ones_change_nothing(editor, prison):
    url = upload(editor).url
    assert said(editor.post(url))[0].strip() == "Nothing is ticked, so nothing was changed."
    response = editor.post(url, {"change": ["x", "", "<b> <u>", "0 prison"]})
    assert (response.status_code, "<u>" in response.content.decode()) == (200, False)
    assert Concept.objects.get(pk=prison.pk).alternative_labels_en == "jail"


def test_changes_that_together_make_a_circle_are_refused(editor, prison):
    url = upload(editor, b"identifier;English: note\nprison;new note\n", "x.csv").url
    # Each for itself is possible: sanctions below prison, and prison below a concept that is new.
    text = PREFIXES + (
        'x:1 skos:prefLabel "prison"@en ; skos:broader x:2 . x:2 skos:prefLabel "middle"@en ; skos:broader x:3 . '
        'x:3 skos:prefLabel "sanctions"@en . '
    )
    below = upload(editor, text).url
    chosen = ticks(editor, below, checked=False)
    sanctions = Concept.objects.get(identifier="sanctions")
    sanctions.broader = prison
    sanctions.save()
    response = editor.post(below, {"change": chosen})
    assert "broader than themselves: middle, prison, sanctions" in said(response)[0]
    assert Concept.objects.count() == 2
    assert editor.get(url).status_code == 200


def test_what_is_wrong_with_a_file_is_told_where_it_is_chosen(editor, prison):
    page = upload(editor, "<html>", "words.ttl").content.decode()
    assert "The file cannot be read" in page
    page = upload(editor, "x", "words.pdf").content.decode()
    assert "Files of this kind are not read." in page
    assert ConceptImport.objects.count() == 0


def test_markup_of_a_file_is_shown_as_text(editor, prison):
    url = upload(editor, 'identifier,"<script>alert(1)</script>",English: note\nprison,x,a < b\n', "x.csv").url
    page = editor.get(url).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_preview_takes_the_same_queries_for_any_number(editor, number):
    rows = [f"c{index};Label {index};new" for index in range(number)]
    for index in range(number):
        make_concept(f"c{index}", broader=make_concept("above"))
    text = "\n".join(["identifier;English: preferred term;English: note", *rows])
    url = upload(editor, text, "x.csv").url
    editor.get(url)
    with CaptureQueriesContext(connection) as captured:
        editor.get(url)
    assert len([each for each in captured if "vocabulary_concept" in each["sql"]]) == 3


def test_comparing_asks_nothing_of_the_database(prison, django_assert_num_queries):
    found, concepts = found_in(FILE), list(Concept.objects.all())
    with django_assert_num_queries(0):
        compare(found, concepts, [], may_add=True)


def test_the_list_leads_there_and_to_the_files(editor, prison):
    page = editor.get(reverse(Concept.snippet_viewset.get_url_name("list"))).content.decode()
    for name, kwargs in (
        ("vocabulary_import", {}),
        ("vocabulary_export", {"suffix": "csv"}),
        ("vocabulary_export", {"suffix": "xlsx"}),
        ("vocabulary_id:file", {"suffix": "ttl"}),
    ):
        assert f'href="{reverse(name, kwargs=kwargs)}"' in page


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_downloaded_can_be_uploaded_and_changes_nothing(editor, prison, suffix):
    response = editor.get(reverse("vocabulary_export", kwargs={"suffix": suffix}))
    assert response.headers["Content-Disposition"] == f'attachment; filename="glossary.{suffix}"'
    url = upload(editor, response.content, f"glossary.{suffix}").url
    assert "The file says the same as the glossary." in editor.get(url).content.decode()


@pytest.mark.parametrize("language", ["sq", "mk", "sr", "sr-latn"])
def test_the_pages_speak_the_editors_language(client, site_root, prison, language):
    user = make_user(roles.EDITORS)
    UserProfile.objects.create(user=user, preferred_language=language)
    client.force_login(user)
    url = upload(client).url
    assert client.get(url).status_code == 200
    client.post(url, {"change": ticks(client, url, checked=False)})
    assert "concepts were changed" not in client.get(url).content.decode()
