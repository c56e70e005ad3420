from collections.abc import Iterator
from itertools import combinations, pairwise

from django.db.models.functions import Length
from django.utils.translation import gettext as _

from newsroom.desk.checks.dates import certainly_before
from newsroom.desk.checks.message import Message, Subject, error, warning
from relations.models import ActorName, Post, Tenure
from relations.values.intervals import certainly_overlap, ends
from relations.values.transliteration import fold
from relations.values.vocabularies import ActorType, CapacityType, MembershipStatus, NameKind, NameMatch

ON_BEHALF = {CapacityType.SPECIAL_ENVOY, CapacityType.PERSONAL_REPRESENTATIVE, CapacityType.ON_BEHALF_OF}

# Folding changes the length of a name by no more than this.
SLACK = 3


def one_holder_at_a_time(subject: Subject) -> Iterator[Message]:
    """13: a post for one has one holder, but for the day of a handover and for those acting."""
    mine = [tenure for tenure in subject.row.tenures.all() if tenure.post.single_holder and not tenure.acting]
    others = Tenure.objects.filter(post__in=[tenure.post_id for tenure in mine], acting=False)
    for other in others.exclude(person=subject.row).select_related("person"):
        for tenure in mine:
            if tenure.post_id == other.post_id and certainly_overlap(tenure.start, tenure.end, other.start, other.end):
                text = _("%(person)s held this post at the same time. Record when one of them left it.")
                yield error("two-holders", f"tenures.{tenure.key}", text, person=other.person.key)


def titles_do_not_overlap(subject: Subject) -> Iterator[Message]:
    """15: a post has one title at a time."""
    for first, second in combinations(dated_titles(subject.row), 2):
        if certainly_overlap(*ends(first.valid), *ends(second.valid)):
            text = _("The titles of %(first)s and %(second)s overlap.")
            yield error("titles-overlap", "titles", text, first=first.valid, second=second.valid)


def titles_without_gap(subject: Subject) -> Iterator[Message]:
    """15: between two titles there is none without a name, unless one is for all other times."""
    titles = dated_titles(subject.row)
    if len(titles) < len(subject.row.titles.all()):
        return
    for first, second in pairwise(sorted(titles, key=lambda title: title.valid.sort_key)):
        until, since = first.valid.upper, second.valid.lower
        if until and since and (since - until).days > 1:
            text = _("No title is recorded between %(first)s and %(second)s.")
            yield warning("title-missing", "titles", text, first=first.valid, second=second.valid)


def dated_titles(row: Post) -> list:
    return [title for title in row.titles.all() if title.valid]


def envoy_is_of_somebody(subject: Subject) -> Iterator[Message]:
    """17: an envoy is somebody's."""
    if subject.row.type in ON_BEHALF and not subject.row.on_behalf_of:
        yield error("on-behalf-missing", "on_behalf_of", _("Say on whose behalf."))


def membership_in_lifetime(subject: Subject) -> Iterator[Message]:
    """18: nobody belongs to an organisation before it is founded or after it is dissolved."""
    for membership in subject.row.memberships.all():
        founded, dissolved = membership.organisation.founded, membership.organisation.dissolved
        ends = (membership.start, membership.end)
        if any(certainly_before(end, founded) or certainly_before(dissolved, end) for end in ends):
            text = _("The membership lies outside the lifetime of “%(organisation)s”.")
            key = membership.organisation.key
            yield error("membership-outside", f"memberships.{membership.key}", text, organisation=key)


def one_full_membership(subject: Subject) -> Iterator[Message]:
    """18: full membership is recorded once."""
    full = [membership for membership in subject.row.memberships.all() if membership.status == MembershipStatus.FULL]
    for first, second in combinations(full, 2):
        if first.organisation_id == second.organisation_id and periods_meet(first, second):
            text = _("Full membership of “%(organisation)s” is recorded twice for the same time.")
            yield warning("member-twice", f"memberships.{second.key}", text, organisation=first.organisation.key)


def periods_meet(first, second) -> bool:
    """Whether two memberships may hold on the same day."""
    return not (certainly_before(first.end, second.start) or certainly_before(second.end, first.start))


def names_are_of_one(subject: Subject) -> Iterator[Message]:
    """30: a name that is always recognised in texts belongs to one actor."""
    for name in always_matched(subject):
        lengths = (len(name.form) - SLACK, len(name.form) + SLACK)
        others = ActorName.objects.filter(match=NameMatch.ALWAYS, lang=name.lang).exclude(actor=subject.row)
        near = others.annotate(length=Length("form")).filter(length__range=lengths)
        for form, actor in near.values_list("form", "actor__key"):
            if fold(form) == fold(name.form):
                text = _("“%(form)s” also names “%(actor)s”. Let one of them be recognised after the full name only.")
                yield error("name-of-two", f"names.{name.key}", text, form=name.form, actor=actor)


def names_are_distinctive(subject: Subject) -> Iterator[Message]:
    """31: a short name or a common phrase is found where nobody is meant."""
    for name in always_matched(subject):
        short = sum(map(str.isalpha, name.form)) < 4 and name.kind != NameKind.ACRONYM
        common = name.form.islower() and " " in name.form
        if short or common:
            text = _("“%(form)s” may be found where nobody is meant. Match it after the full name, or never.")
            yield warning("name-too-common", f"names.{name.key}", text, form=name.form)


def always_matched(subject: Subject) -> list[ActorName]:
    names = subject.row.names.all()
    return [name for name in names if name.match == NameMatch.ALWAYS and name.lang == subject.language]


def gender_is_known(subject: Subject) -> Iterator[Message]:
    """37: Arabic and French titles have two forms, so a person shown in a post has a gender."""
    row = subject.row
    if row.type == ActorType.PERSON and not row.gender and row.tenures.all():
        yield from gender_missing(subject, "gender", row.key)


def gender_missing(subject: Subject, field: str, person: str) -> Iterator[Message]:
    if subject.language in ("ar", "fr"):
        text = _("Record the gender of “%(person)s”: the title has two forms in this language.")
        yield error("gender-unknown", field, text, person=person)


def participants_have_gender(subject: Subject) -> Iterator[Message]:
    """37, at an event."""
    for part in subject.row.participations.all():
        if part.post and part.person and not (part.person.gender or part.holder_gender):
            yield from gender_missing(subject, f"participations.{part.key}", part.person.key)


def signatories_have_gender(subject: Subject) -> Iterator[Message]:
    """37, under an agreement."""
    for act in subject.row.acts.all():
        for signature in act.signatures.all():
            if signature.post and signature.person and not signature.person.gender:
                yield from gender_missing(subject, f"acts.{act.key}", signature.person.key)
