"""Addresses of the library, below `/<language>/library/`."""

from django.urls import path

from search.views.clicks import clicks
from search.views.library import library
from search.views.suggestions import suggestions_list

app_name = "search"

urlpatterns = [
    path("", library, name="library"),
    path("suggestions/", suggestions_list, name="suggestions"),
    path("clicks/", clicks, name="clicks"),
]
