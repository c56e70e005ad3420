"""The legal moves of a working text, and nothing else. Forms, templates and commands ask this table."""

from dataclasses import dataclass

from newsroom.desk.models.stage import Stage


@dataclass(frozen=True)
class Move:
    sources: frozenset
    target: Stage
    permission: str
    needs_reason: bool = False
    # Which languages of a person's remit it asks for.
    remit: str = "approves"


def move(*sources, to, permission, **terms):
    return Move(frozenset(sources), to, f"desk.{permission}", **terms)


MOVES = {
    "submit": move(Stage.DRAFT, Stage.WITHDRAWN, to=Stage.IN_REVIEW, permission="submit_version", remit="edits"),
    "send_back": move(Stage.IN_REVIEW, Stage.APPROVED, to=Stage.DRAFT, permission="approve_version", needs_reason=True),
    "approve": move(Stage.IN_REVIEW, to=Stage.APPROVED, permission="approve_version"),
    "publish": move(Stage.APPROVED, to=Stage.PUBLISHED, permission="publish_version"),
    "publish_urgently": move(
        Stage.DRAFT, Stage.IN_REVIEW, to=Stage.PUBLISHED, permission="publish_urgently", needs_reason=True
    ),
    "correct": move(Stage.APPROVED, to=Stage.PUBLISHED, permission="publish_version", needs_reason=True),
    "withdraw": move(*Stage, to=Stage.WITHDRAWN, permission="withdraw_version", needs_reason=True),
    "erase": move(*Stage, to=Stage.WITHDRAWN, permission="erase_record", needs_reason=True),
    "spike": move(Stage.DRAFT, Stage.IN_REVIEW, to=Stage.SPIKED, permission="approve_version", needs_reason=True),
    "revive": move(Stage.SPIKED, to=Stage.DRAFT, permission="submit_version", remit="edits"),
}


def may_move(verb: str, stage: str) -> bool:
    """Whether a text at this stage can make this move at all, whoever asks."""
    return stage in MOVES[verb].sources
