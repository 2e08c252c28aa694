"""Runs every example of plancover-diagnostics(7): the bad one must show the code of its entry, the good
one must not, and must show no error at all. What comes of an imported programme must pass `check`."""

import pathlib
import re
import subprocess
import sys
import tempfile

top, command = pathlib.Path(sys.argv[1]), sys.argv[2]
page = (top / "man/plancover-diagnostics.7").read_text(encoding="utf-8")


def literal_blocks(text):
    found = re.findall(r"^\.Bd -literal -offset indent\n(.*?)^\.Ed$", text, re.MULTILINE | re.DOTALL)
    return [block.replace("\\&", "").replace("\\e", "\\") for block in found]


introduction, *entries = re.split(r"^\.Ss ", page, flags=re.MULTILINE)
plans = page[page.index("\n.Sh PLANS") :]
shown_files = {
    block.splitlines()[0][2:]: block
    for block in literal_blocks(introduction) + literal_blocks(plans[: plans.index("\n.Ss ")])
    if block.startswith("# ")
}
faults = []
if set(shown_files) != {"conference.yaml", "rest.yaml", "more.yaml"}:
    faults.append(f"the page shows the files {sorted(shown_files)}")


def imported(example):
    """What is said of a published programme, and of the planning file that comes of it."""
    with tempfile.TemporaryDirectory() as name:
        programme, planning = pathlib.Path(name) / "programme", pathlib.Path(name) / "planning.yaml"
        programme.write_text(example, encoding="utf-8")
        done = subprocess.run([command, "import", "--color", "never", programme, "-o", planning],
                              capture_output=True, text=True, timeout=60)
        said = done.stdout + done.stderr
        if planning.exists():
            done = subprocess.run([command, "check", "--color", "never", planning], capture_output=True, text=True,
                                  timeout=60)
            if done.returncode != 0:
                faults.append(f"what was imported is refused:\n{example}{done.stdout}")
        return said


def check(code, example):
    if code >= "PC400":
        return imported(example)
    files = dict(shown_files)
    arguments = [command, "check", "--color", "never"]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if code >= "PC300":
            del files["conference.yaml"]
            planning, marked, plan = example.rpartition("# plan.yaml\n")
            files["plan.yaml"] = plan
            if marked:
                files["example.yaml"] = planning
            arguments += ["--plan", folder / "plan.yaml"]
        else:
            del files["more.yaml"]
            files["example.yaml"] = example
            own = re.search("^conference:", example, re.MULTILINE) and "# beside conference.yaml" not in example
            if own or "# without conference.yaml" in example:
                del files["conference.yaml"]
            if "# without rest.yaml" in example:
                del files["rest.yaml"]
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
        done = subprocess.run([*arguments, folder], capture_output=True, text=True, timeout=60)
        return done.stdout + done.stderr


shown = 0
for entry in entries:
    code = entry[:5]
    if not re.fullmatch(r"PC\d{3}", code):
        continue
    blocks = literal_blocks(entry.split("\n.Sh ")[0])
    if not blocks:
        continue  # cannot be shown in print: bytes, sizes, a machine without zones
    shown += 1
    if len(blocks) != 2:
        faults.append(f"{code}: {len(blocks)} examples, not a bad and a good one")
        continue
    bad, good = (check(code, block) for block in blocks)
    if f"[{code}]" not in bad:
        faults.append(f"{code}: the bad example does not show it:\n{blocks[0]}{bad}")
    if f"[{code}]" in good or "error[" in good:
        faults.append(f"{code}: the good example is not good:\n{blocks[1]}{good}")
if shown < 50:
    faults.append(f"only {shown} entries with examples were found")
sys.exit("\n".join(faults) or 0)
