"""test.py PLANCOVER [CASE...] — conferences at the edge of what the format allows.

For each: assign ends, where a proof is too much to ask within a time limit, with a plan that
`check --plan` accepts, the levels have the values that anyone can work out, and where `proved`
is asked for the bounds equal them. The times are of the processor.
"""
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

HEAD = "plancover: 1\nconference: {name: Edge, timezone: UTC, dates: 2026-03-02..2026-03-31}\n"
MILLION = 1_000_000
LIMIT = ["--time-limit", "10s"]


def clock(minute):
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def session(number, start, end, rest=""):
    """Minutes after the first midnight."""
    return (f"  - {{id: s{number}, committee: c, day: 2026-03-{2 + start // 1440:02}, "
            f"time: {clock(start)}-{clock(end)}{rest}}}\n")


def sessions(spans, rest=""):
    return "sessions:\n" + "".join(session(i, start, end, rest) for i, (start, end) in enumerate(spans))


def attendees(count, rest=""):
    return "attendees:\n" + "".join(f"  - {{id: a{i}{rest}}}\n" for i in range(count))


def committee(rest=""):
    return f"committees:\n  - {{id: c{rest}}}\n"


def weights(value):
    keys = ("expertise", "prefers", "avoids", "continuity", "attend", "remote", "load")
    return "weights: {" + ", ".join(f"{key}: {value}" for key in keys) + "}\n"


def spread(count, length=20, step=43):
    """So many sessions over thirty days, never two at a time."""
    return [(i * step, i * step + length) for i in range(count)]


# name: text, what levels must be (those not named: anything), proved?
def cases():
    plain = HEAD + committee()
    yield "no attendees", plain + sessions(spread(20)), {"required normal": 40, "quality": 0}, True
    yield "no candidates", plain + sessions(spread(20), ", admits: [nobody]") + attendees(20), {
        "required normal": 40, "quality": 0}, True
    yield "everything cancelled", plain + sessions(spread(20), ", cancelled: true") + attendees(20), {
        "required normal": 0, "quality": 0}, True
    yield "no seats", plain + sessions(spread(20), ", seats: {}") + attendees(20), {
        "required normal": 0, "quality": 0}, True
    yield "no sessions", plain + attendees(20), {"required normal": 0, "quality": 0}, True
    yield "nothing at all", HEAD, {"quality": 0}, True
    yield ("everything in one slot", plain + sessions([(600, 660)] * 60) + attendees(40, ", expertise: {}"),
           {"required normal": 40, "quality": 0}, True)
    yield ("one attendee for a thousand sessions", plain + sessions(spread(1000)) + attendees(1),
           {"required normal": 0}, True)
    yield ("one attendee for a thousand that overlap", plain + sessions([(i * 40, i * 40 + 60) for i in range(1000)]) +
           attendees(1), {"required normal": 1000}, True)
    yield ("a thousand identical attendees", plain + sessions([(i * 60 + 480, i * 60 + 600) for i in range(8)],
                                                              ", seats: {lead: 1, notes: 0..2}") + attendees(1000),
           {"required normal": 0, "optional normal": 0, "quality": 132}, False)  # six times two pairs of touching sessions
    yield ("a chain of a thousand touching sessions", plain + sessions([(i * 40, i * 40 + 40) for i in range(1000)]) +
           attendees(2), {"required normal": 0}, False)
    yield ("a chain of a hundred touching sessions", plain + sessions([(i * 40, i * 40 + 40) for i in range(100)]) +
           attendees(2), {"required normal": 0}, True)
    everyone = ", seats: {lead: 0..all}"
    yield ("all seats 0..all", plain + sessions(spread(30), everyone) + attendees(10),
           {"required normal": 0, "optional normal": 0}, True)
    chain = sessions([(i * 300, i * 300 + 60) for i in range(12)], ", seats: {lead: 1, notes: 0..1}")
    yield ("all seats 0..all in one slot", plain + sessions([(600, 660)] * 40, everyone) + attendees(100),
           {"required normal": 0, "optional normal": 0, "quality": 300}, True)
    yield ("everyone may do everything", plain + sessions([(540 + 20 * (i % 6), 600 + 20 * (i % 6)) for i in range(60)],
                                                          ", seats: {lead: 1, notes: 1, backup: 0..3}") + attendees(60),
           {"required normal": 0}, False)  # two each
    yield ("no hours at all", plain + sessions(spread(200)) + attendees(10, ", limits: {hours: 10m}"),
           {"required normal": 400, "quality": 0}, True)
    yield ("everything pinned", plain + sessions(spread(300)) + attendees(1) + "pinned:\n" +
           "".join(f"  - {{attendee: a0, session: s{i}, role: lead}}\n" for i in range(300)),
           {"required normal": 0}, True)
    yield "weights of zero", plain + weights(0) + chain + attendees(3), {"required normal": 0, "quality": 0}, True
    yield "weights of a million", plain + weights(MILLION) + chain + attendees(3), {"required normal": 0}, True
    heavy = "topics:\n  - {id: t}\nroles: {lead: {weight: 10}}\ncommittees:\n  - {id: c, topics: [t]}\n"
    yield ("the largest sums", HEAD + weights(MILLION) + heavy + sessions(spread(1000)) +
           attendees(1, ", expertise: {t: 3}, prefers: [c]"), {"required normal": 0}, False)


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(binary, text, folder, limit):
    (folder / "conference.yaml").write_text(text)
    plan = folder / "plan.yaml"
    plan.unlink(missing_ok=True)
    begun = processor_time()
    done = subprocess.run([binary, "assign", folder / "conference.yaml", "-q", "-o", plan, "--fail-on", "never", *limit],
                          capture_output=True, text=True, timeout=300, check=False)
    took = processor_time() - begun
    if done.returncode != 0:
        return took, None, f"status {done.returncode}: {done.stderr[-200:]}"
    checked = subprocess.run([binary, "check", folder / "conference.yaml", "-q", "--plan", plan],
                             capture_output=True, text=True, timeout=120, check=False)
    if checked.returncode != 0:
        return took, None, f"the plan breaks a rule: {(checked.stdout + checked.stderr)[:300]}"
    found = re.findall(r"name: ([a-z ]+), value: (-?\d+), bound: (-?\d+)", plan.read_text())
    return took, {name: (int(value), int(bound)) for name, value, bound in found}, ""


def judge(levels, expected, proved):
    wrong = [f"{name} is {levels[name][0]}, not {value}" for name, value in expected.items()
             if levels[name][0] != value]
    for name, (value, bound) in levels.items():
        if (bound < value and name != "quality") or (bound > value and name == "quality") or bound == value:
            continue
        wrong.append(f"{name}: bound {bound} on the wrong side of {value}")
    unproved = [f"{name} {value} ({bound})" for name, (value, bound) in levels.items() if value != bound]
    return wrong + (["not proved: " + ", ".join(unproved)] if proved and unproved else []), unproved


def main():
    binary, wanted = sys.argv[1], sys.argv[2:]
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name, text, expected, proved in cases():
            if wanted and name not in wanted:
                continue
            try:
                took, levels, trouble = run(binary, text, pathlib.Path(scratch), [] if proved else LIMIT)
                wrong, unproved = judge(levels, expected, proved) if levels is not None else ([trouble], [])
            except subprocess.TimeoutExpired:
                took, wrong, unproved = 300, ["no end in 300 s"], []
            failures += bool(wrong)
            note = "; ".join(wrong) or ("unproved, as may be: " + ", ".join(unproved) if unproved else "")
            print(f"{'FAIL' if wrong else 'ok  '} {name} ({took:.2f} s) {note}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
