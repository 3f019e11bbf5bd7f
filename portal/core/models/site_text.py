"""Texts of the whole site that an administrator sets: the funding line, the contact, who answers questions."""

from __future__ import annotations

from django import forms
from django.core.validators import validate_email
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.pages.addresses import current_site
from portal.core.prepared import Prepared


def validate_addresses(value: str) -> None:
    """Raises ValidationError unless each line is an e-mail address."""
    for address in value.split():
        validate_email(address)


@register_setting(icon="edit")
class SiteText(BaseSiteSetting):
    """No emblem is shipped with the portal: who funds it is said in words, set here."""

    funding_line = models.CharField(
        _("funding line"), max_length=500, blank=True, help_text=_("Shown at the foot of every page.")
    )
    contact_email = models.EmailField(_("contact address"), blank=True)
    questions_to = models.TextField(
        _("questions go to"),
        blank=True,
        max_length=1000,
        validators=[validate_addresses],
        help_text=_(
            "E-mail addresses, one a line. Readers who do not find something in the library can ask these people; "
            "while it is empty, they cannot."
        ),
    )

    panels = [
        MultiFieldPanel([FieldPanel(f"funding_line_{code}") for code in CONTENT_CODES], heading=_("funding line")),
        FieldPanel("contact_email"),
        FieldPanel("questions_to", widget=forms.Textarea(attrs={"rows": 3})),
    ]

    class Meta:
        verbose_name = _("texts of the site")

    def __str__(self) -> str:
        return str(_("texts of the site"))

    @classmethod
    def for_request(cls, request: HttpRequest) -> SiteText:
        """As Wagtail does, once for a request, but without asking which site it is where there is only one.

        Before anything is set there are no texts: then Wagtail makes them.
        """
        name = cls.get_cache_attr_name()
        if not hasattr(request, name):
            site = current_site(request)
            for texts in _OF_ALL_SITES.objects():
                if site is not None and texts.site_id == site.pk:
                    setattr(request, name, texts)
        return super().for_request(request)

    @property
    def question_addresses(self) -> list[str]:
        """Those who answer questions; none when questions cannot be asked."""
        return self.questions_to.split()


_OF_ALL_SITES = Prepared(lambda: models.QuerySet(SiteText))
