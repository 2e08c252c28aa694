"""A conference publishes a programme, people plan with it and send out calendars; then it publishes a newer one. The
same story for a calendar, a schedule.xml, a schedule.json and a table: import, check, assign, show as calendars; import
--into, reassign, show again. Exactly the moved sessions move in calendars, what is gone is struck out, nothing stands
there twice, and all that people wrote in the files is still there."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

top, command = pathlib.Path(sys.argv[1]), sys.argv[2]
ZONE = "Europe/Berlin"
# id, title, day, start, length in minutes, room; None: cancelled
BEFORE = {
    "stays": ("Opening; a word, of welcome", "2027-03-08", "10:00", 60, "Hall"),
    "moves": ("Budget", "2027-03-08", "13:00", 90, "Hall"),
    "renamed": ("Access", "2027-03-08", "16:00", 60, "Annex"),
    "cancelled": ("Evening", "2027-03-08", "23:30", 90, "Hall"),
    "vanishes": ("Reserve", "2027-03-09", "10:00", 60, "Annex"),
}
AFTER = {
    "stays": BEFORE["stays"],
    "moves": ("Budget", "2027-03-09", "14:00", 90, "Annex"),
    "renamed": ("Access for all", *BEFORE["renamed"][1:]),
    "cancelled": BEFORE["cancelled"],
    "new": ("Closing", "2027-03-09", "17:00", 60, "Hall"),
}
SAID = """new           new  2027-03-09 17:00-18:00, Hall, Closing
moved         moves  2027-03-08 13:00-14:30 -> 2027-03-09 14:00-15:30
renamed       renamed  Access -> Access for all
room changed  moves  Hall -> Annex
cancelled     cancelled
vanished      vanishes
"""
PEOPLE = """
attendees:
  - {id: ana, name: Ana Lima, expertise: {money: 2}}  # arrives by train
  - {id: bo, name: Bo Chen}
topics: [{id: money, priority: high}]
pinned: [{attendee: bo, session: vanishes, role: lead}]
"""


def calendar(events, gone):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for key, (title, day, start, minutes, room) in events.items():
        title = title.replace(";", "\\;").replace(",", "\\,")
        lines += ["BEGIN:VEVENT", f"UID:{key}", f"SUMMARY:{title}", f"LOCATION:{room}",
                  f"DTSTART;TZID={ZONE}:{day.replace('-', '')}T{start.replace(':', '')}00", f"DURATION:PT{minutes}M"]
        lines += ["STATUS:CANCELLED"] * (key in gone) + ["END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def duration(minutes):
    return f"{minutes // 60}:{minutes % 60:02}"


def schedule_xml(events, gone):
    text = f"<schedule><conference><title>Days</title><time_zone_name>{ZONE}</time_zone_name></conference>"
    for today in ("2027-03-08", "2027-03-09"):
        text += f'<day date="{today}">'
        for number, (key, (title, day, start, minutes, room)) in enumerate(events.items()):
            if day != today:
                continue
            text += (f'<room name="{room}"><event id="{key}"><date>{day}T{start}:00+01:00</date><start>{start}</start>'
                     f"<duration>{duration(minutes)}</duration><room>{room}</room><title>{title}</title>"
                     f"<status>{'cancelled' if key in gone else 'confirmed'}</status></event></room>")
        text += "</day>"
    return text + "</schedule>"


def schedule_json(events, gone):
    days = []
    for today in ("2027-03-08", "2027-03-09"):
        rooms = {}
        for key, (title, day, start, minutes, room) in events.items():
            if day == today:
                rooms.setdefault(room, []).append({
                    "id": key, "date": f"{day}T{start}:00+01:00", "start": start, "duration": duration(minutes),
                    "title": title, "room": room, "status": "cancelled" if key in gone else "confirmed"})
        days.append({"date": today, "rooms": rooms})
    return json.dumps({"schedule": {"conference": {"title": "Days", "time_zone_name": ZONE, "days": days}}})


def table(events, gone):
    rows = ["id,day,start,duration,title,room,status"]
    for key, (title, day, start, minutes, room) in events.items():
        rows.append(f'{key},{day},{start},{duration(minutes)},"{title}",{room},{"cancelled" if key in gone else ""}')
    return "\n".join(rows) + "\n"


FORMATS = {"calendar.ics": calendar, "schedule.xml": schedule_xml, "schedule.json": schedule_json, "table.csv": table}


class Fault(Exception):
    pass


def check(what, value, wanted):
    if value != wanted:
        raise Fault(f"{what} is\n{value}\nnot\n{wanted}")


def run(folder, *arguments, status=0):
    done = subprocess.run([command, *arguments], cwd=folder, capture_output=True, timeout=120)
    if done.returncode != status:
        raise Fault(f"{' '.join(arguments)} ends with {done.returncode}\n{(done.stdout + done.stderr).decode()}")
    return done.stdout.decode()


def events_of(text):
    """By UID, each event's properties; a UID that stands there twice is a fault."""
    events = {}
    for block in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text.replace("\r\n ", ""), re.DOTALL):
        event = dict(line.split(":", 1) for line in block.splitlines())
        if event["UID"] in events:
            raise Fault(f"{event['UID']} stands twice in the calendar")
        events[event["UID"]] = event
    return events


def add_words(path):
    """What planners write into an imported file: seats, topics, a priority, comments of their own."""
    text = path.read_text()
    for key, words, comment in (("stays", ", seats: {lead: 1, notes: 1}", "  # both of us"),
                                ("moves", ", topics: [money], priority: critical", "  # ask the treasurer"),
                                ("vanishes", ", admits: pinned", "  # by invitation")):
        line = re.search(rf"^  - \{{id: {key}, .*\}}$", text, re.MULTILINE)[0]
        text = text.replace(line, line[:-1] + words + "}" + comment)
    path.write_text(text.replace("sessions:\n", "sessions:\n  # checked against the notice board\n"))


def follow(folder, write, name):
    talks = folder / "talks"
    talks.mkdir()
    programme = talks / "programme.yaml"
    (folder / name).write_bytes(write(BEFORE, {}).encode())
    run(folder, "import", name, "--timezone", ZONE, "-o", "talks/programme.yaml")
    run(folder, "check", str(programme), "-q")
    add_words(programme)
    (talks / "people.yaml").write_text(PEOPLE)
    run(folder, "check", "talks")
    run(folder, "assign", "talks", "-o", "plan.yaml")
    run(folder, "check", "talks", "--plan", "plan.yaml")
    run(folder, "show", "plan.yaml", "talks", "--format", "ics", "-o", "first.ics")
    run(folder, "show", "plan.yaml", "talks", "--format", "ics", "--split", "phones")
    first = events_of((folder / "first.ics").read_bytes().decode())
    check("the number of events", len(first), 6)

    before = programme.read_text()
    (folder / name).write_bytes(write(AFTER, {"cancelled"}).encode())
    check("what a dry run says", run(folder, "import", name, "--into", "talks", "--dry-run"), SAID)
    check("the file after a dry run", programme.read_text(), before)
    check("what is said", run(folder, "import", name, "--into", "talks"), SAID)
    after = programme.read_text()
    for line in before.splitlines():
        words = line.partition("  # ")[2]
        if words and words not in after:
            raise Fault(f"a comment is lost: {line}")
    check("the line of what stays", [line for line in after.splitlines() if "{id: stays," in line],
          [line for line in before.splitlines() if "{id: stays," in line])
    moved = next(line for line in after.splitlines() if "{id: moves," in line)
    if not moved.endswith(", topics: [money], priority: critical}  # ask the treasurer"):
        raise Fault(f"what planners wrote is lost: {moved}")
    run(folder, "check", "talks")
    run(folder, "reassign", "--plan", "plan.yaml", "talks", "-o", "plan.yaml")
    run(folder, "check", "talks", "--plan", "plan.yaml")
    run(folder, "show", "plan.yaml", "talks", "--format", "ics", "--previous", "first.ics", "-o", "second.ics")
    second = events_of((folder / "second.ics").read_bytes().decode())

    def by_session(events):
        return {uid.partition("~")[0]: event for uid, event in events.items()}

    check("the events that are gone", sorted(set(first) - set(second)), [])
    check("the new events", [uid.partition("~")[0] for uid in set(second) - set(first)], ["new"])
    moved = sorted({uid.partition("~")[0] for uid in first if first[uid]["DTSTART"] != second[uid]["DTSTART"]})
    check("the sessions that move in calendars", moved, ["moves"])
    same = sorted({uid.partition("~")[0] for uid in first if first[uid] == second[uid]})
    check("the sessions whose events stay byte for byte", same, ["stays"])
    check("revisions", {key: event["SEQUENCE"] for key, event in by_session(second).items()},
          {"stays": "0", "moves": "1", "renamed": "1", "cancelled": "1", "vanishes": "1", "new": "0"})
    check("what is struck out", sorted(key for key, event in by_session(second).items()
                                       if event["STATUS"] == "CANCELLED"), ["cancelled", "vanishes"])
    check("the new start", by_session(second)["moves"]["DTSTART"], "20270309T130000Z")

    # Nothing new: nothing changes, in no file.
    check("a second import", run(folder, "import", name, "--into", "talks"), "")
    check("the file after it", programme.read_text(), after)
    plan = (folder / "plan.yaml").read_bytes()
    run(folder, "reassign", "--plan", "plan.yaml", "talks", "-o", "plan.yaml")
    check("the plan after it", (folder / "plan.yaml").read_bytes(), plan)
    third = run(folder, "show", "plan.yaml", "talks", "--format", "ics", "--previous", "second.ics")
    check("the calendar after it", events_of(third), second)
    run(folder, "show", "plan.yaml", "talks", "--format", "ics", "--split", "phones", "--previous", "phones")
    phones = {}
    for path in sorted((folder / "phones").iterdir()):
        phones.update(events_of(path.read_bytes().decode()))
    check("the phones", {uid: (event["SEQUENCE"], event["DTSTART"], event["STATUS"]) for uid, event in phones.items()},
          {uid: (event["SEQUENCE"], event["DTSTART"], event["STATUS"]) for uid, event in second.items()})


def follow_readme(folder):
    """The commands of the README, in a folder that holds nothing but the programme."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", (top / "README.md").read_text(), re.DOTALL | re.MULTILINE)
    (story,) = [block for block in blocks if "plancover import" in block]
    (folder / "schedule.xml").write_text(schedule_xml(BEFORE, {}))
    path = f"{pathlib.Path(command).parent}:{os.environ['PATH']}"
    done = subprocess.run(["sh", "-e", "-c", story], cwd=folder, capture_output=True, timeout=120,
                          env={**os.environ, "PATH": path})
    check("how the README's commands end", (done.returncode, done.stderr.decode().count("error")), (0, 0))
    events = {}
    for path in (folder / "calendars").iterdir():
        events.update(events_of(path.read_bytes().decode()))
    check("the calendars of the README", sorted(uid.partition("~")[0] for uid in events), sorted(BEFORE))
    check("the sessions of its page", (folder / "plan.html").read_text().count("<article"), len(BEFORE))


faults = []
with tempfile.TemporaryDirectory(prefix="plancover-readme-") as folder:
    try:
        follow_readme(pathlib.Path(folder))
    except Fault as fault:
        faults.append(f"README: {fault}")
for name, write in FORMATS.items():
    with tempfile.TemporaryDirectory(prefix="plancover-newer-") as folder:
        try:
            follow(pathlib.Path(folder), write, name)
        except Fault as fault:
            faults.append(f"{name}: {fault}")
sys.exit("\n".join(faults) or 0)
