"""A question to people: the form, and the letter that it becomes. Nothing of it is stored."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext_lazy as _

from portal.accounts.mail import compose
from portal.core.languages.catalogue import Language, get_language
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models import Beneficiary
from portal.vocabulary.words import beneficiary_words

#: Characters; whoever has more to say says it in the answer.
MAX_QUESTION = 2_000

#: In which those who answer work together: their letter is in it, the question in that of whoever asks.
_LETTER_LANGUAGE = get_language("en")


def _beneficiaries() -> list[tuple[str, str]]:
    """None, then all in the alphabetical order of the reader's language."""
    words = alphabetical(beneficiary_words().values(), "name")
    return [("", "–"), *((word.code, word.name) for word in words)]


class QuestionForm(forms.Form):
    question = forms.CharField(label=_("Your question"), max_length=MAX_QUESTION, widget=forms.Textarea({"rows": 6}))
    reply_to = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The answer is sent there."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    beneficiary = forms.ChoiceField(
        label=_("Beneficiary"),
        required=False,
        choices=_beneficiaries,
        help_text=_("If the question is about one of them."),
    )
    #: People do not see it; what fills in everything gives itself away.
    homepage = forms.CharField(
        label=_("Leave this empty"), required=False, widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"})
    )

    @property
    def shown(self) -> list[forms.BoundField]:
        return [self[name] for name in ("question", "reply_to", "beneficiary")]

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.cleaned_data["homepage"])

    def letter(self, addresses: list[str], asked_in: Language) -> EmailMessage:
        """To those who answer; what they answer goes to whoever asks."""
        code = self.cleaned_data["beneficiary"]
        context = {
            "question": self.cleaned_data["question"],
            "reply_to": self.cleaned_data["reply_to"],
            "beneficiary": Beneficiary.objects.get(code=code) if code else None,
            "language": asked_in.english_name,
            "site_name": settings.WAGTAIL_SITE_NAME,
        }
        subject, body = compose("search/mail/question", context, _LETTER_LANGUAGE)
        headers = {"Content-Language": _LETTER_LANGUAGE.html_lang}
        return EmailMessage(subject, body, to=addresses, reply_to=[context["reply_to"]], headers=headers)
