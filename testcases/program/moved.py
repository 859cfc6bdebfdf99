# SPDX-License-Identifier: GPL-2.0-only
"""Another text under the same path while a run is under way.

Nothing that moves is written to: all its times are old ones, and stay.
"""
import random
import shutil
import subprocess
import time

from scratch import ProgramTest, driver, main

# What the file system calls the same time.
TICK = 0.05
NR_TURNS = 6
# What comes behind the header that matters, so that its parse takes a while.
NR_LINES = 60000


class Moved(ProgramTest):
    """What is kept is of the text that was read."""

    def setUp(self):
        super().setUp()
        self.other = self.folder / "other"
        self.fill("&")
        shutil.copytree(self.tree, self.other, symlinks=True)
        self.tree, self.other = self.other, self.tree
        self.fill("|=")
        self.tree, self.other = self.other, self.tree
        time.sleep(TICK)

    def fill(self, operator):
        self.place("include/linux/own.h", f"#define OWN {operator}\n")
        self.place("include/linux/long.h", "".join(
            f"extern int long{i};\n" for i in range(NR_LINES)))
        self.place("drivers/own.c", driver().replace("|=", "OWN").replace(
            "\n", "\n#include <linux/own.h>\n#include <linux/long.h>\n", 1))

    def words(self, cache):
        return ("check", "--cache-dir", self.folder / cache, "--arch", "x86",
                "-j", "1", "--format", "json")

    def findings(self, *more, cache="cache"):
        report = self.report(self.tree, "--arch", "x86", *more, "--cache-dir",
                             self.folder / cache)
        return report["findings"], report["summary"]["files"]

    def turns(self, swap):
        """A swap at any moment of a cold run, and all is told anew."""
        begin = time.monotonic()
        self.findings(cache="first")
        whole = time.monotonic() - begin
        chance = random.Random(4)
        for turn in range(NR_TURNS):
            shutil.rmtree(self.cache, ignore_errors=True)
            program = subprocess.Popen(
                self.vmalint_words(*self.words("cache"), self.tree),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(whole / 3, whole))
            swap()
            program.wait()
            fresh = self.findings("--no-cache", cache="fresh")
            for _ in range(2):
                self.assertEqual(self.findings(), fresh, f"turn {turn}")

    def test_tree(self):
        """mv tree tree.old; mv tree.new tree

        What stands there now is confined out: opening it is refused.
        """
        self.turns_of("")

    def turns_of(self, path):
        """What both trees have at a path changes places, to and fro."""
        spare = self.folder / "spare"
        here, there = self.tree / path, self.other / path

        def swap():
            here.rename(spare)
            there.rename(here)
            spare.rename(there)
        self.turns(swap)

    def test_folder(self):
        """A folder of headers."""
        self.turns_of("include/linux")

    def test_file(self):
        self.turns_of("include/linux/own.h")

    def test_link(self):
        """A linked folder that leads elsewhere."""
        for name in ("one", "two"):
            (self.folder / name).mkdir()
        here = self.tree / "include/linux"
        here.rename(self.folder / "one/linux")
        (self.other / "include/linux").rename(self.folder / "two/linux")
        here.symlink_to(self.folder / "one/linux")
        targets = ["two", "one"] * NR_TURNS

        def swap():
            new = self.folder / "link"
            new.symlink_to(self.folder / targets.pop(0) / "linux")
            new.rename(here)
        self.turns(swap)


if __name__ == "__main__":
    main()
