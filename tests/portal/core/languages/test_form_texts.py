"""What Django says about forms is said in the reader's language."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import django
import polib
import pytest
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.utils import translation

from portal.accounts.models import User
from portal.core.catalogues.files import WRITTEN
from portal.core.languages.form_texts import TEXTS


class ExampleForm(forms.Form):
    empty = forms.CharField()
    address = forms.EmailField()
    long = forms.CharField(max_length=2)
    short = forms.CharField(min_length=30)
    choice = forms.ChoiceField(choices=[("a", "a")])
    day = forms.DateField()
    number = forms.IntegerField(max_value=3)
    slug = forms.SlugField()
    free_slug = forms.SlugField(allow_unicode=True)


FILLED_IN = {
    "address": "x",
    "long": "abc",
    "short": "abc",
    "choice": "b",
    "day": "abc",
    "number": "4",
    "slug": "a b",
    "free_slug": "a b",
}


def complaints() -> Iterator[str]:
    """What is said about a form without one right answer and about bad passwords, in the active language."""
    for errors in ExampleForm(FILLED_IN).errors.values():
        yield from errors
    for password in ("abc", "password1234", "person@example.org"):
        try:
            validate_password(password, User(email="person@example.org"))
        except ValidationError as error:
            yield from error.messages
    yield from map(str, password_validators_help_texts())
    try:
        FileExtensionValidator(["pdf"])(SimpleNamespace(name="a.exe"))
    except ValidationError as error:
        yield from error.messages


def test_texts_are_djangos_own():
    folder = Path(django.__file__).parent
    catalogues = [folder / "conf", folder / "contrib" / "auth"]
    of_django = {
        entry.msgid
        for place in catalogues
        for entry in polib.pofile(str(place / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    }
    assert set(TEXTS) - of_django == set()


@pytest.mark.parametrize("code", [*WRITTEN, "sr-latn"])
def test_nothing_is_said_in_english(code):
    with translation.override("en"):
        english = set(complaints())
    with translation.override(code):
        assert english & set(complaints()) == set()


@pytest.mark.parametrize(
    ("code", "required", "too_short"),
    [
        ("bs", "Ovo polje se mora popuniti.", "Lozinka je prekratka. Mora imati najmanje 12 znakova."),
        ("cnr", "Ovo polje se mora popuniti.", "Lozinka je prekratka. Mora da ima najmanje 12 znakova."),
        ("mk", "Ова поле е задолжително.", "Лозинката е прекратка. Мора да има најмалку 12 знаци."),
    ],
)
def test_in_their_own_words(code, required, too_short):
    with translation.override(code):
        said = set(complaints())
    assert {required, too_short} <= said
