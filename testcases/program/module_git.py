# SPDX-License-Identifier: GPL-2.0-only
"""A module in a repository of its own, checked against a tree."""
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


if __name__ == "__main__":
    sys.exit(main())
