"""Addresses of trainings that are no pages. Those of courses and trainings themselves lie beside them."""

from django.urls import include, path

from trainings.announcing.views import announce, cancel, change
from trainings.attendance_lists.views import attendance_list, list_to_fill_in
from trainings.checkin.views.participants import check_in_page, scan, type_code
from trainings.checkin.views.wall import wall
from trainings.evaluation.views.fill import fill
from trainings.evaluation.views.results import results, results_xlsx
from trainings.evaluation.writing.views import (
    add_question,
    change_question,
    course_forms,
    drop_question,
    form_questions,
    form_settings,
)
from trainings.framework.views import framework, framework_xlsx
from trainings.importing.views.deciding import rows
from trainings.importing.views.result import report_file, result
from trainings.importing.views.uploading import columns, upload
from trainings.reporting.views import indicators, indicators_csv, indicators_xlsx
from trainings.roster.views import roster
from trainings.views.attendance import attendance, first_session, sheet
from trainings.views.files import participants_csv, participants_xlsx
from trainings.views.materials import add_material, change_material, material_file, materials, remove_material
from trainings.views.own import answer, enrol, mine
from trainings.views.participants import add, participant_list, write

app_name = "trainings"

urlpatterns = [
    path("", include("trainings.certificates.urls")),
    path("mine/", mine, name="mine"),
    path("framework/", framework, name="framework"),
    path("framework.xlsx", framework_xlsx, name="framework_xlsx"),
    path("trainers/", roster, name="trainers"),
    path("indicators/", indicators, name="indicators"),
    path("indicators.csv", indicators_csv, name="indicators_csv"),
    path("indicators.xlsx", indicators_xlsx, name="indicators_xlsx"),
    path("check-in/", type_code, name="type_code"),
    path("check-in/<int:session_pk>/", check_in_page, name="check_in"),
    path("check-in/<int:session_pk>/<str:code>/", scan, name="scan"),
    path("answer/<str:token>/", answer, name="answer"),
    path("answer/<str:token>/<slug:kind>/", fill, name="fill"),
    path("<int:pk>/announce/", announce, name="announce"),
    path("<int:pk>/change/", change, name="change"),
    path("<int:pk>/cancel/", cancel, name="cancel"),
    path("<int:pk>/enrol/", enrol, name="enrol"),
    path("<int:pk>/participants/", participant_list, name="participants"),
    path("<int:pk>/participants/add/", add, name="add"),
    path("<int:pk>/participants/write/", write, name="write"),
    path("<int:pk>/participants/import/", upload, name="import"),
    path("<int:pk>/participants/import/<int:source_pk>/", rows, name="import_rows"),
    path("<int:pk>/participants/import/<int:source_pk>/columns/", columns, name="import_columns"),
    path("<int:pk>/participants/import/<int:source_pk>/result/", result, name="import_result"),
    path("<int:pk>/participants/import/<int:source_pk>/report.xlsx", report_file, name="import_report"),
    path("<int:pk>/participants.csv", participants_csv, name="participants_csv"),
    path("<int:pk>/participants.xlsx", participants_xlsx, name="participants_xlsx"),
    path("<int:pk>/attendance/", first_session, name="first_session"),
    path("<int:pk>/attendance/<int:session_pk>/", attendance, name="attendance"),
    path("<int:pk>/attendance/<int:session_pk>/check-in/", wall, name="wall"),
    path("<int:pk>/attendance/<int:session_pk>/list/", attendance_list, name="attendance_list"),
    path("<int:pk>/attendance/<int:session_pk>/list.xlsx", list_to_fill_in, name="list_to_fill_in"),
    path("<int:pk>/sheet/", sheet, name="sheet"),
    path("<int:pk>/materials/", materials, name="materials"),
    path("<int:pk>/materials/add/", add_material, name="add_material"),
    path("<int:pk>/materials/<int:material_pk>/", material_file, name="material"),
    path("<int:pk>/materials/<int:material_pk>/change/", change_material, name="change_material"),
    path("<int:pk>/materials/<int:material_pk>/remove/", remove_material, name="remove_material"),
    path("<int:pk>/forms/", course_forms, name="course_forms"),
    path("<int:pk>/forms/<slug:kind>/", form_questions, name="form_questions"),
    path("<int:pk>/forms/<slug:kind>/settings/", form_settings, name="form_settings"),
    path("<int:pk>/forms/<slug:kind>/add/", add_question, name="add_question"),
    path("<int:pk>/forms/<slug:kind>/<int:question_pk>/", change_question, name="change_question"),
    path("<int:pk>/forms/<slug:kind>/<int:question_pk>/remove/", drop_question, name="drop_question"),
    path("<int:pk>/results/", results, name="results"),
    path("<int:pk>/results.xlsx", results_xlsx, name="results_xlsx"),
]
