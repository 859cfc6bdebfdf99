# SPDX-License-Identifier: GPL-2.0-only
"""Trees with names, links and folders that no kernel has."""
import os
import re
import shlex
import subprocess

from scratch import ProgramTest, driver, main

NAMES = ("new\nline.c", "two  blanks.c", "it's.c", 'quo"te.c', "back\\slash.c",
         "tab\t.c", "bell\a.c", "esc\x1b[31m.c", "unit\x1f.c",
         "semi;colon.c", "-dash.c",
         "$(touch made).c", "`touch made`.c", "%s%n.c", "@file.c", "star*.c",
         "colon:5:2.c", "naïve.c", "[x].c", "#.c", "{a,b}.c", " .c", "=.c", "two..dots.c")
BAD_BYTES = b"latin-\xe9.c"


class Names(ProgramTest):
    def test_odd_names(self):
        """Each is analysed, and can be told in text and in JSON."""
        for name in NAMES:
            self.place(f"drivers/{name}", driver())
        report = self.report(self.tree / "drivers", status=1)
        self.assert_found(report, *(f"drivers/{name}:5" for name in NAMES))
        self.assertEqual(report["problems"], [])
        run = self.check(self.tree / "drivers")
        self.assertNotRegex(run.out + run.err, r"[\x00-\x08\x0b-\x1f\x7f]")
        self.assertEqual(len(re.findall(r"^drivers/.*: error: ", run.out,
                                        re.MULTILINE)), len(NAMES))
        self.assertFalse((self.tree / "drivers/made").exists())

    def test_odd_names_as_words(self):
        """The same as PATHs, relative to their folder."""
        for name in NAMES:
            self.place(f"drivers/{name}", driver())
        report = self.report("--", *NAMES, cwd=self.tree / "drivers", status=1)
        self.assert_found(report, *(f"drivers/{name}:5" for name in NAMES))

    def test_no_utf8(self):
        self.place(b"drivers/" + BAD_BYTES, driver())
        report = self.report(self.tree / "drivers", status=1)
        self.assert_found(report, "drivers/latin-\ufffd.c:5")
        run = self.check(self.tree / "drivers")
        self.assertIn("drivers/latin-\\xe9.c:5:2: error:", run.out)

    def test_odd_tree(self):
        """The name of the tree goes into arguments and the cache."""
        odd = self.folder / "a 'tree' of $HOME, `x` #1"
        self.tree.rename(odd)
        self.tree = odd
        self.place("drivers/a.c", driver())
        report = self.report(odd, status=1)
        self.assert_found(report, "drivers/a.c:5")
        self.assertEqual(report["summary"]["files"]["analysed_with_errors"], 0)

    def test_odd_cache(self):
        self.place("drivers/a.c", driver())
        self.cache = self.folder / "my 'cache'\n#1"
        self.assert_found(self.report(self.tree, status=1), "drivers/a.c:5")

    def test_odd_names_can_be_repeated(self):
        """The command of a file that went wrong is safe to paste."""
        name = "drivers/it's $(touch made) #1.c"
        self.place(name, '#include "gone.h"\n' + driver())
        run = self.check("--dump", "args", self.tree / "drivers")
        words = shlex.split(run.out.split("\t", 1)[1])
        self.assertEqual(words[-1], str(self.tree / name))
        self.assertEqual(words[0], "clang-19")

    def test_long_name(self):
        name = "drivers/" + "/".join(["d" * 200] * 8) + "/x.c"
        self.place(name, driver())
        self.assert_found(self.report(self.tree, status=1), f"{name}:5")


class Links(ProgramTest):
    def test_loops(self):
        self.place("drivers/a.c", driver())
        os.symlink("..", self.tree / "drivers/up")
        os.symlink(".", self.tree / "drivers/here")
        os.symlink("round.c", self.tree / "drivers/round.c")
        os.symlink("nowhere.c", self.tree / "drivers/dangling.c")
        os.symlink("a.c", self.tree / "drivers/again.c")
        report = self.report(self.tree, status=1)
        self.assert_found(report, "drivers/a.c:5")
        run = self.check(self.tree / "drivers/round.c", "--tree", self.tree)
        self.assert_run(run, 2, err="Too many levels of symbolic links")

    def test_includes_through_links(self):
        os.symlink("loop.h", self.tree / "include/linux/loop.h")
        self.place("drivers/a.c", "#include <linux/loop.h>\n" + driver())
        report = self.report(self.tree, status=1)
        self.assert_found(report, "drivers/a.c:6")
        self.assertEqual(report["summary"]["files"]["analysed_with_errors"], 1)

    def test_tree_through_a_link(self):
        self.place("drivers/a.c", driver())
        link = self.folder / "link"
        os.symlink("tree", link)
        report = self.report(link, status=1)
        self.assert_found(report, "drivers/a.c:5")
        report = self.report("--tree", link, link / "drivers", status=1)
        self.assert_found(report, "drivers/a.c:5")

    def test_folders_like_files(self):
        self.place("drivers/a.c", driver())
        self.place("drivers/folder.c/b.c", driver("b"))
        self.place("include/linux/odd.h/c.c", driver("c"))
        report = self.report(self.tree, status=1)
        self.assert_found(report, "drivers/a.c:5", "drivers/folder.c/b.c:5",
                          "include/linux/odd.h/c.c:5")

    def test_tree_beyond_quoting(self):
        """A quote cannot be named in an #include; nothing is lost silently."""
        odd = self.folder / 'a "tree"'
        self.tree.rename(odd)
        self.tree = odd
        self.place("drivers/a.c", driver())
        self.report(odd)

    def test_included_fifo(self):
        """Opening one would wait for a writer for ever."""
        os.mkfifo(self.tree / "include/linux/fifo.h")
        self.place("drivers/a.c", "#include <linux/fifo.h>\n" + driver())
        self.place("drivers/b.c", driver("b"))
        report = self.report("--timeout", "1", self.tree / "drivers")
        self.assertIn("drivers/b.c:5", [f"{finding['path']}:{finding['line']}"
                                        for finding in report["findings"]])

    def test_deep_folders(self):
        deep = self.tree / "drivers"
        deep.mkdir()
        here = os.open(deep, os.O_RDONLY)
        for _ in range(300):
            os.mkdir("d", dir_fd=here)
            below = os.open("d", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
        os.close(here)
        self.addCleanup(subprocess.run, ["rm", "-rf", deep], check=True)
        self.place("mm/a.c", driver())
        self.assert_found(self.report(self.tree, status=1), "mm/a.c:5")


if __name__ == "__main__":
    main()
