"""The door that a web server knocks at."""

import os

from django.core.wsgi import get_wsgi_application

from moothall.ground.sqlite.base import serving

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.settings")
application = get_wsgi_application()
serving()
