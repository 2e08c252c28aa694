"""The example of a whole day runs to its end on a copy, ends as it says, and starts from the plan that
`assign` makes of the folder; the folder stays as it was."""

import os
import pathlib
import subprocess
import sys

top, command = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
folder = top / "examples/morning"
faults = []
before = {path.name: path.read_bytes() for path in folder.iterdir()}

made = subprocess.run([command, "assign", "--format", "yaml", folder], capture_output=True, text=True, timeout=60)
if made.stdout != (folder / "plan.yaml").read_text():
    faults.append("examples/morning/plan.yaml is not what assign makes of the folder")

day = subprocess.run(["sh", folder / "day.sh"], capture_output=True, text=True, timeout=300,
                     env={**os.environ, "PLANCOVER": str(command)})
if day.returncode != 0:
    faults.append(f"day.sh ends with {day.returncode}:\n{day.stdout}{day.stderr}")
for wanted in ("affects harbour-1", "nothing to change", "; cancelled", "every level proved best", "+++ people.yaml"):
    if wanted not in day.stdout:
        faults.append(f"day.sh does not say '{wanted}'")
if "error[" in day.stderr:
    faults.append(f"day.sh meets an error:\n{day.stderr}")
if before != {path.name: path.read_bytes() for path in folder.iterdir()}:
    faults.append("day.sh changed its folder")
sys.exit("\n".join(faults) or 0)
