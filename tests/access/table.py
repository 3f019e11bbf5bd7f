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

#: 302 leads to the admin's sign-in form.
ADMIN = only(*STAFF, otherwise=302)
#: Who works in the admin, but on no such page, does not find it there.
NOT_THEIRS = status(302, focal_point=404)


#: Posted by a button in the admin, never asked for.
_BUTTON = {role: 405 if role in STAFF else 302 for role in EVERYBODY}


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
    Row("<language>/glossary/<slug:identifier>/", "/en/glossary/prison/", OPEN),
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
    Row("<language>/account/login/code/confirm/", "/en/account/login/code/confirm/", AFTER_PASSWORD),
    Row("<language>/account/2fa/", "/en/account/2fa/", SIGNED_IN),
    Row("<language>/account/2fa/authenticate/", "/en/account/2fa/authenticate/", AFTER_PASSWORD),
    Row("<language>/account/2fa/reauthenticate/", "/en/account/2fa/reauthenticate/", AFTER_PASSWORD),
    Row("<language>/account/2fa/totp/activate/", "/en/account/2fa/totp/activate/", AFTER_PASSWORD),
    Row("<language>/account/2fa/totp/deactivate/", "/en/account/2fa/totp/deactivate/", WITHOUT_FACTOR),
    Row("<language>/account/2fa/recovery-codes/", "/en/account/2fa/recovery-codes/", WITHOUT_FACTOR),
    Row("<language>/account/2fa/recovery-codes/generate/", "/en/account/2fa/recovery-codes/generate/", AFTER_PASSWORD),
    Row("<language>/account/2fa/recovery-codes/download/", "/en/account/2fa/recovery-codes/download/", WITHOUT_FACTOR),
    Row("<language>/_util/components/", "/en/_util/components/", only(*STAFF, otherwise=NOT_FOUND)),
    # Wagtail's own sign-in page is not used.
    Row("<language>/_util/login/", "/en/_util/login/", status(302)),
    # Pages: the table of pages goes through every type.
    Row("<language>/^((?:[\\w\\-]+/)*)$", "/en/", OPEN),
)

#: Wagtail's admin is one address of ours; these are the places in it that one role works in and another does not.
ADMIN_ROUTE = "admin/"
ADMIN_VIEWS: tuple[Row, ...] = (
    Row(ADMIN_ROUTE, "/admin/", ADMIN),
    Row(ADMIN_ROUTE, "/admin/account/", ADMIN),
    Row(ADMIN_ROUTE, "/admin/login/", {role: 302 if role in STAFF else 200 for role in EVERYBODY}),
    *(
        Row(ADMIN_ROUTE, address, only("translator sq", "editor", "administrator", SUPERUSER, otherwise=NOT_THEIRS))
        for address in ("/admin/pages/{home}/", "/admin/pages/{home}/edit/", "/admin/reports/page-types-usage/")
    ),
    *(
        Row(ADMIN_ROUTE, address, only("editor", "administrator", SUPERUSER, otherwise=NOT_THEIRS))
        for address in ("/admin/pages/add/website/plainpage/{home}/", "/admin/pages/{home}/delete/")
    ),
    # Translators work on their own language; what is another's is not there.
    Row(
        ADMIN_ROUTE,
        "/admin/translate/{home}/sq/",
        only("translator sq", "editor", "administrator", SUPERUSER, otherwise=NOT_THEIRS),
    ),
    Row(
        ADMIN_ROUTE,
        "/admin/translate/{home}/mk/",
        only("editor", "administrator", SUPERUSER, otherwise=status(302, focal_point=404, translator_sq=404)),
    ),
    Row(ADMIN_ROUTE, "/admin/images/", only("focal point", "editor", "administrator", SUPERUSER, otherwise=302)),
    Row(ADMIN_ROUTE, "/admin/documents/", only("focal point", "editor", "administrator", SUPERUSER, otherwise=302)),
    *(
        # Of their own files, each.
        Row(ADMIN_ROUTE, address, only("focal point", "editor", "administrator", SUPERUSER, otherwise=302))
        for address in ("/admin/reports/files/", "/admin/reports/files/results/")
    ),
    Row(
        ADMIN_ROUTE,
        "/admin/translation/export/?id={home}",
        only("translator sq", "editor", "administrator", SUPERUSER, otherwise=NOT_THEIRS),
    ),
    Row(ADMIN_ROUTE, "/admin/translation/import/", ADMIN),
    Row(ADMIN_ROUTE, "/admin/snippets/network/messagereport/", only("administrator", SUPERUSER, otherwise=302)),
    *(
        Row(ADMIN_ROUTE, address, only("editor", "administrator", SUPERUSER, otherwise=302))
        for address in (
            "/admin/snippets/vocabulary/concept/",
            "/admin/vocabulary/import/",
            "/admin/vocabulary/glossary.csv",
            "/admin/vocabulary/glossary.xlsx",
        )
    ),
    # Uploaded by somebody else, or by nobody.
    Row(
        ADMIN_ROUTE,
        "/admin/vocabulary/import/1/",
        status(302, editor=404, administrator=404, **{SUPERUSER: 404}),
    ),
    *(
        Row(ADMIN_ROUTE, address, only("focal point", "editor", "administrator", SUPERUSER, otherwise=302))
        for address in ("/admin/reports/unused/documents/", "/admin/reports/unused/images/results/")
    ),
    *(
        # A focal point of these tests works on no page yet.
        Row(ADMIN_ROUTE, address, only("translator sq", "editor", "administrator", SUPERUSER, otherwise=302))
        for address in (
            "/admin/reports/to-do/",
            "/admin/reports/words/",
            "/admin/reports/texts/",
            "/admin/reports/pages/review/",
            "/admin/reports/pages/link/?export=csv",
            "/admin/reports/pages/to-read/results/",
        )
    ),
    # Who may not mark the language does not find it.
    Row(
        ADMIN_ROUTE,
        "/admin/reviewed/page/{home}/mk/",
        only("editor", "administrator", SUPERUSER, otherwise=NOT_THEIRS) | {"translator sq": 404},
    ),
    *(
        # Of the pages that each may write.
        Row(
            ADMIN_ROUTE,
            address,
            only("translator sq", "focal point", "editor", "administrator", SUPERUSER, otherwise=302),
        )
        for address in ("/admin/desk/", "/admin/desk/mine/", "/admin/desk/?export=csv")
    ),
    Row(
        ADMIN_ROUTE,
        "/admin/desk/{home}/sq/changes/",
        only("translator sq", "editor", "administrator", SUPERUSER, otherwise=NOT_THEIRS),
    ),
    Row(ADMIN_ROUTE, "/admin/desk/{home}/xx/changes/", {role: 404 if role in STAFF else 302 for role in EVERYBODY}),
    *(
        Row(ADMIN_ROUTE, f"/admin/desk/{{home}}/sq/{name}/", {**_BUTTON, "focal point": 404})
        for name in ("take", "give-back")
    ),
    Row(
        ADMIN_ROUTE,
        "/admin/desk/assign/?language=sq&page={home}",
        only("editor", "administrator", SUPERUSER, otherwise=302),
    ),
    Row(
        ADMIN_ROUTE,
        "/admin/snippets/practices/standardpart/",
        only("editor", "administrator", SUPERUSER, otherwise=302),
    ),
    *(
        Row(ADMIN_ROUTE, address, only("editor", "administrator", SUPERUSER, otherwise=302))
        for address in (
            "/admin/snippets/search/equivalentterms/",
            "/admin/snippets/search/equivalentterms/add/",
            "/admin/snippets/search/equivalentterms/preview/",
            "/admin/snippets/search/importedsource/",
            "/admin/reports/search/",
            "/admin/reports/search/?table=searched&export=csv",
        )
    ),
    # What is imported is read here; the command that imports it takes it out.
    Row(ADMIN_ROUTE, "/admin/snippets/search/importedsource/add/", status(302)),
    *(
        Row(ADMIN_ROUTE, address, only("administrator", SUPERUSER, otherwise=302))
        for address in (
            "/admin/users/",
            "/admin/users/new/",
            "/admin/groups/",
            "/admin/collections/",
            "/admin/redirects/",
            "/admin/sites/",
            "/admin/workflows/list/",
            "/admin/settings/core/sitetext/{site}/",
        )
    ),
)


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
