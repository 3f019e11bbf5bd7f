"""Addresses of the glossary, below `/<language>/glossary/`."""

from django.urls import path

from portal.vocabulary.glossary.views import concept_page, glossary

app_name = "vocabulary"

urlpatterns = [
    path("", glossary, name="glossary"),
    path("<slug:identifier>/", concept_page, name="concept"),
]
