"""Somebody's own account: signing in and out, password, second factor, what they have settled for themselves."""

from allauth import urls as allauth_urls
from django.urls import include, path

from portal.accounts import views
from portal.accounts.sessions.views import sessions

urlpatterns = [
    path("", views.overview, name="account"),
    path("preferences/", views.preferences, name="account_preferences"),
    path("notifications/", views.notifications, name="account_notifications"),
    # In the place of allauth's page, which ends all others at once and no single one.
    path("sessions/", sessions, name="usersessions_list"),
    path("", include(allauth_urls)),
]
