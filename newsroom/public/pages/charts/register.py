"""How far each agreement has come, by the acts that are known, of each of its parties."""

from newsroom.public.pages.charts.fitting import shortened
from newsroom.public.pages.charts.scale import WIDTH, across, number
from relations.values.vocabularies import ActStage

# Shown even where nothing is known of them: that is what a reader asks about.
ALWAYS = ("proposed", "signed", "ratified", "in_force")
ORDER = [stage.value for stage in ActStage]
TOP, ROW = 58.0, 62.0
FIRST, LAST = 70.0, 650.0
LETTERS = 78


def register(agreements: list[dict]) -> dict | None:
    """`rows`: by agreement and party, which step is done and when; `drawing`: all agreements at once."""
    if not agreements:
        return None
    rows = [lifecycle(agreement) for agreement in agreements]
    stages = stages_of(agreements)
    return {"rows": rows, "drawing": drawn(rows, stages), "stages": stages}


def stages_of(agreements: list[dict]) -> list[str]:
    """Those that any of them has passed among those that each is asked about, in the order of a life."""
    passed = {act["stage"] for agreement in agreements for act in agreement["lifecycle"]}
    return [stage for stage in ORDER if stage in passed or stage in ALWAYS]


def lifecycle(agreement: dict) -> dict:
    stages = stages_of([agreement])
    parties = [party["actor"] for party in agreement["parties"] if party["actor"]]
    lanes = [
        {"party": party, "steps": [{"stage": stage, "act": act_of(agreement, stage, party)} for stage in stages]}
        for party in parties
    ]
    return {"agreement": agreement, "stages": stages, "lanes": lanes}


def act_of(agreement: dict, stage: str, party: dict) -> dict | None:
    """An act without a party is one of all of them. A party's own act says more."""
    acts = [act for act in agreement["lifecycle"] if act["stage"] == stage]
    own = [act for act in acts if act["party"] and act["party"]["id"] == party["id"]]
    return next(iter(own or [act for act in acts if not act["party"]]), None)


def drawn(rows: list[dict], stages: list[str]) -> dict:
    step = (LAST - FIRST) / max(len(stages) - 1, 1)
    columns = {stage: FIRST + step * at for at, stage in enumerate(stages)}
    height = TOP + ROW * len(rows)
    return {
        "width": str(WIDTH),
        "height": number(height),
        "foot": number(height - 8),
        "columns": [{"stage": stage, "x": across(x)} for stage, x in columns.items()],
        "rows": [track(row, columns, TOP + ROW * at) for at, row in enumerate(rows)],
    }


def track(row: dict, columns: dict[str, float], top: float) -> dict:
    """A row: the agreement's title, and below it a mark for each step."""
    marks = [{**mark(row, stage), "x": across(x)} for stage, x in columns.items()]
    reached = [x for (stage, x), one in zip(columns.items(), marks, strict=True) if one["state"] != "none"]
    return {
        "agreement": row["agreement"],
        "title": shortened(row["agreement"]["title"], LETTERS),
        "start": across(10),
        "title_at": number(top + 14),
        "y": number(top + 33),
        "said": number(top + 52),
        "reached": {"x1": across(reached[0]), "x2": across(reached[-1])} if len(reached) > 1 else None,
        "from": across(FIRST),
        "to": across(LAST),
        "marks": marks,
    }


def mark(row: dict, stage: str) -> dict:
    """`state`: done by all parties, by some, or by none that is known; `when`: the years in which it was."""
    acts = [step["act"] for lane in row["lanes"] for step in lane["steps"] if step["stage"] == stage]
    if not row["lanes"]:
        acts = [act for act in row["agreement"]["lifecycle"] if act["stage"] == stage]
    done = [act for act in acts if act]
    state = "none" if not done else "all" if len(done) == len(acts) else "some"
    return {"stage": stage, "state": state, "when": years(done)}


def years(acts: list[dict]) -> str:
    """Of dates that have a beginning: 2022, or 2022–2025."""
    found = sorted({act["date"]["start"][:4] for act in acts if act["date"] and act["date"]["start"]})
    return "–".join(dict.fromkeys([found[0], found[-1]])) if found else ""
