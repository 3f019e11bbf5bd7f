"""Addresses of trainings that are no pages. Those of courses and trainings themselves lie beside them."""

from django.urls import path

from trainings.announcing.views import announce, cancel, change
from trainings.views.attendance import attendance, first_session, sheet
from trainings.views.files import participants_csv, participants_xlsx
from trainings.views.own import answer, enrol, mine
from trainings.views.participants import add, participant_list, write

app_name = "trainings"

urlpatterns = [
    path("mine/", mine, name="mine"),
    path("answer/<str:token>/", answer, name="answer"),
    path("<int:pk>/announce/", announce, name="announce"),
    path("<int:pk>/change/", change, name="change"),
    path("<int:pk>/cancel/", cancel, name="cancel"),
    path("<int:pk>/enrol/", enrol, name="enrol"),
    path("<int:pk>/participants/", participant_list, name="participants"),
    path("<int:pk>/participants/add/", add, name="add"),
    path("<int:pk>/participants/write/", write, name="write"),
    path("<int:pk>/participants.csv", participants_csv, name="participants_csv"),
    path("<int:pk>/participants.xlsx", participants_xlsx, name="participants_xlsx"),
    path("<int:pk>/attendance/", first_session, name="first_session"),
    path("<int:pk>/attendance/<int:session_pk>/", attendance, name="attendance"),
    path("<int:pk>/sheet/", sheet, name="sheet"),
]
