"""What reads cost in a large archive beside a small one, in one run."""

from tests.bench.asked import everything
from tests.bench.databases import main_name, make_database, say, use, without_helpers
from tests.bench.filling import fill_apart
from tests.bench.measuring import Client, Subject, measure_in_turns
from tests.bench.report import Goal, at_most, table

# Editions, in two languages.
SMALL, LARGE = 10_000, 200_000
MOST = {"search": 2.0}
MOST_OTHERWISE = 1.3


def run(rounds: int) -> None:
    small, large = (f"{main_name()}_{editions}" for editions in (SMALL, LARGE))
    make_database(small)
    fill_apart(SMALL // 2, small, editions_only=True)
    # The small archive is what the large one grows from.
    make_database(large, template=small)
    fill_apart(LARGE // 2, large, editions_only=True)
    measured = subjects(Client(), small, large)
    measure_in_turns([subject for pair in measured.values() for subject in pair], rounds)
    say("\nCPU milliseconds per request: server + database, medians of interleaved rounds")
    say(table(HEAD, [line(name, *pair) for name, pair in measured.items()]))
    say("")
    for name, pair in measured.items():
        say(str(goal(name, *pair)))


HEAD = ("", f"{SMALL:,} editions", f"{LARGE:,} editions", "growth")


def subjects(client: Client, small: str, large: str) -> dict[str, tuple[Subject, Subject]]:
    """Each question to both archives."""
    found = zip(warm(client, small), warm(client, large), strict=True)
    return {name: (beside, subject) for (name, beside), (_, subject) in found}


def warm(client: Client, database: str) -> list[tuple[str, Subject]]:
    use(database)
    without_helpers()
    found = [(asked.name, Subject(client, asked.ours, database)) for asked in everything(client)]
    for _, subject in found:
        subject.warm_up()
    return found


def line(name: str, small: Subject, large: Subject) -> tuple[str, ...]:
    return name, str(small.median), str(large.median), f"{growth(small, large):.2f}x"


def growth(small: Subject, large: Subject) -> float:
    return large.median.total / small.median.total


def goal(name: str, small: Subject, large: Subject) -> Goal:
    return at_most(f"{name}: growth", growth(small, large), MOST.get(name, MOST_OTHERWISE), "x")
