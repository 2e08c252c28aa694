"""The measurements as Markdown: one table a size, the goals beside what was reached."""
import dataclasses
import os
import pathlib
import platform
import re
import subprocess


@dataclasses.dataclass
class Goals:
    first: float = None  # seconds, wall, as all
    required: float = None
    proved: float = None
    memory: float = None  # MB
    share: float = None  # of the bound, where a level is not proved
    after: int = None  # seconds, when the share is to hold
    seats_only: bool = False  # the share is asked of the required tiers alone


GOALS = {
    "PP-14": Goals(proved=0.05, memory=30),
    "S": Goals(first=0.01, required=0.02, proved=0.1, memory=30),
    "M": Goals(first=0.05, required=0.3, proved=10, memory=150, share=0.01, after=1),
    "L": Goals(first=0.3, required=30, memory=1000, share=0.02, after=60),
    "XL": Goals(first=2, memory=4000, share=0.05, after=600, seats_only=True),
}


@dataclasses.dataclass
class Row:
    name: str
    shape: str
    first: object = None  # watch.Run
    required: object = None  # ours.Required
    full: object = None  # ours.Result
    early: object = None  # ours.Result after the time at which a share of the bound is asked
    other: object = None  # general.Result


def seconds(value):
    if value is None:
        return "–"
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s"


def size(megabytes):
    return f"{megabytes:.0f} MB" if megabytes < 1000 else f"{megabytes / 1000:.1f} GB"


def times(run):
    return "–" if run is None or run.wall is None else f"{seconds(run.wall)} ({seconds(run.processor)})"


def far(result, goals):
    """Levels further from their bound than the goal allows."""
    levels = result.levels[:4] if goals.seats_only else result.levels
    return [level for level in levels if not level.within(goals.share)]


def early(row, goals):
    if goals.share is None or row.early is None:
        return "–"
    wrong = far(row.early, goals)
    return f"no: {listed(wrong)}" if wrong else "yes"


def listed(levels):
    """`required critical 3 (1), low 7 (6); quality 90 (95)`: value and bound."""
    kinds = {}
    for level in levels:
        kind, _, tier = level.name.partition(" ")
        kinds.setdefault(kind, []).append(f"{tier} {level.value} ({level.bound})".strip())
    return "; ".join(f"{kind} {', '.join(values)}" for kind, values in kinds.items())


def compared(row):
    """The other solver's levels and times, and the ratio of processor times."""
    if row.other is None:
        return ["–", "–"]
    took = f"{len(row.other.values)} of {len(row.full.levels)}, {times(row.other)}"
    if not row.full.proved:  # no ratio of a proof to none
        return [took, "–"]
    ratio = row.other.processor / max(row.full.run.processor, 0.001)
    return [took, f"{'' if row.other.whole else '> '}{ratio:.0f}"]


def line(cells):
    return "| " + " | ".join(cells) + " |\n"


def head(goals, other):
    def asked(name, goal, show):
        return name if goal is None else f"{name}, goal {show(goal)}"
    cells = ["conference", "sessions × attendees, candidates", asked("first plan", goals.first, seconds),
             asked("required tiers proved", goals.required, seconds), asked("all proved", goals.proved, seconds),
             asked("memory", goals.memory, size), "not proved: value (bound)"]
    if goals.share is not None:
        where = "required tiers" if goals.seats_only else "levels"
        cells.append(f"{where} within max(1, {goals.share:.0%}) after {goals.after} s")
    return cells + [f"{other}: levels proved, time", "ratio"]


def cells_of(row, goals):
    full = row.full
    whole = times(full.run) if full.proved else f"no, {times(full.run)}"
    cells = [row.name, row.shape, times(row.first), times(row.required), whole, size(full.run.memory),
             listed(level for level in full.levels if not level.proved) or "–"]
    return cells + ([early(row, goals)] if goals.share is not None else []) + compared(row)


def table(name, rows, other):
    header = head(GOALS[name], other)
    text = f"\n## {name}\n\n" + line(header) + line(["---"] * len(header))
    return text + "".join(line(cells_of(row, GOALS[name])) for row in rows)


def commit(folder):
    done = subprocess.run(["git", "-C", folder, "describe", "--always", "--dirty"], capture_output=True, text=True,
                          check=False)
    return done.stdout.strip() or "unknown"


def processor():
    try:
        names = re.findall(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
        return names[0].strip() if names else platform.machine()
    except OSError:
        return platform.machine()


def opening(folder, solver, limits):
    other = "No general solver was at hand."
    if solver:
        other = f"""{solver.title} {solver.version} gets the same problem as a
compact MIP, {limits.level:.0f} s for a level and {limits.total:.0f} s for all; *ratio* is its processor time divided by
ours, `>` where it did not finish, and absent where we did not. A value that both proved is the
same, or the run fails."""
    return f"""# What the solver reaches

Commit {commit(folder)}; {os.cpu_count()} cores of {processor()}, {platform.system()} {platform.machine()}.

Times are wall time and, in brackets, processor time of all threads; where others use the machine
too, only the second means something. Each is a whole process, planning files in and plan out, with
two threads. *First plan* is a run with a time limit of 1 ms. {other}
"""
