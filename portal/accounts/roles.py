"""The roles: what each kind of person may do in the admin, as data.

A role is a group. `apply_roles` makes the groups and gives them what is listed here; it only ever adds, so that an
administrator may give a group more, and may be run any number of times. Who may *see* what is not decided here but by
the view restrictions of pages and collections (portal.core.visibility), which name these same groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Final

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions

from portal.core.languages.catalogue import CONTENT_CODES, content_language

NETWORK_MEMBERS: Final = "Network members"
WORKING_GROUP_MEMBERS: Final = "Working-group members"
TRAINERS: Final = "Trainers"
EDITORS: Final = "Editors"
ADMINISTRATORS: Final = "Administrators"

#: English names of the beneficiaries by ISO 3166 code (XK is user-assigned). Here and not asked of the vocabulary,
#: because people and their roles are there before it is.
BENEFICIARIES: Final[dict[str, str]] = {
    "AL": "Albania",
    "BA": "Bosnia and Herzegovina",
    "XK": "Kosovo*",
    "ME": "Montenegro",
    "MK": "North Macedonia",
    "RS": "Serbia",
}


@dataclass(frozen=True, slots=True)
class Role:
    """A group and what it may do.

    `permissions` are Django's, as `app.codename`; `*` stands for any text. `pages` holds for the whole page tree,
    `collections` for all files. Who has a role that `needs_second_factor` reaches nothing but their account until
    they have one (portal.accounts.second_factor).
    """

    name: str
    permissions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    needs_second_factor: bool = False


def translators(code: str) -> str:
    """The name of the group that translates into a content language. Raises KeyError when there is none such."""
    # Serbian is named with its script, because it is read in two; it is written in one.
    return f"Translators: {content_language(code).english_name.partition(' (')[0]}"


def focal_points(beneficiary_code: str) -> str:
    """The name of the group of a beneficiary's focal points. Raises KeyError for another code."""
    return f"Focal points: {BENEFICIARIES[beneficiary_code]}"


_ADMIN: Final = "wagtailadmin.access_admin"
_CHOOSE_FILES: Final = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
#: To add a file is to be able to change one's own as well; `change` is needed for those of others.
_ADD_FILES: Final = ("wagtailimages.add_image", "wagtaildocs.add_document", *_CHOOSE_FILES)
_CHANGE_FILES: Final = ("wagtailimages.change_image", "wagtaildocs.change_document", *_ADD_FILES)
#: Records beside the pages. What is used elsewhere is not deleted but corrected: deleting is for administrators.
_EDIT_RECORDS: Final = (
    "vocabulary.add_concept",
    "vocabulary.change_concept",
    "vocabulary.add_institution",
    "vocabulary.change_institution",
    "vocabulary.add_term",
    "vocabulary.change_term",
    "practices.add_standardpart",
    "practices.change_standardpart",
    "practices.delete_standardpart",
    "network.add_precondition",
    "network.change_precondition",
    "trainings.add_evaluationform",
    "trainings.change_evaluationform",
    "trainings.add_evaluationquestion",
    "trainings.change_evaluationquestion",
    "trainings.add_competence",
    "trainings.change_competence",
    "search.*_equivalentterms",
    "search.view_importedsource",
    "search.view_searchcount",
    "trainings.view_indicators",
)

ROLES: Final[tuple[Role, ...]] = (
    Role(NETWORK_MEMBERS),
    Role(WORKING_GROUP_MEMBERS),
    Role(TRAINERS),
    Role(
        EDITORS,
        permissions=(_ADMIN, "core.edit_source", "desk.assign_translations", *_EDIT_RECORDS),
        pages=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
        collections=_CHANGE_FILES,
        needs_second_factor=True,
    ),
    *(
        Role(
            translators(code),
            permissions=(_ADMIN, f"core.translate_{code}"),
            pages=("change_page",),
            collections=_CHOOSE_FILES,
        )
        for code in CONTENT_CODES
    ),
    *(
        # Where they write, and whose institutions they keep, is in portal.accounts.focal_points; whose members they
        # look after, in portal.members.rules.stewards.
        Role(
            focal_points(code),
            permissions=(_ADMIN, "core.edit_source"),
            collections=_ADD_FILES,
            needs_second_factor=True,
        )
        for code in BENEFICIARIES
    ),
    Role(
        ADMINISTRATORS,
        permissions=(
            _ADMIN,
            "core.edit_source",
            "core.translate_*",
            "core.change_sitetext",
            "desk.assign_translations",
            "vocabulary.*",
            "practices.*_standardpart",
            "network.*_precondition",
            "trainings.*_competence",
            "search.*_equivalentterms",
            "search.view_importedsource",
            "search.view_searchcount",
            "network.view_messagereport",
            "network.change_messagereport",
            "network.delete_messagereport",
            "trainings.change_enrolment",
            "trainings.*_evaluationform",
            "trainings.*_evaluationquestion",
            "trainings.view_indicators",
            "accounts.*_user",
            "accounts.view_accountstep",
            "members.change_member",
            "members.add_consenttext",
            "members.view_consenttext",
            "auth.*_group",
            "wagtailredirects.*_redirect",
            "wagtailcore.*_site",
            "wagtailcore.*_workflow",
            "wagtailcore.*_task",
        ),
        pages=("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        collections=(
            *_CHANGE_FILES,
            "wagtailcore.add_collection",
            "wagtailcore.change_collection",
            "wagtailcore.delete_collection",
        ),
        needs_second_factor=True,
    ),
)

#: Applications whose permissions are named above.
_APPS: Final = sorted(
    {name.partition(".")[0] for role in ROLES for name in (*role.permissions, *role.collections)} | {"wagtailcore"}
)


def apply_roles(apps: Any) -> None:
    """Makes the groups of all roles and gives them what they lack.

    `apps` is the registry to take the models from: that of a migration, or the one of the running program. What an
    application has not got yet (in the middle of the migrations) is left out; the next run completes it.
    """
    _make_permissions(apps)
    permissions = _permissions_by_name(apps)
    groups = _groups(apps)
    page = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    collection = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()

    through = apps.get_model("auth", "Group").permissions.through
    wanted = {(groups[role.name], pk) for role in ROLES for pk in _matching(role.permissions, permissions)}
    wanted -= set(through.objects.values_list("group_id", "permission_id"))
    through.objects.bulk_create(through(group_id=group, permission_id=pk) for group, pk in sorted(wanted))

    on_pages = {role.name: tuple(f"wagtailcore.{codename}" for codename in role.pages) for role in ROLES}
    on_collections = {role.name: role.collections for role in ROLES}
    for model_name, field, root, names in (
        ("GroupPagePermission", "page_id", page, on_pages),
        ("GroupCollectionPermission", "collection_id", collection, on_collections),
    ):
        if root is None:
            continue
        model = apps.get_model("wagtailcore", model_name)
        given = set(model.objects.filter(**{field: root.pk}).values_list("group_id", "permission_id"))
        lacking = {(groups[role], pk) for role in names for pk in _matching(names[role], permissions)} - given
        model.objects.bulk_create(
            model(group_id=group, permission_id=pk, **{field: root.pk}) for group, pk in sorted(lacking)
        )


def _make_permissions(apps: Any) -> None:
    """Permissions are otherwise only made after all migrations have run."""
    present = {config.label for config in apps.get_app_configs()}
    for label in _APPS:
        if label in present:
            create_permissions(installed_apps.get_app_config(label), verbosity=0, apps=apps)


def _permissions_by_name(apps: Any) -> dict[str, int]:
    rows = apps.get_model("auth", "Permission").objects.values_list("content_type__app_label", "codename", "pk")
    return {f"{app}.{codename}": pk for app, codename, pk in rows}


def _groups(apps: Any) -> dict[str, int]:
    model = apps.get_model("auth", "Group")
    names = {role.name for role in ROLES}
    there = set(model.objects.filter(name__in=names).values_list("name", flat=True))
    model.objects.bulk_create(model(name=role.name) for role in ROLES if role.name not in there)
    return dict(model.objects.filter(name__in=names).values_list("name", "pk"))


def _matching(patterns: tuple[str, ...], permissions: dict[str, int]) -> set[int]:
    return {pk for name, pk in permissions.items() if any(fnmatchcase(name, pattern) for pattern in patterns)}
