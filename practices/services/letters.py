"""Letters about entries: to the editors when one waits, to its author when it is decided on."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import translation

from portal.accounts.mail import send_to_user
from portal.accounts.models import User
from portal.accounts.notifications import wants
from portal.accounts.roles import ADMINISTRATORS, EDITORS
from portal.core.languages.catalogue import get_language
from portal.core.pages.addresses import absolute
from portal.core.registries.notifications import Frequency
from practices.models import Implementation
from practices.models.implementation import EntryState
from practices.notification_kinds import DECISIONS, ENTRIES
from practices.reading.entries import named


def tell_editors(entry: Implementation) -> None:
    """That there is something to decide on; the administrators where there are no editors. Its author is not told."""
    people = User.objects.filter(is_active=True).order_by("pk")
    editors = list(people.filter(groups__name=EDITORS)) or list(people.filter(groups__name=ADMINISTRATORS))
    for user in editors:
        if user.pk != entry.made_by_id and wants(user, ENTRIES) == Frequency.AT_ONCE:
            _write(user, "practices/email/entry_waits", entry)


def tell_author(entry: Implementation, by: Any) -> None:
    """What was decided, with the reason of a refusal. Whoever decides on what they wrote knows it."""
    author = entry.made_by
    if author is not None and author != by and wants(author, DECISIONS) == Frequency.AT_ONCE:
        _write(author, "practices/email/entry_decided", entry, is_declined=entry.state == EntryState.DECLINED)


def _write(user: User, template: str, entry: Implementation, **facts: Any) -> None:
    language = get_language(user.language)
    with translation.override(language.code):
        shown = named(entry, language)
    context = {"entry": shown, "url": absolute(shown.url), "reason": entry.reason}
    send_to_user(user, template, {**context, "site_name": settings.WAGTAIL_SITE_NAME, **facts})
