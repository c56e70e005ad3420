"""Messages are written in the transaction that publishes: either both are kept, or neither."""

from collections.abc import Callable, Sequence

from django.utils import timezone

from newsroom.partners.models import Dispatch, Endpoint
from newsroom.partners.webhooks import messages
from newsroom.partners.webhooks.messages import Event

# Which of these records involve any of these countries.
type Involving = Callable[[set[str], Sequence[str]], set[str]]


def announce(events: Sequence[Event], involving: Involving) -> None:
    """
    A message of each event for each endpoint that wants it, whatever its state: what waits while an endpoint is not
    active goes out once it is.
    """
    # Locked in one order, so that none is deleted meanwhile, and no two publications wait for each other.
    endpoints = list(Endpoint.objects.entitled().select_for_update(of=("self",), no_key=True).order_by("pk"))
    if not endpoints:
        return
    now = timezone.now()
    Dispatch.objects.bulk_create(
        messages.of_event(event, endpoint, now)
        for endpoint in endpoints
        for event in wanted(endpoint, events, involving)
    )


def wanted(endpoint: Endpoint, events: Sequence[Event], involving: Involving) -> list[Event]:
    """Filters only hide. That something was taken back is for all who may have it, whatever country they ask for."""
    found = [event for event in events if wants(endpoint, event)]
    if not found or not endpoint.countries:
        return found
    involved = involving({event.uid for event in found}, endpoint.countries)
    return [event for event in found if event.uid in involved or event.action in messages.TAKEN_BACK]


def wants(endpoint: Endpoint, event: Event) -> bool:
    pairs = ((event.type, endpoint.types), (event.kind, endpoint.kinds), (event.language, endpoint.languages))
    return all(not named or value in named for value, named in pairs)
