"""A general solver on the same problem as a compact MIP, level by level.

HiGHS where a copy is at hand, else CBC, else GLPK. Each level is a process of its own that
reads an LP file in which the levels before are rows.
"""
import dataclasses
import os
import re
import shutil

import ours
import watch

HIGHS_OPTIONS = "mip_rel_gap = 0\nmip_abs_gap = 0.5\n"  # every level is a whole number


@dataclasses.dataclass
class Solver:
    name: str
    path: str

    @property
    def title(self):
        return {"highs": "HiGHS", "cbc": "CBC", "glpsol": "GLPK"}[self.name]

    @property
    def version(self):
        ask = {"highs": ["--version"], "cbc": ["quit"], "glpsol": ["--version"]}[self.name]
        text = watch.run([self.path, *ask], 10).output
        found = re.search(r"(?:Solver,? v?|[Vv]ersion:? )(\d+(?:\.\d+)*)", text)
        return found[1] if found else ""


@dataclasses.dataclass
class Result:
    values: list  # of the levels proved, in order; quality as it is, not negated
    wall: float
    processor: float

    @property
    def whole(self):
        return len(self.values) == len(ours.LEVELS)


def pick(wanted):
    """`NAME=PATH`, a name, or None for what is there."""
    if wanted:
        name, _, path = wanted.partition("=")
        if name not in ("highs", "cbc", "glpsol") or not shutil.which(path or name):
            raise SystemExit(f"{wanted}: want highs=PATH, cbc=PATH or glpsol=PATH")
        return Solver(name, os.path.abspath(shutil.which(path or name)))
    for name in ("highs", "cbc", "glpsol"):
        if shutil.which(name):
            return Solver(name, name)
    return None


def command_for(solver, lp, limit, scratch):
    """The command, and how its words give the value and say that it is proved."""
    if solver.name == "highs":
        options = scratch / "options"
        options.write_text(HIGHS_OPTIONS)
        return ([solver.path, "--options_file", options, "--time_limit", f"{limit:.1f}", lp],
                r"Primal bound\s+(\S+)", r"Status\s+Optimal")
    if solver.name == "cbc":
        return ([solver.path, lp, "sec", f"{limit:.1f}", "ratio", "0", "solve", "quit"],
                r"Objective value:\s+(\S+)", r"Result - Optimal solution found")
    return ([solver.path, "--lp", lp, "--tmlim", str(max(1, int(limit))), "-o", scratch / "out.txt"],
            r"Objective:\s+obj = (\S+)", r"Status:\s+INTEGER OPTIMAL")


def solve_level(solver, lp, limit, scratch):
    """The run, and the value where it is proved."""
    out = scratch / "out.txt"
    out.unlink(missing_ok=True)
    command, value, optimal = command_for(solver, lp, limit, scratch)
    done = watch.run(command, limit + 30, scratch)  # HiGHS leaves a log where it runs
    text = done.output + (out.read_text() if out.exists() else "")
    found = re.search(value, text)
    if not found or not re.search(optimal, text):
        return done, None
    return done, round(float(found.group(1)))


def solve(solver, build, folder, level_limit, limit, scratch):
    """Until a level is not proved within `level_limit` seconds, or all within `limit`."""
    reached, wall, processor = [], 0.0, 0.0
    while len(reached) < len(ours.LEVELS) and wall < limit:
        lp = scratch / "level.lp"
        written = watch.run([build / "tests/bench/bench_compact_mip", folder, lp, *reached])
        if written.status != 0:
            raise RuntimeError(f"{folder}: the MIP cannot be written: {written.errors}")
        done, value = solve_level(solver, lp, min(level_limit, limit - wall), scratch)
        wall += done.wall
        processor += done.processor
        if value is None:
            break
        reached.append(value)
    values = [-v if name == "quality" else v for name, v in zip(ours.LEVELS, reached)]
    return Result(values, wall, processor)


def disagreement(levels, other):
    """What cannot both be true, or nothing. Levels compare while those before are equal."""
    for level, value in zip(levels, other.values):
        low, high = sorted((level.value, level.bound))
        if not low <= value <= high:
            return f"{level.name} is {level.value} with bound {level.bound} here, and {value} there"
        if value != level.value:
            return None
    return None
