"""The directory's addresses for looking: list, person, photo, institution."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from network.directory.listing import directory_context
from network.directory.person import institution_context, person_context
from network.directory.searching import for_lists
from portal.core.files.answers import finish_file
from portal.members.visibility import viewer_of
from portal.vocabulary.models import Institution


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Everybody who is there for this visitor; all state is in the address."""
    return render(request, "network/directory/list.html", directory_context(request))


@require_safe
def person(request: HttpRequest, key: str) -> HttpResponse:
    """404 for whoever is not there for this visitor, whatever the reason."""
    viewer = viewer_of(request.user)
    member = get_object_or_404(for_lists(viewer.people()), profile__key=key)
    return render(request, "network/directory/person.html", person_context(member, viewer, request))


@require_safe
def photo(request: HttpRequest, key: str) -> FileResponse:
    return _photo(request, key, "photo")


@require_safe
def small_photo(request: HttpRequest, key: str) -> FileResponse:
    return _photo(request, key, "photo_small")


@require_safe
def institution(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Institution, pk=pk)
    return render(
        request, "network/directory/institution.html", institution_context(found, viewer_of(request.user), request)
    )


def _photo(request: HttpRequest, key: str, name: str) -> FileResponse:
    """The photo, for those who may see it."""
    viewer = viewer_of(request.user)
    member = get_object_or_404(viewer.people().filter(viewer.condition("photo")), profile__key=key)
    return photo_answer(getattr(member.profile, name))


def photo_answer(file: FieldFile) -> FileResponse:
    """A photo that may be seen. Raises Http404 when there is none."""
    try:
        response = FileResponse(file.open(), content_type="image/jpeg")
    except (FileNotFoundError, ValueError) as error:
        # Deleted in this very moment, or there never was one.
        raise Http404 from error
    # Nobody keeps it, so that taking it back holds at once.
    finish_file(response, public=False, seconds=0)
    return response
