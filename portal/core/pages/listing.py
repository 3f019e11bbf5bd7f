"""Pages as other pages speak of them: lines of a list, a citation, the day of the last change."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.files.listing import attached_files
from portal.core.languages.reader import current_reader
from portal.core.pages.body import body_texts
from portal.core.visibility.audience import PUBLIC, audience_of_page


def lang_beside(html_lang: str) -> str:
    """The `lang` of an element whose text is in `html_lang`: "" where that is the language of the page around it."""
    return "" if html_lang == current_reader().language.html_lang else html_lang


def listed(page: Any, request: HttpRequest, **more: Any) -> dict[str, Any]:
    """Title, summary and address of a page in the language nearest to the reader, each with its `lang`.

    The form that components such as related_list.html, news_item.html and dated_item.html read. The page must have a
    language that may be shown (`readable()`).
    """
    card = page.card
    lang = lang_beside(card.html_lang)
    return {
        "title": card.headline or page.title,
        "title_lang": lang,
        "summary": card.summary or "",
        "summary_lang": lang,
        "url": page.get_url(request) or "",
        "is_sample": page.is_sample,
        **more,
    }


def updated_on(page: Any) -> date | None:
    """The day of the last publication, or of the latest draft of what was never published."""
    moment = page.last_published_at or page.latest_revision_created_at
    return timezone.localdate(moment) if moment else None


def citation(localized: Localized, kind: str, address: str, day: date | None) -> dict[str, Any]:
    """What components/citation.html puts together. `day` is that of the last change, `kind` what the page is."""
    # Serbian dates end with the full stop that the component puts after every part.
    written = date_format(day, "DATE_FORMAT").removesuffix(".") if day else ""
    return {
        "author": settings.WAGTAIL_SITE_NAME,
        "year": day.year if day else "",
        "title": localized.headline,
        "kind": kind,
        "note": _("Last updated %(date)s") % {"date": written} if written else "",
        "url": address,
    }


def article_context(
    page: Any, localized: Localized, address: str, request: HttpRequest, kind: str, cited_as: str = ""
) -> dict[str, Any]:
    """What layouts/article.html shows of any page: what it is, who may see it, body, files, last change, citation.

    `address` is the one to cite, with the host. `kind` says what the page is, "" for a page that needs no name for
    it; `cited_as` says it at more length.
    """
    day = updated_on(page)
    return {
        "kind_label": kind,
        "is_restricted": audience_of_page(page) != PUBLIC,
        "body": body_texts(localized, request),
        "files": attached_files(page, request.user),
        "updated_on": day,
        "citation": citation(localized, cited_as or kind, address, day),
    }


def home_link() -> dict[str, str]:
    """The first step of the way to any page, see components/trail.html."""
    return {"label": _("Home"), "url": f"/{current_reader().language.code}/"}


def date_range(first: date, last: date) -> str:
    """A day, or the first and the last of several, as the reader's language writes them; shared parts stand once."""
    end = date_format(last, "DATE_FORMAT")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        return f"{date_format(first, 'MONTH_DAY_FORMAT')} – {end}"
    return f"{date_format(first, 'DATE_FORMAT')} – {end}"
