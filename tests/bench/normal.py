"""Reading beside plain Django and plain REST framework; what publishing and a worker take."""

from tests.bench import latency, memory
from tests.bench.asked import Asked, everything
from tests.bench.databases import main_name, make_database, say, without_helpers
from tests.bench.filling import fill_apart
from tests.bench.measuring import Client, Subject, measure_in_turns, yardstick
from tests.bench.report import Goal, at_least, at_most, table

# How many times the plain framework's CPU, server and database together.
TIMES = {
    "list of 20": 20,
    "list of 50": 25,
    "filtered list of 20": 12,
    "article with cards": 6,
    "search": 300,
}
# Milliseconds of the server's CPU.
MILLISECONDS = {"article page": 2.5, "home page": 5.0}


def run(articles: int, rounds: int) -> None:
    name = main_name()
    make_database(name)
    fill_apart(articles, name)
    without_helpers()
    client = Client()
    asked = everything(client)
    measured = {one.name: subjects(client, one, name) for one in asked}
    turns = [subject for row in measured.values() for subject in row.values()]
    measure_in_turns(turns, rounds)
    say(f"\nA million additions in Python take this machine {yardstick():.0f} ms of CPU just now.")
    say("CPU milliseconds per request: server + database, medians of interleaved rounds")
    say(table(HEAD, [line(one, row) for one, row in measured.items()]))
    goals = [*reading_goals(measured), latency.goal(client), *memory.goals([one.ours[0] for one in asked])]
    say("")
    for goal in goals:
        say(str(goal))


HEAD = ("", "product", "server + db", "constant bytes", "times", "plain DRF", "server + db", "times")


def subjects(client: Client, asked: Asked, database: str) -> dict[str, Subject]:
    ours = Subject(client, asked.ours, database)
    found = {"ours": ours, "constant": Subject(client, [f"/bench/constant/{ours.warm_up()}"], database)}
    if asked.plain:
        found["plain"] = Subject(client, asked.plain, database)
    for subject in list(found.values())[1:]:
        subject.warm_up()
    return found


def line(name: str, row: dict[str, Subject]) -> tuple[str, ...]:
    ours, constant = row["ours"].median, row["constant"].median
    cells = (name, f"{ours.total:.2f}", str(ours), f"{constant.total:.2f}", f"{ours.total / constant.total:.1f}x")
    if "plain" not in row:
        return (*cells, "", "", "")
    plain = row["plain"].median
    return (*cells, f"{plain.total:.2f}", str(plain), f"{plain.total / ours.total:.1f}x")


def reading_goals(measured: dict[str, dict[str, Subject]]) -> list[Goal]:
    times = [
        at_least(
            f"{name}: times cheaper than plain DRF",
            row["plain"].median.total / row["ours"].median.total,
            TIMES[name],
            "x",
        )
        for name, row in measured.items()
        if name in TIMES
    ]
    pages = [
        at_most(f"{name}: server CPU", measured[name]["ours"].median.server, most, " ms")
        for name, most in MILLISECONDS.items()
    ]
    return [*times, *pages]
