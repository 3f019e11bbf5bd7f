"""What stands on a page of the glossary."""

import re


def text_of(response):
    """The main part, without markup."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))
