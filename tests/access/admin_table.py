"""Places in Wagtail's admin that one role works in and another does not, and what each gets there."""

from __future__ import annotations

from tests.access.conftest import SUPERUSER
from tests.access.table import ADMIN_ROUTE, EVERYBODY, STAFF, Row, only, status

#: 302 leads to the admin's sign-in form.
ADMIN = only(*STAFF, otherwise=302)
#: Who works in the admin, but on no such page, does not find it there.
NOT_THEIRS = status(302, focal_point=404)

#: Posted by a button in the admin, never asked for.
_BUTTON = {role: 405 if role in STAFF else 302 for role in EVERYBODY}

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
    # Their own only.
    Row(
        ADMIN_ROUTE,
        "/admin/snippets/members/member/",
        only("focal point", "administrator", SUPERUSER, otherwise=302),
    ),
    *(
        Row(ADMIN_ROUTE, address, only("administrator", SUPERUSER, otherwise=302))
        for address in (
            "/admin/reports/accounts/",
            "/admin/reports/accounts/results/",
            "/admin/snippets/members/consenttext/",
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
