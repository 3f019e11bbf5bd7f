"""Addresses below `/id/`, which have no language and are never changed."""

from django.urls import path, re_path

from portal.vocabulary.exchange.skos.views import concept, scheme, scheme_file

app_name = "vocabulary_id"

urlpatterns = [
    path("glossary", scheme, name="scheme"),
    re_path(r"^glossary\.(?P<suffix>ttl|rdf|jsonld)$", scheme_file, name="file"),
    path("concept/<slug:identifier>", concept, name="concept"),
]
