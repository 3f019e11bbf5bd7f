"""How signing in works here (django-allauth)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import filter_users_by_email
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils.translation import get_language as active_language
from django.utils.translation import gettext

from portal.accounts.mail import compose, message_to
from portal.core.languages.catalogue import Language, get_language
from portal.core.languages.reader import current_reader
from portal.core.text_size import remember_text_size

#: Links in allauth's mails. They are made in the language of whoever asked and lead to the language of the mail.
_LINKS: Final = ("password_reset_url", "activate_url")


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves: people are invited or apply."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Home in the language of the page one signed in on, when one came from nowhere in particular."""
        return f"/{current_reader().language.code}/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return f"/{current_reader().language.code}/"

    def post_login(self, request: HttpRequest, user: Any, **hook: Any) -> HttpResponse:
        """Sets the text size that the person has chosen, on this device too."""
        response: HttpResponse = super().post_login(request, user, **hook)
        if user.text_size:
            remember_text_size(request, response, user.text_size)
        return response

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tells a person of a change to their account, also when allauth has no address record for them."""
        super().send_notification_mail(template_prefix, user, {"user": user, **(context or {})}, email or user.email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """allauth does not say whose code to sign in it sends; the mail is to be in their language."""
        if "user" not in context:
            context = {**context, "user": next(iter(filter_users_by_email(email, is_active=True)), None)}
        super().send_mail(template_prefix, email, context)

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: Mapping[str, str] | None = None
    ) -> EmailMessage:
        """In the person's own language; in that of the page when it is not known who the person is."""
        language = get_language(getattr(context.get("user"), "language", None) or active_language())
        context = {**context, "site_name": settings.WAGTAIL_SITE_NAME}
        context |= {name: _in_language(context[name], language) for name in _LINKS if name in context}
        subject, body = compose(template_prefix, context, language)
        return message_to(email, subject, body, language.html_lang)


class SecondFactorAdapter(DefaultMFAAdapter):
    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """As the browser names the portal when it asks for a passkey."""
        return {**super().get_public_key_credential_rp_entity(), "name": settings.WAGTAIL_SITE_NAME}

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """For a passkey whose owner gives it no name."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)d") % {"number": number}

    def build_totp_svg(self, url: str) -> str:
        """The picture to scan, on white of its own: a dark page would make it unreadable for a camera."""
        white = '<rect fill="white" width="100%" height="100%"/>'
        return str(super().build_totp_svg(url)).replace("<path", f"{white}<path", 1)


def _in_language(address: str, language: Language) -> str:
    """The same page in another language; a foreign address stays as it is."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=translate_url(parts.path, language.code)))
