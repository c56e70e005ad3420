from newsroom.partners.models.partner import Key, Partner
from newsroom.partners.models.usage import Counter, Delivery, KeyUse
from newsroom.partners.models.webhook import Answered, Dispatch, Endpoint

__all__ = ["Answered", "Counter", "Delivery", "Dispatch", "Endpoint", "Key", "KeyUse", "Partner"]
