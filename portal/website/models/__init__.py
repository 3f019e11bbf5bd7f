"""The public site around the resources."""

from portal.website.models.beneficiary_page import BeneficiaryIndexPage, BeneficiaryPage
from portal.website.models.highlight import HighlightPage, HighlightsIndexPage
from portal.website.models.home import HomePage
from portal.website.models.key_documentation import KeyDocumentationPage
from portal.website.models.news import NewsIndexPage, NewsPage
from portal.website.models.plain import PlainPage

__all__ = [
    "BeneficiaryIndexPage",
    "BeneficiaryPage",
    "HighlightPage",
    "HighlightsIndexPage",
    "HomePage",
    "KeyDocumentationPage",
    "NewsIndexPage",
    "NewsPage",
    "PlainPage",
]
