"""What of the network is to be translated and is no page."""

from django.utils.translation import gettext_lazy as _

from network.translating.waiting import records_to_translate
from portal.core.registries.translations import register_translations

register_translations(_("Records of meetings"), records_to_translate)
