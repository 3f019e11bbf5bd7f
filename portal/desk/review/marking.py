"""Marking a language of a page or of a word as read by a native specialist. Who did it stands in the history alone."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page, Revision

from portal.core.languages.catalogue import BY_CODE
from portal.core.models import ContentPage
from portal.desk.findings.keeping import look_at
from portal.vocabulary.models.reviewed import ReviewFlags

#: Action in the history.
REVIEWED: Final = "desk.reviewed"


def mark_page(*, page: ContentPage, code: str, user: Any) -> bool:
    """Takes the flag off a language of a page; False when there was none.

    What was read is the newest draft. The flag is no text: nothing is published by it, so it is taken off the page, its
    newest draft and what is scheduled, where they lie.
    """
    name = f"needs_review_{code}"
    with transaction.atomic():
        # Nobody saves the page meanwhile (portal.core.editing.turns).
        Page.objects.select_for_update().filter(pk=page.pk).values_list("pk").first()
        current = type(page).objects.get(pk=page.pk)
        if not getattr(current.get_latest_revision_as_object(), name):
            return False
        QuerySet(type(page)).filter(pk=page.pk).update(**{name: False})
        of_page = Revision.objects.for_instance(page)
        for revision in of_page.filter(Q(pk=current.latest_revision_id) | Q(approved_go_live_at__isnull=False)):
            Revision.objects.filter(pk=revision.pk).update(content={**revision.content, name: False})
        log(instance=page, action=REVIEWED, user=user, data={"language": code})
        transaction.on_commit(partial(look_at.enqueue, page.pk), robust=True)
    return True


def mark_word(*, word: ReviewFlags, code: str, user: Any) -> bool:
    """Takes a language from those to be read of a term, concept or name; False when it was none of them."""
    with transaction.atomic():
        same = type(word)._default_manager.filter(pk=word.pk)
        current = same.select_for_update().get()
        left = [one for one in current.languages_to_review if one != code]
        if code not in current.languages_to_review:
            return False
        same.update(review_languages=" ".join(left))
        log(instance=word, action=REVIEWED, user=user, data={"language": code})
    return True


class ReviewedFormatter(LogFormatter):
    """How the history tells it."""

    label = gettext_lazy("Mark as reviewed")

    def format_message(self, log_entry: Any) -> str:
        language = BY_CODE.get(log_entry.data.get("language", ""))
        return _("Read by a native specialist: %(language)s") % {"language": language.native_name if language else ""}
