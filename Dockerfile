# The portal as one image: `web` and `worker` in compose.yaml run it with different commands.
# Building needs nothing but this folder; running needs the variables in .env.example.

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
RUN python -m venv /opt/venv
COPY requirements/base.txt /tmp/base.txt
RUN /opt/venv/bin/pip install --require-hashes --requirement /tmp/base.txt
COPY . /srv/continuum
WORKDIR /srv/continuum
# Compiled catalogues, collected static files and language tables are part of the image: containers start at once and are
# all alike.
# The stand-ins only let the settings load; none of them is kept.
RUN SECRET_KEY=build-only ALLOWED_HOSTS=build BASE_URL=https://build.example DATABASE_URL=sqlite://:memory: \
    EMAIL_URL=smtp://build DJANGO_SETTINGS_MODULE=portal.settings.production VAR_DIR=/srv/continuum/var \
    sh -c '/opt/venv/bin/python manage.py translations compile && /opt/venv/bin/python manage.py collectstatic --noinput \
    && /opt/venv/bin/python manage.py language_tables'

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin continuum
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/continuum /srv/continuum
WORKDIR /srv/continuum
# The code belongs to root; only what a running instance makes belongs to it. It adds its lexicon to the language tables.
RUN mkdir -p var/media var/search var/offline-packs var/maintenance \
    && chown -R continuum:continuum var/media var/search var/offline-packs var/maintenance var/language-tables \
    && chown continuum:continuum var
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=portal.settings.production \
    VAR_DIR=/srv/continuum/var
USER continuum
EXPOSE 8000
VOLUME ["/srv/continuum/var/media", "/srv/continuum/var/search", "/srv/continuum/var/offline-packs", "/srv/continuum/var/maintenance"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-m", "scripts.healthcheck"]
CMD ["gunicorn", "portal.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-", "--no-control-socket"]
