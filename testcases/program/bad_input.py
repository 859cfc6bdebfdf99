# SPDX-License-Identifier: GPL-2.0-only
"""Wrong words, trees and files: one clear error with the path, exit code 2."""
import os
import socket
import unittest

from scratch import NOBODY, ProgramTest, can_drop, driver, drop_privileges, main

BROKEN = {
    ("check", "--no-such-option"): "--no-such-option",
    ("check", "--formt", "json"): "--format",
    ("check", "--format", "jsn"): "jsn",
    ("check", "--select", "direct_wirte"): "direct_write",
    ("check", "--ignore", "no_such_rule"): "no_such_rule",
    ("check", "--fail-on", "sometimes"): "sometimes",
    ("check", "-j", "0"): "0",
    ("check", "-j", "many"): "many",
    ("check", "--timeout", "-1"): "-1",
    ("check", "--min-coverage", "101"): "101",
    ("check", "--arch", "vax"): "vax",
    ("check", "--progress", "loud"): "loud",
    ("check", "--tree"): "--tree",
    ("chek",): "check",
    ("rules", "direct_wirte"): "direct_write",
    ("rules", "direct_write", "struct_copy"): "struct_copy",
    (): "command",
}


class BadInput(ProgramTest):
    def assert_refused(self, run, *words):
        self.assert_run(run, 2, out="")
        for word in words:
            self.assertIn(word, run.err)

    def test_words(self):
        for words, word in BROKEN.items():
            with self.subTest(words):
                self.assert_refused(self.run_program(*words, cwd=self.tree),
                                    "vmalint: ", word)

    def test_missing_tree(self):
        for words in ((self.folder / "gone",), ("--tree", "gone")):
            self.assert_refused(self.check(*words, cwd=self.folder), "gone",
                                "No such file or directory")

    def test_no_kernel_tree(self):
        other = self.folder / "other"
        other.mkdir()
        for words in ((other,), ("--tree", other)):
            self.assert_refused(self.check(*words), str(other), "kernel tree")
        (other / "Makefile").write_text("VERSION = 6\n")
        self.assert_refused(self.check(other), str(other), "kernel tree")

    def test_tree_is_a_file(self):
        path = self.place("drivers/a.c", driver())
        self.assert_refused(self.check("--tree", path), str(path))

    def test_empty_tree(self):
        empty = self.tree / "drivers/empty"
        empty.mkdir(parents=True)
        self.assert_refused(self.check(empty), "no C file")

    def test_tree_without_its_headers(self):
        (self.tree / "include/linux/mm.h").unlink()
        self.assert_refused(self.check(self.tree), "include/linux/mm.h",
                            "No such file or directory")

    def test_tree_without_vma(self):
        self.place("include/linux/mm_types.h", "struct vm_area_struct;\n")
        self.assert_refused(self.check(self.tree), "include/linux/mm_types.h",
                            "struct vm_area_struct")

    def test_missing_path(self):
        """What is there is checked all the same."""
        self.place("drivers/a.c", driver())
        run = self.check(self.tree / "drivers", self.tree / "gone.c")
        self.assert_run(run, 2, err=f"{self.tree}/gone.c: No such file")
        self.assertIn("drivers/a.c:5:2: error:", run.out)

    def test_path_of_another_kind(self):
        self.place("drivers/a.c", driver())
        path = self.place("drivers/a.S", "nop\n")
        report = self.report(path, self.tree / "drivers", status=2)
        self.assert_found(report, "drivers/a.c:5")
        self.assertEqual([problem["path"] for problem in report["problems"]],
                         [str(path)])

    def test_special_files(self):
        self.place("drivers/a.c", driver())
        fifo, listener = self.tree / "drivers/x.c", socket.socket(
            socket.AF_UNIX)
        os.mkfifo(fifo)
        os.chdir(self.tree / "drivers")
        self.addCleanup(os.chdir, "/")
        with listener:
            listener.bind("socket.c")
        report = self.report(self.tree, status=1)
        self.assert_found(report, "drivers/a.c:5")
        report = self.report(fifo, self.tree, status=2)
        self.assertIn("regular", report["problems"][0]["text"])
        self.assert_found(report, "drivers/a.c:5")

    def test_unreadable(self):
        if not can_drop(self.vmalint, self.folder):
            self.skipTest("cannot drop privileges here")
        self.place("drivers/a.c", driver())
        self.place("drivers/hidden/b.c", driver("b"))
        self.place("drivers/c.c", driver("c")).chmod(0)
        (self.tree / "drivers/hidden").chmod(0)
        self.cache.mkdir()
        if os.getuid() == 0:
            os.chown(self.cache, NOBODY, NOBODY)
        report = self.report(self.tree, status=2, preexec_fn=drop_privileges)
        self.assert_found(report, "drivers/a.c:5")
        said = {problem["path"]: problem["text"]
                for problem in report["problems"]}
        self.assertEqual(len(said), 2, said)
        for path, text in said.items():
            self.assertRegex(path, r"drivers/(c\.c|hidden)$")
            self.assertIn("Permission denied", text)

    def test_unreadable_header_of_the_api(self):
        if not can_drop(self.vmalint, self.folder):
            self.skipTest("cannot drop privileges here")
        (self.tree / "include/linux/mm.h").chmod(0)
        run = self.check(self.tree, preexec_fn=drop_privileges)
        self.assert_refused(run, "include/linux/mm.h", "Permission denied")


class BadCache(ProgramTest):
    """One that cannot be used is told of; the run does without."""

    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", driver())

    def test_a_file(self):
        self.cache.write_text("not a folder\n")
        run = self.check(self.tree)
        self.assert_run(run, 1, err=str(self.cache))
        self.assertEqual(self.cache.read_text(), "not a folder\n")

    def test_unwritable(self):
        if not can_drop(self.vmalint, self.folder):
            self.skipTest("cannot drop privileges here")
        self.cache.mkdir(mode=0o555)
        run = self.check(self.tree, preexec_fn=drop_privileges)
        self.assert_run(run, 1, err=str(self.cache))
        self.assertIn("Permission denied", run.err)

    def test_rubbish_in_it(self):
        """A cache that somebody else has filled is made anew."""
        self.report(self.tree, status=1)
        for path in list(self.cache.rglob("*")):
            if path.is_file():
                path.write_bytes(b"\0rubbish\n" * 100)
        self.assert_found(self.report(self.tree, status=1), "drivers/a.c:5")

    def test_cut_short(self):
        self.report(self.tree, status=1)
        for path in list(self.cache.rglob("*")):
            if path.is_file():
                os.truncate(path, path.stat().st_size // 2)
        self.assert_found(self.report(self.tree, status=1), "drivers/a.c:5")


if __name__ == "__main__":
    main()
