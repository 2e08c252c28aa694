"""optima.py BUILD NAME... — holds the solver against stored optima of generated conferences.

optima.txt has a line for each: its name, then the values of as many levels, in order, as two
different solvers have proved; NAME is the beginning of one. `run --keep-optima` writes it; a
value there never changes.
"""
import pathlib
import sys
import tempfile

import ours
import watch

STORE = pathlib.Path(__file__).resolve().parent / "optima.txt"


def generate(build, size, kind, seed, folder):
    made = watch.run([build / "tests/bench/bench_generate", size, kind.upper(), seed, folder])
    if made.status != 0:
        raise RuntimeError(f"{folder}: cannot be generated: {made.errors}")


def load():
    stored = {}
    for line in STORE.read_text().splitlines() if STORE.exists() else []:
        line = line.partition("#")[0].strip()
        if line:
            name, _, values = line.partition(":")
            stored[name] = [int(value) for value in values.split()]
    return stored


def keep(name, levels, other):
    """Stores the levels that both proved, where they are more than are stored."""
    both = []
    for level, value in zip(levels, other.values):
        if not level.proved or level.value != value:
            break
        both.append(value)
    stored = load()
    before = stored.get(name, [])
    if before != both[:len(before)] and both != before[:len(both)]:
        raise RuntimeError(f"{name}: {both} was proved now and {before} before")
    if len(both) <= len(before):
        return
    stored[name] = both
    head = ("# Proved by plancover and by HiGHS: " + ", ".join(ours.LEVELS[:4]) + ",\n# optional likewise, quality; "
            "as many as both have proved. Of what bench_generate writes.\n")
    lines = [f"{key}: {' '.join(map(str, values))}\n" for key, values in sorted(stored.items())]
    STORE.write_text(head + "".join(lines))


def trouble(build, name, values, scratch):
    size, kind, seed = name.split()
    folder = scratch / name.replace(" ", "-")
    generate(build, size, kind, seed, folder)
    for level, value in zip(ours.assign(build, folder, scratch).levels, values):
        if level.value != value or not level.proved:
            return f"{level.name} is {level.value} (bound {level.bound}), best {value}"
    return ""


def main():
    build, names = pathlib.Path(sys.argv[1]), tuple(sys.argv[2:])
    asked = {name: values for name, values in load().items() if name.startswith(names)}
    failures = 0 if asked else 1
    with tempfile.TemporaryDirectory() as where:
        for name, values in asked.items():
            wrong = trouble(build, name, values, pathlib.Path(where))
            failures += bool(wrong)
            print(f"{'FAIL' if wrong else 'ok  '} {name} {wrong}", flush=True)
    print(f"{len(asked)} conferences, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
