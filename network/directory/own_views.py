"""What members change of themselves: the profile, who may not write to them, what they have done."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from network.directory.person import directory_trail, person_context
from network.directory.profile import profile_of, save_profile
from network.directory.profile_form import ProfileForm
from network.directory.views import photo_answer
from network.models import Experience, MessageBlock
from portal.core.visibility.querysets import seen_by
from portal.members.models import Level, Member
from portal.members.visibility import active_member, as_others

#: In the address of the preview, by whom one is seen.
_SEEN_BY = (Level.PUBLIC, Level.NETWORK, Level.GROUPS)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """The form for one's own profile; what cannot be taken comes back as it was typed."""
    member = _member(request)
    profile = profile_of(member)
    form = ProfileForm(
        request.POST if request.method == "POST" else None, request.FILES or None, member=member, profile=profile
    )
    if request.method == "POST" and form.is_valid():
        save_profile(member=member, profile=profile, values=form.cleaned_data)
        messages.success(request, gettext("Your profile is saved."))
        return redirect("network:me")
    context = {
        "form": form,
        "profile": profile,
        "blocks": MessageBlock.objects.filter(owner=member).select_related("blocked__user").order_by("pk"),
        "trail": [*directory_trail(), {"label": gettext("My profile")}],
    }
    return render(request, "network/directory/me.html", context)


@login_required
@require_safe
def own_photo(request: HttpRequest) -> FileResponse:
    """One's own photo, whoever else may see it."""
    return photo_answer(profile_of(_member(request)).photo)


@login_required
@require_safe
def seen(request: HttpRequest) -> HttpResponse:
    """One's own page as it is for others: `by` is a level; anybody, when it is none."""
    member = _member(request)
    member.profile = profile_of(member)
    by = next((level for level in _SEEN_BY if level == request.GET.get("by")), Level.PUBLIC)
    viewer = as_others(by, member.pk)
    own = {"label": gettext("My profile"), "url": reverse("network:me")}
    context = person_context(member, viewer, request)
    if context["person"].photo:
        # Whoever is not listed has no photo at the address that others see.
        context["person"] = replace(context["person"], photo=reverse("network:own_photo"))
    context |= {
        "is_there": viewer.sees(member.profile, "name"),
        "is_listed": member.profile.listed_since is not None,
        "trail": [*directory_trail(), own, {"label": gettext("How others see me")}],
        "circles": [
            {"label": level.label, "url": f"{reverse('network:seen')}?by={level}", "on": level == by}
            for level in _SEEN_BY
        ],
    }
    return render(request, "network/directory/seen.html", context)


@login_required
@require_POST
def unblock(request: HttpRequest) -> HttpResponse:
    """Takes messages of somebody again."""
    key = request.POST.get("block", "")
    MessageBlock.objects.filter(owner=_member(request), pk=int(key) if key.isascii() and key.isdigit() else 0).delete()
    messages.success(request, gettext("Your changes are saved."))
    return redirect("network:me")


@login_required
@require_POST
def done(request: HttpRequest) -> HttpResponse:
    """Says that one has done what a page describes, or takes it back. Saying it twice is harmless."""
    member, key = _member(request), request.POST.get("page", "")
    pages = Page.objects.filter(seen_by(request.user))
    page = get_object_or_404(pages, pk=int(key) if key.isascii() and key.isdigit() and len(key) < 10 else 0)
    if not getattr(page.specific_class, "can_be_done", False):
        raise Http404
    if request.POST.get("do") == "remove":
        Experience.objects.filter(member=member, page=page).delete()
    else:
        Experience.objects.get_or_create(member=member, page=page)
    return redirect(f"{page.get_url(request)}#people")


def _member(request: HttpRequest) -> Member:
    """Raises Http404 for whoever is signed in but takes no part in the network."""
    member = active_member(request.user)
    if member is None:
        raise Http404
    return member
