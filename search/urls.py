"""Addresses of the library, below `/<language>/library/`."""

from django.urls import path

from search.views.ask import ask, asked
from search.views.library import library
from search.views.suggestions import suggestions_list

app_name = "search"

urlpatterns = [
    path("", library, name="library"),
    path("ask/", ask, name="ask"),
    path("ask/sent/", asked, name="asked"),
    path("suggestions/", suggestions_list, name="suggestions"),
]
