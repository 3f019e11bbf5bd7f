"""Addresses of certificates, among those of trainings."""

from django.urls import path

from trainings.certificates.views.checking import certificate, check
from trainings.certificates.views.own import own_certificate, own_certificates
from trainings.certificates.views.trainers import all_files, certificates, file_of, one, run

urlpatterns = [
    path("certificates/", check, name="check_certificate"),
    path("certificates/<str:code>/", certificate, name="certificate"),
    path("mine/certificates/", own_certificates, name="own_certificates"),
    path("mine/certificates/<int:pk>/file/", own_certificate, name="own_certificate"),
    path("<int:pk>/certificates/", certificates, name="certificates"),
    path("<int:pk>/certificates/run/", run, name="certificate_run"),
    path("<int:pk>/certificates/<int:certificate_pk>/", one, name="certificate_of"),
    path("<int:pk>/certificates/<int:certificate_pk>/file/", file_of, name="certificate_file"),
    path("<int:pk>/certificates.zip", all_files, name="certificates_zip"),
]
