from newsroom.partners.models.partner import Key, Partner
from newsroom.partners.models.usage import Counter, Delivery, KeyUse

__all__ = ["Counter", "Delivery", "Key", "KeyUse", "Partner"]
