"""Somebody who is written to about new resources, and the link by which they end it."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models

#: A colon would be read as something else by some mail programs.
_signer = Signer(salt="search.following.follower", sep=".")


def new_key() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


class FollowerManager(models.Manager["Follower"]):
    def of_token(self, token: str) -> Follower | None:
        """Whose token it is; None for one that was never given out, or that has been revoked."""
        try:
            return self.filter(key=_signer.unsign(token)).first()
        except BadSignature:
            return None


class Follower(models.Model):
    """A person who has asked for e-mails about new resources, now or earlier.

    The link in each e-mail ends all of them, without signing in. It carries `key`, signed. A new key revokes every
    link that was sent before; the person gets one whenever they ask for e-mails after having had none.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)

    objects = FollowerManager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "follower of searches"
        verbose_name_plural = "followers of searches"

    def __str__(self) -> str:
        return f"user {self.user_id}"

    @property
    def token(self) -> str:
        """What the link is made of."""
        return _signer.sign(self.key)

    def revoke(self) -> None:
        """Voids the links of all e-mails so far."""
        self.key = new_key()
        self.save(update_fields=["key"])


def follower_of(user: Any) -> Follower:
    """The person's record; made when there is none."""
    return Follower.objects.get_or_create(user=user)[0]
