"""Passkeys: adding one, and showing who one is with it (allauth's forms, with our texts and a guard).

What the browser answers is JSON from outside. fido2 reads it by trying, and raises whatever Python does when a part is
missing or of another kind; here that is an error of the form.
"""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_UNREADABLE = (AttributeError, KeyError, IndexError, TypeError, ValueError)
_NAME_LENGTH = 60


def _refused(error: Exception) -> ValidationError:
    """Too many attempts stay what they are; all else is a passkey that does not fit."""
    if isinstance(error, ValidationError) and error.code != "incorrect_code":
        return error
    return ValidationError(_("This passkey was not accepted. Try again, or choose another way."), code="passkey")


def _name_field(**more: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Name"),
        max_length=_NAME_LENGTH,
        help_text=_("So that you know it again, for example “Office computer” or “My telephone”."),
        **more,
    )


class AddPasskeyForm(AddWebAuthnForm):
    """A new passkey. Without a name it gets one: the browser has made it already."""

    name = _name_field(required=False)
    passwordless = forms.BooleanField(
        label=_("Sign in with it alone, without a password"),
        required=False,
        initial=True,
        help_text=_("Untick it for a security key that has neither a PIN nor a fingerprint reader."),
    )

    field_order = ("name", "passwordless", "credential")

    def clean(self) -> dict[str, Any]:
        try:
            return dict(super().clean())
        except (*_UNREADABLE, ValidationError) as error:
            raise _refused(error) from error


class RenamePasskeyForm(EditWebAuthnForm):
    name = _name_field()


class _Guarded:
    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except (*_UNREADABLE, ValidationError) as error:
            raise _refused(error) from error


class LoginPasskeyForm(_Guarded, LoginWebAuthnForm):
    """In the place of address and password."""


class AuthenticatePasskeyForm(_Guarded, AuthenticateWebAuthnForm):
    """After the password, or the code by e-mail."""


class ReauthenticatePasskeyForm(_Guarded, ReauthenticateWebAuthnForm):
    """Before something important about the account is changed."""
