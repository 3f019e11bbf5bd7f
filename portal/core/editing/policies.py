"""Our permission policies in place of Wagtail's."""

from __future__ import annotations

from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from portal.core.editing.known_files import KnownFilesPolicy
from portal.core.editing.known_pages import PAGE_POLICY
from portal.core.models import PortalDocument, PortalImage


def register_policies() -> None:
    """To be called once, when all models are loaded."""
    register_permission_policy(Page, PAGE_POLICY)
    for model, first in ((PortalDocument, Document), (PortalImage, Image)):
        policy = KnownFilesPolicy(model, auth_model=first, owner_field_name="uploaded_by_user")
        # For exactly this class: Wagtail registers its own for it later.
        register_permission_policy(model, policy, exact_class=True)
