"""Permissions that belong to no single model: to edit source texts, and to translate into one language."""

from django.db import models


class LanguagePermission(models.Model):
    """Has no table: it only gives Django's permission system something to hang the permissions on."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            ("edit_source", "Can edit the source text of a page"),
            ("translate_en", "Can translate into English"),
            ("translate_sq", "Can translate into Albanian"),
            ("translate_bs", "Can translate into Bosnian"),
            ("translate_cnr", "Can translate into Montenegrin"),
            ("translate_mk", "Can translate into Macedonian"),
            ("translate_sr", "Can translate into Serbian"),
        ]
        verbose_name = "language permission"

    def __str__(self) -> str:
        return "language permission"
