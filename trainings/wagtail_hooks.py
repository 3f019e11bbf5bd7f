"""What trainings add to the administration: forms, competences, the way to the indicators; nobody deletes what people
are enrolled in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from trainings.admin.competences import CompetenceViewSet
from trainings.evaluation.admin.viewsets import EvaluationGroup
from trainings.models import Enrolment
from trainings.reporting.scope import VIEW_INDICATORS, reads_indicators

register_snippet(CompetenceViewSet)
register_snippet(EvaluationGroup)


class IndicatorsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return reads_indicators(request.user)


@hooks.register("register_reports_menu_item")
def indicators_menu_item() -> MenuItem:
    return IndicatorsMenuItem(
        gettext_lazy("Training indicators"), reverse("trainings:indicators"), icon_name="group", order=110
    )


@hooks.register("register_permissions")
def indicators_permission() -> QuerySet[Permission]:
    """Shows in the form of a group who may read the indicators: people who report to a donor need no other right."""
    app, _dot, name = VIEW_INDICATORS.partition(".")
    return Permission.objects.filter(content_type__app_label=app, codename=name)


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
