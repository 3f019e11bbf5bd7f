"""What the head of a page says to programs."""

from __future__ import annotations

from django import template
from django.template.context import Context

from portal.core.pages.head import Head, head_of_page

register = template.Library()


@register.simple_tag(takes_context=True)
def head_of(context: Context) -> Head | None:
    """Of the page of content that is shown; None on all other pages.

    Context: page, localized, language_links, canonical_url; picture of a page that has one.
    """
    localized = context.get("localized")
    if localized is None:
        return None
    return head_of_page(
        localized.page,
        localized,
        context["language_links"],
        context["canonical_url"],
        context.get("picture"),
        context["request"],
    )
