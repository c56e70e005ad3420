import urllib.error
import urllib.request

url = "{{ origin }}/api/v1/articles?lang=en"
tag = urllib.request.urlopen(url).headers["ETag"]

try:
    urllib.request.urlopen(urllib.request.Request(url, headers={"If-None-Match": tag}))
    changed = True
except urllib.error.HTTPError as answer:
    changed = answer.code != 304
