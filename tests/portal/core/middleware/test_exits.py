"""What leaves the portal as text has its script and the footnote; nothing else is touched."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from portal.core.middleware.exits import TextExitMiddleware

LATIN = '<html lang="sr-Latn"><head><title>Косово</title></head><body><p>Џуниор и Косово.</p></body></html>'


def leave(response, path="/sr-latn/x/", code="sr-latn"):
    request = RequestFactory().get(path)
    request.LANGUAGE_CODE = code
    return TextExitMiddleware(lambda _request: response)(request)


def test_a_page_leaves_in_its_script_and_with_the_footnote():
    html = leave(HttpResponse(LATIN)).content.decode()
    assert "<title>Kosovo*</title>" in html
    assert "<p>Džunior i Kosovo*.</p>" in html
    assert html.count('id="status-note"') == 1


def test_the_length_of_a_page_is_told_as_it_left():
    response = HttpResponse(LATIN)
    response["Content-Length"] = str(len(response.content))
    left = leave(response)
    assert left["Content-Length"] == str(len(left.content))


def test_a_page_without_cyrillic_and_without_a_mention_is_sent_as_it_is():
    html = '<html lang="sq"><body><p>Plani i lirimit.</p></body></html>'
    assert leave(HttpResponse(html), "/sq/x/", "sq").content.decode() == html


@pytest.mark.parametrize("path", ["/admin/pages/1/edit/", "/admin/"])
def test_where_texts_are_written_they_are_shown_as_stored(path):
    assert leave(HttpResponse(LATIN), path).content.decode() == LATIN


def test_what_is_not_html_is_left_alone():
    assert leave(HttpResponse(LATIN, content_type="text/plain")).content.decode() == LATIN
    streamed = leave(StreamingHttpResponse([LATIN]))
    assert b"".join(streamed.streaming_content).decode() == LATIN


def test_other_character_sets_survive():
    response = HttpResponse(LATIN, content_type="text/html; charset=utf-16")
    left = leave(response)
    assert "Džunior" in left.content.decode("utf-16")


def test_an_error_page_passes_the_exit_too(client, db):
    response = client.get("/sr-latn/nema-takve-strane/")
    assert response.status_code == 404
    assert 'lang="sr-Latn"' in response.content.decode()
