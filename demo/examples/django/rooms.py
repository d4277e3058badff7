"""A room for signed-in people: copy this file into an app, name its views in urls.py, and set CODE_ROOM_TEAM_SECRET.

    urlpatterns = [path("rooms/<slug:room>", rooms.page), path("rooms/<slug:room>/token", rooms.token)]

The room server has the same secret: CODE_ROOM_ISSUERS='[{"iss": "https://team.example", "secret": "…"}]'
"""

import base64
import hashlib
import hmac
import json
import os
import time
import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render


def room_token(user_id, name, room, role):
    """Lets one person into one room, for ten minutes; the role is interviewer, candidate or observer."""
    now = int(time.time())
    claims = {
        "iss": "https://team.example", "aud": "code-room", "sub": str(user_id), "room": room, "role": role,
        "name": name, "iat": now, "exp": now + 600, "jti": str(uuid.uuid4()), "ver": 1,
    }
    parts = [_encoded(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims)]
    signed = ".".join(parts)
    secret = os.environ["CODE_ROOM_TEAM_SECRET"].encode()
    return f"{signed}.{_encoded(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"


def _encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@login_required
def page(request, room):
    return render(request, "room.html", {"room": room})


@login_required
def token(request, room):
    # Whether this person may enter this room is yours to decide, too.
    # The role is yours to decide: here staff interview.
    role = "interviewer" if request.user.is_staff else "candidate"
    return HttpResponse(room_token(request.user.id, request.user.get_full_name(), room, role), content_type="text/plain")
