"""Addresses of the network that are no pages."""

from django.urls import path

from network.calendar.personal import personal_ics, renew, take_back
from network.calendar.views import calendar, calendar_ics
from network.directory.own_views import done, me, own_photo, seen, unblock
from network.directory.views import directory, institution, person, photo, small_photo
from network.preconditions.views import (
    precondition,
    preconditions,
    preconditions_xlsx,
    report_precondition,
)
from network.relay.views import block, message, report, write
from network.views.actions import action_board, action_numbers_xlsx, action_point, action_points, action_points_xlsx
from network.views.amendments import decide_amendment, propose_amendment
from network.views.calling_off import call_off_meeting, hold_meeting
from network.views.event_letters import end_letters, follow_event
from network.views.meetings import (
    approve_meeting,
    carry_over_actions,
    circulate_meeting,
    meeting,
    meetings,
    submit_meeting,
    take_back_meeting,
    work_on_meeting,
)
from network.views.record import new_meeting, record_meeting
from network.views.translate import translate_meeting

app_name = "network"

urlpatterns = [
    path("calendar/", calendar, name="calendar"),
    path("calendar.ics", calendar_ics, name="calendar_ics"),
    path("calendar/personal/renew/", renew, name="renew_personal_calendar"),
    path("calendar/personal/take-back/", take_back, name="take_back_personal_calendar"),
    path("calendar/personal/<str:key>.ics", personal_ics, name="personal_ics"),
    path("calendar/events/<int:pk>/letters/", follow_event, name="follow_event"),
    path("calendar/letters/<str:token>/", end_letters, name="end_letters"),
    path("preconditions/", preconditions, name="preconditions"),
    path("preconditions.xlsx", preconditions_xlsx, name="preconditions_xlsx"),
    path("preconditions/<slug:key>/<slug:slug>/", precondition, name="precondition"),
    path("preconditions/<slug:key>/<slug:slug>/report/", report_precondition, name="report_precondition"),
    path("directory/", directory, name="directory"),
    path("directory/me/", me, name="me"),
    path("directory/me/photo/", own_photo, name="own_photo"),
    path("directory/me/seen/", seen, name="seen"),
    path("directory/me/unblock/", unblock, name="unblock"),
    path("directory/done/", done, name="done"),
    path("directory/institutions/<int:pk>/", institution, name="institution"),
    path("directory/messages/<str:token>/", message, name="message"),
    path("directory/messages/<str:token>/report/", report, name="report"),
    path("directory/messages/<str:token>/block/", block, name="block"),
    path("directory/<slug:key>/", person, name="person"),
    path("directory/<slug:key>/photo/", photo, name="photo"),
    path("directory/<slug:key>/photo/small/", small_photo, name="small_photo"),
    path("directory/<slug:key>/write/", write, name="write"),
    path("groups/<slug:slug>/meetings/", meetings, name="meetings"),
    path("groups/<slug:slug>/meetings/new/", new_meeting, name="new_meeting"),
    path("groups/<slug:slug>/action-points/", action_board, name="action_board"),
    path("meetings/<int:pk>/", meeting, name="meeting"),
    path("meetings/<int:pk>/record/", record_meeting, name="record_meeting"),
    path("meetings/<int:pk>/call-off/", call_off_meeting, name="call_off_meeting"),
    path("meetings/<int:pk>/hold/", hold_meeting, name="hold_meeting"),
    path("meetings/<int:pk>/circulate/", circulate_meeting, name="circulate_meeting"),
    path("meetings/<int:pk>/work-on/", work_on_meeting, name="work_on_meeting"),
    path("meetings/<int:pk>/amendments/", propose_amendment, name="propose_amendment"),
    path("meetings/<int:pk>/amendments/<int:amendment>/", decide_amendment, name="decide_amendment"),
    path("meetings/<int:pk>/submit/", submit_meeting, name="submit_meeting"),
    path("meetings/<int:pk>/approve/", approve_meeting, name="approve_meeting"),
    path("meetings/<int:pk>/take-back/", take_back_meeting, name="take_back_meeting"),
    path("meetings/<int:pk>/carry-over/", carry_over_actions, name="carry_over_actions"),
    path("meetings/<int:pk>/translate/<slug:code>/", translate_meeting, name="translate_meeting"),
    path("action-points/", action_points, name="action_points"),
    path("action-points/numbers.xlsx", action_numbers_xlsx, name="action_numbers_xlsx"),
    path("action-points.xlsx", action_points_xlsx, name="action_points_xlsx"),
    path("action-points/<int:pk>/", action_point, name="action_point"),
]
