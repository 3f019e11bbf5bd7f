"""Working translations: where they are, and saying that somebody who speaks the language has read them."""
