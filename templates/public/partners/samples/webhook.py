# pip install standardwebhooks
from standardwebhooks import Webhook, WebhookVerificationError


def receive(secret, headers, body):
    """The event, or None where the request is not from us. `body` is the bytes as they came."""
    try:
        return Webhook(secret).verify(body, headers)
    except WebhookVerificationError:
        return None
