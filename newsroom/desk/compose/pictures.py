from newsroom.desk.fields import tr
from newsroom.desk.imaging.renditions import current_renditions, folders
from newsroom.public.schema import PictureRow, RenditionRow
from relations.models import Picture


def pictures(found: list[Picture | None], language: str) -> list[PictureRow]:
    return [picture_row(picture, language) for picture in found if picture]


def picture_row(picture: Picture, language: str) -> PictureRow:
    return {
        "id": picture.uid,
        "url": {"$file": picture.file.name},
        "width": picture.width,
        "height": picture.height,
        "alt": tr(picture, "alt", language),
        "caption": tr(picture, "caption", language),
        "credit": picture.credit,
        "rights": picture.rights,
        "rights_until": picture.rights_until.isoformat() if picture.rights_until else None,
        "focal_point": [picture.focal_x, picture.focal_y],
        "renditions": [rendition_row(one) for one in current_renditions(picture)],
    }


def rendition_row(made: dict) -> RenditionRow:
    return {"url": {"$file": made["name"]}, **{key: made[key] for key in ("crop", "media_type", "width", "height")}}


def for_cards(rows: list[PictureRow]) -> list[PictureRow]:
    """The first picture, with the renditions that cards and lists show."""
    return [{**row, "renditions": [one for one in row["renditions"] if one["crop"] != "full"]} for row in rows[:1]]


def file_names(found: list[Picture | None]) -> list[str]:
    """The files themselves, and the folders of their renditions."""
    shown = [picture for picture in found if picture]
    return [name for picture in shown for name in (picture.file.name, *folders(current_renditions(picture)))]
