# SPDX-License-Identifier: GPL-2.0-only
"""Runs programs and says what they cost."""
import os
import resource
import subprocess
import time
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor

Cost = namedtuple("Cost", "wall cpu")
WORKERS = os.cpu_count() or 1


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
