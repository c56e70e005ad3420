"""What editors call the links of a record, where the model names them in code alone."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LABELS = {
    "about": _("about"),
    "accredited_to": _("accredited to"),
    "act": _("act"),
    "actor": _("actor"),
    "agreement": _("agreement"),
    "agreements": _("agreements"),
    "attributed_to": _("said by"),
    "author": _("author"),
    "body": _("body that meets"),
    "broader": _("broader topic"),
    "capacity": _("capacity"),
    "claims": _("claims that differ"),
    "countries": _("countries"),
    "country": _("country"),
    "country_a": _("first country"),
    "country_b": _("second country"),
    "creates": _("bodies it creates"),
    "depositary": _("depositary"),
    "event": _("event"),
    "events": _("events"),
    "founding_agreement": _("founding agreement"),
    "geonames": "GeoNames",
    "host_country": _("host country"),
    "indicator": _("indicator"),
    "lead_picture": _("lead picture"),
    "m49": "UN M49",
    "on_behalf_of": _("on behalf of"),
    "ordinal_scheme": _("way of numbering"),
    "organisation": _("organisation"),
    "parent": _("part of"),
    "partner": _("partner country"),
    "party": _("party"),
    "person": _("person"),
    "picture": _("picture"),
    "place": _("place"),
    "post": _("post"),
    "publisher": _("publisher"),
    "related": _("related articles"),
    "reporter": _("reporting country"),
    "rescheduled_from": _("rescheduled from"),
    "resolved_claim": _("claim that holds"),
    "seat": _("seat"),
    "series": _("series"),
    "side": pgettext_lazy("whom somebody speaks or signs for", "side"),
    "source": _("source"),
    "sources": _("sources"),
    "speaker": _("speaker"),
    "tenure": _("post held"),
    "topics": _("topics"),
    "visiting_country": _("visiting country"),
}

# What a citation may support, beside the record as a whole.
SUPPORTED = {
    "claim": _("Claims"),
    "tenure": _("Posts held"),
    "membership": _("Memberships"),
    "act": _("Acts"),
    "observation": _("Figures"),
    "quote_of": _("Quotes"),
}


def label_of(db_field):
    """The model's own label; where that is only the field's name, ours."""
    named = db_field.verbose_name
    return (
        LABELS.get(db_field.name, named)
        if isinstance(named, str) and named == db_field.name.replace("_", " ")
        else named
    )
