import json
import urllib.request

copy, since = {}, 0


def fetch(path):
    return json.load(urllib.request.urlopen(f"{{ origin }}/api/v1/{path}"))


while True:
    answer = fetch(f"changes?since={since}&compact=true")
    for change in answer["results"]:
        key = change["type"], change["id"], change["language"]
        copy.pop(key, None)
        if change["action"] in ("published", "corrected"):
            copy[key] = change["url"] + "?lang=" + change["language"]
    since = answer["checkpoint"]
    if answer["caught_up"]:
        break
