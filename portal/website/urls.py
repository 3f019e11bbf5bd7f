"""Addresses of the continuum, below `/<language>/continuum/`."""

from django.urls import path

from portal.website.views import continuum, stage

app_name = "website"

urlpatterns = [
    path("", continuum, name="continuum"),
    path("<slug:slug>/", stage, name="stage"),
]
