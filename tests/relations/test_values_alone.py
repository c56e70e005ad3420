import subprocess
import sys

PROGRAM = """
from relations.values import bad_date, fuzzy, intervals, labels, languages, transliteration
print(labels.date_label(fuzzy.FuzzyDate.parse("2025-04-21"), "fr"))
try:
    fuzzy.FuzzyDate.parse("2023/")
except bad_date.BadDate as refusal:
    print(refusal)
"""


def test_values_work_without_settings_or_models():
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env={})

    assert run.stdout.splitlines() == [
        "21 avril 2025",
        "Write two points for an open end, as in 2023/.. or ../2023.",
    ]
