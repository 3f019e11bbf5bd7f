"""Is the portal able to answer?"""

from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from portal.core.maintenance import maintenance


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the database answers; the load balancer asks this.

    While the portal is worked on as well: readers are to get the page that says so, which nobody sends them if the
    portal counts as broken.
    """
    if maintenance():
        return JsonResponse({"status": "maintenance"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return JsonResponse({"status": "ok"})
