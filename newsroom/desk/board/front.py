"""The first page after login, put together in a number of queries that does not grow."""

import datetime as dt
from dataclasses import dataclass

from newsroom.desk import workflow
from newsroom.desk.board.ahead import ahead
from newsroom.desk.board.asked import Asked, query_of
from newsroom.desk.board.chips import Row, rows_of
from newsroom.desk.board.choices import Choice, choices_of
from newsroom.desk.board.colleague import Colleague
from newsroom.desk.board.panels import Panel, Work, ahead_panels, with_something
from newsroom.desk.board.records import page_of
from newsroom.desk.board.typed import typed_by, typed_panel
from newsroom.desk.board.work import READ, work_of
from newsroom.desk.models import Decision


@dataclass(frozen=True)
class Board:
    asked: Asked
    work: list[Panel]
    ahead: list[Panel]
    rows: list[Row]
    # The query of the next page of records; empty on the last.
    further: str
    choices: list[Choice]

    @property
    def first(self) -> str:
        """The query of the first page."""
        return query_of(self.asked, after=None)


def board_of(user, asked: Asked, now: dt.datetime) -> Board:
    colleague = Colleague(user)
    records, further = page_of(asked, now)
    queues = work_of(colleague)
    looks = second_looks(colleague)
    coming = ahead(now)
    typed = typed_by(user)
    named = {one.uid for found in coming.values() for one in found if one.uid} | {one.uid for one in looks}
    numbered = {pk for texts in queues.values() for pk, _language in texts} | {one.record_id for one in typed}
    rows = rows_of(records, pks=numbered - {None}, uids=named, now=now)
    return Board(
        asked=asked,
        work=with_something(typed_panel(typed, rows), *Work(user, queues, looks, rows, now).panels()),
        ahead=ahead_panels(coming, rows, now),
        rows=[rows[record.uid] for record in records],
        further=further,
        choices=choices_of(asked),
    )


def second_looks(colleague: Colleague) -> list[Decision]:
    """The oldest urgent publications that wait for one, in the languages that somebody approves."""
    waiting = workflow.awaiting_second_look() if colleague.may("approve_afterwards") else []
    return [decision for decision in waiting if decision.language in colleague.approves][:READ]
