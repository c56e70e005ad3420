from newsroom.desk.fields import tr
from newsroom.public.schema import PictureRow
from relations.models import Picture


def pictures(found: list[Picture | None], language: str) -> list[PictureRow]:
    return [picture_row(picture, language) for picture in found if picture]


def picture_row(picture: Picture, language: str) -> PictureRow:
    return {
        "url": {"$file": picture.file.name},
        "width": picture.width,
        "height": picture.height,
        "alt": tr(picture, "alt", language),
        "caption": tr(picture, "caption", language),
        "credit": picture.credit,
        "rights": picture.rights,
        "rights_until": picture.rights_until.isoformat() if picture.rights_until else None,
        "focal_point": [picture.focal_x, picture.focal_y],
    }


def file_names(found: list[Picture | None]) -> list[str]:
    return [picture.file.name for picture in found if picture]
