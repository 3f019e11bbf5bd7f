"""The user: signs in by e-mail address, reads in one of seven renderings."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.addresses import record_address
from portal.core.languages.catalogue import LANGUAGES
from portal.core.text_size import SIZES


class UserManager(BaseUserManager["User"]):
    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Raises ValueError without an e-mail address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, username: str | None) -> User:
        """Signing in does not depend on how the address is capitalised."""
        return self.get(email__iexact=username or "")


class User(AbstractUser):
    """A person with an account. The e-mail address is the name to sign in with; there is no user name."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("There is already an account with this e-mail address.")},
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        default="en",
        choices=[(language.code, language.native_name) for language in LANGUAGES],
        help_text=_("The language the portal writes to this person in."),
    )

    text_size = models.CharField(
        _("text size"),
        max_length=1,
        blank=True,
        choices=[(size, size) for size in SIZES],
        help_text=_("For each device on which this person signs in. Empty: as the device has it."),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def clean(self) -> None:
        super().clean()
        self.email = self.email.lower()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Addresses are kept in lower case, so that one person has one account however they write theirs."""
        self.email = self.email.lower()
        super().save(*args, **kwargs)
        update_fields = kwargs.get("update_fields")
        if self.email and (update_fields is None or "email" in update_fields):
            record_address(self)
