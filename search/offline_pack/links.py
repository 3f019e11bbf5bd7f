"""Where the links of a page lead once it is in a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve

from portal.core.files.media import open_picture
from portal.core.languages.catalogue import BY_CODE
from portal.core.models import PortalDocument
from portal.core.pages.addresses import absolute
from portal.core.visibility.audience import PUBLIC, audience_of_collection
from search.offline_pack.names import file_name, picture_name

_SCHEMES: Final = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Target:
    """`is_online` is true of what is not in the pack."""

    href: str
    is_online: bool


@dataclass(slots=True)
class Taken:
    """What comes along with the pages: names in the pack, with what they are in the portal. Grows with each page.

    `linked` are addresses within the site, without language, that pages lead to; `is_restricted` says whether some of
    what comes along is not for everybody.
    """

    files: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    is_restricted: bool = False


class Links:
    """Links of the pages of one pack. `pages` has the names of those in it by their addresses without language."""

    def __init__(self, pages: Mapping[str, str], languages: tuple[str, ...], with_files: bool) -> None:
        self.taken = Taken()
        self._pages = pages
        self._languages = languages
        self._with_files = with_files

    def target(self, href: str, code: str, name: str, request: HttpRequest) -> Target | None:
        """Where a link leads from the page `name` in the rendering `code`; None where it is no link any more."""
        if href.startswith("#"):
            return Target(href, False)
        try:
            parts = urlsplit(href.removeprefix(absolute("")) if href.startswith(absolute("/")) else href)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or not parts.path.startswith("/"):
            return Target(href, not href.startswith("mailto:")) if href.startswith(_SCHEMES) else None
        document = _document_key(parts.path)
        if document is not None:
            return self._file(document, parts.path, request)
        first, _, rest = parts.path[1:].partition("/")
        path, language = (f"/{rest}", first) if first in BY_CODE else (parts.path, code)
        self.taken.linked.add(path)
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        found = self._pages.get(path) if language in self._languages and not parts.query else None
        if found is None:
            return Target(absolute(parts.geturl()), True)
        if (language, found) == (code, name):
            return Target(anchor or "#", False)
        return Target((found if language == code else f"../{language}/{found}") + anchor, False)

    def picture(self, source: str, request: HttpRequest) -> str | None:
        """Where a picture lies, seen from a page; None for what is not one of the portal's, or not for this person."""
        if not source.startswith(settings.MEDIA_URL):
            return None
        stored = source.removeprefix(settings.MEDIA_URL)
        try:
            file, is_public = open_picture(request, stored)
        except Http404:
            return None
        file.close()
        self.taken.is_restricted |= not is_public
        name = picture_name(stored)
        self.taken.pictures[name] = stored
        return f"../{name}"

    def _file(self, key: int, path: str, request: HttpRequest) -> Target | None:
        """Of a file that is not for this person not even the address is told, which has its name."""
        document: Any = PortalDocument.objects.filter(pk=key).visible_to(request.user).first()
        if document is None:
            return None
        if not self._with_files or not document.file.storage.exists(document.file.name):
            return Target(absolute(path), True)
        self.taken.is_restricted |= audience_of_collection(document.collection) != PUBLIC
        name = file_name(document.filename, key)
        self.taken.files[name] = key
        return Target(f"../{name}", False)


def _document_key(path: str) -> int | None:
    try:
        found = resolve(path)
    except Resolver404:
        return None
    return int(found.kwargs["document_id"]) if found.view_name == "wagtaildocs_serve" else None
