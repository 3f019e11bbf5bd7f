"""Who belongs to a working group, kept by chair and secretary: adding, another role, ending."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from network.queries.candidates import candidates, eligible
from network.queries.memberships import may_enter, may_keep_people
from network.queries.people import former, institution_of, name_of, people_of
from network.services.memberships import add_member, change_role, end_membership
from network.space.forms import AddForm, EndForm, RoleForm, SearchForm
from network.space.frame import space_context


def people(page: WorkingGroupPage, request: HttpRequest) -> HttpResponse:
    _keep(page, request)
    found = people_of(page)
    context = _context(page, request) | {
        "people": [person for person in found if person.until is None],
        "former": former(found),
    }
    return TemplateResponse(request, "network/space/people.html", context)


def add_person(page: WorkingGroupPage, request: HttpRequest) -> HttpResponse:
    """First the search (`q`), then the choice; what was typed stays when it is refused."""
    _keep(page, request)
    asked = request.POST if request.method == "POST" else request.GET
    search = SearchForm(asked if "q" in asked else None)
    found = candidates(page, search.cleaned_data["q"], request.user) if search.is_bound and search.is_valid() else []
    posted = request.POST if request.method == "POST" else None
    form = AddForm(posted, members=found, eligible=eligible(page, request.user))
    if form.is_bound and form.is_valid():
        member, role, since = (form.cleaned_data[name] for name in ("member", "role", "since"))
        try:
            add_member(group=page, member=member, role=role, since=since)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(
                request,
                _("%(name)s belongs to the group now: %(role)s.")
                % {"name": name_of(member), "role": GroupRole(role).label},
            )
            return redirect(_people_url(page, request))
    context = _context(page, request, {"label": _("Add a person")}) | {
        "search": search,
        "form": form,
        "found": found,
        "is_searched": search.is_bound,
    }
    return TemplateResponse(request, "network/space/add_person.html", context)


def person(page: WorkingGroupPage, request: HttpRequest, pk: int) -> HttpResponse:
    """Posted with `do`: `role` or `end`. What has ended meanwhile is said, and nothing is changed."""
    _keep(page, request)
    memberships = GroupMembership.objects.select_related("member__user", "member__institution")
    membership = get_object_or_404(memberships, pk=pk, group=page)
    name = name_of(membership.member)
    if membership.until is not None:
        messages.warning(request, _("The membership of %(name)s in this role has ended.") % {"name": name})
        return redirect(_people_url(page, request))
    doing = request.POST.get("do", "") if request.method == "POST" else ""
    role_form = RoleForm(request.POST if doing == "role" else None, initial={"role": membership.role}, prefix="role")
    end_form = EndForm(request.POST if doing == "end" else None, prefix="end")
    done = (doing == "role" and _change_role(membership, role_form)) or (doing == "end" and _end(membership, end_form))
    if done:
        messages.success(request, done % {"name": name})
        return redirect(_people_url(page, request))
    context = _context(page, request, {"label": name}) | {
        "name": name,
        "institution": institution_of(membership.member),
        "membership": membership,
        "role_form": role_form,
        "end_form": end_form,
        # What the head of the document looks at to say that something is wrong.
        "form": end_form if doing == "end" else role_form,
    }
    return TemplateResponse(request, "network/space/person.html", context)


def _change_role(membership: GroupMembership, form: Form) -> str:
    """What to say of it; "" when it was refused."""
    if not form.is_valid():
        return ""
    try:
        change_role(membership=membership, role=form.cleaned_data["role"], day=form.cleaned_data["day"])
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return ""
    return _("%(name)s has another role now.")


def _end(membership: GroupMembership, form: Form) -> str:
    if not form.is_valid():
        return ""
    try:
        end_membership(membership=membership, day=form.cleaned_data["day"])
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return ""
    return _("The membership of %(name)s has ended, with all that it gave.")


def _keep(page: WorkingGroupPage, request: HttpRequest) -> None:
    if not may_keep_people(request.user, page):
        raise Http404


def _context(page: WorkingGroupPage, request: HttpRequest, *trail: dict[str, str]) -> dict[str, Any]:
    here = {"label": _("Members of the group"), "url": _people_url(page, request)}
    context = space_context(page, request, here, *trail)
    if not may_enter(request.user, page):
        # Whoever set up the page names the first members, and is none of them.
        context["space_url"] = ""
        context["trail_items"] = [item for item in context["trail_items"] if not item["url"].endswith("/space/")]
    return context | {"people_url": here["url"], "add_url": here["url"] + "add/"}


def _people_url(page: WorkingGroupPage, request: HttpRequest) -> str:
    return (page.get_url(request) or "") + page.reverse_subpage("people")
