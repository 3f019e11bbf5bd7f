"""Forms for users in the Wagtail admin: signing in, and people by e-mail address with the language of their mail."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm

from portal.accounts.models import User


class AdminLoginForm(LoginForm):
    """Signing in on the admin's own page: as many attempts as on the portal's, and no way around the second factor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail names it after its variable.
        self.fields["password"].label = _("Password")

    def clean(self) -> dict[str, Any]:
        email, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not email or not password:
            return self.cleaned_data
        # allauth counts the failed attempts; Django's own `authenticate` would not. Raises ValidationError.
        self.user_cache = get_account_adapter(self.request).authenticate(self.request, email=email, password=password)
        if self.user_cache is None:
            raise self.get_invalid_login_error()
        self.confirm_login_allowed(self.user_cache)
        if get_mfa_adapter().is_mfa_enabled(self.user_cache):
            raise ValidationError(
                _("Your account has a second factor. Sign in on the portal’s own page; the admin is then open to you."),
                code="second_factor",
            )
        return self.cleaned_data


class _PersonFields:
    """Everybody's rights come from groups. A superuser, who passes every check, is only made on the server."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Disabled, not left out: Wagtail's template shows it, and what a disabled field is sent is ignored.
        if superuser := self.fields.get("is_superuser"):
            superuser.disabled = True
            superuser.help_text = _("Set on the server only. For everything an administrator does, choose the group.")


class UserEditForm(_PersonFields, WagtailUserEditForm):
    class Meta(WagtailUserEditForm.Meta):
        fields = WagtailUserEditForm.Meta.fields | {"language"}


class UserCreationForm(_PersonFields, WagtailUserCreationForm):
    class Meta(WagtailUserCreationForm.Meta):
        fields = WagtailUserCreationForm.Meta.fields | {"language"}

    def save(self, commit: bool = True) -> User:
        """Without a password nobody can sign in until the person has set one, by a link in a message to them."""
        if not self.cleaned_data["password1"]:
            self.instance.set_unusable_password()
        return super().save(commit)
