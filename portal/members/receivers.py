"""What follows when a person changes: the order of their name, and the files of a profile that is deleted."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from portal.accounts.models import User
from portal.members.models import Profile
from portal.members.models.profile import name_order
from portal.members.portraits import remove_portrait

_NAME = frozenset({"first_name", "last_name"})


@receiver(post_save, sender=User, dispatch_uid="members_name_order")
def keep_name_order(instance: User, created: bool, update_fields: Any = None, **kwargs: Any) -> None:
    """Somebody may be called otherwise than before. Signing in saves a user too, without the name."""
    if not created and (update_fields is None or not _NAME.isdisjoint(update_fields)):
        Profile.objects.filter(member__user=instance).update(name_order=name_order(instance))


@receiver(post_delete, sender=Profile, dispatch_uid="members_portrait_files")
def delete_files(instance: Profile, **kwargs: Any) -> None:
    """With the profile go its photos."""
    remove_portrait(instance)
