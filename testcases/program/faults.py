# SPDX-License-Identifier: GPL-2.0-only
"""The n-th call by which the cache is written fails, for every n.

A run says what it says without that, and so does the next one. Of the many
allocations VMALINT_FAULTS=all tries each, else some are tried.
"""
import json
import os
import shutil
import subprocess
import time
import unittest
from pathlib import Path

from scratch import ProgramTest, driver, main

SOURCE = Path(__file__).with_suffix(".c")
ALL = os.environ.get("VMALINT_FAULTS") == "all"
# Of calls that are more than this, so many are tried.
AT_MOST = 100000 if ALL else 24
TICK = 0.05


class Faults(ProgramTest):

    def setUp(self):
        super().setUp()
        compiler = shutil.which("cc") or shutil.which("gcc")
        if not compiler or b"__asan" in self.vmalint.read_bytes():
            raise unittest.SkipTest("there is no compiler, or a sanitizer "
                                    "that has the calls for itself")
        self.library = self.folder / "faults.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-D_GNU_SOURCE",
                        "-o", self.library, SOURCE, "-ldl"], check=True)
        self.place("drivers/own.c", driver())
        time.sleep(TICK)
        self.plain = self.findings()

    def findings(self, **keywords):
        run = self.check("--format", "json", "--arch", "x86", "--branches",
                         "active", self.tree, **keywords)
        return json.loads(run.out)["findings"] if run.out else None, run

    def try_at(self, call, number):
        """False if there are fewer calls than that."""
        told = self.folder / "told"
        told.unlink(missing_ok=True)
        environment = {**os.environ, "LD_PRELOAD": str(self.library),
                       "FAULT_CALL": call, "FAULT_AT": str(number),
                       "FAULT_BELOW": str(self.cache),
                       "FAULT_TOLD": str(told)}
        found, run = self.findings(env=environment)
        where = f"{call} {number}: {run}"
        self.assertGreaterEqual(run.status, 0, where)
        if run.status != 2:
            self.assertEqual(found, self.plain[0], where)
        else:
            self.assertIn("cannot be", run.out + run.err, where)
        for _ in range(2):
            found, run = self.findings()
            self.assertEqual(run.status, self.plain[1].status,
                             f"after {where}: {run}")
            self.assertEqual(found, self.plain[0], f"after {where}")
        return told.exists()

    def count(self, call):
        """How often a run does it."""
        for power in range(20):
            shutil.rmtree(self.cache, ignore_errors=True)
            if not self.try_at(call, 1 << power):
                return 1 << power
        return 1 << 20

    def fail_each(self, call):
        limit = self.count(call)
        step = max(1, limit // AT_MOST)
        for number in range(1, limit, step):
            shutil.rmtree(self.cache, ignore_errors=True)
            if not self.try_at(call, number):
                break
        self.assertGreater(number, 1, "no call has failed")

    def test_write(self):
        self.fail_each("write")

    def test_rename(self):
        self.fail_each("rename")

    def test_fsync(self):
        self.fail_each("fsync")

    def test_open(self):
        self.fail_each("open")

    def test_mkdir(self):
        self.fail_each("mkdir")

    def test_unlink(self):
        self.fail_each("unlink")

    def test_allocation(self):
        self.fail_each("malloc")


if __name__ == "__main__":
    main()
