"""Addresses of the pages."""

from __future__ import annotations

from django.urls import path
from django.urls.resolvers import URLPattern

from portal.vocabulary.admin.exchange.export import SPREADSHEETS, ExportView
from portal.vocabulary.admin.exchange.preview import ImportPreviewView
from portal.vocabulary.admin.exchange.upload import ImportView


def exchange_addresses() -> list[URLPattern]:
    """Below `/admin/`."""
    return [
        path("vocabulary/import/", ImportView.as_view(), name="vocabulary_import"),
        path("vocabulary/import/<int:pk>/", ImportPreviewView.as_view(), name="vocabulary_import_preview"),
        *(
            path(f"vocabulary/glossary.{suffix}", ExportView.as_view(), {"suffix": suffix}, name="vocabulary_export")
            for suffix in SPREADSHEETS
        ),
    ]
