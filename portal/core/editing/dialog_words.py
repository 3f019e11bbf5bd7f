"""Words of Wagtail's dialogs that it does not offer for translation.

The fields of its dialogs for links are named after their variables, in English. The tab "Search" of the choosers is
named when Wagtail is loaded, when nobody's language is known yet.
"""

from django.utils.translation import gettext_lazy as _


def translate_dialogs() -> None:
    """Names them in the language of whoever opens the dialog. Called once, when the apps are loaded."""
    from wagtail.admin.forms import choosers
    from wagtail.admin.viewsets.chooser import ChooserViewSet

    ChooserViewSet.search_tab_label = _("Search")
    for form in (
        choosers.ExternalLinkChooserForm,
        choosers.AnchorLinkChooserForm,
        choosers.EmailLinkChooserForm,
        choosers.PhoneLinkChooserForm,
    ):
        form.base_fields["link_text"].label = _("Link text")
    choosers.EmailLinkChooserForm.base_fields["email_address"].label = _("Email address")
    choosers.EmailLinkChooserForm.base_fields["subject"].label = _("Subject")
    choosers.EmailLinkChooserForm.base_fields["body"].label = _("Text of the e-mail")
    choosers.PhoneLinkChooserForm.base_fields["phone_number"].label = _("Phone number")
