"""How a partner keeps a copy: all that it takes, as partners are told."""

import json

CHANGES = "/api/v1/changes"


def sync(get, copy: dict, checkpoint: str) -> str:
    """
    Bring the copy up to date; answers the checkpoint to go on from next time.

    `copy` holds items by id and language, `get` answers an address. What shows a line about a record that has changed is
    asked for again too, or the copy would go on showing a title that was taken back.
    """
    while True:
        page = get(CHANGES, since=checkpoint).json()
        for change in page["results"]:
            showing = [key for key, item in copy.items() if change["id"] in json.dumps(item)]
            for key in {(change["id"], change["language"]), *showing}:
                answer = get(copy.get(key, change)["url"], lang=key[1])
                if answer.status_code == 200:
                    copy[key] = answer.json()
                else:
                    copy.pop(key, None)
        checkpoint = page["checkpoint"]
        if page["next"] is None:
            return checkpoint
