#!/usr/bin/env python3
"""Golden cases: run the real binary in a fresh folder and compare all it says.

usage: run.py BINARY [--update] [FILTER]

A case is one file, FOLDER/NAME.case, of parts that start with a line "### WORD ...":

  ### run            shell commands, run with sh -e in the fresh folder; $PLANCOVER is the binary
  ### file PATH      a file that is there before (bytes as they stand; \\xNN in "### raw PATH")
  ### stdout         what standard output must be, byte for byte (CR shown as <CR>)
  ### stderr         the same for standard error
  ### status N       the exit status of the last command
  ### needs terminal the case asks for a pseudo-terminal, and is skipped, aloud, where there is none

Everything before the first part is the reason for the case. --update rewrites the
expected parts from what the binary says now; read the difference before you keep it.
FILTER is a part of FOLDER/NAME.
"""
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = ("stdout", "stderr", "status")


def parse(text):
    """The reason, then a list of [head, body]."""
    reason, parts = [], []
    for line in text.splitlines(keepends=True):
        if line.startswith("### "):
            parts.append([line[4:].rstrip("\n"), ""])
        elif parts:
            parts[-1][1] += line
        else:
            reason.append(line)
    return "".join(reason), parts


def run_case(binary, parts):
    with tempfile.TemporaryDirectory(prefix="plancover-case-") as folder:
        work = pathlib.Path(folder) / "work"
        work.mkdir()
        script = ""
        for head, body in parts:
            word, _, path = head.partition(" ")
            if word == "run":
                script = body
            elif word in ("file", "raw"):
                target = work / path
                target.parent.mkdir(parents=True, exist_ok=True)
                data = body.encode()
                if word == "raw":
                    data = body.encode().decode("unicode_escape").encode("latin-1")
                target.write_bytes(data)
        environment = {"PATH": os.environ["PATH"], "PLANCOVER": str(binary), "LC_ALL": "C.UTF-8", "TERM": "dumb",
                       "HOME": folder}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        done = subprocess.run(["sh", "-e", "-c", script], cwd=work, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=120)
    return {"stdout": shown(done.stdout), "stderr": shown(done.stderr), "status": str(done.returncode)}


def has_terminal():
    """A folder that was made a root, as by chroot, often has no /dev/pts."""
    try:
        ends = os.openpty()
    except OSError:
        return False
    for end in ends:
        os.close(end)
    return True


def shown(data):
    text = data.decode("utf-8", "backslashreplace").replace("\r", "<CR>")
    # A part ends with its line; what has no line break at its end says so.
    return text if not text or text.endswith("\n") else text + "<no line break>\n"


def expected_of(parts):
    expected = {"stdout": "", "stderr": "", "status": "0"}
    for head, body in parts:
        word, _, rest = head.partition(" ")
        if word == "status":
            expected["status"] = rest
        elif word in EXPECTED:
            expected[word] = body
    return expected


def rewritten(reason, parts, got):
    text = reason
    for head, body in parts:
        if head.split(" ")[0] not in EXPECTED:
            text += f"### {head}\n{body}"
    for word in ("stdout", "stderr"):
        if got[word]:
            text += f"### {word}\n{got[word]}"
    return text + f"### status {got['status']}\n"


def main(arguments):
    update = "--update" in arguments
    words = [word for word in arguments if word != "--update"]
    if not 1 <= len(words) <= 2:
        sys.exit(__doc__)
    binary = pathlib.Path(words[0]).resolve()
    wanted = words[1] if len(words) == 2 else ""
    cases = [path for path in sorted(HERE.glob("*/*.case")) if wanted in str(path.relative_to(HERE))]
    if not cases:
        sys.exit(f"no case matches {wanted}")
    failed = skipped = 0
    for path in cases:
        name = path.relative_to(HERE)
        reason, parts = parse(path.read_text())
        if ["needs terminal", ""] in parts and not has_terminal():
            skipped += 1
            print(f"SKIPPED {name}: no pseudo-terminal here; is /dev/pts mounted?")
            continue
        got = run_case(binary, parts)
        if update:
            path.write_text(rewritten(reason, parts, got))
            continue
        expected = expected_of(parts)
        if got == expected:
            continue
        failed += 1
        print(f"FAILED {name}")
        for word in EXPECTED:
            if got[word] != expected[word]:
                sys.stdout.writelines(
                    difflib.unified_diff(expected[word].splitlines(keepends=True), got[word].splitlines(keepends=True),
                                         f"{word} expected", f"{word} now"))
                print()
    done = len(cases) - skipped
    print(f"{done - failed} of {len(cases)} cases passed" if not update else f"{done} cases rewritten")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
