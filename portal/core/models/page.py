"""The base of every content page: translated headline and summary, readiness of each language, one way to serve."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.models import Page, PageViewRestriction

from portal.core.blocks.fields import AttachmentsField
from portal.core.content_language.localized import (
    Localized,
    localized_for_card,
    localized_for_reading,
    ready_codes,
)
from portal.core.content_language.missing import MissingPart, missing_texts
from portal.core.content_language.readiness import Readiness, State, state_of
from portal.core.files.pictures import missing_descriptions
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, LANGUAGES, Language, get_language
from portal.core.languages.reader import current_reader
from portal.core.models.page_columns import unlisted_columns
from portal.core.pages.addresses import absolute
from portal.core.pages.links import alternates, canonical_path, language_links_for_page
from portal.core.pages.naming import UNTITLED, derive_slug, derive_title
from portal.core.pages.notice import language_notice
from portal.core.persons.findings import missing_confirmation
from portal.core.rich_text.targets import look_up_links
from portal.core.visibility.audience import Rules
from portal.core.visibility.querysets import VisiblePageManager, VisiblePageQuerySet, seen_by


def _is_readable() -> models.Func:
    """The condition that some language is ready. One test of all columns: lists are made of this again and again."""
    columns = [models.F(f"readiness_{code}") for code in CONTENT_CODES]
    one_of_them = f"'{Readiness.READY.value}' IN (%(expressions)s)"
    return models.Func(*columns, template=one_of_them, output_field=models.BooleanField())


class ContentPageQuerySet(VisiblePageQuerySet):
    # Where no translated field is named, Django's own `filter` does: modeltranslation's looks for them first.

    def readable(self) -> ContentPageQuerySet:
        """Only pages with at least one language that is ready."""
        return models.QuerySet.filter(self, _is_readable())

    def listed_for(self, user: Any) -> ContentPageQuerySet:
        """What a list shows this user: published, allowed, readable; what lists do not show is not read."""
        return models.QuerySet.filter(self, _is_readable(), seen_by(user)).for_lists()

    def with_keys(self, keys: Iterable[int]) -> ContentPageQuerySet:
        """What a list shows of the published ones of these pages, whoever may see them."""
        return models.QuerySet.filter(self, _is_readable(), live=True, pk__in=list(keys)).for_lists()

    def of_few(self) -> ContentPageQuerySet:
        """The same pages, looked for by their type first: for types of which a site has a few.

        SQLite, which does not know how large tables are, goes through all pages of the site otherwise: they lie in the
        order in which the few are wanted.
        """
        return models.QuerySet.filter(self, pk__in=models.QuerySet(self.model).values("pk"))

    def for_lists(self, *also: str) -> ContentPageQuerySet:
        """Leaves in the database what only a page of its own shows, see `unlisted_columns`; `also` is read too."""
        # Django's own: modeltranslation's takes the name of a translated field for all its languages.
        return models.QuerySet.defer(self, *(name for name in unlisted_columns(self.model) if name not in also))


class ContentPage(Page):
    """A page in up to six languages.

    `source_language` is the one it is written in first; `source_version` counts the changes of the source that its
    author called substantial. Each language has a readiness and the source version it was last checked against
    (`based_on_<code>`): a language is outdated when that is behind.
    """

    # Wagtail's own, filled from the headline.
    title: str
    draft_title: str
    slug: str

    headline = models.CharField(_("title"), max_length=255, blank=True)
    summary = models.TextField(
        _("summary"),
        blank=True,
        help_text=_("Two or three sentences. Shown in lists and search results, and as lead of the page."),
    )
    readiness = models.CharField(
        _("state of this language"),
        max_length=10,
        blank=True,
        default=Readiness.DRAFT,
        choices=Readiness.choices,
    )
    based_on = models.PositiveIntegerField(_("checked against version of the source"), default=0)

    needs_review = models.BooleanField(
        _("a native specialist should read this language"),
        default=False,
        help_text=_("Set for working translations. Readers do not see it; untick when somebody has read the text."),
    )

    source_language = models.CharField(
        _("source language"),
        max_length=3,
        default="en",
        choices=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES],
        help_text=_("The language this page is written in first; the others are translated from it."),
    )
    source_version = models.PositiveIntegerField(_("version of the source"), default=1, editable=False)
    is_sample = models.BooleanField(
        _("sample content"),
        default=False,
        help_text=_("Invented for demonstration. The page says so wherever it is shown."),
    )

    attachments = AttachmentsField(_("attachments"))

    #: What looks like a personal number and is none, as somebody confirmed: `Finding.digest`s, divided by spaces.
    checked_numbers = models.TextField(_("checked numbers"), blank=True, default="", editable=False)

    objects = VisiblePageManager.from_queryset(ContentPageQuerySet)()

    search_fields = [
        *Page.search_fields,
        *(index.AutocompleteField(f"headline_{code}") for code in CONTENT_CODES),
    ]
    show_in_menus_default = False

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> Self:
        """As Django does, which looks for each column of a page in the list of those that were read: that takes as long
        as all the rest of making a page for a list, and in a set no time.
        """
        return super().from_db(db, frozenset(field_names), values)

    # What a page is called and where it lies -----------------------------------------------------------------

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._fill_names()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """What Wagtail checks of a draft."""
        self._fill_names()
        super().minimal_clean()

    def _fill_names(self) -> None:
        """Fills Wagtail's title and slug from the headline before they are checked; a draft may have none yet."""
        headline = derive_title(self)
        self.title = headline or self.title or gettext("Untitled")
        # The address of a draft that had no title yet was only a stopgap.
        provisional = self.first_published_at is None and self.slug.startswith(UNTITLED) and headline
        if not self.slug or provisional:
            self.slug = derive_slug(self)
        if not self.draft_title:
            self.draft_title = self.title

    # What it needs to be published ----------------------------------------------------------------------------

    #: Translated fields that lists show, besides title and summary.
    listed_texts: tuple[str, ...] = ()

    #: Translated fields that a language needs, besides title and summary, before it can be read.
    required_texts: tuple[str, ...] = ()

    def missing_for_publishing(self) -> list[MissingPart]:
        """What is still to be filled in; empty when the page can be published."""
        return [
            *missing_texts(self, self.required_texts),
            *missing_confirmation(self),
            *missing_descriptions(self),
        ]

    def editor_warnings(self) -> list[str]:
        """What editors should know when they open the page, beside what is missing; nothing by default."""
        return []

    @property
    def review_due_on(self) -> date | None:
        """The day from which on somebody should look at the page again; None for what needs no review."""
        return None

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refuses to store a published page that lacks a required part.

        Forms say it earlier and better; this holds for workflows, schedules and scripts too. A draft of a published
        page is stored as a revision and does not come here. Raises ValidationError.
        """
        stored_whole = kwargs.get("clean", True) and kwargs.get("update_fields") is None
        if self.live and stored_whole and (missing := self.missing_for_publishing()):
            raise ValidationError([part.message for part in missing])
        super().save(*args, **kwargs)

    #: Whether what it describes is something that a member can say to have done (portal.core.registries.done_this).
    can_be_done: ClassVar[bool] = False

    # What it is to programs -----------------------------------------------------------------------------------

    #: Its type in the words of schema.org.
    schema_type = "WebPage"

    def schema_facts(self, localized: Localized) -> dict[str, Any]:
        """What schema.org has to say of that type besides name, description and address, in one language.

        Texts as they are stored: portal.core.pages.head finishes them.
        """
        facts = {
            "inLanguage": localized.html_lang,
            "publisher": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME},
        }
        if self.first_published_at:
            facts["datePublished"] = self.first_published_at.isoformat(timespec="seconds")
        if self.last_published_at:
            facts["dateModified"] = self.last_published_at.isoformat(timespec="seconds")
        return facts

    # Languages ------------------------------------------------------------------------------------------------

    def state(self, code: str) -> State:
        """Where the language `code` stands, for editors and translators."""
        return state_of(
            getattr(self, f"readiness_{code}"),
            is_begun=bool(getattr(self, f"headline_{code}")),
            is_behind=code != self.source_language and (getattr(self, f"based_on_{code}") or 0) < self.source_version,
        )

    def for_reader(self, reader: Language) -> Localized | None:
        return localized_for_reading(self, reader)

    @property
    def card(self) -> Localized | None:
        """Title and summary for a list, in the language nearest to the present reader."""
        return localized_for_card(self, current_reader().language)

    # Serving --------------------------------------------------------------------------------------------------

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Finds a page by its whole address at once; Wagtail reads every page on the way, with all its languages."""
        if path_components:
            depth = self.depth + len(path_components)
            address = f"{self.url_path}{'/'.join(path_components)}/"
            page = Page.objects.filter(slug=path_components[-1], depth=depth, url_path=address).first()
            if page is not None:
                return page.specific.route(request, [])
        return super().route(request, path_components)

    def get_view_restrictions(self) -> Any:
        """Wagtail asks for each page it serves. That there are none is known from the rules, which are read already."""
        if self.alias_of_id is None and not Rules.of_pages().requirements(self.path):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """`<app>/<model>.html`; an attribute on an abstract base would be ignored by Wagtail."""
        return f"{self._meta.app_label}/{self._meta.model_name}.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the page in its one language (`localized`), what else there is, and the notice if it is not theirs."""
        context = super().get_context(request, *args, **kwargs)
        reader = current_reader().language
        preview = getattr(request, "is_preview", False)
        localized = Localized(self, reader.content_code, reader) if preview else self.for_reader(reader)
        if localized is None:
            raise Http404("No language of this page is ready.")
        look_up_links(self, localized.code)
        links = language_links_for_page(self, request)
        context.update(
            localized=localized,
            content_lang="" if localized.html_lang == reader.html_lang else localized.html_lang,
            language_links=links,
            language_notice=None if preview else language_notice(self, localized, links),
            page_languages=[link for link in links if link.ready],
            has_sample=self.is_sample,
            alternates=alternates(links, request),
            canonical_url=request.build_absolute_uri(canonical_path(localized, links)),
        )
        return context

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """One for each rendering."""
        return [(language.code, language.native_name) for language in LANGUAGES]

    @property
    def default_preview_mode(self) -> str:
        return self.source_language

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """The page as it will look in one rendering, ready or not."""
        language = get_language(mode_name)
        request.LANGUAGE_CODE = language.code
        with translation.override(language.code):
            response = super().serve_preview(request, mode_name)
            if hasattr(response, "render"):
                response.render()
        return response

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """One entry for each rendering in which the page can be read, each naming its alternates."""
        renderings = [language for language in LANGUAGES if language.content_code in ready_codes(self)]
        links = {language: self._address_in(language, request) for language in renderings}
        alternates = [{"hreflang": language.html_lang, "location": links[language]} for language in renderings]
        return [
            {
                "location": links[language],
                "lastmod": self.last_published_at or self.latest_revision_created_at,
                "alternates": alternates,
            }
            for language in renderings
        ]

    def get_full_url(self, request: HttpRequest | None = None) -> str | None:
        """The address with the host that `BASE_URL` names, which is the portal's; Wagtail would take the one that the
        record of the site has.
        """
        path = self.get_url(request)
        return None if path is None else absolute(path)

    def _address_in(self, language: Language, request: HttpRequest | None) -> str:
        """Where the page is asked for: the host that Wagtail keeps for the site need not be the one people use."""
        with translation.override(language.code):
            address = self.get_url(request) or ""
        return request.build_absolute_uri(address) if request else absolute(address)
