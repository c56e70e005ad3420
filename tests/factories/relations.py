"""Facts with valid minimal defaults, named in all four languages. Pass `name_fr=""` to take a language away."""

from factory import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory, ImageField

from relations import models
from relations.values.vocabularies import (
    ActorType,
    ActStage,
    AgreementType,
    CapacityType,
    DisputeKind,
    EventType,
    Flow,
    Measure,
    MembershipStatus,
    ParticipationRole,
    PlaceType,
    PostRole,
    SourceType,
    UnitKind,
)


def numbered(text: str) -> Sequence:
    return Sequence(lambda n: f"{text} {n}")


def key(text: str) -> Sequence:
    return Sequence(lambda n: f"{text}-{n}")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = models.Actor

    key = key("person")
    type = ActorType.PERSON
    gender = "m"
    name_en = numbered("Person")
    name_fr = numbered("Personne")
    name_ar = numbered("شخص")
    name_az = numbered("Şəxs")


class CountryFactory(DjangoModelFactory):
    class Meta:
        model = models.Actor

    key = key("country")
    type = ActorType.COUNTRY
    name_en = numbered("Country")
    name_fr = numbered("Pays")
    name_ar = numbered("بلد")
    name_az = numbered("Ölkə")


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = models.Actor

    key = key("organisation")
    type = ActorType.MULTILATERAL_ORGANISATION
    name_en = numbered("Organisation")
    name_fr = numbered("Organisme")
    name_ar = numbered("منظمة")
    name_az = numbered("Təşkilat")


class MediaFactory(OrganisationFactory):
    key = key("outlet")
    type = ActorType.MEDIA


class JointBodyFactory(OrganisationFactory):
    key = key("body")
    type = ActorType.JOINT_BODY


class ActorNameFactory(DjangoModelFactory):
    class Meta:
        model = models.ActorName

    actor = SubFactory(PersonFactory)
    lang = "en"
    form = numbered("Known also as")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = models.Membership

    member = SubFactory(CountryFactory)
    organisation = SubFactory(OrganisationFactory)
    status = MembershipStatus.FULL


class PlaceFactory(DjangoModelFactory):
    class Meta:
        model = models.Place

    key = key("place")
    type = PlaceType.CITY
    name_en = numbered("City")
    name_fr = numbered("Ville")
    name_ar = numbered("مدينة")
    name_az = numbered("Şəhər")


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = models.Topic

    key = key("topic")
    name_en = numbered("Topic")
    name_fr = numbered("Thème")
    name_ar = numbered("موضوع")
    name_az = numbered("Mövzu")


class PostFactory(DjangoModelFactory):
    """A post without titles; PostTitleFactory names it."""

    class Meta:
        model = models.Post

    key = key("post")
    role = PostRole.MINISTER
    country = SubFactory(CountryFactory)


class PostTitleFactory(DjangoModelFactory):
    class Meta:
        model = models.PostTitle

    post = SubFactory(PostFactory)
    title_en = numbered("Minister")
    title_fr = numbered("Ministre")
    title_ar = numbered("وزير")
    title_az = numbered("Nazir")


class TenureFactory(DjangoModelFactory):
    class Meta:
        model = models.Tenure

    person = SubFactory(PersonFactory)
    post = SubFactory(PostFactory)


class AttestationFactory(DjangoModelFactory):
    class Meta:
        model = models.Attestation

    tenure = SubFactory(TenureFactory)
    on = "2025-04-21"


class CapacityFactory(DjangoModelFactory):
    class Meta:
        model = models.Capacity

    key = key("capacity")
    type = CapacityType.HEAD_OF_DELEGATION
    title_en = numbered("Head of delegation")
    title_fr = numbered("Chef de délégation")
    title_ar = numbered("رئيس الوفد")
    title_az = numbered("Nümayəndə heyətinin rəhbəri")


class SeriesFactory(DjangoModelFactory):
    class Meta:
        model = models.Series

    key = key("series")
    name_en = numbered("Consultations")
    name_fr = numbered("Concertations")
    name_ar = numbered("مشاورات")
    name_az = numbered("Məsləhətləşmələr")


class PictureFactory(DjangoModelFactory):
    """Writes a small file: point MEDIA_ROOT elsewhere first."""

    class Meta:
        model = models.Picture

    key = key("picture")
    file = ImageField(width=40, height=30)
    alt_en = numbered("Two men at a table")
    alt_fr = numbered("Deux hommes à une table")
    alt_ar = numbered("رجلان إلى طاولة")
    alt_az = numbered("Masa arxasında iki kişi")


class EventFactory(DjangoModelFactory):
    class Meta:
        model = models.Event

    key = key("event")
    type = EventType.TALKS
    date = "2025-04-21"
    title_en = numbered("Talks")
    title_fr = numbered("Entretiens")
    title_ar = numbered("محادثات")
    title_az = numbered("Danışıqlar")


class ParticipationFactory(DjangoModelFactory):
    class Meta:
        model = models.Participation

    event = SubFactory(EventFactory)
    person = SubFactory(PersonFactory)
    role = ParticipationRole.PARTICIPANT


class AgreementFactory(DjangoModelFactory):
    class Meta:
        model = models.Agreement

    key = key("agreement")
    type = AgreementType.AGREEMENT
    descriptive_title_en = numbered("Agreement on visas")
    descriptive_title_fr = numbered("Accord sur les visas")
    descriptive_title_ar = numbered("اتفاق التأشيرات")
    descriptive_title_az = numbered("Viza sazişi")


class AgreementPartyFactory(DjangoModelFactory):
    class Meta:
        model = models.AgreementParty

    agreement = SubFactory(AgreementFactory)
    actor = SubFactory(CountryFactory)


class AgreementActFactory(DjangoModelFactory):
    class Meta:
        model = models.AgreementAct

    agreement = SubFactory(AgreementFactory)
    stage = ActStage.SIGNED
    date = "2025-04-21"


class SignatureFactory(DjangoModelFactory):
    class Meta:
        model = models.Signature

    act = SubFactory(AgreementActFactory)
    person = SubFactory(PersonFactory)
    side = SubFactory(CountryFactory)


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = models.Source

    key = key("source")
    type = SourceType.AGENCY
    title = numbered("Dispatch")
    url = Sequence(lambda n: f"https://agency.example/{n}")
    lang = "en"
    published = "2025-04-22"
    publisher = SubFactory(MediaFactory)


class CitationFactory(DjangoModelFactory):
    """`record` takes any record: CitationFactory(record=event)."""

    class Meta:
        model = models.Citation

    record = SubFactory(EventFactory)
    source = SubFactory(SourceFactory)


class ClaimFactory(DjangoModelFactory):
    class Meta:
        model = models.Claim

    key = key("claim")
    record = SubFactory(EventFactory)
    text_en = numbered("Claimed")
    text_fr = numbered("Affirmé")
    text_ar = numbered("قيل")
    text_az = numbered("Deyilib")


class DisputeFactory(DjangoModelFactory):
    class Meta:
        model = models.Dispute

    key = key("dispute")
    record = SubFactory(EventFactory)
    kind = DisputeKind.DATE
    statement_en = numbered("Sources differ")
    statement_fr = numbered("Les sources divergent")
    statement_ar = numbered("تختلف المصادر")
    statement_az = numbered("Mənbələr fərqlənir")


class QuoteFactory(DjangoModelFactory):
    class Meta:
        model = models.Quote

    key = key("quote")
    record = SubFactory(EventFactory)
    speaker = SubFactory(PersonFactory)
    text = numbered("We agreed")
    lang = "en"


class IndicatorFactory(DjangoModelFactory):
    class Meta:
        model = models.Indicator

    key = key("indicator")
    unit_kind = UnitKind.MONEY
    measure = Measure.VALUE
    flow = Flow.TURNOVER
    name_en = numbered("Trade")
    name_fr = numbered("Commerce")
    name_ar = numbered("تجارة")
    name_az = numbered("Ticarət")


class DossierFactory(DjangoModelFactory):
    """The pair follows from the codes of the two countries."""

    class Meta:
        model = models.Dossier

    country_a = SubFactory(CountryFactory, iso3="AZE")
    country_b = SubFactory(CountryFactory, iso3="DZA")
    pair = LazyAttribute(lambda dossier: f"{dossier.country_a.iso3}-{dossier.country_b.iso3}")
    key = LazyAttribute(lambda dossier: dossier.pair.lower())
    title_en = numbered("Dossier")
    title_fr = numbered("Dossier")
    title_ar = numbered("ملف")
    title_az = numbered("Dosye")


class ObservationFactory(DjangoModelFactory):
    class Meta:
        model = models.Observation

    dossier = SubFactory(DossierFactory)
    indicator = SubFactory(IndicatorFactory)
    reporter = SubFactory(CountryFactory)
    value = 2_000_000
    as_of = "2023"
