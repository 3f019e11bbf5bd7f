"""Addresses of the library, below `/<language>/library/`."""

from django.urls import path

from search.views.ask import ask, asked
from search.views.clicks import clicks
from search.views.feed import feed
from search.views.library import library
from search.views.pack import again, download, pack, progress
from search.views.pack import delete as delete_pack
from search.views.reading_list import booklet, change_list, reading_list
from search.views.saved import change, delete, save, saved_searches
from search.views.suggestions import suggestions_list
from search.views.unsubscribe import unsubscribe

app_name = "search"

urlpatterns = [
    path("", library, name="library"),
    path("feed/", feed, name="feed"),
    path("list/", reading_list, name="reading_list"),
    path("list/change/", change_list, name="change_list"),
    path("list/booklet/", booklet, name="booklet"),
    path("pack/", pack, name="pack"),
    path("pack/<slug:key>/", progress, name="pack_progress"),
    path("pack/<slug:key>/file/", download, name="pack_file"),
    path("pack/<slug:key>/again/", again, name="pack_again"),
    path("pack/<slug:key>/delete/", delete_pack, name="pack_delete"),
    path("ask/", ask, name="ask"),
    path("ask/sent/", asked, name="asked"),
    path("suggestions/", suggestions_list, name="suggestions"),
    path("saved/", saved_searches, name="saved"),
    path("saved/new/", save, name="save"),
    path("saved/<int:pk>/", change, name="change_saved"),
    path("saved/<int:pk>/delete/", delete, name="delete_saved"),
    path("saved/unsubscribe/<str:token>/", unsubscribe, name="unsubscribe"),
    path("clicks/", clicks, name="clicks"),
]
