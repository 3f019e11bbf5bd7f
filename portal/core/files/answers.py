"""How files are sent: headers that keep a browser from running them and others from keeping closed ones."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponseBase
from django.utils.cache import patch_cache_control

#: Nothing inside a file may load or run anything, even if somebody gets a browser to show it as a page.
_NOTHING: Final = "default-src 'none'"


def finish_file(response: HttpResponseBase, *, public: bool, seconds: int) -> None:
    """Sets the headers of a file.

    A public one may be kept by anybody for so many seconds; a closed one by nobody, not even the browser of a
    computer that the next colleague will sit down at.
    """
    response["Content-Security-Policy"] = _NOTHING
    response["X-Content-Type-Options"] = "nosniff"
    # Files are compressed in themselves; said here, the middleware does not compress them a second time.
    response["Content-Encoding"] = "identity"
    if public:
        patch_cache_control(response, public=True, max_age=seconds)
    else:
        patch_cache_control(response, private=True, no_store=True)
