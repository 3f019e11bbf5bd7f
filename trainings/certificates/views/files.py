"""How certificates are sent: to be kept by whoever asked, and by nobody on the way."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404, HttpResponse, StreamingHttpResponse

from portal.core.files.answers import finish_file
from trainings.certificates.archive import zipped
from trainings.certificates.document import make_certificate
from trainings.models import Certificate


def certificate_file(certificate: Certificate) -> HttpResponse:
    """Raises Http404 for one whose holder left the network: nobody can have it again."""
    if not certificate.document:
        raise Http404
    answer = HttpResponse(make_certificate(certificate), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="certificate-{certificate.number}.pdf"'
    finish_file(answer, public=False, seconds=0)
    return answer


def certificates_file(certificates: Iterable[Certificate], name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(zipped(certificates), content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    finish_file(answer, public=False, seconds=0)
    return answer
