"""Editors enter synonyms and equivalents in Wagtail's admin."""

import pytest
from django.urls import reverse

from portal.accounts import roles
from portal.core.languages.catalogue import CONTENT_CODES
from search.lexicon.equivalent_terms import EquivalentTerms
from search.lexicon.imported import ImportedSource
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary, make_concept
from tests.search.lexicon.conftest import labels

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_user(roles.EDITORS))
    return client


def address(model, name, *args):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def posted(**terms):
    return {**{f"terms_{code}": terms.get(code, "") for code in CONTENT_CODES}, "note": terms.get("note", "")}


def enter(editor, **terms):
    return editor.post(address(EquivalentTerms, "add"), posted(**terms))


def errors(response):
    return response.context["form"].errors


def test_what_an_editor_enters_is_searched_at_once(editor):
    assert labels("qqkazamat", "sq", hbs=1.0) == []
    response = enter(editor, bs="qqkazamat; qqtamnica", sq="qqburg, qqbirucë\nqqqeli", note="Asked for by readers")
    assert response.status_code == 302
    entry = EquivalentTerms.objects.get()
    assert (entry.terms_bs, entry.terms_sq) == ("qqkazamat\nqqtamnica", "qqburg\nqqbirucë\nqqqeli")
    assert labels("qqkazamat", "sq", hbs=1.0) == ["qqburg", "qqbirucë", "qqqeli"]
    assert labels("qqkazamat", "hbs", hbs=1.0) == ["qqtamnica"]


def test_an_editor_corrects_and_deletes(editor):
    enter(editor, bs="qqkazamat", sq="qqburg")
    entry = EquivalentTerms.objects.get()
    editor.post(address(EquivalentTerms, "edit", entry.pk), posted(bs="qqkazamat", sq="qqqeli"))
    assert labels("qqkazamat", "sq", hbs=1.0) == ["qqqeli"]
    editor.post(address(EquivalentTerms, "delete", entry.pk))
    assert labels("qqkazamat", "sq", hbs=1.0) == []


@pytest.mark.parametrize(
    ("terms", "field", "message"),
    [
        ({}, "__all__", "Enter at least two terms that differ."),
        ({"bs": "qqkazamat"}, "__all__", "Enter at least two terms that differ."),
        ({"bs": "zatvor", "sr": "затвор"}, "__all__", "Enter at least two terms that differ."),
        ({"bs": "zatvor, zatvora"}, "__all__", "Enter at least two terms that differ."),
        ({"bs": "zatvor", "sq": "…"}, "terms_sq", "“…” has no word that can be searched for."),
        ({"bs": "zatvor", "en": "x" * 101}, "terms_en", f"“{'x' * 101}” is too long: nobody types it alike twice."),
    ],
)
def test_what_says_nothing_is_refused(editor, terms, field, message):
    response = enter(editor, **terms)
    assert [text.startswith(message) for text in errors(response)[field]] == [True]
    assert EquivalentTerms.objects.count() == 0


def test_the_list_is_searched(editor):
    EquivalentTerms.objects.create(terms_bs="kazamat", terms_sq="burg")
    EquivalentTerms.objects.create(terms_bs="otpust", terms_sq="lirim")
    response = editor.get(f"{address(EquivalentTerms, 'list')}?q=kazam")
    assert [str(entry) for entry in response.context["object_list"]] == ["burg = kazamat"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_of_the_database_however_long_it_is(editor, number, django_assert_num_queries):
    for position in range(number):
        EquivalentTerms.objects.create(terms_bs=f"kazamat{position}", terms_sq="burg")
    editor.get(address(EquivalentTerms, "list"))
    with django_assert_num_queries(13):
        editor.get(address(EquivalentTerms, "list"))


def test_a_term_that_was_searched_in_vain_is_filled_in(editor):
    html = editor.get(f"{address(EquivalentTerms, 'add')}?bs=qqkazamat").content.decode()
    assert "qqkazamat</textarea>" in html
    assert EquivalentTerms.objects.count() == 0


def preview(editor, **terms):
    at = address(EquivalentTerms, "preview_on_add")
    editor.post(at, posted(**terms))
    return editor.get(at).content.decode()


def test_the_preview_shows_what_an_entry_does_before_it_is_saved(editor):
    make_concept("prison", label_en="qqprison", label_sq="qqburg", label_bs="qqzatvor")
    html = preview(editor, bs="qqkazamat, qqzatvor")
    kazamat, zatvor = html.split("<h2>")[1:]
    assert ">qqkazamat</span> (Bosanski)" in kazamat
    assert '<strong lang="bs">qqzatvor</strong> (Bosanski)' in kazamat
    assert '<span lang="sq">qqburg</span> (Shqip)' in kazamat
    assert '<strong lang="bs">qqkazamat</strong> (Bosanski)' in zatvor
    assert (EquivalentTerms.objects.count(), labels("qqkazamat", "en", hbs=1.0)) == (0, [])


def test_the_preview_of_a_change_leaves_out_what_was_taken_away(editor):
    entry = EquivalentTerms.objects.create(terms_bs="qqkazamat", terms_sq="qqburg", terms_en="qqdungeon")
    at = address(EquivalentTerms, "preview_on_edit", entry.pk)
    editor.post(at, posted(bs="qqkazamat", en="qqdungeon"))
    html = editor.get(at).content.decode()
    assert ("qqdungeon</strong>" in html, "qqburg" in html) == (True, False)


def test_the_preview_escapes_what_was_typed(editor):
    html = preview(editor, bs="<script>qqalert</script>", sq="qqburg")
    assert ("&lt;script&gt;qqalert&lt;/script&gt;" in html, "<script>qqalert" in html) == (True, False)


def test_the_preview_carries_the_status_mark(editor):
    make_beneficiary("XK", name_sq="Kosova")
    html = preview(editor, en="Kosovo, qqplace")
    assert ("Kosovo*</span>" in html, "Kosova*</span>" in html) == (True, True)


def test_imported_lists_are_shown_with_their_licence(editor):
    source = ImportedSource.objects.create(name="Albanet", licence="CC BY 3.0, Makers", languages="sq")
    for page in (address(ImportedSource, "list"), address(ImportedSource, "inspect", source.pk)):
        assert "CC BY 3.0, Makers" in editor.get(page).content.decode()


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_imported_lists_cannot_be_changed_here(editor, name):
    source = ImportedSource.objects.create(name="Albanet", licence="CC BY 3.0")
    assert editor.post(address(ImportedSource, name, source.pk)).status_code == 302
    assert list(ImportedSource.objects.values_list("licence", flat=True)) == ["CC BY 3.0"]
