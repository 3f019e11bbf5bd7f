"""Making a pack: page by page into the ZIP, as its owner sees them at that moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.models import Site

from portal.core.files.media import open_picture
from portal.core.languages.catalogue import LANGUAGES, Language
from portal.core.models import PortalDocument
from portal.core.pages.addresses import absolute
from portal.core.pages.days import updated_on
from search.documents.facets import FacetName
from search.offline_pack.archive import Archive, writing
from search.offline_pack.article import Surroundings, read_article
from search.offline_pack.contents import (
    Entry,
    Whole,
    assets,
    first_page,
    in_order,
    lists,
    page_file,
    read_me,
    whole_of,
)
from search.offline_pack.links import Links
from search.offline_pack.pack import OfflinePack
from search.offline_pack.resources import Resource, resources_of
from search.offline_pack.rights import held
from search.offline_pack.visit import visit
from search.queries.choices import Choices


class NothingLeft(Exception):
    """Nothing of what was chosen is there and open to the owner."""


@dataclass(frozen=True, slots=True)
class Made:
    """`left_out` counts chosen resources that are not in it; `held` is what `search.offline_pack.rights` says."""

    left_out: int
    held: dict[str, list[int]]


def make(pack: OfflinePack, path: Path, step: Callable[[int, int], None]) -> Made:
    """Writes the ZIP to `path`. The same content makes the same bytes.

    `step` is called with how many pages are made, and of how many, before each page and each file. Raises NothingLeft,
    TooLarge (search.offline_pack.archive), and whatever `step` raises.
    """
    return _Making(pack, step).make(path)


class _Making:
    def __init__(self, pack: OfflinePack, step: Callable[[int, int], None]) -> None:
        self.pack = pack
        self.languages = tuple(language for language in LANGUAGES if language.code in pack.languages)
        self.step = step
        self.done = 0
        with visit(pack.user, self.languages[0]) as request:
            self.resources = resources_of(pack.documents, request)
        if not self.resources:
            raise NothingLeft
        self.total = len(self.resources) * len(self.languages)
        self.links = Links({one.address: one.name for one in self.resources}, self._codes(), pack.with_files)
        self.links.taken.is_restricted = any(one.is_restricted for one in self.resources)

    def make(self, path: Path) -> Made:
        with writing(path, max(one.changed for one in self.resources)) as archive:
            for name, text in assets():
                archive.add_text(name, text)
            entries = {language: self._pages(language, archive) for language in self.languages}
            wholes = [self._lists(language, entries[language], archive) for language in self.languages]
            self._files(archive)
            self._pictures(archive)
            archive.add_text("index.html", first_page(wholes))
            has_sample = any(entry.is_sample for made in entries.values() for entry in made)
            archive.add_text("README.txt", read_me(wholes, len(self.resources), has_sample), encoding="utf-8-sig")
            archive.finish()
        return self._made()

    def _codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.languages)

    def _pages(self, language: Language, archive: Archive) -> list[Entry]:
        entries = []
        for resource in self.resources:
            self.step(self.done, self.total)
            with visit(self.pack.user, language) as request:
                entry = self._page(resource, language, request, archive)
            if entry is not None:
                entries.append(entry)
            self.done += 1
        return in_order(entries, language)

    def _page(self, resource: Resource, language: Language, request: HttpRequest, archive: Archive) -> Entry | None:
        page = resource.page(request)
        if page is None:
            return None
        around = Surroundings(
            target=lambda href: self.links.target(href, language.code, resource.name, request),
            picture=lambda source: self.links.picture(source, request),
            online=gettext("on the internet"),
            lang=language.html_lang,
        )
        article = read_article(page.render(request).rendered_content, around)
        context = {
            "article": article,
            "name": resource.name,
            "address": absolute(page.get_url(request)),
            "updated_on": updated_on(page),
        }
        html = page_file("search/pack/page.html", self._whole(language), context)
        archive.add_text(f"{language.code}/{resource.name}", html)
        return Entry(
            resource=resource,
            title=article.title,
            summary=article.summary,
            lang=article.lang or language.html_lang,
            kind=Choices.load().of(FacetName.TYPE, resource.source.type_code).label,
            is_sample=page.is_sample,
            text=article.text,
            everything=article.everything,
        )

    def _lists(self, language: Language, entries: Sequence[Entry], archive: Archive) -> Whole:
        with visit(self.pack.user, language):
            whole = self._whole(language)
            for name, text in lists(whole, entries):
                archive.add_text(f"{language.code}/{name}", text)
        return whole

    def _whole(self, language: Language) -> Whole:
        return whole_of(self.pack, self.languages, language, self.links.taken.is_restricted)

    def _files(self, archive: Archive) -> None:
        """Who may have them is asked again: a pack may be long in the making."""
        for name, key in sorted(self.links.taken.files.items()):
            self.step(self.done, self.total)
            with visit(self.pack.user, self.languages[0]) as request:
                document = PortalDocument.objects.filter(pk=key).visible_to(request.user).get()
                with document.file.open("rb") as file:
                    archive.add_file(name, file)

    def _pictures(self, archive: Archive) -> None:
        for name, stored in sorted(self.links.taken.pictures.items()):
            self.step(self.done, self.total)
            with visit(self.pack.user, self.languages[0]) as request:
                file, _is_public = open_picture(request, stored)
                with file:
                    archive.add_file(name, file)

    def _made(self) -> Made:
        taken = self.links.taken
        root = Site.objects.get(is_default_site=True).root_page.url_path.rstrip("/")
        return Made(
            left_out=len(self.pack.documents) - len(self.resources),
            held=held(
                self.pack.user,
                pages=[one.key for one in self.resources],
                url_paths={root + address for address in taken.linked},
                files=taken.files.values(),
                pictures=set(taken.pictures.values()),
            ),
        )
