"""What people are told of their memberships of working groups."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation

from network.models import GroupMembership
from network.notification_kinds import MEMBERSHIPS
from portal.accounts.mail import send_to_user
from portal.accounts.notifications import wants
from portal.core.content_language.localized import localized_for_card
from portal.core.languages.catalogue import get_language
from portal.core.pages.addresses import absolute
from portal.core.registries.notifications import Frequency


def tell_of(membership: GroupMembership, *, begins: bool) -> None:
    """Writes that it begins, that the role is another, or that it has ended, unless the person wants no such mail."""
    user = membership.member.user
    if wants(user, MEMBERSHIPS) != Frequency.AT_ONCE:
        return
    language = get_language(user.language)
    group = membership.group
    with translation.override(language.code):
        card = localized_for_card(group, language)
        address = absolute((group.get_url() or "") + group.reverse_subpage("space"))
    send_to_user(
        user,
        "network/email/membership",
        {
            "membership": membership,
            "group": card.headline if card is not None else group.title,
            "begins": begins,
            "url": address,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
