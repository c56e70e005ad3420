"""Measure what reading costs, on PostgreSQL."""

import argparse
import sys

from tests.bench import environment  # noqa: F401 - before all that needs Django

# isort: split
from tests.bench import growth, normal
from tests.bench.filling import fill


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="how many to fill an empty database with")
    parser.add_argument("--large", action="store_true", help="what reads cost at 200,000 editions beside 10,000")
    parser.add_argument("--rounds", type=int, default=11, help="how often everything is asked, in turns")
    parser.add_argument("--fill", action="store_true", help="only fill the database that DATABASE_URL names")
    parser.add_argument("--editions-only", action="store_true", help="fill it without most of the working rows")
    given = parser.parse_args()
    if given.fill:
        fill(given.articles, editions_only=given.editions_only)
    elif given.large:
        growth.run(given.rounds)
    else:
        normal.run(given.articles, given.rounds)


if __name__ == "__main__":
    sys.exit(main())
