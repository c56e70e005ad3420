"""How the desk writes moments in Arabic, which Django leaves as Americans write them."""

DATETIME_FORMAT = "j F Y، H:i"
DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
