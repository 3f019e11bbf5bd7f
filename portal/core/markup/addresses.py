"""What in running text is an address for machines: it keeps its script and never gets a mark.

Covers URLs, e-mail addresses, domain names and file names. Bare domain names count only when they end in one of the
domains below, because a full stop without a space after it ("...на Косову.Затим") is more often a typing slip.
"""

import re

_TOP_LEVEL_DOMAINS = (
    "com|org|net|edu|gov|int|info|mil|eu|rs|me|mk|ba|al|hr|si|bg|gr|at|de|fr|it|nl|be|ch|uk|io|срб|мкд|бг|ею"
)
_FILE_ENDINGS = "pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|rtf|zip|jpe?g|png|svg|webp|mp[34]|html?|ics|json|xml"
# An address may stand in markup, where an escaped space or bracket ends it as the character itself would.
_ADDRESS_CHARACTER = r"(?:[^\s<>\"“”„«»&]|&(?!(?:nbsp|lt|gt|quot|\#160|\#xa0);))"

ADDRESS = re.compile(
    rf"""
      \b[a-zA-Z][a-zA-Z0-9+.-]{{0,20}}://{_ADDRESS_CHARACTER}++
    | \b(?:mailto|tel|urn|doi):(?!\s){_ADDRESS_CHARACTER}++
    | \bwww\.{_ADDRESS_CHARACTER}++
    | (?<![\w.+%-])[\w.+%-]++@[\w-]++(?:\.[\w-]+)++
    | (?<![\w.@-])(?:[\w-]++\.)+(?:{_TOP_LEVEL_DOMAINS})(?!\w)(?:[/:?]{_ADDRESS_CHARACTER}++)?
    | (?<![\w.-])[\w-]++(?:\.[\w-]+)*?\.(?:{_FILE_ENDINGS})(?!\w)
    """,
    re.VERBOSE,
)

#: Without one of these there is no address: a quick first look.
ADDRESS_HINT = re.compile(r"[@:.][^\s.]")
