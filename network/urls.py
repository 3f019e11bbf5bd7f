"""Addresses of the network that are no pages."""

from django.urls import path

from network.calendar.personal import personal_ics, renew, take_back
from network.calendar.views import calendar, calendar_ics
from network.preconditions.views import (
    precondition,
    preconditions,
    preconditions_xlsx,
    report_precondition,
)

app_name = "network"

urlpatterns = [
    path("calendar/", calendar, name="calendar"),
    path("calendar.ics", calendar_ics, name="calendar_ics"),
    path("calendar/personal/renew/", renew, name="renew_personal_calendar"),
    path("calendar/personal/take-back/", take_back, name="take_back_personal_calendar"),
    path("calendar/personal/<str:key>.ics", personal_ics, name="personal_ics"),
    path("preconditions/", preconditions, name="preconditions"),
    path("preconditions.xlsx", preconditions_xlsx, name="preconditions_xlsx"),
    path("preconditions/<slug:key>/<slug:slug>/", precondition, name="precondition"),
    path("preconditions/<slug:key>/<slug:slug>/report/", report_precondition, name="report_precondition"),
]
