"""Shared organisations: what each country is in them, in words and in a shape."""

# Shapes as the style sheet and the sprite know them; what is not told apart by shape is by its words.
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


def forums(rows: list[dict], countries: list[dict]) -> dict:
    """Each organisation with its members in the order of the countries; `same` where both have the same status."""
    codes = {country.get("iso3"): country for country in countries}
    shown = [
        {
            **forum,
            "members": [
                {**member, "card": codes.get(member["country"]), "shape": SHAPES.get(member["status"], "unclear")}
                for member in forum["members"]
            ],
            "same": len({member["status"] for member in forum["members"]}) == 1,
        }
        for forum in rows
    ]
    return {"rows": shown, "differing": sum(not row["same"] for row in shown)}
