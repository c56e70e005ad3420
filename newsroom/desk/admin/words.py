"""What the scripts of a form say, in the interface's language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDS = {
    "find": _("Type to find"),
    "nothing": _("Nothing found"),
    "chosen": _("Chosen"),
    "clear": _("Clear"),
    "remove": _("Remove"),
    "new": _("New"),
    "removed": _("Removed when you save"),
    "missing": _("empty"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "heading": _("Heading"),
    "subheading": _("Subheading"),
    "bullets": _("List"),
    "numbers": _("Numbered list"),
    "quotation": _("Quotation"),
    "break": _("Line break"),
    "link": _("Link to a record or an address"),
    "unlink": _("Remove the link"),
    "undo": _("Undo"),
    "redo": pgettext_lazy("opposite of undo", "Redo"),
    "tools": _("Formatting"),
    "search": _("A record, or an address that begins with https://"),
    "cancel": _("Cancel"),
    "use": _("Link to this address"),
}
