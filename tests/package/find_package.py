"""Installs into an empty prefix, then builds and runs a separate project that finds the library there."""

import argparse
import pathlib
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser()
for option in ("--build", "--source", "--compiler", "--generator"):
    parser.add_argument(option, required=True)
arguments = parser.parse_args()


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nstatus {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


with tempfile.TemporaryDirectory() as folder:
    prefix = pathlib.Path(folder) / "prefix"
    build = pathlib.Path(folder) / "build"
    source = pathlib.Path(arguments.source)
    run("cmake", "--install", arguments.build, "--prefix", prefix)

    run("cmake", "-S", source / "tests/package/consumer", "-B", build, "-G", arguments.generator,
        f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={arguments.compiler}",
        f"-DEXAMPLES={source / 'examples'}", f"-DHEADERS={prefix / 'include'}")
    run("cmake", "--build", build)

    printed = run(build / "library_use").splitlines()
    expected_last = ["main-2 notes stays empty", "proved best"]
    if printed[-2:] != expected_last:
        sys.exit(f"library_use printed {printed}, which does not end in {expected_last}")
    if len(printed) != 5:  # three seats filled, one empty, the verdict
        sys.exit(f"library_use printed {printed}, not five lines")

    for installed in ("bin/plancover", "share/man/man1/plancover.1", "share/man/man5/plancover-format.5",
                      "share/man/man7/plancover-diagnostics.7"):
        if not (prefix / installed).is_file():
            sys.exit(f"{installed} is not installed")
