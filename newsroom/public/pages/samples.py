"""
What each component is shown with on the page of components: a little of what the desk knows of Algiers and Baku, in the
shape of the API's answers. Links lead to lists, which are always there.
"""

from newsroom.public.addresses import list_path
from relations.values.fuzzy import FuzzyDate
from relations.values.labels import fuzzy_json
from relations.values.languages import direction

WORDS = {
    "en": {
        "pair": "Algeria and Azerbaijan",
        "algeria": "Algeria",
        "azerbaijan": "Azerbaijan",
        "algiers": "Algiers",
        "baku": "Baku",
        "round": "Political consultations, second round",
        "visit": "Official visit of Jeyhun Bayramov to Algiers",
        "summit": "Islamic summit of the OIC in Azerbaijan",
        "working": "Working visit of Ramtane Lamamra to Baku",
        "waiver": "Visa waiver agreement for diplomatic and service passports",
        "commission": "Agreement on an Algeria–Azerbaijan joint commission",
        "report": "Azerbaijan and Algeria hold second consultation round in Algiers",
        "standfirst": "The mechanism agreed in Baku in 2022 met for the second time, on 21 April 2025.",
        "minister": "Minister of Foreign Affairs",
        "person": "Ahmed Attaf",
        "embassy": "Embassy of Algeria in Baku",
        "agency": "AZERTAC",
        "site": "DZWatch",
        "source": "Page on current relations",
        "quote": "Here stand the words of a speaker, as a source printed them.",
        "note": "The day of the visit to Algiers is now given as 4 November 2025. Sources differ on it.",
        "statement": "One report names a Monday; agencies have Tuesday.",
        "first": "Agencies date the talks to Tuesday, 4 November 2025.",
        "second": "A report has the President receive the minister on Monday.",
        "rationale": "The desk follows the agencies, which reported on the day itself.",
    },
    "ar": {
        "pair": "الجزائر وأذربيجان",
        "algeria": "الجزائر",
        "azerbaijan": "أذربيجان",
        "algiers": "الجزائر العاصمة",
        "baku": "باكو",
        "round": "المشاورات السياسية، الدورة الثانية",
        "visit": "زيارة رسمية لجيحون بايراموف إلى الجزائر العاصمة",
        "summit": "القمة الإسلامية لمنظمة التعاون الإسلامي في أذربيجان",
        "working": "زيارة عمل لرمطان لعمامرة إلى باكو",
        "waiver": "اتفاق الإعفاء من التأشيرة لجوازات السفر الدبلوماسية ولمهمة",
        "commission": "اتفاق بشأن اللجنة المشتركة الجزائرية الأذربيجانية",
        "report": "الدورة الثانية من المشاورات السياسية الجزائرية الأذربيجانية في الجزائر العاصمة",
        "standfirst": "اجتمعت الآلية المتفق عليها في باكو عام 2022 للمرة الثانية في 21 أفريل 2025.",
        "minister": "وزير الشؤون الخارجية",
        "person": "أحمد عطاف",
        "embassy": "سفارة الجزائر بباكو",
        "agency": "أذرتاج",
        "site": "DZWatch",
        "source": "صفحة العلاقات الحالية",
        "quote": "هنا ترد أقوال المتحدث كما نشرها المصدر.",
        "note": "أصبح تاريخ الزيارة إلى الجزائر محددا بيوم 4 نوفمبر 2025. والمصادر تختلف بشأنه.",
        "statement": "يذكر تقرير يوم الاثنين، أما الوكالات فتذكر الثلاثاء.",
        "first": "تؤرخ الوكالات المحادثات بيوم الثلاثاء 4 نوفمبر 2025.",
        "second": "يذكر تقرير أن الرئيس استقبل الوزير يوم الاثنين.",
        "rationale": "تتبع هيئة التحرير الوكالات التي نقلت الخبر في يومه.",
    },
}


class Samples:
    """Of one language. Each attribute that is a dictionary or a list is what an answer of the API has in that place."""

    def __init__(self, language: str):
        self.language, self.words = language, WORDS[language]

    def card(self, record: str, word: str, /, **more) -> dict:
        of_all = {"id": word, "type": record, "language": self.language, "dir": direction(self.language)}
        return {**of_all, "label": self.words[word], "html_url": list_path(record, self.language), "kind": "", **more}

    def date(self, edtf: str, **options) -> dict:
        return fuzzy_json(FuzzyDate.parse(edtf), self.language, **options)

    def event(self, word: str, edtf: str, /, **more) -> dict:
        places = [self.card("place", "algiers")]
        return self.card(
            "event", word, **{"kind": "visit", "status": "held", "places": places, **more}, date=self.date(edtf)
        )

    @property
    def events(self) -> list[dict]:
        return [
            self.event("summit", "2026", kind="summit", status="planned", places=[]),
            self.event("visit", "2025-11-03/2025-11-04", sources_differ=True),
            self.event("round", "2025-04-21", kind="consultation_round"),
            self.event("working", "2022-08", places=[self.card("place", "baku")]),
        ]

    @property
    def agreements(self) -> list[dict]:
        sides = [{"actor": self.card("actor", side)} for side in ("algeria", "azerbaijan")]
        return [
            self.card(
                "agreement", "commission", kind="agreement", parties=sides, status="signed", signed_on=self.date("2025-11-04")
            ),
            self.card("agreement", "waiver", kind="agreement", parties=sides, status="", signed_on=None),
        ]  # fmt: skip

    @property
    def articles(self) -> list[dict]:
        published = {"first_published_at": "2025-04-22T09:00:00Z", "standfirst": self.words["standfirst"]}
        return [
            self.card("article", "report", kind="report", corrections=[], **published),
            self.card("article", "pair", kind="background", corrections=[True], **published),
        ]

    @property
    def dossiers(self) -> list[dict]:
        news = {"event": 2, "agreement": 1, "article": 3, "newest": self.card("article", "report")}
        quiet = {"newest": None}
        return [self.card("dossier", "pair", pair=["AZE", "DZA"], news=one) for one in (news, quiet)]

    @property
    def notes(self) -> list[dict]:
        records = [self.card("event", "visit"), self.card("agreement", "commission")]
        return [{"at": "2025-11-05T10:00:00Z", "note": self.words["note"], "records": records}]

    def use(self, publisher: str, edtf: str) -> dict:
        return {
            "source": self.card("source", "source", id=publisher),
            "title": self.words["source"],
            "publisher": self.card("actor", publisher),
            "url": None,
            "date": self.date(edtf, once=True),
            "language": self.language,
        }

    @property
    def sources(self) -> dict[str, dict]:
        uses = self.use("embassy", "2023-11-29/.."), self.use("agency", "2025-11-04")
        return {use["source"]["id"]: {**use, "number": number} for number, use in enumerate(uses, 1)}

    @property
    def claims(self) -> list[dict]:
        common = {"date": None, "value": None, "attributed_to": [], "attribution_text": "", "basis": "stated"}
        common |= {"attribution_kind": "publisher", "modality": "asserted"}
        said = (("first", "preferred", "agency", "2025-11-04"), ("second", "normal", "site", "2024/.."))
        return [
            {**common, "key": key, "rank": rank, "text": self.words[key], "sources": [self.use(publisher, date)]}
            for key, rank, publisher, date in said
        ]

    @property
    def dispute(self) -> dict:
        return {
            "kind": "date",
            "state": "open",
            "record": None,
            "statement": self.words["statement"],
            "rationale": self.words["rationale"],
            "claims": ["first", "second"],
            "resolved_claim": "first",
            "sources": [],
        }

    @property
    def quotes(self) -> list[dict]:
        return [
            {
                "language": self.language,
                "dir": direction(self.language),
                "text": self.words["quote"],
                "speaker": None,
                "anonymous": True,
                "post_at_the_time": None,
                "is_translation": True,
                "sources": [self.use("agency", "2025-11-04")],
            }
        ]

    @property
    def participant(self) -> dict:
        office = {"title": self.words["minister"], "post": self.card("post", "minister")}
        named = {"actor": self.card("actor", "person"), "name": None, "capacity": None, "note": ""}
        return {**named, "post_at_the_time": office}

    @property
    def names(self) -> list[dict]:
        return [
            self.card("actor", "person", kind="person", gender=None, country=self.card("actor", "algeria")),
            self.card("place", "baku", kind="city", parent=None, country=self.card("actor", "azerbaijan")),
        ]
