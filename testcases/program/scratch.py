# SPDX-License-Identifier: GPL-2.0-only
"""Small kernel trees to run the real program on, and what must always hold.

A test is a unittest.TestCase derived from ProgramTest; `scratch.main()` ends
its file. Command line: VMALINT WORK [unittest's own words].
"""
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
import unittest
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(TOP / "testcases"))

from harness import stand_in  # noqa: E402

try:
    import jsonschema
except ImportError:  # python3-jsonschema; the sums are checked all the same
    jsonschema = None

SCHEMA = Path(__file__).with_name("vmalint-1.schema.json")
HEADERS = TOP / "testcases/include"
TIMEOUT_SECONDS = 60
# Outputs differ where these are set, as in the CI that runs this.
CI_VARIABLES = ("CI_PROJECT_DIR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY",
                "GITHUB_WORKSPACE")
FORMATS = tuple(re.findall(
    r"(?m)^FORMAT\(\w+, (\w+)\)",
    (TOP / "checker/options/formats.def").read_text(encoding="utf-8")))
NOBODY = 65534

# One direct_write on line 5, in whichever API.
DRIVER = """\
#include <linux/mm.h>

int NAME_mmap(struct file *file, struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
	return 0;
}
"""


def driver(name="a"):
    """A source with one finding, direct_write on line 5."""
    return DRIVER.replace("NAME", name)


@dataclass
class Run:
    """What one run of the program left behind."""
    status: int
    out: str
    err: str

    def __str__(self):
        return f"exit code {self.status}\n{self.out}\n{self.err}"


class ProgramTest(unittest.TestCase):
    """A folder of its own for each test, and a tree in it."""
    vmalint = None
    work = None
    maxDiff = 4000

    def setUp(self):
        self.folder = self.work / self.id().split(".", 1)[1]
        force_remove(self.folder)
        self.folder.mkdir(parents=True)
        self.addCleanup(force_remove, self.folder)
        self.tree = self.folder / "tree"
        self.cache = self.folder / "cache"
        self.lay_out("const")

    def lay_out(self, api):
        stand_in.lay_out(HEADERS, api, self.tree)

    def place(self, path, text):
        """Writes one file of the tree; bytes or text."""
        if isinstance(text, str):
            text = text.encode()
        target = os.path.join(os.fsencode(self.tree), os.fsencode(path))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(text)
        return Path(os.fsdecode(target))

    def place_cases(self, step):
        """Every step-th case of each rule, in a folder of the rule's name."""
        for rule in sorted((TOP / "testcases/rules").iterdir()):
            for path in sorted(rule.glob("*.[ch]"))[::step]:
                text = path.read_text()
                if "/* TREE: " not in text:
                    self.place(f"drivers/{rule.name}/{path.name}", text)

    def vmalint_words(self, *words):
        return [str(word) for word in (self.vmalint, *words)]

    def run_program(self, *words, **keywords):
        """Runs the program with any words; it must end by itself."""
        keywords = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE,
                    "stderr": subprocess.PIPE, "timeout": TIMEOUT_SECONDS,
                    "check": False, **keywords}
        done = subprocess.run(self.vmalint_words(*words), **keywords)
        return Run(done.returncode, (done.stdout or b"").decode(),
                   (done.stderr or b"").decode())

    def check(self, *words, **keywords):
        """Runs `vmalint check` with a cache folder of the test's own."""
        return self.run_program("check", "--cache-dir", self.cache, *words,
                                **keywords)

    def report(self, *words, status=None, **keywords):
        """The JSON report of a run, after all that must always hold."""
        run = self.check("--format", "json", *words, **keywords)
        try:
            report = json.loads(run.out)
        except ValueError:
            self.fail(f"no JSON: {run}")
        self.assert_sound(report)
        if status is not None:
            self.assertEqual(run.status, status, str(run))
        return report

    def assert_sound(self, report):
        """The schema, and the sums that show that nothing is lost."""
        if jsonschema:
            jsonschema.validate(report, json.loads(SCHEMA.read_text()))
        files = report["summary"]["files"]
        lines = report["summary"]["lines"]
        self.assertEqual(files["selected"], sum(
            files[end] for end in ("analysed", "analysed_with_errors",
                                   "skipped", "failed")))
        self.assertEqual(lines["relevant"],
                         lines["analysed"] + lines["unseen"])
        self.assertEqual(lines["unseen"], len(report["unseen"]))
        self.assertEqual(sum(report["summary"]["findings"].values()),
                         len(report["findings"]))

    def assert_run(self, run, status, out=None, err=None):
        """Exit code, whole standard output, a part of standard error."""
        self.assertEqual(run.status, status, str(run))
        if out is not None:
            self.assertEqual(run.out, out)
        if err is not None:
            self.assertIn(err, run.err)
        self.assertNotIn("Assertion", run.err)

    def assert_found(self, report, *places):
        """Exactly these places, as "path:line"."""
        self.assertEqual(sorted(f"{finding['path']}:{finding['line']}"
                                for finding in report["findings"]),
                         sorted(places))


def force_remove(folder):
    """Also what a test has made unreadable."""
    for here, folders, _ in os.walk(folder):
        for name in folders:
            path = os.path.join(here, name)
            if not os.path.islink(path):
                os.chmod(path, 0o700)
    shutil.rmtree(folder, ignore_errors=True)


def wait_for(condition, seconds=20):
    """The first true value of condition(), or the last false one."""
    end = time.monotonic() + seconds
    value = condition()
    while not value and time.monotonic() < end:
        time.sleep(0.02)
        value = condition()
    return value


def drop_privileges():
    """For preexec_fn: root reads whatever it likes."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def can_drop(vmalint, folder):
    """Whether the program runs and reaches the folder without privileges."""
    if os.getuid() != 0:
        return True
    done = subprocess.run(
        ["sh", "-c", f'"$0" --version && ls "$1"', vmalint, folder],
        preexec_fn=drop_privileges, check=False, capture_output=True)
    return done.returncode == 0


def limit_memory(nr_bytes):
    """For preexec_fn."""
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (nr_bytes, nr_bytes))
    return limit


def main():
    ProgramTest.vmalint = Path(sys.argv.pop(1)).resolve()
    ProgramTest.work = Path(sys.argv.pop(1)).resolve()
    os.environ.pop("NO_COLOR", None)
    os.environ["TERM"] = "xterm"
    for name in CI_VARIABLES:
        os.environ.pop(name, None)
    unittest.main(module="__main__")
