"""What sources differ on, with what is still open first."""


def disputes(rows: list[dict]) -> dict[str, list[dict]]:
    return {
        "open": [row for row in rows if row["state"] == "open"],
        "settled": [row for row in rows if row["state"] != "open"],
    }
