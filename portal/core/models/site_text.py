"""Texts of the whole site that an administrator sets: the funding line, the contact, who answers questions."""

from django import forms
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from portal.core.languages.catalogue import CONTENT_CODES


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

    @property
    def question_addresses(self) -> list[str]:
        """Those who answer questions; none when questions cannot be asked."""
        return self.questions_to.split()
