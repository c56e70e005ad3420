"""What is drawn of a dossier beside its timeline: the API's own numbers, put to scale. Every drawing has a table of the
same numbers, made from the same rows."""

from newsroom.public.pages.charts.disputes import disputes
from newsroom.public.pages.charts.forums import forums
from newsroom.public.pages.charts.network import network
from newsroom.public.pages.charts.places import places
from newsroom.public.pages.charts.register import register
from newsroom.public.pages.charts.trade import trade

__all__ = ["charts_of"]


def charts_of(content: dict) -> dict:
    """For the page of a dossier, as compiled."""
    return {
        "places": places(content),
        "network": network(content),
        "register": register(content["agreements"]),
        "trade": trade(content["trade"]),
        "forums": forums(content["forums"]),
        "disputes": disputes(content["disputes"]),
    }
