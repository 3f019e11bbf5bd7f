"""Texts of the whole site that an administrator sets: the funding line and the contact."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from portal.core.languages.catalogue import CONTENT_CODES


@register_setting(icon="edit")
class SiteText(BaseSiteSetting):
    """No emblem is shipped with the portal: who funds it is said in words, set here."""

    funding_line = models.CharField(
        _("funding line"), max_length=500, blank=True, help_text=_("Shown at the foot of every page.")
    )
    contact_email = models.EmailField(_("contact address"), blank=True)

    panels = [
        MultiFieldPanel([FieldPanel(f"funding_line_{code}") for code in CONTENT_CODES], heading=_("funding line")),
        FieldPanel("contact_email"),
    ]

    class Meta:
        verbose_name = _("texts of the site")

    def __str__(self) -> str:
        return str(_("texts of the site"))
