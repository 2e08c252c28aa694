"""Imports programmes that conferences published and holds what comes of them against figures that other
parsers gave (Python's xml.etree and json, and the calendar lines read by a few lines here). Then each goes
through check, assign and show with a small group of people.

The files are not part of the project: PLANCOVER_PROGRAMMES in the environment names their folder; without
it the test is skipped (status 77)."""

import collections
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zoneinfo

command = sys.argv[1]
folder = os.environ.get("PLANCOVER_PROGRAMMES", "")
if not folder or not pathlib.Path(folder).is_dir():
    print("skipped: PLANCOVER_PROGRAMMES names no folder")
    sys.exit(77)
folder = pathlib.Path(folder)

# name: (zone, status, sessions, sessions by day of their start, pairs that overlap). The second is 1 where the
# file holds something that nobody can read: FOSDEM 2008 ended in the year 20008.
FIGURES = {
    "28c3.xml": ("Europe/Berlin", 0, 85, {"2011-12-27": 15, "2011-12-28": 29, "2011-12-29": 24, "2011-12-30": 17},
        78),
    "31c3.xml": ("Europe/Berlin", 0, 138, {"2014-12-27": 34, "2014-12-28": 44, "2014-12-29": 41, "2014-12-30": 19},
        201),
    "emf2022.ics": ("Europe/London", 0, 326, {"2022-06-02": 10, "2022-06-03": 93, "2022-06-04": 124,
        "2022-06-05": 99}, 2163),
    "emf2022.xml": ("Europe/London", 0, 335, {"2022-06-02": 10, "2022-06-03": 97, "2022-06-04": 126,
        "2022-06-05": 102}, 2241),
    "fosdem_2008.mttcrsp.xml": ("Europe/Brussels", 1, 258, {"2008-02-23": 105, "2008-02-24": 153}, 2789),
    "fosdem_2013.mttcrsp.xml": ("Europe/Brussels", 0, 487, {"2013-02-02": 261, "2013-02-03": 226}, 6807),
    "froscon_hco.json": ("Europe/Berlin", 0, 155, {"2018-08-25": 81, "2018-08-26": 74}, 991),
    "inpycon2021.ics": ("Asia/Kolkata", 0, 60, {"2021-09-17": 7, "2021-09-18": 26, "2021-09-19": 27}, 57),
    "kielux_2020.ics": ("Europe/Berlin", 0, 24, {"2020-09-18": 10, "2020-09-19": 14}, 19),
    "linux_conf_au_2020.ics": ("Australia/Brisbane", 0, 262, {"2020-01-12": 2, "2020-01-13": 73, "2020-01-14": 70,
        "2020-01-15": 43, "2020-01-16": 43, "2020-01-17": 31}, 748),
    "voc_frab-camp2019.json": ("Europe/Berlin", 0, 79, {"2019-08-21": 17, "2019-08-22": 17, "2019-08-23": 19,
        "2019-08-24": 17, "2019-08-25": 9}, 36),
}
UTC = datetime.timezone.utc


def lines_of_calendar(text):
    return re.sub(r"\r?\n[ \t]", "", text).splitlines()


def calendar_time(name, value, zone):
    tzid = re.search(r"TZID=([^;:]+)", name)
    stamp = datetime.datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")
    return stamp.replace(tzinfo=UTC if value.endswith("Z") else zoneinfo.ZoneInfo(tzid.group(1) if tzid else zone))


def read_calendar(path, zone):
    events, event = [], None
    for line in lines_of_calendar(path.read_bytes().decode("utf-8")):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            events.append(event)
            event = None
        elif event is not None and name.split(";")[0] in ("DTSTART", "DTEND"):
            while ";" in value or not re.match(r"\d{8}", value):  # a colon in a parameter
                value = value.partition(":")[2]
            event[name.split(";")[0]] = calendar_time(name, value, zone)
        elif event is not None and name == "DURATION":
            hours, minutes = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", value).groups()
            event["length"] = datetime.timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return [(e["DTSTART"], e.get("DTEND") or e["DTSTART"] + e["length"]) for e in events]


def schedule_span(date, day, start, duration, change, zone):
    hours, minutes = (int(part) for part in duration.split(":")[:2])
    length = datetime.timedelta(hours=hours, minutes=minutes)
    if date:
        begin = datetime.datetime.fromisoformat(date)
    else:
        begin = datetime.datetime.fromisoformat(f"{day}T{start.zfill(5)}").replace(tzinfo=zoneinfo.ZoneInfo(zone))
        if start.zfill(5) < change:
            begin += datetime.timedelta(days=1)
    return begin, (begin.astimezone(UTC) + length)


def read_xml(path, zone):
    top = xml.etree.ElementTree.parse(path).getroot()
    change = (top.findtext("conference/day_change") or "04:00")[:5]
    return [
        schedule_span(event.findtext("date"), day.get("date"), event.findtext("start"), event.findtext("duration"),
                      change, zone)
        for day in top.findall("day")
        for event in day.iter("event")
    ]


def read_json(path, zone):
    days = json.loads(path.read_text(encoding="utf-8"))["schedule"]["conference"]["days"]
    return [
        schedule_span(event["date"], day["date"], event["start"], event["duration"], "04:00", zone)
        for day in days
        for room in day["rooms"].values()
        for event in room
    ]


READERS = {".ics": read_calendar, ".xml": read_xml, ".json": read_json}


def figures(spans, zone):
    spans = sorted((a.astimezone(UTC), b.astimezone(UTC)) for a, b in spans)
    days = collections.Counter(a.astimezone(zoneinfo.ZoneInfo(zone)).date().isoformat() for a, _ in spans)
    overlaps = sum(
        1 for i, (_, end) in enumerate(spans) for begin, until in spans[i + 1 :] if begin < end and until > begin
    )
    return len(spans), dict(sorted(days.items())), overlaps


def read_planning(path):
    """The sessions of an imported file, one a line, and its zone."""
    text = path.read_text(encoding="utf-8")
    zone = re.search(r"^  timezone: (\S+)$", text, re.MULTILINE).group(1)
    spans = []
    for day, start, end in re.findall(r"^  - \{id: .*?, day: (\S+), time: (\d\d:\d\d)-(\d\d:\d\d)", text, re.MULTILINE):
        begin = datetime.datetime.fromisoformat(f"{day}T{start}")
        last = datetime.datetime.fromisoformat(f"{day}T{'00:00' if end == '24:00' else end}")
        if end <= start or end == "24:00":
            last += datetime.timedelta(days=1)
        spans.append(tuple(each.replace(tzinfo=zoneinfo.ZoneInfo(zone)) for each in (begin, last)))
    ids = re.findall(r"^  - \{id: \"?([^,\"]+)\"?, committee", text, re.MULTILINE)
    return spans, zone, ids


PEOPLE = """attendees:
  - {id: ana}
  - {id: bo}
  - {id: cleo}
"""


def run(expected, *arguments):
    done = subprocess.run([command, *map(str, arguments)], capture_output=True, text=True, timeout=600)
    if done.returncode not in expected:
        raise AssertionError(f"{' '.join(map(str, arguments))}: status {done.returncode}\n{done.stdout[-2000:]}"
                             f"{done.stderr[-2000:]}")
    return done


def follow(path, zone, status, expected):
    with tempfile.TemporaryDirectory() as name:
        talks = pathlib.Path(name) / "talks"
        talks.mkdir()
        out = talks / "programme.yaml"
        run([status], "import", path, "--timezone", zone, "-o", out)
        spans, found_zone, ids = read_planning(out)
        assert found_zone == zone, found_zone
        assert len(set(ids)) == len(ids) == len(spans), "ids are not one for each session"
        assert figures(spans, zone) == expected, f"imported {figures(spans, zone)}\nexpected {expected}"
        again = talks.parent / "again.yaml"
        run([status], "import", path, "--timezone", zone, "-o", again)
        assert again.read_bytes() == out.read_bytes(), "a second import gives other bytes"
        run([0], "check", out)
        (talks / "people.yaml").write_text(PEOPLE)
        run([0], "check", talks)
        plan = talks.parent / "plan.yaml"
        run([0, 1], "assign", talks, "--time-limit", "5s", "-o", plan)
        assert "assignments:\n  - {session" in plan.read_text(), "nobody was assigned"
        run([0], "check", talks, "--plan", plan)
        shown = run([0], "show", plan, talks).stdout
        assert shown.count("lead") >= expected[0], "show leaves sessions out"


faults = []
for name, (zone, status, *expected) in FIGURES.items():
    path = folder / name
    if not path.is_file():
        faults.append(f"{name} is not in {folder}")
        continue
    try:
        parsed = figures(READERS[path.suffix](path, zone), zone)
        assert parsed == tuple(expected), f"the other parser gives {parsed}"
        follow(path, zone, status, tuple(expected))
    except AssertionError as fault:
        faults.append(f"{name}: {fault}")
print(f"{len(FIGURES) - len(faults)} of {len(FIGURES)} programmes went through")
sys.exit("\n".join(faults) or 0)
