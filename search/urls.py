"""Addresses of the library, below `/<language>/library/`."""

from django.urls import path

from search.views.library import library

app_name = "search"

urlpatterns = [
    path("", library, name="library"),
]
