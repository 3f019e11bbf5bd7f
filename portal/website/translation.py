"""Which fields of the site's pages are translated."""

from modeltranslation.translator import register

from portal.core.content_language.options import ContentPageTranslation
from portal.website.models import (
    BeneficiaryIndexPage,
    BeneficiaryPage,
    HighlightPage,
    HighlightsIndexPage,
    HomePage,
    KeyDocumentationPage,
    NewsIndexPage,
    NewsPage,
    PlainPage,
)


@register([HomePage, NewsIndexPage, HighlightsIndexPage, BeneficiaryIndexPage])
class PlainTranslation(ContentPageTranslation):
    fields = ()


@register([NewsPage, HighlightPage, PlainPage, KeyDocumentationPage, BeneficiaryPage])
class BodyTranslation(ContentPageTranslation):
    fields = ("body",)
