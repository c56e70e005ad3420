"""Hypothesis strategies for fuzzy dates, and every notation that the demonstration corpus uses."""

import datetime as dt

from hypothesis import strategies as st

from relations.values.fuzzy import MAX_LENGTH, FuzzyDate

CORPUS = {
    # edtf: (lower, upper, precision, doubt)
    "2003-10-31": ("2003-10-31", "2003-10-31", "day", "none"),
    "2019-12-19": ("2019-12-19", "2019-12-19", "day", "none"),
    "2020-07-16": ("2020-07-16", "2020-07-16", "day", "none"),
    "2021-07": ("2021-07-01", "2021-07-31", "month", "none"),
    "2022-08": ("2022-08-01", "2022-08-31", "month", "none"),
    "2022-08-XX": ("2022-08-01", "2022-08-31", "month", "none"),
    "2022-08-09/2022-08-10": ("2022-08-09", "2022-08-10", "range", "none"),
    "[2022-07-31..2022-08-30]": ("2022-07-31", "2022-08-30", "range", "none"),
    "[2022-08-01..2022-08-31]": ("2022-08-01", "2022-08-31", "range", "none"),
    "2023": ("2023-01-01", "2023-12-31", "year", "none"),
    "2023?": ("2023-01-01", "2023-12-31", "year", "uncertain"),
    "2023-03-16~": ("2023-03-16", "2023-03-16", "day", "approximate"),
    "2023-07-05/2023-07-06": ("2023-07-05", "2023-07-06", "range", "none"),
    "2023-11-29": ("2023-11-29", "2023-11-29", "day", "none"),
    "2023-11-29/..": ("2023-11-29", None, "open", "none"),
    "2023-12~": ("2023-12-01", "2023-12-31", "month", "approximate"),
    "../2023?": (None, "2023-12-31", "open", "uncertain"),
    "[2023..2026]": ("2023-01-01", "2026-12-31", "range", "none"),
    "2024/..": ("2024-01-01", None, "open", "none"),
    "2025?": ("2025-01-01", "2025-12-31", "year", "uncertain"),
    "2025-04": ("2025-04-01", "2025-04-30", "month", "none"),
    "2025-04-21": ("2025-04-21", "2025-04-21", "day", "none"),
    "2025-04-21?": ("2025-04-21", "2025-04-21", "day", "uncertain"),
    "2025-04-22": ("2025-04-22", "2025-04-22", "day", "none"),
    "2025-11-03": ("2025-11-03", "2025-11-03", "day", "none"),
    "2025-11-03/2025-11-04": ("2025-11-03", "2025-11-04", "range", "none"),
    "[2025-11-03..2025-11-09]": ("2025-11-03", "2025-11-09", "range", "none"),
    "2025-11-04": ("2025-11-04", "2025-11-04", "day", "none"),
    "2025-11-05": ("2025-11-05", "2025-11-05", "day", "none"),
    "2026": ("2026-01-01", "2026-12-31", "year", "none"),
}

days = st.dates(min_value=dt.date(1, 1, 1))
# Near enough to each other that ranges, shared months and overlaps come up.
near_days = st.dates(min_value=dt.date(2021, 11, 1), max_value=dt.date(2026, 3, 1))
marks = st.sampled_from(["", "", "", "?", "~", "%"])


def _point(day: dt.date, form: str, mark: str) -> str:
    text = day.isoformat()
    return {"day": text + mark, "month": text[:7] + mark, "year": text[:4] + mark, "month-XX": text[:7] + "-XX"}.get(
        form, text[:4] + "-XX-XX"
    )


def points(of=near_days):
    return st.builds(_point, of, st.sampled_from(["day", "day", "month", "year", "month-XX", "year-XX"]), marks)


def _in_order(pair: tuple[str, str]) -> tuple[str, str]:
    return tuple(sorted(pair, key=lambda text: FuzzyDate.parse(text).lower))


pairs = st.tuples(points(), points()).map(_in_order)
distinct_pairs = pairs.filter(lambda pair: FuzzyDate.parse(pair[0]).points != FuzzyDate.parse(pair[1]).points)
open_texts = st.one_of(points().map("{}/..".format), points().map("../{}".format))
choices = st.lists(points(), min_size=2, max_size=5, unique_by=lambda text: FuzzyDate.parse(text).points)
texts = st.one_of(
    points(),
    points(days),
    pairs.map("/".join),
    open_texts,
    distinct_pairs.map(lambda pair: "[{}..{}]".format(*pair)),
    choices.map(",".join).map("[{}]".format),
).filter(lambda text: len(text) <= MAX_LENGTH)
fuzzy_dates = texts.map(FuzzyDate.parse)

# What the reader used as an oracle takes: XX in single dates only, choices among plain days only.
common_texts = st.one_of(
    points(),
    points(days),
    st.one_of(pairs.map("/".join), open_texts).filter(lambda text: "X" not in text),
    st.lists(near_days.map(str), min_size=2, max_size=5, unique=True).map(",".join).map("[{}]".format),
    st.lists(near_days.map(str), min_size=2, max_size=2, unique=True).map(sorted).map("..".join).map("[{}]".format),
)
