"""What trainings add to the administration: forms, and that nobody deletes what people are enrolled in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from trainings.evaluation.admin.viewsets import EvaluationGroup
from trainings.models import Enrolment

register_snippet(EvaluationGroup)


@hooks.register("before_delete_page")
def keep_one(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _refusal(request, [page])


@hooks.register("before_bulk_action")
def keep_several(request: HttpRequest, action_type: str, objects: Iterable[Any], _action: Any) -> HttpResponse | None:
    pages = [one for one in objects if isinstance(one, Page)]
    return _refusal(request, pages) if action_type == "delete" else None


def _refusal(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    """Back to the page, with the reason; None when nobody is enrolled in these pages or below them."""
    for page in pages:
        if Enrolment.objects.filter(training__path__startswith=page.path).exists():
            messages.error(request, _("People are enrolled: do not delete the training, tick “cancelled”."))
            return redirect("wagtailadmin_pages:edit", page.pk)
    return None
