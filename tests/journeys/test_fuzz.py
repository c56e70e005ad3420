"""
The OpenAPI document taken at its word by a program of others, which asks what the document allows and what it forbids:
strangers and keys of every tier, over the whole corpus. `make fuzz` asks each operation 300 questions.
"""

import os

import pytest
import schemathesis
from django.utils import timezone
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode

from newsroom.wsgi import application
from tests.partners.conftest import bearing, new_key

pytestmark = pytest.mark.django_db(databases=["default", "usage"])

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "1"))
# In everyday runs strangers ask the few questions that come first.
TIERS = ("anonymous", "registered", "partner", "wire")[: None if EXAMPLES > 1 else 1]
# What the document says in words alone: these mean nothing without the other.
TOGETHER = {"held_on": "post", "role": "participant"}
# Some tiers have them; the document is for everybody.
LARGER_PAGES = {str(size) for size in range(101, 201)}

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
# The key is the fixture's, not one made up; whether an operation asks for it is a check of its own.
schema.config.generation.update(with_security_parameters=False)


@pytest.fixture
def headers(corpus, request, db, kept_connections):
    """As a client that takes answers as they are."""
    key = {} if request.param == "anonymous" else bearing(new_key(request.param))
    return {**key, "Accept-Encoding": "identity"}


@pytest.mark.parametrize("headers", TIERS, indirect=True)
@schema.parametrize()
@settings(max_examples=EXAMPLES, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_api_does_what_its_document_says(case, headers):
    if case.meta.generation.mode is GenerationMode.POSITIVE:
        settle(case.query)
        # One that came before with another body is refused.
        case.headers.pop("Idempotency-Key", None)
    elif "Authorization" in headers and str(case.query.get("page_size")) in LARGER_PAGES:
        case.query["page_size"] = 201

    case.call_and_validate(headers=headers)


def settle(query: dict) -> None:
    """Takes away what no document can describe: signed cursors, moments to come, checkpoints not given out yet."""
    query.pop("cursor", None)
    if str(query.get("as_of", "")) >= timezone.now().isoformat():
        query.pop("as_of")
    if query.get("since") not in {None, "latest"}:
        query["since"] = 0
    for name, other in TOGETHER.items():
        if other not in query:
            query.pop(name, None)
