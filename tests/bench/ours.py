"""plancover on one conference: the first plan, the required tiers, all levels."""
import dataclasses
import pathlib
import re

import watch

TIERS = ("critical", "high", "normal", "low")
LEVELS = [f"{kind} {tier}" for kind in ("required", "optional") for tier in TIERS] + ["quality"]
THREADS = "2"
PATIENCE = 1800  # seconds until a process that minds no limit is ended


@dataclasses.dataclass
class Level:
    name: str
    value: int
    bound: int

    @property
    def proved(self):
        return self.value == self.bound

    def within(self, share):
        """At most max(1, share) from the bound; quality by share alone."""
        slack = share * abs(self.bound)
        return abs(self.value - self.bound) <= (slack if self.name == "quality" else max(1, slack))


@dataclasses.dataclass
class Result:
    run: watch.Run
    levels: list

    @property
    def proved(self):
        return all(level.proved for level in self.levels)


@dataclasses.dataclass
class Required:
    """When the required tiers were proved; wall is None when they were not."""
    wall: float = None
    processor: float = None


def assign(build, folder, scratch, limit=None):
    """One whole process. Raises where there is no plan or the plan breaks a rule."""
    binary = build / "apps/plancover/plancover"
    plan = pathlib.Path(scratch) / "plan.yaml"
    plan.unlink(missing_ok=True)
    command = [binary, "assign", folder, "-q", "-o", plan, "--fail-on", "never", "--threads", THREADS]
    done = watch.run(command + (["--time-limit", limit] if limit else []), PATIENCE)
    if done.status != 0:
        raise RuntimeError(f"{folder}: assign ended with {done.status}: {done.errors[-300:]}")
    checked = watch.run([binary, "check", folder, "-q", "--plan", plan])
    if checked.status != 0:
        raise RuntimeError(f"{folder}: the plan breaks a rule: {(checked.output + checked.errors)[:300]}")
    found = re.findall(r"\{name: ([a-z ]+), value: (-?\d+), bound: (-?\d+)\}", plan.read_text())
    levels = [Level(name, int(value), int(bound)) for name, value, bound in found]
    if [level.name for level in levels] != LEVELS:
        raise RuntimeError(f"{folder}: levels are missing")
    return Result(done, levels)


def required(build, folder, limit):
    """Runs only until the required tiers are proved, or for `limit` seconds."""
    done = watch.run([build / "tests/bench/bench_measure", folder, limit, THREADS], PATIENCE)
    if done.status != 0:
        raise RuntimeError(f"{folder}: bench_measure ended with {done.status}: {done.errors[-300:]}")
    latest = {}
    for name, value, bound, wall, processor in re.findall(
            r"^([a-z ]+) (-?\d+) (-?\d+) ([\d.]+) ([\d.]+)$", done.output, re.MULTILINE):
        latest[name] = (value == bound, float(wall) / 1000, float(processor) / 1000)
    tiers = [latest.get(name, (False, 0, 0)) for name in LEVELS[:4]]
    if not all(proved for proved, _, _ in tiers):
        return Required()
    return Required(max(wall for _, wall, _ in tiers), max(processor for _, _, processor in tiers))
