"""Action points: one's own and those of one's groups, one of them, the board of a group, a spreadsheet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from network.exports.actions import actions_workbook
from network.models import ActionStatus, GroupRole, Outcome, OutcomeKind, WorkingGroupPage
from network.queries import actions as asked
from network.queries.memberships import role_in
from network.reading.actions import action_context, board_context, list_context
from network.recording.pasted import PlainText
from network.rules.meetings import may_keep, may_read_internal
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
    return render(request, "network/action_points.html", list_context(request.user))


@login_required
@require_safe
def action_points_xlsx(request: HttpRequest) -> HttpResponse:
    """All action points of the person's groups, finished ones too; `?group=` narrows to one of them."""
    found = asked.actions_of_groups_of(request.user)
    if slug := request.GET.get("group"):
        found = found.filter(item__meeting__group__slug=slug)
    response = HttpResponse(actions_workbook(found), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="action-points.xlsx"'
    return response


@login_required
@require_safe
def action_board(request: HttpRequest, slug: str) -> HttpResponse:
    """The action points of a group, by status. For the group alone."""
    group = get_object_or_404(WorkingGroupPage, slug=slug, live=True)
    if not may_read_internal(request.user, group):
        raise Http404
    return render(request, "network/action_board.html", board_context(group, request))


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
    role = role_in(request.user, group)
    keeps = may_keep(request.user, group)
    if role is None and not keeps:
        raise Http404
    owns = action.responsible is not None and action.responsible.user_id == request.user.pk
    may_change = keeps or owns or role in {GroupRole.CHAIR, GroupRole.SECRETARY}
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
