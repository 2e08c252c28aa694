"""test.py PLANCOVER — holds the solver against instances whose answer is known.

PLANCOVER_SMPTSP names the folder of instances (*.dat); without it the test is skipped.
With all workers every task is covered, proved. With k fewer than the peak overlap, at
least peak - k tasks stay open, and the bound says so: an open task counts twice in its
level, as an empty required seat and as a session in which nobody sits.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import convert

SKIPPED = 77


def solve(binary, instance, workers, folder):
    """Open tasks, and value and bound of all required levels together."""
    (folder / "conference.yaml").write_text(convert.planning(instance, workers))
    plan = folder / "plan.yaml"
    plan.unlink(missing_ok=True)
    done = subprocess.run([binary, "assign", folder / "conference.yaml", "-q", "-o", plan, "--fail-on", "never"],
                          capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"status {done.returncode}: {done.stderr[-300:]}")
    text = plan.read_text()
    levels = re.findall(r"name: required \w+, value: (\d+), bound: (\d+)", text)
    covered = len(re.findall(r"\{session: task-\d+, role: lead, attendee:", text))
    return (len(instance.tasks) - covered, sum(int(value) for value, _ in levels),
            sum(int(bound) for _, bound in levels))


def main():
    where = os.environ.get("PLANCOVER_SMPTSP", "")
    files = sorted(pathlib.Path(where).glob("*.dat")) if where else []
    if not files:
        print("skipped: PLANCOVER_SMPTSP names no folder of instances")
        return SKIPPED
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        for path in files:
            instance = convert.read(path)
            peak = instance.peak()
            for workers in (len(instance.workers), peak - 1, peak // 2):
                begun = time.monotonic()
                try:
                    opened, value, bound = solve(sys.argv[1], instance, workers, pathlib.Path(scratch))
                    least = 0 if workers == len(instance.workers) else peak - workers
                    right = opened >= least and value == 2 * opened and 2 * least <= bound <= value
                    if least == 0:
                        right = right and opened == 0
                    found = f"{opened} open, level {value}, bound {bound}, at least {least}"
                except (RuntimeError, subprocess.TimeoutExpired) as error:
                    right, found = False, str(error)
                failures += not right
                print(f"{'ok  ' if right else 'FAIL'} {path.stem} with {workers} workers: {found} "
                      f"({time.monotonic() - begun:.2f} s)", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
