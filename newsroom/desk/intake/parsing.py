"""The bytes of a file as JSON, more strictly than the standard asks: no name twice, no numbers that are none."""

import json
from pathlib import Path

from django.utils.translation import gettext as _

from newsroom.desk.intake.faults import Faults

# Not None, which is a document too: null.
UNREADABLE = object()


class Refused(ValueError):
    """What JSON would allow and this format does not."""


def read_json(path: Path, found: Faults):
    """The document, or UNREADABLE with a fault added."""
    try:
        return parse_json(path.read_bytes(), path.name, found)
    except FileNotFoundError:
        found.add(path.name, _("there is no such file"))
    except OSError as bad:
        found.add(path.name, _("it cannot be read: %(why)s") % {"why": bad.strerror})
    return UNREADABLE


def parse_json(content: bytes, name: str, found: Faults):
    """The document in these bytes, or UNREADABLE with a fault added, whose place begins with `name`."""
    try:
        # Some editors mark UTF-8 with a byte order mark.
        text = content.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=refuse_twins, parse_constant=refuse_constant)
    except UnicodeDecodeError as bad:
        found.add(name, _("not UTF-8 at byte %(at)d: save the file as UTF-8") % {"at": bad.start})
    except json.JSONDecodeError as bad:
        found.add(f"{name}: {bad.lineno}:{bad.colno}", _("not JSON: %(why)s") % {"why": bad.msg})
    except Refused as bad:
        found.add(name, bad)
    except ValueError:
        # Python reads whole numbers of at most 4300 digits.
        found.add(name, _("a number is too long"))
    except RecursionError:
        found.add(name, _("lists or objects are nested too deeply"))
    return UNREADABLE


def refuse_twins(pairs):
    found = {}
    for name, value in pairs:
        if name in found:
            raise Refused(_("“%(name)s” is given twice in one object") % {"name": name})
        found[name] = value
    return found


def refuse_constant(text):
    raise Refused(_("“%(text)s” is no number in JSON") % {"text": text})
