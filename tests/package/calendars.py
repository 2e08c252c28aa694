"""Exports the calendars of a small conference with text that tries to break out, and of PP-14 where it is at hand,
and has another program (python3-icalendar) read them: every event, its times and its text come back as they were."""

import pathlib
import subprocess
import sys
import tempfile

try:
    import icalendar
except ImportError:
    print("python3-icalendar is not here: calendars not read by another program")
    sys.exit(77)

top, command = pathlib.Path(sys.argv[1]), sys.argv[2]
TITLE = "Plenary; first, \\\\ Ω 総会\\nEND:VEVENT"
PLANNING = f"""
conference: {{name: "Day, of; all", timezone: Europe/Zurich, dates: 2027-03-27..2027-03-29}}
committees:
  - {{id: pl, name: "{TITLE}", seats: {{lead: 1, backup: 0..1}}}}
sessions:
  - {{id: pl-1, committee: pl, day: 2027-03-28, time: 01:00-04:00, room: "A\\r\\nB"}}
  - {{id: pl-2, committee: pl, day: 2027-03-29, time: 09:00-10:00}}
attendees:
  - {{id: ana, name: "アナ · عنا"}}
  - {{id: bo}}
"""
PLAN = """
plan: {format: 1}
assignments:
  - {session: pl-1, role: lead, attendee: ana}
  - {session: pl-1, role: backup, attendee: bo}
  - {session: pl-2, role: lead, attendee: bo}
"""
faults = []


def run(*arguments):
    done = subprocess.run([command, *arguments], capture_output=True, timeout=300)
    if done.returncode not in (0, 1) or done.stderr:
        faults.append(f"{arguments} ends with {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def check(what, value, wanted):
    if value != wanted:
        faults.append(f"{what} is {value!r}, not {wanted!r}")


with tempfile.TemporaryDirectory(prefix="plancover-calendars-") as name:
    folder = pathlib.Path(name)
    (folder / "day.yaml").write_text(PLANNING)
    (folder / "plan.yaml").write_text(PLAN)
    show = ["show", str(folder / "plan.yaml"), str(folder / "day.yaml"), "--format", "ics"]
    calendar = icalendar.Calendar.from_ical(run(*show, "--alarm", "15m"))
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    check("the number of events", len(events), 3)
    first = next(event for uid, event in events.items() if uid.startswith("pl-1~ana@"))
    check("its title", str(first["SUMMARY"]), "アナ · عنا: LEAD Plenary; first, \\ Ω 総会 END:VEVENT")
    check("its place", str(first["LOCATION"]), "A  B")
    # The clock is put forward at 02:00 that night: three hours on the wall are two.
    check("its length", (first["DTEND"].dt - first["DTSTART"].dt).total_seconds(), 2 * 3600)
    check("its start", first["DTSTART"].dt.isoformat(), "2027-03-28T00:00:00+00:00")
    check("its alarms", len(first.walk("VALARM")), 1)
    check("a backup", str(next(e for u, e in events.items() if u.startswith("pl-1~bo@"))["TRANSP"]), "TRANSPARENT")

    run(*show, "--split", str(folder / "people"))
    (folder / "day.yaml").write_text(PLANNING.replace("09:00-10:00", "11:00-12:00"))
    run(*show, "--split", str(folder / "people"), "--previous", str(folder / "people"))
    check("the files", sorted(path.name for path in (folder / "people").iterdir()), ["ana.ics", "bo.ics"])
    moved = icalendar.Calendar.from_ical((folder / "people/bo.ics").read_bytes())
    sequences = {str(event["UID"]).split("~")[0]: event["SEQUENCE"] for event in moved.walk("VEVENT")}
    check("the revisions", sequences, {"pl-1": 0, "pl-2": 1})

sys.exit("\n".join(faults) or 0)
