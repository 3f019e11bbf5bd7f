"""`/oai`, with GET and POST."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.core.markup.xml_writing import XmlWriter
from search.oai.answers import answer_to
from search.oai.arguments import Asked, asked
from search.oai.errors import ProtocolError
from search.oai.moments import written

_NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
_ROOT = {
    "xmlns": _NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_NAMESPACE} {_NAMESPACE}OAI-PMH.xsd",
}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def oai(request: HttpRequest) -> HttpResponse:
    """What is public, and nothing else, whoever asks. Nothing is changed by it, so POST needs no token of a form."""
    xml = XmlWriter()
    with xml.element("OAI-PMH", _ROOT):
        xml.line("responseDate", written(timezone.now()))
        _write_answer(xml, request)
    return HttpResponse(xml.finished(), content_type="text/xml; charset=utf-8", headers={"Content-Language": "mul"})


def _write_answer(xml: XmlWriter, request: HttpRequest) -> None:
    address = request.build_absolute_uri(request.path)
    question: Asked | None = None
    try:
        question = asked(request.POST if request.method == "POST" else request.GET)
        write = answer_to(question, request)
    except ProtocolError as error:
        xml.line("request", address, None if error.is_of_request or question is None else question.echoed)
        xml.line("error", error.message, {"code": error.code})
        return
    xml.line("request", address, question.echoed)
    with xml.element(question.verb):
        write(xml)
