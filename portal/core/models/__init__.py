"""Models of the core: the page base, images and documents, permissions to translate, site settings."""

from portal.core.models.article_page import ArticlePage
from portal.core.models.citable import CitablePage
from portal.core.models.document import PortalDocument
from portal.core.models.file_text import FileText
from portal.core.models.image import PortalImage, PortalRendition
from portal.core.models.page import ContentPage
from portal.core.models.permission import LanguagePermission
from portal.core.models.routable import RoutableContentPage
from portal.core.models.site_text import SiteText
from portal.core.models.starter import StarterRecord

__all__ = [
    "ArticlePage",
    "CitablePage",
    "ContentPage",
    "FileText",
    "LanguagePermission",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "RoutableContentPage",
    "SiteText",
    "StarterRecord",
]
