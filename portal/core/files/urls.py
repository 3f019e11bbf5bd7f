"""Where files are found. The name of the document view is the one that Wagtail links to."""

from django.urls import path

from portal.core.files.documents import serve_document
from portal.core.files.media import media

urlpatterns = [
    path("media/<path:path>", media, name="media"),
    path("documents/<int:document_id>/<path:document_filename>", serve_document, name="wagtaildocs_serve"),
]
