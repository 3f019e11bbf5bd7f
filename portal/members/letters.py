"""Mail about membership, in the language of whoever gets it."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from portal.accounts.mail import send_to_address, send_to_user
from portal.accounts.models import User
from portal.core.languages.catalogue import get_language
from portal.members.models import Application, Invitation


def write_to_member(user: User, letter: str, **context: Any) -> None:
    """`letter` names the templates below `members/mail`. Nothing goes to an account that is not active."""
    send_to_user(user, f"members/mail/{letter}", {**context, "site_name": settings.WAGTAIL_SITE_NAME})


def write_to(person: Application | Invitation, letter: str, **context: Any) -> None:
    """To somebody who has no account yet, as far as the portal knows them."""
    language = get_language(person.language)
    context |= {"user": person, "site_name": settings.WAGTAIL_SITE_NAME}
    send_to_address(person.email, language, f"members/mail/{letter}", context)
