"""Action points: one's own and those of one's groups, one of them, the board of a group, a spreadsheet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from network.exports.action_numbers import numbers_workbook
from network.exports.actions import actions_workbook
from network.models import ActionStatus, Outcome, OutcomeKind, WorkingGroupPage
from network.queries import actions as asked
from network.reading.action_numbers import numbers_table
from network.reading.actions import action_context, board_context, list_context
from network.recording.pasted import PlainText
from network.rules.meetings import rights_of
from network.services.actions import change_action
from portal.core.spreadsheet_files import XLSX


class ActionForm(forms.Form):
    status = forms.ChoiceField(
        label=pgettext_lazy("of an action point", "Status"), choices=ActionStatus.choices, widget=forms.RadioSelect
    )
    note = PlainText(label=_("Note"), required=False, max_length=2000, help_text=_("The group reads it."))


@login_required
@require_safe
def action_points(request: HttpRequest) -> HttpResponse:
    """What is still to be done by the person, and in their groups."""
    numbers = numbers_table(asked.actions_of_groups_of(request.user))
    return render(request, "network/action_points.html", {**list_context(request), "numbers": numbers})


@login_required
@require_safe
def action_points_xlsx(request: HttpRequest) -> HttpResponse:
    """All action points of the person's groups, finished ones too; `?group=` narrows to one that they read."""
    response = HttpResponse(actions_workbook(_narrowed(request)), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="action-points.xlsx"'
    return response


@login_required
@require_safe
def action_numbers_xlsx(request: HttpRequest) -> HttpResponse:
    """The numbers of the person's groups; `?group=` narrows to one that they read."""
    response = HttpResponse(numbers_workbook(numbers_table(_narrowed(request))), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="action-points-in-numbers.xlsx"'
    return response


def _narrowed(request: HttpRequest) -> QuerySet[Outcome]:
    """Of one's groups, or of the group that is named in the address; 404 when that is not for this person."""
    slug = request.GET.get("group")
    if not slug:
        return asked.actions_of_groups_of(request.user)
    group = get_object_or_404(WorkingGroupPage, slug=slug, live=True)
    if not rights_of(request.user, group).internal:
        raise Http404
    return asked.actions_of_group(group)


@login_required
@require_safe
def action_board(request: HttpRequest, slug: str) -> HttpResponse:
    """The action points of a group, by status. For the group alone."""
    group = get_object_or_404(WorkingGroupPage, slug=slug, live=True)
    if not rights_of(request.user, group).internal:
        raise Http404
    context = board_context(group, request) | {"numbers": numbers_table(asked.actions_of_group(group))}
    return render(request, "network/action_board.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def action_point(request: Any, pk: int) -> HttpResponse:
    """One action point with its history. Its owner changes it, and so do chair, secretary and editors."""
    action = get_object_or_404(
        Outcome.objects.select_related("item__meeting__group", "responsible__user", "carried_to__meeting"),
        pk=pk,
        kind=OutcomeKind.ACTION,
    )
    group = action.item.meeting.group
    rights = rights_of(request.user, group)
    if not rights.internal:
        raise Http404
    owns = action.responsible is not None and action.responsible.user_id == request.user.pk
    may_change = rights.settle or owns
    form = ActionForm(request.POST if request.method == "POST" else None, initial={"status": action.status})
    if request.method == "POST":
        if not may_change:
            raise Http404
        if form.is_valid():
            status = ActionStatus(form.cleaned_data["status"])
            change_action(action=action, user=request.user, status=status, note=form.cleaned_data["note"])
            messages.success(request, gettext("Your changes are saved."))
            return redirect(reverse("network:action_point", args=[pk]))
    context = {**action_context(action, request), "form": form if may_change else None}
    return render(request, "network/action_point.html", context)
