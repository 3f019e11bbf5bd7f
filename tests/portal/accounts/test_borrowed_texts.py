"""The texts that we translate for allauth are allauth's own, word for word, and none that people see is left out."""

from pathlib import Path

import allauth
import polib
import pytest
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, ResetPasswordForm, SetPasswordForm
from allauth.mfa.base.forms import AuthenticateForm
from django.test import RequestFactory

from portal.accounts.borrowed_texts import TEXTS
from portal.accounts.models import User


@pytest.fixture(scope="module")
def of_allauth() -> set[str]:
    catalogue = Path(allauth.__file__).parent / "locale" / "en" / "LC_MESSAGES" / "django.po"
    return {entry.msgid.strip() for entry in polib.pofile(str(catalogue))}


def test_texts_are_allauths_own(of_allauth):
    assert set(TEXTS) - of_allauth == set()


def test_no_label_is_left_out(rf: RequestFactory):
    user = User(email="person@example.org")
    forms = [
        LoginForm(request=rf.get("/")),
        ResetPasswordForm(),
        ChangePasswordForm(user=user),
        SetPasswordForm(user=user),
        ReauthenticateForm(user=user),
        AuthenticateForm(user=user),
    ]
    shown = {str(field.label) for form in forms for field in form.fields.values()}
    shown |= {
        str(field.widget.attrs["placeholder"])
        for form in forms
        for field in form.fields.values()
        if "placeholder" in field.widget.attrs
    }
    assert shown - set(TEXTS) == set()
