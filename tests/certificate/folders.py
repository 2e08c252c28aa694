"""folders.py BUILD TOP: certificates that the command writes, of the PP-14 example, of the cases here, of generated
conferences, and of a search that was cut short: the checker accepts each, the plan is the same as
without, and a bound above the value is refused with its line."""

import pathlib
import re
import subprocess
import sys
import tempfile

build, top = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
plancover = build / "apps/plancover/plancover"
checker = build / "tests/certificate/check_certificate"
faults = []


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True)


def overstated(proof):
    """The first level of seats, with a bound just above its value. The lines of a search that was
    cut short may show more than the bound that it printed, but never more than the value."""
    text = proof.read_text()
    better = re.sub(r"^(level 0 .* value )(\d+) bound \d+ shown \d+$",
                    lambda m: f"{m[1]}{m[2]} bound {int(m[2]) + 1} shown {int(m[2]) + 1}", text, count=1, flags=re.MULTILINE)
    if better == text:
        sys.exit(f"{proof}: no line of level 0")
    other = proof.with_suffix(".overstated")
    other.write_text(better)
    return other


def tampered(proof):
    """The bound of a level of seats, but not what is shown of it, above its value."""
    other = proof.with_suffix(".tampered")
    other.write_text(re.sub(r"^(level 0 .* bound )\d+ (shown \d+)$", r"\g<1>1000000 \2", proof.read_text(), count=1,
                            flags=re.MULTILINE))
    return other


def hold(name, folder, where, *options):
    plan, proof = where / f"{name}.plan", where / f"{name}.proof"
    made = run(plancover, "assign", "-q", "--fail-on", "never", "-o", plan, "--certificate", proof, *options, folder)
    if made.returncode != 0:
        faults.append(f"{name}: {made.stderr}")
        return
    if not options:
        other = where / f"{name}.other"
        run(plancover, "assign", "-q", "--fail-on", "never", "-o", other, folder)
        if other.read_bytes() != plan.read_bytes():
            faults.append(f"{name}: asking for a certificate changes the plan")
    checked = run(checker, folder, proof)
    if checked.returncode != 0:
        faults.append(f"{name}: {checked.stdout}{checked.stderr}")
    for wrong in (overstated(proof), tampered(proof)):
        refused = run(checker, folder, wrong)
        if refused.returncode != 1 or not re.search(r":\d+: ", refused.stdout):
            faults.append(f"{name}: a bound that is too high is taken: {refused.stdout}")
    print(f"{name}: {proof.stat().st_size} bytes; {checked.stdout.splitlines()[-1:]}")


with tempfile.TemporaryDirectory() as scratch:
    where = pathlib.Path(scratch)
    hold("pp14", top / "examples/pp14", where)
    cases = sorted((top / "tests/certificate/cases").iterdir())
    if not cases:
        sys.exit("no cases")
    for case in cases:
        hold(case.name, case, where)
    for kind, options in (("TIGHT", ()), ("LOOSE", ("--time-limit", "2s"))):
        folder = where / kind
        run(build / "tests/bench/bench_generate", "S", kind, 1, folder)
        hold(f"S-{kind}", folder, where, *options)
    hold("S-stopped", where / "TIGHT", where, "--time-limit", "5ms")
sys.exit("\n".join(faults) or 0)
