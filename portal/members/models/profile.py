"""What a member tells of themselves in the directory, and who may read which part of it."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.languages.catalogue import CONTENT_CODES, content_language
from portal.core.languages.folding import fold
from portal.members.models.member import Member


class Level(models.TextChoices):
    """For whom a part of a profile is, the widest circle first; each holds those after it."""

    PUBLIC = "public", _("Everybody")
    NETWORK = "network", _("Members of the network")
    GROUPS = "groups", _("People of my working groups")
    NOBODY = "nobody", _("Nobody")


def level_field(name: Any) -> models.CharField[str, str]:
    return models.CharField(name, max_length=8, choices=Level.choices, default=Level.NETWORK)


def new_key() -> str:
    """Names a person in addresses: it tells nothing of them and cannot be guessed."""
    return secrets.token_hex(8)


class Profile(models.Model):
    """One for each member who has opened the form; what it does not hold stands in `Member`.

    `listed_since` is the consent to be listed: without it nobody finds the member, and taking it back ends that at
    once. `language` is the one that the person's own texts (position, bio) are written in. `name_order` is what lists
    are sorted by: the name in folded letters, so that both scripts are one alphabet.

    The fields that end in `_for` say who may read a part; who that is for somebody who asks, says
    `portal.members.visibility`, and nothing else. Photos are squares without any data of the camera, made by
    `portal.members.portraits`.
    """

    member = models.OneToOneField(Member, verbose_name=_("member"), related_name="profile", on_delete=models.CASCADE)
    key = models.CharField(_("name in addresses"), max_length=16, unique=True, default=new_key, editable=False)
    listed_since = models.DateTimeField(_("listed since"), null=True, blank=True, editable=False)
    name_order = models.CharField(_("name for sorting"), max_length=320, blank=True, editable=False)
    photo = models.FileField(_("photo"), upload_to="portraits", blank=True, editable=False)
    photo_small = models.FileField(_("small photo"), upload_to="portraits", blank=True, editable=False)
    bio = models.TextField(_("about me"), max_length=1500, blank=True)
    language = models.CharField(
        _("language of my own texts"),
        max_length=3,
        default="en",
        choices=[(code, content_language(code).native_name) for code in CONTENT_CODES],
    )
    is_trainer = models.BooleanField(_("Trainer"), default=False)
    is_mentor = models.BooleanField(_("Mentor"), default=False)
    is_speaker = models.BooleanField(_("Speaker"), default=False)

    name_for = level_field(pgettext_lazy("of a person", "name"))
    photo_for = level_field(_("photo"))
    workplace_for = level_field(_("beneficiary, agency and institution"))
    position_for = level_field(pgettext_lazy("at work", "position"))
    expertise_for = level_field(_("expertise"))
    languages_for = level_field(_("languages spoken"))
    bio_for = level_field(_("about me"))
    availability_for = level_field(_("availability"))
    experience_for = level_field(_("what I have done"))
    contact_for = level_field(_("messages through the portal"))

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")
        ordering = ["name_order", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["name_order"])]

    def __str__(self) -> str:
        return str(self.member)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name_order = name_order(self.member.user)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Nobody can write without an account, so messages are never from everybody."""
        super().clean()
        if self.contact_for == Level.PUBLIC:
            raise ValidationError({"contact_for": _("Only members can write through the portal.")})


def name_order(user: Any) -> str:
    """Family name first, in the letters by which all spellings meet."""
    return fold(f"{user.last_name} {user.first_name}")
