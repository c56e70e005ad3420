"""Letters to partners whose webhook was disabled. In English, like the documents: what they read otherwise is not known."""

from django.core.mail import send_mail

from newsroom.partners.models import Endpoint

SUBJECT = "Your webhook was disabled"
LETTER = """\
Since {since:%Y-%m-%d %H:%M} UTC nothing is sent any more to your webhook

    {url}

{why}

What becomes public meanwhile waits for 30 days. Once your receiver answers again, send a ping to

    POST {origin}/api/v1/webhooks/{id}/ping

and it is active again; all that waits follows. The attempts are listed at

    {origin}/api/v1/webhooks/{id}/deliveries
"""
WHY = {
    Endpoint.Reason.GONE: "because it answered 410 Gone.",
    Endpoint.Reason.FAILING: "because no message has arrived there for five days.",
    Endpoint.Reason.DESK: "because an administrator of ours disabled it.",
}


def warn(endpoint: Endpoint) -> None:
    letter = LETTER.format(
        since=endpoint.state_since,
        url=endpoint.url,
        why=WHY[endpoint.reason],
        origin=endpoint.origin,
        id=endpoint.pk,
    )
    send_mail(SUBJECT, letter, None, [endpoint.partner.contact])
