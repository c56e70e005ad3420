"""Shared organisations: what each country is in them, in words and in a shape."""

# What is not told apart by shape is by its words.
SHAPES = {
    "full": "full",
    "associate": "half",
    "participant": "half",
    "dialogue_partner": "half",
    "observer": "ring",
    "candidate": "dashed",
    "suspended": "crossed",
    "former": "crossed",
    "implied": "dotted",
}
# What no source says outright cannot be compared.
UNTOLD = {"implied", "unspecified"}


def forums(rows: list[dict]) -> list[dict]:
    """Each organisation with its members as the API has them, and whether both `sides` have the same status."""
    return [
        {
            **forum,
            "members": [{**one, "shape": SHAPES.get(one["status"], "unclear")} for one in forum["members"]],
            "sides": compared({one["status"] for one in forum["members"]}),
        }
        for forum in rows
    ]


def compared(statuses: set[str]) -> str:
    if statuses & UNTOLD:
        return "untold"
    return "same" if len(statuses) == 1 else "differs"
