from collections.abc import Iterator
from itertools import product

from django.utils.translation import gettext as _

from newsroom.desk.checks.dates import certainly_before
from newsroom.desk.checks.message import Message, Subject, error, warning
from newsroom.desk.compose.lifecycle import dates_of, laterality
from relations.values.vocabularies import ActorType, ActStage, AgreementType, Laterality, PartyKind

# What binds states or organisations alone; ministries and companies conclude the other types too.
BETWEEN_STATES = {
    AgreementType.TREATY,
    AgreementType.CONVENTION,
    AgreementType.AGREEMENT,
    AgreementType.PROTOCOL,
    AgreementType.EXCHANGE_OF_NOTES,
}
CONSENT = (ActStage.APPROVED, ActStage.RATIFIED, ActStage.ACCEPTED)

# No act of the first group comes after one of the second.
ORDER = (
    ((ActStage.SIGNED,), CONSENT),
    ((ActStage.SIGNED,), (ActStage.IN_FORCE,)),
    (CONSENT, (ActStage.IN_FORCE,)),
)


def has_parties(subject: Subject) -> Iterator[Message]:
    """7: an agreement has parties; a bilateral one between states has two states or organisations."""
    row = subject.row
    parties = row.parties.all()
    if not parties:
        yield error("parties-missing", "parties", _("Record the parties."))
    if laterality(row) == Laterality.BILATERAL and row.type in BETWEEN_STATES:
        others = [party for party in parties if party.kind not in (PartyKind.STATE, PartyKind.ORGANISATION)]
        if others:
            text = _("“%(actor)s” is neither a state nor an organisation. Choose another type or party.")
            yield error("party-not-a-state", "parties", text, actor=others[0].actor.key)


def acts_are_of_parties(subject: Subject) -> Iterator[Message]:
    """7: acts and signatures are those of the parties."""
    row = subject.row
    parties = {party.actor_id for party in row.parties.all()}
    for act in row.acts.all():
        if act.party_id and act.party_id not in parties:
            yield error("act-of-stranger", f"acts.{act.key}", _("“%(actor)s” is not a party."), actor=act.party.key)
        for signature in act.signatures.all():
            if signature.side_id not in parties:
                text = _("The signature is for “%(actor)s”, which is not a party.")
                yield error("signature-for-stranger", f"acts.{act.key}", text, actor=signature.side.key)


def acts_in_order(subject: Subject) -> Iterator[Message]:
    """8: signed, then ratified, then in force."""
    for earlier, later in ORDER:
        pairs = product(dates_of(subject.row, *earlier), dates_of(subject.row, *later))
        if any(certainly_before(second, first) for first, second in pairs):
            text = _("“%(earlier)s” is dated after “%(later)s”.")
            yield error("acts-out-of-order", "acts", text, earlier=earlier[0].label, later=later[0].label)


def ratified_was_signed(subject: Subject) -> Iterator[Message]:
    """8: what was ratified had been signed or acceded to."""
    stages = {act.stage for act in subject.row.acts.all()}
    if stages & set(CONSENT) and not stages & {ActStage.SIGNED, ActStage.ACCEDED}:
        yield warning("ratified-not-signed", "acts", _("Record when it was signed, or acceded to."))


def signing_is_recorded(subject: Subject) -> Iterator[Message]:
    """6, the other way: a signature has an event."""
    for act in subject.row.acts.all():
        if act.stage == ActStage.SIGNED and not act.event:
            yield warning("signing-not-recorded", f"acts.{act.key}", _("At which event was it signed?"))


def body_was_created(subject: Subject) -> Iterator[Message]:
    """10: the agreement named as founding a body creates it, and the body's members are parties."""
    row = subject.row
    agreement = row.founding_agreement
    if row.type != ActorType.JOINT_BODY or not agreement:
        return
    if row not in agreement.creates.all():
        text = _("“%(agreement)s” does not name this body among those it creates.")
        yield error("body-not-created", "founding_agreement", text, agreement=agreement.key)
    parties = set(agreement.parties.values_list("actor", flat=True))
    for membership in row.members.select_related("member"):
        if not {membership.member_id, membership.member.country_id} & parties:
            text = _("Its member “%(member)s” is not a party to the founding agreement.")
            yield error("member-not-a-party", "founding_agreement", text, member=membership.member.key)
