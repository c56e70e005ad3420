"""Word lists of the analyzer. Everything here is written folded, as `fold` leaves it."""

# Function words say nothing about a text; a query of nothing else finds nothing. Not "who": it is an organisation.
STOPWORDS = {
    "en": frozenset(
        "an and are as at be been but by for from had has have in into is it its not of on or that the their"
        " these this those to was were which will with".split()
    ),
    "fr": frozenset(
        "au aux avec ce ces cet cette dans de des du elle en est et il ils la le les leur leurs ne ou par pas pour"
        " qu que qui sa se ses son sont sur un une".split()
    ),
    "az": frozenset("bir bu da de ki ile isa ise o ucun ve".split()),
    "ar": frozenset(
        "في من على الى عن مع ان ما لا او هذا هذه ذلك تلك التي الذي الذين بين قد كما ثم حيث بعد قبل هو هي وفي ومن"
        " وعلى والتي والذي".split()
    ),
}

# Words whose stem is another word of the field: Snowball takes Algérie for Alger, Tunisie for Tunis.
UNSTEMMED = {"fr": frozenset({"alger", "algerie", "tunis", "tunisie"})}

# Broken plurals of diplomatic Arabic, which no suffix rule reaches.
ARABIC_PLURALS = {
    "وزراء": "وزير",
    "رؤساء": "رئيس",
    "سفراء": "سفير",
    "زعماء": "زعيم",
    "خبراء": "خبير",
    "نواب": "نائب",
    "اعضاء": "عضو",
    "وفود": "وفد",
    "لجان": "لجنة",
    "قمم": "قمة",
    "دول": "دولة",
    "بلدان": "بلد",
    "مشاريع": "مشروع",
    "مواقف": "موقف",
    "مصالح": "مصلحة",
    "روابط": "رابطة",
    "جهود": "جهد",
    "اطراف": "طرف",
    "شؤون": "شأن",
    "حقوق": "حق",
    "عقود": "عقد",
    "برامج": "برنامج",
    "محاضر": "محضر",
    "قضايا": "قضية",
    "مناطق": "منطقة",
    "بيانات": "بيان",
}

# Number, possession, case and copula, as they pile up at the end of Azerbaijani words.
AZERBAIJANI_AFTER_CONSONANT = ("imizden", "imizin", "imiz", "umuz", "in", "un", "i", "u", "a", "e")
AZERBAIJANI_AFTER_VOWEL = tuple("miz muz ndan nden nda nde nin nun ni nu si su na ne ya ye yla yle".split())
AZERBAIJANI_AFTER_ANY = tuple("lari leri lar ler daki deki dan den da de la le dir dur".split())
