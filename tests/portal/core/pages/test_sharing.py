"""A link that opens a mail."""

from urllib.parse import parse_qs, urlsplit

from portal.core.pages.sharing import mail_link
from portal.core.status_note.notes import note_for

ADDRESS = "https://portal.example/sr-latn/practices/plan/"


def parts(link):
    """Subject and text, as a mail program takes them."""
    assert urlsplit(link).scheme == "mailto"
    # A mail program takes a plus sign for what it is.
    fields = parse_qs(urlsplit(link).query.replace("+", "%2B"), strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    return fields["subject"][0], fields["body"][0]


def test_subject_and_address():
    assert parts(mail_link("Plan & release, 100 % + more?", ADDRESS, "en")) == (
        "Plan & release, 100 % + more?",
        ADDRESS,
    )


def test_serbian_in_latin_script():
    assert parts(mail_link("Повереници и ЊЕГА", ADDRESS, "sr-Latn")) == ("Poverenici i NJEGA", ADDRESS)
    assert parts(mail_link("Повереници", ADDRESS, "sr-Cyrl")) == ("Повереници", ADDRESS)


def test_the_footnote_goes_with_a_mention():
    subject, text = parts(mail_link("Plan of Kosovo", "https://portal.example/en/kosovo/", "en"))
    assert (subject, text) == ("Plan of Kosovo*", f"https://portal.example/en/kosovo/\r\n\r\n* {note_for('en')}")


def test_nothing_begins_a_line_of_the_mails_head():
    link = mail_link("Plan\r\nBcc: somebody@portal.example&cc=x", ADDRESS, "en")
    assert parts(link)[0] == "Plan Bcc: somebody@portal.example&cc=x"
    assert "+" not in link
