"""Somebody's own account: signing in and out, password, second factor, what they have settled for themselves."""

from allauth import urls as allauth_urls
from django.urls import include, path

from portal.accounts import views

urlpatterns = [
    path("", views.overview, name="account"),
    path("preferences/", views.preferences, name="account_preferences"),
    path("notifications/", views.notifications, name="account_notifications"),
    path("", include(allauth_urls)),
]
