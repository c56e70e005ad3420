from relations.models.actors import Actor, ActorName, Identifier, Membership
from relations.models.agreements import Agreement, AgreementAct, AgreementParty, Signature
from relations.models.claims import Claim, Dispute, Quote
from relations.models.dossiers import Dossier
from relations.models.events import Event, Participation, Series
from relations.models.figures import Indicator, Observation
from relations.models.pictures import Picture
from relations.models.places import Place
from relations.models.posts import Attestation, Capacity, Post, PostTitle, Tenure
from relations.models.record import Part, Record
from relations.models.sources import Citation, Source
from relations.models.topics import Topic

__all__ = [
    "Actor",
    "ActorName",
    "Agreement",
    "AgreementAct",
    "AgreementParty",
    "Attestation",
    "Capacity",
    "Citation",
    "Claim",
    "Dispute",
    "Dossier",
    "Event",
    "Identifier",
    "Indicator",
    "Membership",
    "Observation",
    "Part",
    "Participation",
    "Picture",
    "Place",
    "Post",
    "PostTitle",
    "Quote",
    "Record",
    "Series",
    "Signature",
    "Source",
    "Tenure",
    "Topic",
]
