"""What the demonstration tells: the corpus published, and something at every stage of the desk's work."""

from newsroom.desk import workflow
from newsroom.desk.demonstration import moves
from newsroom.desk.demonstration.moves import version
from newsroom.desk.demonstration.style_list import load_style_list
from newsroom.desk.intake.load import import_files
from newsroom.desk.models import Decision, Verb
from relations.models import Record

SCHEDULED = "article/lamamra-in-baku-2022"
ANALYSIS = "article/from-goodwill-to-trade"
WITHDRAWN = "article/desk-note-on-dates"
WHY_WITHDRAWN = {
    "en": "The day of the visit is settled; see the report, which tells how sources differ.",
    "fr": "Le jour de la visite est établi ; voir le compte rendu, qui dit en quoi les sources divergent.",
    "ar": "حُسم يوم الزيارة؛ انظر التقرير الذي يبيّن أوجه اختلاف المصادر.",
    "az": "Səfərin günü müəyyən edilib; mənbələrin nədə fərqləndiyini deyən reportaja baxın.",
}
REPORT = "article/joint-commission-signed"
DISPATCH = "article/second-round-algiers"
LEFT = (SCHEDULED, f"{ANALYSIS}:ar", f"{ANALYSIS}:az")


def is_told() -> bool:
    """Whether the last chapter has been written already."""
    return Decision.objects.filter(verb=Verb.SPIKE).exists()


def chapters(users):
    """(title, function) pairs, in order; each is whole by itself."""
    return (
        ("Bringing in reference data and the corpus", moves.load_corpus),
        ("Writing down the house style", load_style_list),
        ("Submitting, approving and publishing it", lambda: moves.carry(moves.drafts(leave_out=LEFT), users)),
        ("Scheduling a report for next week", lambda: moves.schedule(users, SCHEDULED, days=7)),
        ("Leaving texts in review and approved", lambda: leave_on_the_way(users)),
        ("Correcting the disputed date", lambda: moves.correct_disputed_date(users)),
        ("Withdrawing a note that has served its purpose", lambda: withdraw_note(users)),
        ("Publishing a new standfirst, which leaves translations behind", lambda: revise_original(users)),
        ("Leaving drafts, one of them spiked", lambda: leave_drafts(users)),
    )


def leave_on_the_way(users):
    every = workflow.ALL_WARNINGS
    arabic, azerbaijani = version(ANALYSIS, "ar"), version(ANALYSIS, "az")
    workflow.submit(versions=[arabic, azerbaijani], by=users["translator"], acknowledged=every)
    workflow.approve(versions=[arabic], by=users["editor"])


def withdraw_note(users):
    workflow.withdraw(
        record=Record.objects.at(WITHDRAWN),
        by=users["publisher"],
        reason=WHY_WITHDRAWN,
        replaced_by=Record.objects.at(REPORT),
    )


def revise_original(users):
    import_files([moves.REVISION], by=users["reporter"])
    moves.carry([version(DISPATCH, "az")], users)


def leave_drafts(users):
    import_files([moves.DRAFTS], by=users["reporter"])
    duplicate = version("article/second-round-algiers-duplicate", "en")
    workflow.spike(versions=[duplicate], by=users["editor"], reason="A duplicate of the dispatch on the second round.")
