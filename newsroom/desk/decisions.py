"""Writing the log of moves."""

from newsroom.desk.models import Decision


def log_decision(version, verb, **terms) -> Decision:
    return log_decisions([version], verb, **terms)[0]


def log_decisions(versions, verb, **terms) -> list[Decision]:
    """A line of the log for each version, before it changes its stage."""
    return Decision.objects.bulk_create([decision_about(version, verb, **terms) for version in versions])


def decision_about(version, verb, *, by, at, to="", digest="", reason="") -> Decision:
    """`by` None is the operator of the machine (a command)."""
    return Decision(
        uid=version.record.uid,
        record_label=str(version.record),
        language=version.language,
        verb=verb,
        from_stage=version.stage,
        to_stage=to or version.stage,
        digest=digest or version.digest,
        reason=reason,
        by=by,
        by_label=by.get_username() if by else "manage.py",
        at=at,
    )
