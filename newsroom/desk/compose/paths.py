"""Records named by `kind/key`, as in links of running text and in claimed values."""

import operator
import re
from functools import reduce

from django.db.models import Q

from relations.models import Record
from relations.values.vocabularies import RecordKind

PATH = re.compile(rf"(?:{'|'.join(RecordKind.values)})/[a-z0-9-]+")


def paths_in(value) -> list[str]:
    """The records that a value, or a list of them, names."""
    return [item for item in (value if isinstance(value, list) else [value]) if is_path(item)]


def is_path(value) -> bool:
    return isinstance(value, str) and PATH.fullmatch(value) is not None


def uids_at(paths: list[str]) -> dict[str, str]:
    """The uids of those records that exist, by path."""
    pairs = [path.partition("/")[::2] for path in paths]
    if not pairs:
        return {}
    wanted = reduce(operator.or_, (Q(kind=kind, key=key) for kind, key in pairs))
    rows = Record.objects.filter(wanted).values_list("kind", "key", "uid")
    return {f"{kind}/{key}": uid for kind, key, uid in rows}
