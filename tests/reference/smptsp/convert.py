"""Shift minimisation personnel task scheduling (Krishnamoorthy, Ernst, Baatar 2012) as planning files.

A task is a session whose door asks for a badge of its own; a worker is an
attendee who holds the badges of the tasks they are qualified for. Times are minutes
after the first midnight, half-open, and nobody needs time between two tasks. All weights are
zero: what counts is which tasks stay open.
"""
import dataclasses
import datetime
import pathlib
import re
import sys


@dataclasses.dataclass
class Instance:
    tasks: list  # (start, end), minutes after the first midnight
    workers: list  # of lists of tasks

    def peak(self):
        return max(sum(a <= start < b for a, b in self.tasks) for start, _ in self.tasks)


def read(path):
    tasks, workers = [], []
    waiting = 0
    for line in pathlib.Path(path).read_text().splitlines():
        line = line.partition("#")[0].strip()
        if (header := re.fullmatch(r"(\w+)\s*=\s*(\d+)", line)):
            if header[1] in ("Jobs", "Qualifications"):
                waiting, target = int(header[2]), tasks if header[1] == "Jobs" else workers
            continue
        if not line or not waiting:
            continue
        waiting -= 1
        if target is tasks:
            start, end = map(int, line.split())
            tasks.append((start, end))
        else:
            count, _, rest = line.partition(":")
            listed = [int(word) for word in rest.split()]
            if len(listed) != int(count):
                raise ValueError(f"{path}: a worker with {count} tasks lists {len(listed)}")
            workers.append(listed)
    if waiting or not tasks:
        raise ValueError(f"{path}: not an instance")
    return Instance(tasks, workers)


def clock(minute):
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def day(minute):
    return datetime.date(2026, 3, 2) + datetime.timedelta(days=minute // 1440)


def planning(instance, workers):
    """One file's text, with the first so many workers."""
    last = day(max(end for _, end in instance.tasks))
    text = (f"plancover: 1\nconference: {{name: Tasks, timezone: UTC, dates: {day(0)}..{last}, day_change: 00:00}}\n"
            "roles: {lead: {}}\n"
            "weights: {expertise: 0, prefers: 0, avoids: 0, continuity: 0, attend: 0, remote: 0, load: 0}\n"
            "committees:\n  - {id: tasks}\nsessions:\n")
    for number, (start, end) in enumerate(instance.tasks):
        text += (f"  - {{id: task-{number}, committee: tasks, day: {day(start)}, "
                 f"time: {clock(start)}-{clock(end)}, admits: [q{number}]}}\n")
    text += "attendees:\n"
    for number, tasks in enumerate(instance.workers[:workers]):
        badges = ", ".join(f"q{task}" for task in tasks)
        text += f"  - {{id: worker-{number}, badges: [{badges}]}}\n"
    return text


def main():
    if len(sys.argv) not in (3, 4):
        print("usage: convert.py INSTANCE FOLDER [WORKERS]", file=sys.stderr)
        return 2
    instance = read(sys.argv[1])
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    workers = int(sys.argv[3]) if len(sys.argv) == 4 else len(instance.workers)
    (folder / "conference.yaml").write_text(planning(instance, workers))
    return 0


if __name__ == "__main__":
    sys.exit(main())
