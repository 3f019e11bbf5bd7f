"""Asking for packs as a browser does, and looking into them."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from urllib.parse import urlencode
from zipfile import ZipFile

from bs4 import BeautifulSoup

from search.documents.document import document_id
from search.offline_pack.pack import OfflinePack

FORM = "/en/library/pack/"


def form_of(*pages, language="en"):
    """The form for a reading list of these pages."""
    listed = [("r", document_id(page._meta.label_lower, page.pk)) for page in pages]
    return f"/{language}/library/pack/?{urlencode(listed, safe=':')}"


def ask(client, *pages, languages=("en",), with_files=True):
    """Has a pack made, and returns it as it is then."""
    data = {"languages": languages} | ({"with_files": "on"} if with_files else {})
    response = client.post(form_of(*pages), data)
    assert response.status_code == 302, response.text
    return OfflinePack.objects.get(key=response["Location"].split("/")[-2])


def address(pack, what="", language="en"):
    return f"/{language}/library/pack/{pack.key}/{what}"


def download(client, pack):
    response = client.get(address(pack, "file/"))
    assert (response.status_code, response["Content-Type"]) == (200, "application/zip")
    assert response["Content-Disposition"].startswith('attachment; filename="continuum-')
    # Read to its end, the file is closed.
    return b"".join(response.streaming_content)


def unpacked(data):
    """All files by their names, once their checksums have been compared."""
    with ZipFile(BytesIO(data)) as zipped:
        assert zipped.testzip() is None
        files = {name: zipped.read(name) for name in zipped.namelist()}
    lines = files["SHA256SUMS"].decode().splitlines()
    assert dict(line.split("  ")[::-1] for line in lines) == {
        name: sha256(content).hexdigest() for name, content in files.items() if name != "SHA256SUMS"
    }
    return files


def packed(client, *pages, **options):
    """The files of a pack that is asked for."""
    return unpacked(download(client, ask(client, *pages, **options)))


def page_in(files, name):
    return BeautifulSoup(files[name].decode(), "html.parser")


def said(files):
    """Everything that text files of the pack say."""
    return "\n".join(
        content.decode() for name, content in files.items() if name.endswith((".html", ".js", ".txt", "SUMS"))
    )
