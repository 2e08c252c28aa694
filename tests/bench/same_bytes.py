"""same_bytes.py BUILD [--update] — the same plan, byte for byte, whatever built or runs it.

Plans the folder of PP-14 and two generated conferences with 1, 2 and 8 threads and compares
the SHA-256 of the plan files with same_bytes.txt, which is the same for every compiler, build
type and machine. A change of the solver may find another plan that is as good: then look at
it and write the file anew with --update.
"""
import hashlib
import pathlib
import sys
import tempfile

import optima
import watch

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE / "same_bytes.txt"
GENERATED = ("S tight 1", "S tight 2")
THREADS = ("1", "2", "8")


def plan_hash(build, folder, threads, scratch):
    plan = scratch / "plan.yaml"
    plan.unlink(missing_ok=True)
    done = watch.run([build / "apps/plancover/plancover", "assign", folder, "-q", "-o", plan, "--fail-on", "never",
                      "--threads", threads])
    if done.status != 0:
        raise RuntimeError(f"{folder}: assign ended with {done.status}: {done.errors[-300:]}")
    return hashlib.sha256(plan.read_bytes()).hexdigest()


def hashes(build, scratch):
    """Name, threads, hash."""
    folders = {"PP-14": HERE.parent.parent / "examples/pp14"}
    for name in GENERATED:
        folders[name] = scratch / name.replace(" ", "-")
        optima.generate(build, *name.split(), folders[name])
    for name, folder in folders.items():
        for threads in THREADS:
            yield name, threads, plan_hash(build, folder, threads, scratch)


def main():
    build = pathlib.Path(sys.argv[1])
    golden = dict(line.rsplit(" ", 1) for line in GOLDEN.read_text().splitlines()) if GOLDEN.exists() else {}
    found, failures = {}, 0
    with tempfile.TemporaryDirectory() as where:
        for name, threads, got in hashes(build, pathlib.Path(where)):
            found.setdefault(name, got)
            expected = found[name] if "--update" in sys.argv else golden.get(name)
            failures += got != expected
            print(f"{'ok  ' if got == expected else 'FAIL'} {name}, {threads} threads: {got[:16]}"
                  f"{'' if got == expected else ', not ' + (expected or 'stored')[:16]}", flush=True)
    if "--update" in sys.argv and not failures:
        GOLDEN.write_text("".join(f"{name} {value}\n" for name, value in found.items()))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
