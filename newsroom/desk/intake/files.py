"""Files that come with an interchange file. Stored under a name made of their content, so that none is stored twice."""

import hashlib
import shutil
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from newsroom.desk.imaging import NotAPicture, clean, open_picture

DIGEST, STEM = 12, 60


def check_file(folder: Path, text: str) -> None:
    """A file beside the interchange file or in a folder beside it, and a picture that can be read."""
    path = Path(folder, text)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ValidationError(_("“%(path)s” leads out of the folder of this file") % {"path": text})
    if not path.is_file():
        raise ValidationError(_("there is no file “%(path)s” beside this one") % {"path": text})
    try:
        open_picture(path.read_bytes())
    except NotAPicture as bad:
        raise ValidationError(_("“%(path)s” is not a picture") % {"path": text}) from bad


def stored_name(field, path: Path) -> str:
    """Where a file of this content is kept; the same for a file that was exported under that name."""
    cleaned = clean(path.read_bytes())
    return content_name(field, path.with_suffix(cleaned.extension), cleaned.content)


def content_name(field, path: Path, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()[:DIGEST]
    stem = path.stem.removesuffix(f"-{digest}")[:STEM]
    return f"{field.upload_to}{stem}-{digest}{path.suffix.lower()}"


def exported_name(stored) -> str:
    """What an export calls a stored file, whatever it was called when somebody uploaded it."""
    if not default_storage.exists(stored.name):
        return stored.name
    with default_storage.open(stored.name) as handle:
        return content_name(stored.field, Path(stored.name), handle.read())


def store(field, path: Path) -> tuple[str, bool]:
    """The name under which the file is kept now, and whether it was not before."""
    name = stored_name(field, path)
    is_new = not default_storage.exists(name)
    if is_new:
        default_storage.save(name, ContentFile(clean(path.read_bytes()).content))
    return name, is_new


def copy_out(stored_files, folder: Path) -> None:
    """Write stored files beside an export, under the names it gives them."""
    for stored in stored_files:
        target = folder / exported_name(stored)
        target.parent.mkdir(parents=True, exist_ok=True)
        with default_storage.open(stored.name) as source, target.open("wb") as copy:
            shutil.copyfileobj(source, copy)
