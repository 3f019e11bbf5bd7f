"""Addresses of the network that are no pages."""

from django.urls import path

from network.calendar.views import calendar, calendar_ics

app_name = "network"

urlpatterns = [
    path("calendar/", calendar, name="calendar"),
    path("calendar.ics", calendar_ics, name="calendar_ics"),
]
