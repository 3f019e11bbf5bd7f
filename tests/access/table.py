"""Every address of the portal, and what each role gets there.

A row is named by the route as the resolver writes it. Whoever adds an address adds its row; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver

from tests.access.conftest import ROLES, SUPERUSER

EVERYBODY = (*ROLES, SUPERUSER)
STAFF = ("translator sq", "focal point", "editor", "administrator", SUPERUSER)


def status(default: int, **by_role: int) -> Mapping[str, int]:
    """The same status for all but those named (`_` for a space in the name of a role)."""
    named = {role.replace("_", " "): code for role, code in by_role.items()}
    return {role: named.get(role, default) for role in EVERYBODY}


def only(*roles: str, otherwise: Mapping[str, int] | int) -> Mapping[str, int]:
    """200 for these roles."""
    rest = otherwise if isinstance(otherwise, Mapping) else status(otherwise)
    return {role: 200 if role in roles else rest[role] for role in EVERYBODY}


OPEN = status(200)
NOT_FOUND = status(404)
#: 302 leads to the sign-in form.
SIGNED_IN = status(200, anonymous=302)
#: 302 leads home: there is nothing to do here for somebody who is signed in.
SIGNED_OUT = status(302, anonymous=200)
#: 302 leads to a form that asks for the password again, or to the sign-in form.
AFTER_PASSWORD = status(302)
#: What belongs to another person; 302 leads to the sign-in form.
SOMEBODY_ELSES = status(404, anonymous=302)
#: A second factor that this person has not got; 302 leads to the sign-in form.
WITHOUT_FACTOR = status(404, anonymous=302)

#: Who looks after members, of their beneficiary (here Albania) or of all.
STEWARDS = only("focal point", "administrator", SUPERUSER, otherwise=SOMEBODY_ELSES)
ALL_STEWARDS = only("administrator", SUPERUSER, otherwise=SOMEBODY_ELSES)

#: Who publishes the page of a working group: an editor of what it records.
PUBLISHERS = ("editor", "administrator", SUPERUSER)
#: What is closed to all but a working group; 302 leads to the sign-in form. None of the visitors is in it.
OF_THE_GROUP = only(*PUBLISHERS, otherwise=SOMEBODY_ELSES)


@dataclass(frozen=True, slots=True)
class Row:
    """`addresses` are tried with GET; those in braces are filled in by the test that knows what lies there."""

    route: str
    address: str
    expected: Mapping[str, int]


VIEWS: tuple[Row, ...] = (
    Row("healthz", "/healthz", OPEN),
    Row("sitemap.xml", "/sitemap.xml", OPEN),
    Row("text-size/", "/text-size/", status(405)),
    Row("oai", "/oai?verb=Identify", OPEN),
    # 303 leads to the page or the file.
    Row("id/glossary", "/id/glossary", status(303)),
    Row("id/^glossary\\.(?P<suffix>ttl|rdf|jsonld)$", "/id/glossary.ttl", OPEN),
    Row("id/concept/<slug:identifier>", "/id/concept/prison", status(303)),
    Row("id/concept/<slug:identifier>", "/id/concept/nothing", NOT_FOUND),
    Row("api/v1/openapi.json", "/api/v1/openapi.json", OPEN),
    Row("api/v1/search", "/api/v1/search?q=prison", OPEN),
    Row("api/v1/suggestions", "/api/v1/suggestions?q=prison", OPEN),
    # Nothing is shown there: the addresses below it are described in openapi.json.
    Row("api/v1/", "/api/v1/", NOT_FOUND),
    Row("^api/", "/api/v1/nothing", NOT_FOUND),
    Row("media/<path:path>", "/media/images/nothing.png", NOT_FOUND),
    Row("documents/<int:document_id>/<path:document_filename>", "/documents/1/nothing.pdf", NOT_FOUND),
    Row("<language>/library/", "/en/library/", OPEN),
    Row("<language>/library/feed/", "/en/library/feed/?q=prison", OPEN),
    Row("<language>/library/saved/", "/en/library/saved/", SIGNED_IN),
    Row("<language>/library/saved/new/", "/en/library/saved/new/?q=prison", SIGNED_IN),
    # Saved by somebody else, or by nobody.
    Row("<language>/library/saved/<int:pk>/", "/en/library/saved/{saved}/", SOMEBODY_ELSES),
    Row("<language>/library/saved/<int:pk>/delete/", "/en/library/saved/{saved}/delete/", SOMEBODY_ELSES),
    Row("<language>/library/saved/unsubscribe/<str:token>/", "/en/library/saved/unsubscribe/x/", NOT_FOUND),
    Row("<language>/library/list/", "/en/library/list/", OPEN),
    # Changed by a button only.
    Row("<language>/library/list/change/", "/en/library/list/change/", status(405)),
    # Without a resource there is no booklet.
    Row("<language>/library/list/booklet/", "/en/library/list/booklet/", NOT_FOUND),
    Row("<language>/library/pack/", "/en/library/pack/", OPEN),
    # Asked for by somebody else, or by nobody.
    Row("<language>/library/pack/<slug:key>/", "/en/library/pack/{pack}/", NOT_FOUND),
    Row("<language>/library/pack/<slug:key>/file/", "/en/library/pack/{pack}/file/", NOT_FOUND),
    # Pressed as buttons only.
    Row("<language>/library/pack/<slug:key>/again/", "/en/library/pack/{pack}/again/", status(405)),
    Row("<language>/library/pack/<slug:key>/delete/", "/en/library/pack/{pack}/delete/", status(405)),
    Row("<language>/library/suggestions/", "/en/library/suggestions/?q=prison", OPEN),
    # Only told, never asked: what a browser sends it.
    Row("<language>/library/clicks/", "/en/library/clicks/", status(405)),
    Row("<language>/continuum/", "/en/continuum/", OPEN),
    Row("<language>/continuum/<slug:slug>/", "/en/continuum/release/", OPEN),
    Row("<language>/continuum/<slug:slug>/", "/en/continuum/no-such-stage/", NOT_FOUND),
    # There as soon as somebody answers questions.
    Row("<language>/library/ask/", "/en/library/ask/", NOT_FOUND),
    Row("<language>/library/ask/sent/", "/en/library/ask/sent/", NOT_FOUND),
    Row("<language>/glossary/", "/en/glossary/", OPEN),
    Row("<language>/calendar/", "/en/calendar/", OPEN),
    Row("<language>/calendar/", "/en/calendar/?month=2026-12", OPEN),
    Row("<language>/calendar.ics", "/en/calendar.ics", OPEN),
    # Pressed as buttons only.
    # Pressed as a button only.
    Row("<language>/calendar/events/<int:pk>/letters/", "/en/calendar/events/1/letters/", status(405, anonymous=302)),
    # From the link in a mail.
    Row("<language>/calendar/letters/<str:token>/", "/en/calendar/letters/x/", NOT_FOUND),
    Row("<language>/calendar/personal/renew/", "/en/calendar/personal/renew/", status(405)),
    Row("<language>/calendar/personal/take-back/", "/en/calendar/personal/take-back/", status(405)),
    # Somebody's secret address, or nobody's.
    Row("<language>/calendar/personal/<str:key>.ics", "/en/calendar/personal/1.1~x.ics", NOT_FOUND),
    Row("<language>/preconditions/", "/en/preconditions/", OPEN),
    Row("<language>/preconditions.xlsx", "/en/preconditions.xlsx", OPEN),
    Row("<language>/preconditions/<slug:key>/<slug:slug>/", "/en/preconditions/database/albania/", OPEN),
    Row("<language>/preconditions/<slug:key>/<slug:slug>/", "/en/preconditions/nothing/albania/", NOT_FOUND),
    # Of the beneficiary whose focal point the one of these tests is, and of another.
    Row(
        "<language>/preconditions/<slug:key>/<slug:slug>/report/",
        "/en/preconditions/database/albania/report/",
        only("focal point", "editor", "administrator", SUPERUSER, otherwise=404),
    ),
    Row(
        "<language>/preconditions/<slug:key>/<slug:slug>/report/",
        "/en/preconditions/database/serbia/report/",
        only("editor", "administrator", SUPERUSER, otherwise=404),
    ),
    Row("<language>/glossary/<slug:identifier>/", "/en/glossary/prison/", OPEN),
    # Somebody's own account
    Row("<language>/account/", "/en/account/", SIGNED_IN),
    Row("<language>/account/preferences/", "/en/account/preferences/", SIGNED_IN),
    Row("<language>/account/notifications/", "/en/account/notifications/", SIGNED_IN),
    Row("<language>/account/sessions/", "/en/account/sessions/", SIGNED_IN),
    Row("<language>/directory/", "/en/directory/", OPEN),
    Row("<language>/directory/", "/en/directory/?q=prison", OPEN),
    # For members only, and nobody of these roles is one by that; 302 leads to the sign-in form.
    Row("<language>/directory/me/", "/en/directory/me/", SOMEBODY_ELSES),
    Row("<language>/directory/me/photo/", "/en/directory/me/photo/", SOMEBODY_ELSES),
    Row("<language>/directory/me/seen/", "/en/directory/me/seen/", SOMEBODY_ELSES),
    # Pressed as buttons only.
    Row("<language>/directory/me/unblock/", "/en/directory/me/unblock/", status(405, anonymous=302)),
    Row("<language>/directory/done/", "/en/directory/done/", status(405, anonymous=302)),
    Row("<language>/directory/institutions/<int:pk>/", "/en/directory/institutions/{institution}/", OPEN),
    # Somebody who is listed for members of the network.
    Row("<language>/directory/<slug:key>/", "/en/directory/{person}/", NOT_FOUND),
    Row("<language>/directory/<slug:key>/photo/", "/en/directory/{person}/photo/", NOT_FOUND),
    Row("<language>/directory/<slug:key>/photo/small/", "/en/directory/{person}/photo/small/", NOT_FOUND),
    Row("<language>/directory/<slug:key>/write/", "/en/directory/{person}/write/", NOT_FOUND),
    # From the link in a mail.
    Row("<language>/directory/messages/<str:token>/", "/en/directory/messages/x/", NOT_FOUND),
    Row("<language>/directory/messages/<str:token>/report/", "/en/directory/messages/x/report/", NOT_FOUND),
    Row("<language>/directory/messages/<str:token>/block/", "/en/directory/messages/x/block/", NOT_FOUND),
    # Of an open group: an approved meeting that is open to all, and a draft.
    Row("<language>/groups/<slug:slug>/meetings/", "/en/groups/{group}/meetings/", OPEN),
    Row("<language>/groups/<slug:slug>/meetings/", "/en/groups/no-such-group/meetings/", NOT_FOUND),
    Row("<language>/groups/<slug:slug>/meetings/new/", "/en/groups/{group}/meetings/new/", OF_THE_GROUP),
    Row("<language>/groups/<slug:slug>/action-points/", "/en/groups/{group}/action-points/", OF_THE_GROUP),
    Row("<language>/meetings/<int:pk>/", "/en/meetings/{meeting}/", OPEN),
    Row("<language>/meetings/<int:pk>/", "/en/meetings/{draft}/", only(*PUBLISHERS, otherwise=404)),
    Row("<language>/meetings/<int:pk>/record/", "/en/meetings/{draft}/record/", OF_THE_GROUP),
    Row("<language>/meetings/<int:pk>/approve/", "/en/meetings/{draft}/approve/", OF_THE_GROUP),
    Row("<language>/meetings/<int:pk>/call-off/", "/en/meetings/{draft}/call-off/", OF_THE_GROUP),
    # Pressed as buttons only.
    *(
        Row(f"<language>/meetings/<int:pk>/{name}/", f"/en/meetings/{{draft}}/{name}/", status(405, anonymous=302))
        for name in ("submit", "take-back", "carry-over", "circulate", "work-on", "hold")
    ),
    # What is sent there without a session is given back, wherever it was meant to go.
    Row("<language>/meetings/<int:pk>/amendments/", "/en/meetings/{draft}/amendments/", status(405)),
    Row(
        "<language>/meetings/<int:pk>/amendments/<int:amendment>/",
        "/en/meetings/{draft}/amendments/1/",
        status(405, anonymous=302),
    ),
    # Nobody asked for a translation of it.
    Row(
        "<language>/meetings/<int:pk>/translate/<slug:code>/",
        "/en/meetings/{meeting}/translate/sq/",
        SOMEBODY_ELSES,
    ),
    Row("<language>/action-points/", "/en/action-points/", SIGNED_IN),
    Row("<language>/action-points/numbers.xlsx", "/en/action-points/numbers.xlsx", SIGNED_IN),
    Row("<language>/action-points/numbers.xlsx", "/en/action-points/numbers.xlsx?group={group}", OF_THE_GROUP),
    Row("<language>/action-points.xlsx", "/en/action-points.xlsx", SIGNED_IN),
    Row("<language>/action-points/<int:pk>/", "/en/action-points/{action}/", OF_THE_GROUP),
    # Trainings
    Row("<language>/trainings/mine/", "/en/trainings/mine/", SIGNED_IN),
    Row("<language>/trainings/framework/", "/en/trainings/framework/", OPEN),
    Row("<language>/trainings/framework.xlsx", "/en/trainings/framework.xlsx", OPEN),
    Row("<language>/trainings/trainers/", "/en/trainings/trainers/", OPEN),
    # Trainers have something to count once they give a training.
    *(
        Row(
            f"<language>/trainings/{name}",
            f"/en/trainings/{name}",
            only("focal point", "editor", "administrator", SUPERUSER, otherwise=SOMEBODY_ELSES),
        )
        for name in ("indicators/", "indicators.csv", "indicators.xlsx")
    ),
    # Codes that hold are tried by tests/trainings/checkin. Without one, all are led to the form for a code.
    Row("<language>/trainings/check-in/", "/en/trainings/check-in/", SIGNED_IN),
    Row("<language>/trainings/check-in/<int:session_pk>/", "/en/trainings/check-in/{session}/", status(302)),
    Row(
        "<language>/trainings/check-in/<int:session_pk>/<str:code>/", "/en/trainings/check-in/{session}/x/", status(302)
    ),
    Row("<language>/trainings/answer/<str:token>/", "/en/trainings/answer/x/", NOT_FOUND),
    Row("<language>/trainings/answer/<str:token>/<slug:kind>/", "/en/trainings/answer/x/reaction/", NOT_FOUND),
    # Who is no member is told so there.
    Row("<language>/trainings/<int:pk>/enrol/", "/en/trainings/{training}/enrol/", SIGNED_IN),
    # Of the training of somebody else. Focal points see their own people.
    *(
        Row(
            f"<language>/trainings/<int:pk>/{name}",
            f"/en/trainings/{{training}}/{name}",
            only("focal point", "administrator", SUPERUSER, otherwise=SOMEBODY_ELSES),
        )
        for name in ("participants/", "participants/add/", "participants.csv", "participants.xlsx")
    ),
    *(
        Row(
            f"<language>/trainings/<int:pk>/{route}",
            f"/en/trainings/{{training}}/{address}",
            only("administrator", SUPERUSER, otherwise=SOMEBODY_ELSES),
        )
        for route, address in (
            ("participants/write/", "participants/write/"),
            ("participants/import/", "participants/import/"),
            ("attendance/<int:session_pk>/", "attendance/{session}/"),
            ("attendance/<int:session_pk>/check-in/", "attendance/{session}/check-in/"),
            ("attendance/<int:session_pk>/list/", "attendance/{session}/list/"),
            ("attendance/<int:session_pk>/list.xlsx", "attendance/{session}/list.xlsx"),
            ("sheet/", "sheet/"),
            ("results/", "results/"),
            ("results.xlsx", "results.xlsx"),
            ("forms/", "forms/"),
            ("forms/<slug:kind>/", "forms/reaction/"),
            ("forms/<slug:kind>/settings/", "forms/reaction/settings/"),
            ("forms/<slug:kind>/add/", "forms/reaction/add/"),
            ("forms/<slug:kind>/<int:question_pk>/", "forms/reaction/{question}/"),
            ("forms/<slug:kind>/<int:question_pk>/remove/", "forms/reaction/{question}/remove/"),
            ("materials/", "materials/"),
            ("materials/add/", "materials/add/"),
            # One for during the training, which has not begun; nobody of these takes part.
            ("materials/<int:material_pk>/", "materials/{material}/"),
            ("materials/<int:material_pk>/change/", "materials/{material}/change/"),
            ("materials/<int:material_pk>/remove/", "materials/{material}/remove/"),
        )
    ),
    # Of the list that somebody else has uploaded.
    *(
        Row(
            f"<language>/trainings/<int:pk>/participants/import/<int:source_pk>/{name}",
            f"/en/trainings/{{training}}/participants/import/{{list}}/{name}",
            SOMEBODY_ELSES,
        )
        for name in ("", "columns/", "result/", "report.xlsx")
    ),
    # Certificates: checked by anybody; one's own for members, and only theirs.
    Row("<language>/trainings/certificates/", "/en/trainings/certificates/", OPEN),
    Row("<language>/trainings/certificates/<str:code>/", "/en/trainings/certificates/{certificate_code}/", OPEN),
    Row("<language>/trainings/certificates/<str:code>/", "/en/trainings/certificates/x/", NOT_FOUND),
    Row("<language>/trainings/mine/certificates/", "/en/trainings/mine/certificates/", SOMEBODY_ELSES),
    Row(
        "<language>/trainings/mine/certificates/<int:pk>/file/",
        "/en/trainings/mine/certificates/{certificate}/file/",
        SOMEBODY_ELSES,
    ),
    *(
        Row(
            f"<language>/trainings/<int:pk>/{route}",
            f"/en/trainings/{{training}}/{address}",
            only("administrator", SUPERUSER, otherwise=SOMEBODY_ELSES),
        )
        for route, address in (
            ("certificates/", "certificates/"),
            ("certificates/run/", "certificates/run/"),
            ("certificates/<int:certificate_pk>/", "certificates/{certificate}/"),
            ("certificates/<int:certificate_pk>/file/", "certificates/{certificate}/file/"),
            ("certificates.zip", "certificates.zip"),
            ("change/", "change/"),
            ("cancel/", "cancel/"),
        )
    ),
    # Nobody of these gave the course before; editors put pages below it.
    Row(
        "<language>/trainings/<int:pk>/announce/",
        "/en/trainings/{course}/announce/",
        only("editor", "administrator", SUPERUSER, otherwise=SOMEBODY_ELSES),
    ),
    # Leads to the session that comes next.
    Row(
        "<language>/trainings/<int:pk>/attendance/",
        "/en/trainings/{training}/attendance/",
        {**SOMEBODY_ELSES, "administrator": 302, SUPERUSER: 302},
    ),
    # Signing in
    Row("<language>/account/login/", "/en/account/login/", SIGNED_OUT),
    Row("<language>/account/logout/", "/en/account/logout/", SIGNED_IN),
    Row("<language>/account/inactive/", "/en/account/inactive/", OPEN),
    Row("<language>/account/signup/", "/en/account/signup/", SIGNED_OUT),
    Row("<language>/account/reauthenticate/", "/en/account/reauthenticate/", SIGNED_IN),
    Row("<language>/account/email/", "/en/account/email/", SIGNED_IN),
    Row("<language>/account/confirm-email/", "/en/account/confirm-email/", OPEN),
    Row("<language>/account/^confirm-email/(?P<key>[-:\\w]+)/$", "/en/account/confirm-email/x/", OPEN),
    Row("<language>/account/password/change/", "/en/account/password/change/", SIGNED_IN),
    Row("<language>/account/password/set/", "/en/account/password/set/", AFTER_PASSWORD),
    Row("<language>/account/password/reset/", "/en/account/password/reset/", OPEN),
    Row("<language>/account/password/reset/done/", "/en/account/password/reset/done/", OPEN),
    Row("<language>/account/password/reset/key/done/", "/en/account/password/reset/key/done/", OPEN),
    Row(
        "<language>/account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        "/en/account/password/reset/key/1-x/",
        OPEN,
    ),
    Row("<language>/account/login/code/", "/en/account/login/code/", SIGNED_OUT),
    Row("<language>/account/login/code/confirm/", "/en/account/login/code/confirm/", AFTER_PASSWORD),
    Row("<language>/account/2fa/", "/en/account/2fa/", SIGNED_IN),
    Row("<language>/account/2fa/authenticate/", "/en/account/2fa/authenticate/", AFTER_PASSWORD),
    Row("<language>/account/2fa/reauthenticate/", "/en/account/2fa/reauthenticate/", AFTER_PASSWORD),
    Row("<language>/account/2fa/totp/activate/", "/en/account/2fa/totp/activate/", AFTER_PASSWORD),
    Row("<language>/account/2fa/totp/deactivate/", "/en/account/2fa/totp/deactivate/", WITHOUT_FACTOR),
    Row("<language>/account/2fa/recovery-codes/", "/en/account/2fa/recovery-codes/", WITHOUT_FACTOR),
    Row("<language>/account/2fa/recovery-codes/generate/", "/en/account/2fa/recovery-codes/generate/", AFTER_PASSWORD),
    Row("<language>/account/2fa/recovery-codes/download/", "/en/account/2fa/recovery-codes/download/", WITHOUT_FACTOR),
    Row("<language>/account/2fa/webauthn/", "/en/account/2fa/webauthn/", SIGNED_IN),
    Row("<language>/account/2fa/webauthn/add/", "/en/account/2fa/webauthn/add/", AFTER_PASSWORD),
    Row("<language>/account/2fa/webauthn/reauthenticate/", "/en/account/2fa/webauthn/reauthenticate/", AFTER_PASSWORD),
    # Asked by a script that expects JSON; whoever opens it is led to the form.
    Row("<language>/account/2fa/webauthn/login/", "/en/account/2fa/webauthn/login/", AFTER_PASSWORD),
    Row(
        "<language>/account/2fa/webauthn/keys/<int:pk>/remove/",
        "/en/account/2fa/webauthn/keys/1/remove/",
        AFTER_PASSWORD,
    ),
    Row("<language>/account/2fa/webauthn/keys/<int:pk>/edit/", "/en/account/2fa/webauthn/keys/1/edit/", AFTER_PASSWORD),
    # Membership
    Row("<language>/join/", "/en/join/", OPEN),
    Row("<language>/join/sent/", "/en/join/sent/", OPEN),
    Row("<language>/join/confirm/<str:token>/", "/en/join/confirm/x/", NOT_FOUND),
    Row("<language>/join/invitation/<str:token>/", "/en/join/invitation/x/", NOT_FOUND),
    # These visitors have roles, but are no members.
    Row("<language>/members/me/", "/en/members/me/", SOMEBODY_ELSES),
    Row("<language>/members/me/data/", "/en/members/me/data/", AFTER_PASSWORD),
    Row("<language>/members/me/leave/", "/en/members/me/leave/", AFTER_PASSWORD),
    Row("<language>/members/left/", "/en/members/left/", OPEN),
    Row("<language>/members/applications/", "/en/members/applications/", STEWARDS),
    Row("<language>/members/applications/<int:pk>/", "/en/members/applications/{application}/", STEWARDS),
    # Of another beneficiary than the focal point's.
    Row("<language>/members/applications/<int:pk>/", "/en/members/applications/{other_application}/", ALL_STEWARDS),
    Row("<language>/members/invitations/", "/en/members/invitations/", STEWARDS),
    # Pressed as a button only.
    Row(
        "<language>/members/invitations/<int:pk>/withdraw/",
        "/en/members/invitations/1/withdraw/",
        only(otherwise=status(404, anonymous=302, focal_point=405, administrator=405, **{SUPERUSER: 405})),
    ),
    Row("<language>/members/people/<int:pk>/", "/en/members/people/{member}/", STEWARDS),
    Row("<language>/members/people/<int:pk>/", "/en/members/people/{other_member}/", ALL_STEWARDS),
    Row("<language>/_util/components/", "/en/_util/components/", only(*STAFF, otherwise=NOT_FOUND)),
    # Wagtail's own sign-in page is not used.
    Row("<language>/_util/login/", "/en/_util/login/", status(302)),
    # Pages: the table of pages goes through every type.
    Row("<language>/^((?:[\\w\\-]+/)*)$", "/en/", OPEN),
)


#: Wagtail's admin is one address of ours; the places in it are in tests/access/admin_table.py.
ADMIN_ROUTE = "admin/"


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Every route of the resolver, the language prefix written `<language>`, Wagtail's admin as one."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route.replace("en/", "<language>/", 1) if route.startswith("en/") else route
        elif route == ADMIN_ROUTE:
            yield route
        else:
            yield from routes(pattern, route)
