"""Writing to people about new resources: one e-mail for all searches of a person that are due."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from portal.accounts.mail import compose, message_to
from portal.core.languages.catalogue import Language, get_language
from portal.core.pages.addresses import absolute
from portal.core.visibility.memory import remembering
from search.engines.base import EngineError
from search.following.follower import follower_of
from search.following.news import Found, News, found_anew, news
from search.following.saved_search import Frequency, SavedSearch
from search.following.saving import there_now

logger = logging.getLogger(__name__)

_LETTER = "search/email/alert"


class MailServerAway(Exception):
    """No connection to the mail server: it makes no sense to try the next person."""


@dataclass
class Outcome:
    """Of a run: e-mails sent, and people to whom none could be sent."""

    sent: int = 0
    failed: int = 0


def send_alerts(now: datetime, frequency: Frequency | None = None) -> Outcome:
    """Writes to everybody whose searches are due and find something new.

    Each person is one transaction, in which their searches are locked, asked, marked as told, and sent, in this order.
    So a run that is broken off, whenever that is, has told the people before and not those after. The one in whose turn
    it happened is told by the next run, for a second time if the e-mail had just gone out. Two runs at once send
    nothing twice. If an e-mail is refused, its person is left for the next run and the others get theirs.

    Raises EngineError or MailServerAway when nobody else could be told either; nobody who was not is marked.
    """
    outcome = Outcome()
    due = SavedSearch.objects.due(now, frequency)
    for person in due.order_by("user_id").values_list("user_id", flat=True).distinct():
        try:
            # One look at who may see what, for all searches of this person.
            with transaction.atomic(), remembering():
                outcome.sent += _tell(person, now, frequency)
        except (EngineError, MailServerAway):
            raise
        except Exception:
            # Whatever is wrong with one person's searches or address keeps nobody else from theirs.
            logger.exception("No e-mail about new resources for user %s", person)
            outcome.failed += 1
    return outcome


def _tell(person: int, now: datetime, frequency: Frequency | None) -> bool:
    """Asks the due searches of one person and writes to them if there is something new."""
    due = SavedSearch.objects.due(now, frequency).filter(user=person).select_related("user")
    # Asked again when they are locked: another run may have been here.
    searches = list(due.select_for_update(of=("self",)).order_by("name", "pk"))
    found = []
    for saved in searches:
        if saved.known is None:
            # The engine was away when the e-mails were asked for: they begin with what comes from now on.
            saved.add_known(there_now(saved))
        else:
            found += [new for new in [found_anew(saved)] if new]
        saved.asked_at = now
    language = _language(found)
    told = [told for new in found for told in [news(new, language)] if told]
    for one in told:
        one.saved.add_known(one.told)
        one.saved.last_sent_at = now
    SavedSearch.objects.bulk_update(searches, ["known", "asked_at", "last_sent_at"])
    if told:
        # Last, so that nothing but the end of the transaction can still fail.
        _send(_message(told, language))
    return bool(told)


def _language(found: Sequence[Found]) -> Language:
    """The one that all these searches are in, else that of the account."""
    languages = {new.saved.language for new in found}
    if len(languages) > 1:
        return get_language(found[0].saved.user.language)
    return get_language(languages.pop() if languages else None)


def _message(told: Sequence[News], language: Language) -> EmailMessage:
    user = told[0].saved.user
    with translation.override(language.code):
        unsubscribe = absolute(reverse("search:unsubscribe", args=[follower_of(user).token]))
        searches = absolute(reverse("search:saved"))
    context = {
        "user": user,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "news": told,
        "number": len({identifier for one in told for identifier in one.told}),
        "searches_url": searches,
        "unsubscribe_url": unsubscribe,
    }
    headers = {"List-Unsubscribe": f"<{unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return message_to(user.email, *compose(_LETTER, context, language), language.html_lang, headers)


def _send(message: EmailMessage) -> None:
    """Raises MailServerAway, or what the mail server says against this message."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        raise MailServerAway(str(error)) from error
    try:
        connection.send_messages([message])
    finally:
        connection.close()
