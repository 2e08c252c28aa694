"""A process from start to end: what it printed, how long it took, how much memory."""
import dataclasses
import os
import signal
import subprocess
import tempfile
import threading
import time


@dataclasses.dataclass
class Run:
    status: int
    wall: float  # seconds
    processor: float  # seconds, of all its threads
    memory: float  # MB, at its peak
    output: str
    errors: str


def run(command, limit=None, folder=None):
    """In `folder`, or here. Ends the process by SIGKILL after `limit` seconds."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.monotonic()
        process = subprocess.Popen([str(word) for word in command], stdout=out, stderr=err, cwd=folder)
        timer = threading.Timer(limit, lambda: os.kill(process.pid, signal.SIGKILL)) if limit else None
        if timer:
            timer.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
        if timer:
            timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode(errors="replace"))
    return Run(process.returncode, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, *texts)
