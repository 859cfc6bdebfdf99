# SPDX-License-Identifier: GPL-2.0-only
"""A module in a repository of its own, checked against a tree."""
import json
import os
import shutil
import subprocess
import sys

from scratch import ProgramTest, driver, main


class ModuleGit(ProgramTest):
    def setUp(self):
        super().setUp()
        self.module = self.folder / "module"
        (self.module / "src").mkdir(parents=True)
        (self.module / "Makefile").write_text("obj-m := src/a.o src/b.o\n")
        (self.module / "src/a.c").write_text(driver())
        (self.module / "src/b.h").write_text("#define B_FLAGS VM_IO\n")
        (self.module / "src/b.c").write_text(
            '#include <linux/mm.h>\n#include "b.h"\n'
            "void b(struct vm_area_struct *vma)\n{\n#ifdef B_WRITES\n"
            "\tvma->vm_flags |= B_FLAGS;\n#endif\n}\n")
        self.git("init", "-q")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "a")

    def git(self, *words):
        subprocess.run(("git", "-c", "user.name=a", "-c", "user.email=a@b",
                        *words), cwd=self.module, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def lines(self, *words, status=None):
        """The findings of a run in the module, as name and line."""
        report = self.report("--tree", self.tree, "--arch", "x86", *words,
                             cwd=self.module, status=status)
        return [(finding["path"].rsplit("/", 1)[1], finding["line"])
                for finding in report["findings"]]

    def add_one(self):
        with open(self.module / "src/a.c", "a", encoding="utf-8") as file:
            file.write("void z(struct vm_area_struct *vma)\n{\n"
                       "\tvma->vm_flags &= ~VM_IO;\n}\n")

    def test_where_we_are(self):
        """Without a PATH it is the module that is checked, not the tree."""
        self.place("drivers/c.c", driver("c"))
        self.assertEqual(self.lines("--branches", "active", status=1),
                         [("a.c", 5)])

    def test_elsewhere_the_tree_counts(self):
        self.place("drivers/c.c", driver("c"))
        (self.module / "Makefile").write_text("all:\n\ttrue\n")
        self.assertIn(("c.c", 5), self.lines(status=1))

    def test_staged(self):
        self.assertEqual(self.lines("--staged", status=0), [])
        self.add_one()
        self.assertEqual(self.lines("--staged", status=0), [])
        self.git("add", "-A")
        self.assertEqual(self.lines("--staged", status=1), [("a.c", 10)])
        self.assertEqual(self.lines("--staged", self.module / "src/b.c",
                                    status=0), [])

    def test_makefile(self):
        """What its files are compiled with, and of which parts."""
        words = ("--branches", "active")
        for path, good, bad in (
                ("Makefile", "# nothing", "ccflags-y += -DB_WRITES"),
                ("src/part.inc", "", "#define B_WRITES")):
            with self.subTest(path):
                old = (self.module / path).read_text() if \
                    (self.module / path).exists() else ""
                (self.module / path).write_text(f"{old}{good}\n")
                (self.module / "src/b.c").write_text(
                    '#include "part.inc"\n' * path.endswith("inc") +
                    (self.module / "src/b.c").read_text())
                self.git("add", "-A")
                self.git("commit", "-q", "-m", "before")
                (self.module / path).write_text(f"{old}{bad}\n")
                line = 6 if path == "Makefile" else 7
                self.assertEqual(self.lines("--since", "HEAD", *words),
                                 [("b.c", line)])
                self.git("add", "-A")
                self.assertEqual(self.lines("--staged", *words),
                                 [("b.c", line)])
                self.git("commit", "-q", "-m", "bad")
                (self.module / path).write_text(f"{old}{good}\n")
                self.assertEqual(
                    self.lines("--since", "HEAD~..HEAD", *words),
                    [("b.c", line)])
                self.git("add", "-A")
                self.assertEqual(self.lines("--staged", *words), [])
                self.git("commit", "-q", "-m", "good")

    def test_since(self):
        self.add_one()
        self.assertEqual(self.lines("--since", "HEAD", status=1),
                         [("a.c", 10)])
        self.git("mv", "src/a.c", "src/c.c")
        self.git("commit", "-qam", "b")
        self.assertEqual(self.lines("--since", "HEAD~1", status=1),
                         [("c.c", 10)])

    def test_patch(self):
        self.add_one()
        diff = subprocess.run(("git", "diff"), cwd=self.module, check=True,
                              stdout=subprocess.PIPE).stdout
        self.git("checkout", "-q", "--", ".")
        patch = self.folder / "a.patch"
        patch.write_bytes(diff)
        self.assertEqual(self.lines("--patch", patch, status=1),
                         [("a.c", 10)])

    def test_users_of_a_header(self):
        with open(self.module / "src/b.h", "a", encoding="utf-8") as file:
            file.write("#define B_WRITES 1\n")
        self.assertEqual(self.lines("--since", "HEAD", "--branches", "active",
                                    status=1), [("b.c", 6)])

    def report_in(self, folder, *words, **more):
        return self.report("--tree", self.tree, "--branches", "active",
                           "--no-cache", *words, cwd=folder, **more)

    def test_paths(self):
        """In its repository they count from there; elsewhere they are whole."""
        whole = str(self.module / "src/a.c")
        for folder, words, path in ((self.module, (), "src/a.c"),
                                    (self.module, (".",), whole),
                                    (self.module / "src", (), "src/a.c"),
                                    (self.module, (self.module,), whole),
                                    (self.folder, (self.module,), whole)):
            report = self.report_in(folder, *words)
            self.assertEqual([finding["path"]
                              for finding in report["findings"]], [path])
        run = self.check("--tree", self.tree, "--branches", "active",
                         "--stats", cwd=self.module / "src")
        self.assertIn("\na.c:5:2: error", "\n" + run.out)
        self.assertRegex(run.err, r" 3 = 2 analysed \+ 1 unseen  x86")

    def test_texts(self):
        """Reasons and problems have them so, too."""
        (self.module / "src/a.c").write_text("#include <linux/mm.h>\n"
            "#include <gone.h>\nint f(gone_t, x) { return VM_IO; }\n")
        report = self.report_in(self.module)
        self.assertNotIn(str(self.module), json.dumps(report["unseen"]))
        self.assertTrue(report["unseen"])

    def test_annotations(self):
        """GitHub and GitLab find files by the path in what is checked out."""
        for variable, name, path in (
                ("GITHUB_WORKSPACE", "github", "file=module/src/a.c"),
                ("CI_PROJECT_DIR", "gitlab", '"module/src/a.c"'),
                ("GITHUB_WORKSPACE", "sarif", '"module/src/a.c"')):
            run = self.check("--tree", self.tree, "--branches", "active",
                             "--format", name, cwd=self.module,
                             env={**os.environ, variable: str(self.folder)})
            self.assertIn(path, run.out)

    def test_baseline(self):
        """One that is made in one place is good in all others."""
        base = self.folder / "base"
        self.report_in(self.module, "--write-baseline", base)
        self.assertIn("\nsrc/a.c direct_write ", base.read_text())
        other = self.folder / "elsewhere/copy"
        shutil.copytree(self.module, other)
        for folder, words in ((self.module, ()), (other, ()),
                              (self.folder, (other,))):
            report = self.report_in(folder, "--baseline", base, *words,
                                    status=0)
            self.assertEqual(report["summary"]["baselined"], 1)

    def test_hook(self):
        """Of the module's repository, for a tree that is named once."""
        run = self.run_program("hook", "install", cwd=self.module)
        self.assert_run(run, 2, err="name the tree with --tree")
        run = self.run_program("hook", "install", "--tree", self.tree,
                               cwd=self.module)
        self.assert_run(run, 0)
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.cache)}
        commit = ("git", "-c", "user.name=a", "-c", "user.email=a@b",
                  "commit", "-qm", "x")
        self.add_one()
        self.git("add", "-A")
        for path, status in ("src/a.c", 1), ("src/c.c", 0):
            done = subprocess.run(commit, cwd=self.module, env=environment,
                                  check=False, text=True,
                                  stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT)
            self.assertEqual(done.returncode, status, done.stdout)
            if status:
                self.assertIn("src/a.c:10:", done.stdout)
                self.git("checkout", "-q", "HEAD", "--", "src/a.c")
                (self.module / "src/c.c").write_text("int c;\n")
                self.git("add", "-A")

    def test_architectures(self):
        """What was asked for and is left out is said."""
        shutil.copytree(self.tree / "arch/x86", self.tree / "arch/arm64")
        run = self.check("--tree", self.tree, "--arch", "arm64,x86",
                         cwd=self.module)
        self.assertIn("is read for x86; for arm64 only where", run.err)
        run = self.check("--tree", self.tree, "--arch", "x86", cwd=self.module)
        self.assertNotIn("is read for", run.err)


if __name__ == "__main__":
    sys.exit(main())
