# SPDX-License-Identifier: GPL-2.0-only
"""What the words of the command line do, and the exit codes."""
import os
import shutil
import stat
import subprocess
import time

from scratch import TOP, ProgramTest, driver, main

JQ_SUMS = """
.summary as $s
| $s.files.selected == $s.files.analysed + $s.files.analysed_with_errors
                       + $s.files.skipped + $s.files.failed
and $s.lines.relevant == $s.lines.analysed + $s.lines.unseen
and $s.lines.unseen == (.unseen | length)
and ([$s.findings[]] | add) == (.findings | length)
and .findings == (.findings | sort_by(.path, .line, .column, .rule))
"""
COPY = """\
#include <linux/mm.h>

void copy(struct vm_area_struct *to, struct vm_area_struct *from)
{
	*to = *from;
}
"""


def rule_names():
    lines = (TOP / "rules/rules.def").read_text().splitlines()
    return [line[5:-1] for line in lines if line.startswith("RULE(")]


class Choices(ProgramTest):
    """--select, --ignore, --fail-on, and what they do to the exit code."""

    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", driver())
        self.place("drivers/b.c", COPY)

    def check_choice(self, words, status, *places):
        report = self.report(*words, self.tree / "drivers", status=status)
        self.assert_found(report, *places)

    def test_rules(self):
        error, warning = "drivers/a.c:5", "drivers/b.c:5"
        self.check_choice((), 1, error, warning)
        self.check_choice(("--select", "direct_write"), 1, error)
        self.check_choice(("--select", "struct_copy"), 1, warning)
        self.check_choice(("--select", "address_escape"), 0)
        self.check_choice(("--select", "direct_write,struct_copy"), 1, error,
                          warning)
        self.check_choice(("--select", "direct_write", "--select",
                           "struct_copy"), 1, error, warning)
        self.check_choice(("--ignore", "direct_write"), 1, warning)
        self.check_choice(("--ignore", "direct_write,struct_copy"), 0)
        self.check_choice(("--select", "all"), 1, error, warning)

    def test_no_rule_left(self):
        run = self.check("--select", "direct_write", "--ignore",
                         "direct_write", self.tree)
        self.assert_run(run, 2, out="", err="no rule")

    def test_fail_on(self):
        """It changes the exit code and never what is printed."""
        for level, both, only_warning in (("error", 1, 0), ("warning", 1, 1),
                                          ("note", 1, 1), ("never", 0, 0)):
            with self.subTest(level):
                words = ("--fail-on", level)
                self.check_choice(words, both, "drivers/a.c:5",
                                  "drivers/b.c:5")
                self.check_choice((*words, "--ignore", "direct_write"),
                                  only_warning, "drivers/b.c:5")

    def test_incomplete_wins(self):
        self.check_choice(("--fail-on", "never", self.tree / "gone.c"), 2,
                          "drivers/a.c:5", "drivers/b.c:5")

    def test_coverage(self):
        self.place("drivers/c.c", "#include <linux/mm.h>\n#if 0\nVM_READ\n"
                   "VM_READ\n#endif\n")
        self.check_choice(("--min-coverage", "40"), 1, "drivers/a.c:5",
                          "drivers/b.c:5")
        self.check_choice(("--min-coverage", "90"), 2, "drivers/a.c:5",
                          "drivers/b.c:5")

    def test_stats(self):
        run = self.check("--stats", self.tree / "drivers")
        for text in ("1  direct_write", "1  struct_copy", "time: ",
                     "2 = 2 analysed + 0 unseen  x86\n",
                     "results: 0 of 2 taken", "attempts: 2 at 2 files",
                     " s  parse (libclang)\n", "slowest files:\n"):
            self.assertIn(text, run.err)
        self.assertRegex(run.err, r"workers: [12] at a time, busy \d+\.\d%")
        self.assertRegex(run.err, r"memory: [1-9]\d* MiB at most")

    def test_stats_of_a_warm_run(self):
        """Who took all from the cache had no workers."""
        for _ in range(3):
            time.sleep(0.05)
            run = self.check("--stats", self.tree / "drivers")
        self.assertIn("results: 2 of 2 taken", run.err)
        self.assertNotIn("workers:", run.err)
        self.assertIn(" s  look for results of earlier runs\n", run.err)

    def test_jq(self):
        if not shutil.which("jq"):
            self.skipTest("no jq here")
        run = self.check("--format", "json", self.tree)
        done = subprocess.run(["jq", "-e", JQ_SUMS], input=run.out, text=True,
                              check=False, capture_output=True)
        self.assertEqual((done.returncode, done.stdout), (0, "true\n"),
                         done.stderr)


class Paths(ProgramTest):
    """What a PATH may be, and from where."""

    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", driver())
        self.place("mm/b.c", driver("b"))

    def check_paths(self, *words, cwd, places):
        report = self.report(*words, cwd=cwd, status=1)
        self.assert_found(report, *places)
        self.assertEqual(report["tree"]["root"], str(self.tree))

    def test_default_is_the_tree_around(self):
        both = ("drivers/a.c:5", "mm/b.c:5")
        self.check_paths(cwd=self.tree, places=both)
        self.check_paths(cwd=self.tree / "drivers", places=both)

    def test_relative(self):
        drivers = self.tree / "drivers"
        for word in ("a.c", ".", "./a.c", "../drivers", "../mm/../drivers"):
            with self.subTest(word):
                self.check_paths(word, cwd=drivers, places=["drivers/a.c:5"])
        self.check_paths("../mm/b.c", cwd=drivers, places=["mm/b.c:5"])
        self.check_paths("tree/mm", cwd=self.folder, places=["mm/b.c:5"])
        self.check_paths("--tree", "tree", "tree/mm", cwd=self.folder,
                         places=["mm/b.c:5"])

    def test_module_outside(self):
        module = self.folder / "module"
        module.mkdir()
        (module / "m.h").write_text("#define M_FLAGS (VM_IO | VM_PFNMAP)\n")
        (module / "m.c").write_text('#include "m.h"\n' + driver("m").replace(
            "VM_IO", "M_FLAGS"))
        place = f"{module}/m.c:6"
        self.check_paths("--tree", self.tree, module, cwd="/", places=[place])
        self.check_paths("--tree", self.tree, ".", cwd=module, places=[place])
        self.check_paths("--tree", self.tree, "m.c", cwd=module,
                         places=[place])
        run = self.check(module)
        self.assert_run(run, 2, out="", err="--tree")

    def test_header(self):
        self.place("drivers/own.h", driver("h").replace("int", "static int"))
        self.check_paths("own.h", cwd=self.tree / "drivers",
                         places=["drivers/own.h:5"])

    def test_two_trees(self):
        """The second one is not part of the first; nothing crashes."""
        other = self.folder / "other"
        shutil.copytree(self.tree, other)
        report = self.report(self.tree / "mm", other / "mm", status=1)
        self.assert_found(report, "mm/b.c:5", f"{other}/mm/b.c:5")


class Texts(ProgramTest):
    """The commands that check nothing."""

    def test_rules(self):
        run = self.run_program("rules")
        self.assert_run(run, 0)
        names = [line.split()[0] for line in run.out.split("\n\n")[0]
                 .splitlines()]
        self.assertEqual(names, rule_names())

    def test_one_rule(self):
        for name in rule_names():
            page = (TOP / f"rules/{name}.md").read_text()
            self.assert_run(self.run_program("rules", name), 0, out=page)

    def test_help(self):
        text = self.run_program("--help")
        self.assert_run(text, 0)
        self.assertEqual(text.err, "")
        self.assertEqual(self.run_program("help").out, text.out)
        for words in (("check", "--help"), ("help", "check"),
                      ("rules", "-h")):
            self.assert_run(self.run_program(*words), 0)
        self.assertLessEqual(max(map(len, text.out.splitlines())), 80)

    def test_short_help(self):
        """Fits a screen with the prompt behind it, and says what is more."""
        for words in (("-h",), ("check", "-h")):
            lines = self.run_program(*words).out.splitlines()
            self.assertLess(len(lines), 24)
            self.assertLessEqual(max(map(len, lines)), 80)
            self.assertTrue(lines[-1].startswith("  --help "), lines[-1])

    def test_version(self):
        run = self.run_program("--version")
        self.assertRegex(run.out,
                         r"\Avmalint \d+\.\d+\.\d+ \(libclang \d+\..*\)\n\Z")
        self.assertEqual(run.status, 0)


class Shapes(ProgramTest):
    def test_shapes(self):
        for api, shape in (("plain", ("plain", 0)), ("const", ("const", 0)),
                           ("typed1", ("typed", 1)), ("typed2", ("typed", 2)),
                           ("typed3", ("typed", 3))):
            self.lay_out(api)
            self.place("drivers/a.c", driver())
            report = self.report(self.tree / "drivers", status=1)
            self.assertEqual((report["tree"]["api"], report["tree"]["level"]),
                             shape)
            self.assert_found(report, "drivers/a.c:5")


def listing(tree):
    """Everything in a tree, with times, modes and contents."""
    found = {}
    for here, folders, names in os.walk(tree):
        for name in (*folders, *names, "."):
            path = os.path.join(here, name)
            status = os.lstat(path)
            found[path] = (status.st_mode, status.st_mtime_ns,
                           status.st_ctime_ns, status.st_size, status.st_ino)
    return found


class Untouched(ProgramTest):
    """The tree is only read, whatever it offers to run."""

    def plant(self):
        made = self.folder / "made"
        script = f"#!/bin/sh\ntouch {made}\n"
        self.place("drivers/a.c", driver())
        self.place("Makefile", "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 1\n"
                   f"EXTRAVERSION = $(shell touch {made})\n"
                   f"X := $(shell touch {made})\nall:\n\ttouch {made}\n")
        self.place("Kconfig", f'A := $(shell,touch {made})\nconfig A\n'
                   f'\tstring\n\tdefault "$(shell,touch {made})"\n'
                   'source "arch/x86/Kconfig"\n')
        for name in ("scripts/checksyscalls.sh", "scripts/syscallhdr.sh",
                     "scripts/config", "clang", "clang-19", "gcc", "make",
                     "git", "configure", "usr/bin/cc", ".git/hooks/post-index",
                     "arch/x86/tools/gen-insn-attr-x86.awk",
                     "arch/arm64/tools/gen-cpucaps.awk"):
            self.place(name, script).chmod(0o755)
        self.place(".git/config", f"[core]\n\tfsmonitor = touch {made}\n")
        self.place(".clangd", f"CompileFlags:\n  Compiler: touch {made}\n")
        return made

    def test_untouched(self):
        made = self.plant()
        before = listing(self.tree)
        for words, cwd in (((self.tree,), "/"), ((), self.tree),
                           (("--format", "json", "drivers"), self.tree),
                           (("--dump", "facts"), self.tree / "drivers"),
                           (("--stats", "a.c"), self.tree / "drivers")):
            run = self.check(*words, cwd=cwd, env={
                **os.environ, "PATH": f"{self.tree}:.:{os.environ['PATH']}"})
            self.assertIn(run.status, (0, 1), str(run))
            self.assertEqual(listing(self.tree), before)
            self.assertFalse(made.exists())

    def test_read_only(self):
        """A tree that nobody may write is as good as any."""
        self.plant()
        for path in self.tree.rglob("*"):
            path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP))
        self.tree.chmod(0o555)
        self.assert_found(self.report(self.tree, status=1), "drivers/a.c:5")

    def test_default_cache(self):
        """Without --cache-dir: XDG's, else below HOME; never in the tree."""
        self.plant()
        before = listing(self.tree)
        home = self.folder / "home"
        for name, wanted in (("XDG_CACHE_HOME", home / "vmalint"),
                             ("HOME", home / ".cache/vmalint")):
            environment = dict(os.environ)
            environment.pop("XDG_CACHE_HOME", None)
            environment[name] = str(home)
            run = self.run_program("check", cwd=self.tree, env=environment)
            self.assert_run(run, 1)
            self.assertTrue(any(wanted.iterdir()))
        self.assertEqual(listing(self.tree), before)


if __name__ == "__main__":
    main()
