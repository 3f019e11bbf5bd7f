"""Pictures: the sizes that were made of an image, and the first pages of documents.

Nothing is sent because it lies in the media folder. A picture is sent because a record names it and the collection of
that record may be seen; originals and documents have no address here at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.core.files import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from portal.core.files.answers import finish_file
from portal.core.files.kinds import PICTURE_TYPES, extension_of
from portal.core.visibility.audience import Rules, holder

#: A picture never changes under its name: another image, size or first page gets another name.
_KEPT_SECONDS: Final = 30 * 24 * 3600


@require_safe
def media(request: HttpRequest, path: str) -> FileResponse:
    """A picture by its name in the media storage. 404 when there is none or it is not for this person."""
    file, public = open_picture(request, path)
    response = FileResponse(file, content_type=PICTURE_TYPES[extension_of(path)])
    finish_file(response, public=public, seconds=_KEPT_SECONDS)
    return response


def open_picture(request: HttpRequest, path: str) -> tuple[File, bool]:
    """The picture, and whether everybody may see it. Raises Http404 when there is none, or not for this person."""
    folder, _, name = path.partition("/")
    may_see = _FOLDERS.get(folder)
    # A NUL byte would be refused by the database with an error, not with "not found".
    if may_see is None or extension_of(name) not in PICTURE_TYPES or "\x00" in path:
        raise Http404
    public = may_see(request, path)
    try:
        return default_storage.open(path), public
    except FileNotFoundError as error:
        raise Http404 from error


def _image_size(request: HttpRequest, path: str) -> bool:
    renditions = get_image_model().get_rendition_model().objects
    rendition = renditions.select_related("image__collection").filter(file=path).first()
    return _open_to_all(request, rendition and rendition.image.collection)


def _first_page(request: HttpRequest, path: str) -> bool:
    document = get_document_model().objects.select_related("collection").filter(thumbnail=path).first()
    return _open_to_all(request, document and document.collection)


def _portrait(request: HttpRequest, path: str) -> bool:
    """The picture of a colleague in the admin is for those who work there."""
    user: Any = request.user
    if not user.has_perm("wagtailadmin.access_admin") or not UserProfile.objects.filter(avatar=path).exists():
        raise Http404
    return False


def _open_to_all(request: HttpRequest, collection: Collection | None) -> bool:
    """Is the collection public? Raises Http404 when this person may not see it, or when there is none.

    Who asks is looked up only where it matters: a public picture costs no session.
    """
    if collection is None:
        raise Http404
    requirements = Rules.of_collections().requirements(collection.path)
    if requirements and not holder(request.user).satisfies(requirements):
        raise Http404
    return not requirements


_FOLDERS: Final[dict[str, Callable[[HttpRequest, str], bool]]] = {
    "images": _image_size,
    "thumbnails": _first_page,
    "avatar_images": _portrait,
}
