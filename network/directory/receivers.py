"""Which changes of people change the words by which they are found: of the member, the profile, the name."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save

from network.directory.words import write_words
from portal.accounts.models import User
from portal.members.models import Member, Profile

_NAME = frozenset({"first_name", "last_name"})


def connect() -> None:
    """Connects the receivers; called once."""
    post_save.connect(_member_changed, sender=Member, dispatch_uid="directory:member")
    post_save.connect(_profile_changed, sender=Profile, dispatch_uid="directory:profile")
    post_save.connect(_user_changed, sender=User, dispatch_uid="directory:user")


def _member_changed(instance: Member, **kwargs: Any) -> None:
    write_words(instance.pk)


def _profile_changed(instance: Profile, **kwargs: Any) -> None:
    write_words(instance.member_id)


def _user_changed(instance: User, created: bool, update_fields: Any = None, **kwargs: Any) -> None:
    """Signing in saves a user too, without the name."""
    if created or (update_fields is not None and _NAME.isdisjoint(update_fields)):
        return
    for key in Member.objects.filter(user=instance).values_list("pk", flat=True):
        write_words(key)
