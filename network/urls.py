"""Addresses of the network that are no pages."""

from django.urls import path

from network.calendar.views import calendar, calendar_ics
from network.views.actions import action_board, action_point, action_points, action_points_xlsx
from network.views.meetings import (
    approve_meeting,
    carry_over_actions,
    meeting,
    meetings,
    submit_meeting,
    take_back_meeting,
)
from network.views.record import new_meeting, record_meeting

app_name = "network"

urlpatterns = [
    path("calendar/", calendar, name="calendar"),
    path("calendar.ics", calendar_ics, name="calendar_ics"),
    path("groups/<slug:slug>/meetings/", meetings, name="meetings"),
    path("groups/<slug:slug>/meetings/new/", new_meeting, name="new_meeting"),
    path("groups/<slug:slug>/action-points/", action_board, name="action_board"),
    path("meetings/<int:pk>/", meeting, name="meeting"),
    path("meetings/<int:pk>/record/", record_meeting, name="record_meeting"),
    path("meetings/<int:pk>/submit/", submit_meeting, name="submit_meeting"),
    path("meetings/<int:pk>/approve/", approve_meeting, name="approve_meeting"),
    path("meetings/<int:pk>/take-back/", take_back_meeting, name="take_back_meeting"),
    path("meetings/<int:pk>/carry-over/", carry_over_actions, name="carry_over_actions"),
    path("action-points/", action_points, name="action_points"),
    path("action-points.xlsx", action_points_xlsx, name="action_points_xlsx"),
    path("action-points/<int:pk>/", action_point, name="action_point"),
]
