"""Every closed list of codes, with labels in the interface languages. Codes are the API's values and never translated."""

from django.db.models.enums import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecordKind(TextChoices):
    ARTICLE = "article", _("article")
    ACTOR = "actor", _("actor")
    EVENT = "event", _("event")
    AGREEMENT = "agreement", _("agreement")
    DOSSIER = "dossier", _("dossier")
    PLACE = "place", _("place")
    TOPIC = "topic", _("topic")
    POST = "post", _("post")
    SERIES = "series", _("series")
    INDICATOR = "indicator", _("indicator")
    SOURCE = "source", _("source")
    AUTHOR = "author", _("author")
    CAPACITY = "capacity", _("capacity")
    PICTURE = "picture", _("picture")


class ArticleType(TextChoices):
    DISPATCH = "dispatch", _("dispatch")
    REPORT = "report", _("report")
    ANALYSIS = "analysis", _("analysis")
    BACKGROUND = "background", _("background")
    STATEMENT = "statement", pgettext_lazy("article type", "statement")


class ActorType(TextChoices):
    PERSON = "person", _("person")
    COUNTRY = "country", _("country")
    INSTITUTION = "institution", _("institution")
    MULTILATERAL_ORGANISATION = "multilateral_organisation", _("multilateral organisation")
    JOINT_BODY = "joint_body", _("joint body")
    COMPANY = "company", _("company")
    MEDIA = "media", _("media")
    GROUP = "group", _("group")


class Gender(TextChoices):
    FEMALE = "f", _("female")
    MALE = "m", _("male")


class NameKind(TextChoices):
    FULL = "full", _("full name")
    SURNAME = "surname", _("surname")
    OFFICIAL = "official", _("official name")
    SHORT = "short", _("short name")
    ALIAS = "alias", _("alias")
    ACRONYM = "acronym", _("acronym")
    VARIANT = "variant", _("variant spelling")
    MISPRINT = "misprint", _("misprint")
    FORMER = "former", _("former name")
    DEMONYM = "demonym", _("demonym")
    FEMININE_DEMONYM = "feminine_demonym", _("feminine demonym")


class NameMatch(TextChoices):
    ALWAYS = "always", _("always")
    AFTER_FULL_NAME = "after_full_name", _("after the full name")
    NEVER = "never", _("never")


class PostRole(TextChoices):
    HEAD_OF_STATE = "head_of_state", _("head of state")
    HEAD_OF_GOVERNMENT = "head_of_government", _("head of government")
    FOREIGN_MINISTER = "foreign_minister", _("foreign minister")
    MINISTER = "minister", _("minister")
    DEPUTY_MINISTER = "deputy_minister", _("deputy minister")
    SECRETARY_GENERAL = "secretary_general", _("secretary general")
    AMBASSADOR = "ambassador", _("ambassador")
    CONSUL = "consul", _("consul")
    PERMANENT_REPRESENTATIVE = "permanent_representative", _("permanent representative")
    SPEAKER = "speaker", _("speaker of parliament")
    CHIEF_JUSTICE = "chief_justice", _("head of the supreme court")
    CHAIR = "chair", _("chair")
    CHIEF_EXECUTIVE = "chief_executive", _("chief executive")
    SPOKESPERSON = "spokesperson", _("spokesperson")
    OTHER = "other", _("other")


class PostLevel(TextChoices):
    CHARGE = "charge", _("chargé d'affaires")
    MINISTER = "minister", _("minister")
    AMBASSADOR = "ambassador", _("ambassador")


class TenureCause(TextChoices):
    ELECTED = "elected", _("elected")
    APPOINTED = "appointed", _("appointed")
    CONFIRMED = "confirmed", _("confirmed")
    RESIGNED = "resigned", _("resigned")
    DISMISSED = "dismissed", _("dismissed")
    RESHUFFLE = "reshuffle", _("reshuffle")
    TERM_ENDED = "term_ended", _("end of term")
    DIED = "died", _("died in office")


class MembershipStatus(TextChoices):
    FULL = "full", _("full member")
    ASSOCIATE = "associate", _("associate member")
    OBSERVER = "observer", _("observer")
    PARTICIPANT = "participant", _("participant")
    DIALOGUE_PARTNER = "dialogue_partner", _("dialogue partner")
    CANDIDATE = "candidate", _("candidate")
    SUSPENDED = "suspended", _("suspended")
    FORMER = "former", _("former member")
    IMPLIED = "implied", _("membership implied")
    UNSPECIFIED = "unspecified", _("status not specified")


class PlaceType(TextChoices):
    COUNTRY = "country", _("country")
    REGION = "region", _("region")
    CITY = "city", _("city")
    VENUE = "venue", _("venue")


class OrdinalScheme(TextChoices):
    INTEGER = "integer", _("numbers")
    ROMAN = "roman", _("Roman numerals")
    EDITION_YEAR = "edition_year", _("year of the edition")


class EventType(TextChoices):
    VISIT = "visit", _("visit")
    TALKS = "talks", _("talks")
    AUDIENCE = "audience", _("audience")
    PHONE_CALL = "phone_call", _("phone call")
    CONSULTATION_ROUND = "consultation_round", _("consultation round")
    COMMITTEE_SESSION = "committee_session", _("committee session")
    SUMMIT = "summit", _("summit")
    CONFERENCE = "conference", _("conference")
    SIGNING = "signing", _("signing")
    RATIFICATION = "ratification", _("ratification")
    PRESS_CONFERENCE = "press_conference", _("press conference")
    STATEMENT = "statement", pgettext_lazy("event type", "statement")
    CEREMONY = "ceremony", _("ceremony")
    EXHIBITION = "exhibition", _("exhibition")
    CULTURAL_PROGRAMME = "cultural_programme", _("cultural programme")
    MESSAGE = "message", _("message")
    CRISIS = "crisis", _("crisis")
    OTHER = "other", _("other")


class VisitType(TextChoices):
    STATE_VISIT = "state_visit", _("state visit")
    OFFICIAL_VISIT = "official_visit", _("official visit")
    WORKING_VISIT = "working_visit", _("working visit")
    PRIVATE_VISIT = "private_visit", _("private visit")
    TRANSIT = "transit", _("transit")
    TECHNICAL_VISIT = "technical_visit", _("technical visit")


class Occurrence(TextChoices):
    PLANNED = "planned", _("planned")
    CONFIRMED = "confirmed", _("confirmed")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")
    POSTPONED = "postponed", _("postponed")
    UNCONFIRMED = "unconfirmed", _("unconfirmed")


class EventFormat(TextChoices):
    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by phone")
    VIDEO = "video", _("by video")
    HYBRID = "hybrid", _("hybrid")
    WRITTEN = "written", _("in writing")


class ParticipationRole(TextChoices):
    VISITOR = "visitor", _("visitor")
    HOST = "host", _("host")
    GUEST = "guest", _("guest")
    LEAD = "lead", _("lead")
    CO_CHAIR = "co_chair", _("co-chair")
    PARTICIPANT = "participant", _("participant")
    SIGNATORY = "signatory", _("signatory")
    WITNESS = "witness", _("witness")
    SPEAKER = "speaker", _("speaker")
    CONVENER = "convener", _("convener")
    MEDIATOR = "mediator", _("mediator")
    OBSERVER = "observer", _("observer")


class CapacityType(TextChoices):
    SPECIAL_ENVOY = "special_envoy", _("special envoy")
    PERSONAL_REPRESENTATIVE = "personal_representative", _("personal representative")
    ACTING = "acting", _("acting")
    CHAIR_IN_OFFICE = "chair_in_office", _("chair-in-office")
    ON_BEHALF_OF = "on_behalf_of", _("on behalf of")
    HEAD_OF_DELEGATION = "head_of_delegation", _("head of delegation")


class AgreementType(TextChoices):
    TREATY = "treaty", _("treaty")
    CONVENTION = "convention", _("convention")
    AGREEMENT = "agreement", _("agreement")
    PROTOCOL = "protocol", _("protocol")
    MEMORANDUM_OF_UNDERSTANDING = "memorandum_of_understanding", _("memorandum of understanding")
    EXCHANGE_OF_NOTES = "exchange_of_notes", _("exchange of notes")
    DECLARATION = "declaration", _("declaration")
    JOINT_STATEMENT = "joint_statement", _("joint statement")
    COMMUNIQUE = "communique", _("communiqué")
    ROADMAP = "roadmap", _("roadmap")
    ACTION_PLAN = "action_plan", _("action plan")
    EXECUTIVE_PROGRAMME = "executive_programme", _("executive programme")
    CONTRACT = "contract", _("contract")
    MINUTES = "minutes", _("minutes")
    OTHER = "other", _("other")


class Binding(TextChoices):
    BINDING = "binding", _("legally binding")
    POLITICAL = "political", _("political commitment")
    UNKNOWN = "unknown", _("not known")


class Laterality(TextChoices):
    UNILATERAL = "unilateral", _("unilateral")
    BILATERAL = "bilateral", _("bilateral")
    PLURILATERAL = "plurilateral", _("plurilateral")
    MULTILATERAL = "multilateral", _("multilateral")


class PartyKind(TextChoices):
    STATE = "state", _("state")
    ORGANISATION = "organisation", _("organisation")
    INSTITUTION = "institution", _("institution")
    COMPANY = "company", _("company")


class ActStage(TextChoices):
    """In the order an agreement lives through them: the furthest one reached is its status."""

    PROPOSED = "proposed", _("proposed")
    UNDER_NEGOTIATION = "under_negotiation", _("under negotiation")
    INITIALLED = "initialled", _("initialled")
    SIGNED = "signed", _("signed")
    PROVISIONALLY_APPLIED = "provisionally_applied", _("provisionally applied")
    APPROVED = "approved", _("approved")
    RATIFIED = "ratified", _("ratified")
    ACCEPTED = "accepted", _("accepted")
    ACCEDED = "acceded", _("acceded")
    INSTRUMENTS_EXCHANGED = "instruments_exchanged", _("instruments exchanged")
    NOTIFIED = "notified", _("notified")
    IN_FORCE = "in_force", _("in force")
    REGISTERED = "registered", _("registered")
    AMENDED = "amended", _("amended")
    SUSPENDED = "suspended", _("suspended")
    DENOUNCED = "denounced", _("denounced")
    TERMINATED = "terminated", _("terminated")
    EXPIRED = "expired", _("expired")
    SUPERSEDED = "superseded", _("superseded")


class UnitKind(TextChoices):
    MONEY = "money", _("money")
    COUNT = "count", _("count")
    MASS = "mass", _("mass")
    VOLUME = "volume", _("volume")
    SHARE = "share", _("share")
    DURATION = "duration", _("duration")


class Measure(TextChoices):
    VALUE = "value", _("value")
    VOLUME = "volume", _("volume")
    COUNT = "count", _("count")
    RANK = "rank", _("rank")


class Flow(TextChoices):
    IMPORT = "import", _("imports")
    EXPORT = "export", _("exports")
    TURNOVER = "turnover", _("turnover")
    STOCK = "stock", _("stock")
    NONE = "none", _("none")


class Comparator(TextChoices):
    EQ = "eq", _("exactly")
    LT = "lt", _("less than")
    LE = "le", _("at most")
    GT = "gt", _("more than")
    GE = "ge", _("at least")
    APPROX = "approx", _("about")
    BETWEEN = "between", _("between")


class SourceType(TextChoices):
    AGENCY = "agency", _("news agency")
    NEWSPAPER = "newspaper", _("newspaper")
    OFFICIAL = "official", _("official body")
    BROADCASTER = "broadcaster", _("broadcaster")
    DOCUMENT = "document", _("document")


class PublishedBasis(TextChoices):
    STATED = "stated", _("stated")
    INFERRED = "inferred", _("inferred")
    UNKNOWN = "unknown", _("not known")


class ClaimRank(TextChoices):
    PREFERRED = "preferred", _("preferred")
    NORMAL = "normal", _("normal")
    DEPRECATED = "deprecated", _("deprecated")


class ClaimBasis(TextChoices):
    STATED = "stated", _("stated by the source")
    RESOLVED = "resolved", _("resolved by the desk")
    INFERRED = "inferred", _("inferred")
    DERIVED = "derived", _("derived from other facts")
    EXTERNAL = "external", _("from outside the first sources")
    EDITORIAL = "editorial", _("editorial")


class Modality(TextChoices):
    ASSERTED = "asserted", _("asserted")
    INTENTION = "intention", _("intention")
    EXPECTATION = "expectation", _("expectation")
    DENIAL = "denial", _("denial")


class AttributionKind(TextChoices):
    NAMED = "named", _("named")
    INSTITUTIONAL = "institutional", _("institutional")
    ANONYMOUS = "anonymous", _("anonymous")
    PUBLISHER = "publisher", _("the publisher itself")


class DisputeKind(TextChoices):
    DATE = "date", _("date")
    NAME = "name", _("name")
    TITLE = "title", _("title")
    TITLE_OVER_TIME = "title_over_time", _("title over time")
    STATUS = "status", _("status")
    FRAMING = "framing", _("framing")
    EXTENT = "extent", _("extent")
    FIGURE = "figure", _("figure")
    LIST = "list", _("list")
    STRENGTH = "strength", _("strength")
    RELATIONSHIP = "relationship", _("relationship")
    ASSESSMENT = "assessment", _("assessment")
    IDENTITY = "identity", _("identity")


class DisputeState(TextChoices):
    OPEN = "open", _("open")
    RESOLVED = "resolved", _("resolved")
    ACCEPTED = "accepted", _("accepted")


class ArticleActorRole(TextChoices):
    SUBJECT = "subject", _("subject")
    MENTIONED = "mentioned", _("mentioned")
    SOURCE = "source", _("source")
    AUTHOR_OF_STATEMENT = "author_of_statement", _("author of the statement")


class Precision(TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    RANGE = "range", _("range")
    OPEN = "open", _("open")


class Doubt(TextChoices):
    NONE = "none", _("none")
    UNCERTAIN = "uncertain", _("uncertain")
    APPROXIMATE = "approximate", _("approximate")
    BOTH = "both", _("uncertain and approximate")
