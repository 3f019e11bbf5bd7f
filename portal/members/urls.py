"""Addresses of membership: joining, one's own membership, and looking after members."""

from django.urls import path

from portal.members.views.applications import application, applications
from portal.members.views.invitations import accept_invitation, invitations, withdraw_invitation
from portal.members.views.joining import confirm, join, sent
from portal.members.views.membership import download, leave_network, membership, sent_off
from portal.members.views.person import person

app_name = "members"

urlpatterns = [
    path("join/", join, name="join"),
    path("join/sent/", sent, name="sent"),
    path("join/confirm/<str:token>/", confirm, name="confirm"),
    path("join/invitation/<str:token>/", accept_invitation, name="accept"),
    path("members/me/", membership, name="membership"),
    path("members/me/data/", download, name="data"),
    path("members/me/leave/", leave_network, name="leave"),
    path("members/left/", sent_off, name="sent_off"),
    path("members/applications/", applications, name="applications"),
    path("members/applications/<int:pk>/", application, name="application"),
    path("members/invitations/", invitations, name="invitations"),
    path("members/invitations/<int:pk>/withdraw/", withdraw_invitation, name="withdraw"),
    path("members/people/<int:pk>/", person, name="person"),
]
