"""Pages as other pages speak of them: lines of a list, what they have in common, the day of the last change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.files.listing import attached_files
from portal.core.languages.reader import current_reader
from portal.core.pages.addresses import page_url
from portal.core.pages.body import body_texts
from portal.core.pages.days import updated_on
from portal.core.pages.sharing import mail_link
from portal.core.visibility.audience import PUBLIC, audience_of_page

if TYPE_CHECKING:
    from portal.core.citing.citation import Citation


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
        "url": page_url(page, request),
        "is_sample": page.is_sample,
        **more,
    }


def article_context(
    page: Any, localized: Localized, address: str, request: HttpRequest, kind: str, citation: Citation | None = None
) -> dict[str, Any]:
    """What layouts/article.html shows of any page: what it is, who may see it, body, files, last change, how to
    pass it on.

    `address` is the canonical one, with the host. `kind` says what the page is, "" for a page that needs no name for
    it. Without a citation it does not say how to cite it.
    """
    return {
        "kind_label": kind,
        "is_restricted": audience_of_page(page) != PUBLIC,
        "body": body_texts(localized, request),
        "files": attached_files(page, request.user),
        "updated_on": updated_on(page),
        "mail_link": mail_link(localized.headline, address, localized.html_lang),
        "citation": citation,
        "citation_files": _citation_files(page, request) if citation else [],
    }


def _citation_files(page: Any, request: HttpRequest) -> list[dict[str, str]]:
    """Entries for reference managers, by the names of their formats."""
    below = page.get_url(request) or ""
    return [
        {"label": label, "url": below + page.reverse_subpage(route)}
        for label, route in (("BibTeX", "cite_bibtex"), ("RIS", "cite_ris"))
    ]


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
