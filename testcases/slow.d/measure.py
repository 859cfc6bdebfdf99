# SPDX-License-Identifier: GPL-2.0-only
"""Runs programs and says what they cost."""
import os
import resource
import subprocess
import threading
import time
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

Cost = namedtuple("Cost", "wall cpu")
# Seconds, and MB of the largest process, and of the largest that the program
# has started (0 if it was not watched, or has none).
Spent = namedtuple("Spent", "wall cpu peak worker statuses")
WORKERS = os.cpu_count() or 1
SAMPLE_SECONDS = 0.02


def _cpu_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def cost_of(work):
    """What work() returns, and what it and its programs cost."""
    wall, cpu = time.monotonic(), _cpu_of_children()
    result = work()
    return result, Cost(time.monotonic() - wall, _cpu_of_children() - cpu)


def run(command, folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=None):
    return subprocess.run(command, cwd=folder, text=True, errors="replace",
                          stdin=subprocess.DEVNULL, stdout=stdout,
                          stderr=stderr, env=env)


def cost_of_each(commands, folder):
    """The cost of many short commands, as many at once as there are CPUs."""
    def work():
        with ThreadPoolExecutor(max_workers=WORKERS) as pool:
            return sum(status != 0 for status in pool.map(
                lambda command: run(command, folder).returncode, commands))
    return cost_of(work)


def _descendants(pid):
    """The processes that a process has started, and those they have."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        text = " ".join((task / "children").read_text() for task in tasks)
    except OSError:
        return
    for child in text.split():
        yield child
        yield from _descendants(child)


def _peak_of(pid):
    """The most memory that a process ever had, in KiB; 0 if it is gone."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


class _Watch(threading.Thread):
    """Looks at the processes below one until told to stop."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.done = pid, 0, threading.Event()

    def run(self):
        while not self.done.wait(SAMPLE_SECONDS):
            self.peak = max([self.peak, *map(_peak_of,
                                             _descendants(self.pid))])

    def stop(self):
        self.done.set()
        self.join()
        return self.peak


def _spend_one(command, folder, env, is_watched):
    """Exit code, CPU seconds, and KiB of the largest, of the workers."""
    process = subprocess.Popen(
        [str(word) for word in command], cwd=folder, env=env,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    watch = _Watch(process.pid)
    if is_watched:
        watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    worker = watch.stop() if is_watched else 0
    return (process.returncode, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss, worker)


def spend(commands, folder, workers=1, env=None):
    """What it costs to run commands, so many at once."""
    begin = time.monotonic()
    with ThreadPoolExecutor(max_workers=workers) as pool:
        each = list(pool.map(
            lambda command: _spend_one(command, folder, env, workers == 1),
            commands))
    wall = time.monotonic() - begin
    return Spent(wall, sum(cpu for _, cpu, _, _ in each),
                 max((peak for _, _, peak, _ in each), default=0) / 1024,
                 max((worker for *_, worker in each), default=0) / 1024,
                 [status for status, *_ in each])
