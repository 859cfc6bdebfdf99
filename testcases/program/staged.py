# SPDX-License-Identifier: GPL-2.0-only
"""--staged: the index, whatever the work tree holds, in every shape."""
import os
import subprocess
import unittest

from repository import MISUSE, PROPER, RepositoryTest, function, source
from scratch import main

ONE = source(function("a_mmap", MISUSE))
ONE_LINE = "drivers/a.c:5 const_cast_write"


class Index(RepositoryTest):
    """What is looked at is the index and nothing else."""

    def test_nothing_staged(self):
        self.assert_staged(status=0)

    def test_new_file(self):
        self.add("drivers/a.c", ONE)
        self.assert_staged(ONE_LINE, status=1)

    def test_work_tree_is_not_looked_at(self):
        self.add("drivers/a.c", ONE)
        self.place("drivers/a.c", source(function("a_mmap", PROPER)))
        self.assert_staged(ONE_LINE)
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assertIn("5 | " + MISUSE.rstrip(), run.out)

    def test_misuse_in_the_work_tree_only(self):
        self.add("drivers/a.c", source(function("a_mmap", PROPER)))
        self.place("drivers/a.c", ONE)
        self.place("drivers/b.c", ONE)
        self.assert_staged(status=0)

    def test_file_only_in_the_index(self):
        self.add("drivers/a.c", ONE)
        (self.tree / "drivers/a.c").unlink()
        self.assert_staged(ONE_LINE)

    def test_header_from_the_index(self):
        """A macro of a header that differs in index and work tree."""
        self.add("drivers/a.h", "#define GRAB(v) "
                 "(*(unsigned long *)&(v)->vm_flags |= VM_IO)\n")
        self.add("drivers/a.c", '#include <linux/mm.h>\n#include "a.h"\n' +
                 function("a_mmap", "\tGRAB(vma);\n"))
        self.place("drivers/a.h", "#define GRAB(v) (0)\n")
        self.assert_staged("drivers/a.c:5 const_cast_write")
        self.place("drivers/a.h", "#error broken\n")
        self.assert_staged("drivers/a.c:5 const_cast_write")
        (self.tree / "drivers/a.h").unlink()
        self.assert_staged("drivers/a.c:5 const_cast_write")

    def test_files_that_were_saved_long_ago(self):
        """git is asked only of those that changed since the index was."""
        text = "#define GRAB(v) (*(unsigned long *)&(v)->vm_flags |= VM_IO)\n"
        header = self.tree / "drivers/a.h"
        self.add("drivers/a.h", text)
        self.add("drivers/b.h", "int b;\n")
        self.commit()
        self.add("drivers/a.c", '#include <linux/mm.h>\n#include "a.h"\n' +
                 function("a_mmap", "\tGRAB(vma);\n"))
        for path in self.tree.rglob("*.[ch]"):
            os.utime(path, (1e9, 1e9))
        for words in (("--index-version", "4"), ("--index-version", "2")):
            with self.subTest(words):
                self.git("update-index", *words, "--refresh")
                expected = "drivers/a.c:5 const_cast_write"
                self.assert_staged(expected)
                header.write_text("#error broken\n")
                self.assert_staged(expected)
                header.write_text(text.replace("VM_IO", "VM_OO"))
                os.utime(header, (1e9, 1e9))
                self.assert_staged(expected, cwd=self.tree / "drivers")
                header.unlink()
                self.assert_staged(expected)
                header.write_text(text)
                os.utime(header, (1e9, 1e9))
        self.git("update-index", "--refresh")
        self.git("update-index", "--assume-unchanged", "drivers/a.h")
        header.write_text("#error broken\n")
        self.assert_staged(expected)

    def test_flag_that_the_change_adds(self):
        """The same, whether names of earlier runs are known or not."""
        path = self.tree / "include/linux/mm.h"
        text = path.read_text()
        self.add("include/linux/mm.h", text.replace(
            "#define VM_IO", "#define VM_NEWEST 0x80000000\n#define VM_IO", 1))
        self.assertNotEqual(self.git("diff", "--cached"), "")
        self.add("drivers/a.c", "#include <linux/mm.h>\n"
                 "unsigned long a_flags(void)\n{\n\treturn VM_NEWEST;\n}\n")
        for turn in range(2):
            with self.subTest(turn):
                run = self.check("--staged", cwd=self.tree,
                                 env=self.environment)
                self.assertIn("2 C files and headers, 2 with flags", run.err)

    def test_header_with_a_long_name(self):
        """No file has it, and git is not asked for it."""
        self.add("drivers/a.c", ONE)
        self.commit()
        self.add("drivers/b.c", "".join(
            f'#include "{"x" * length}.h"\n' for length in
            (4000, 20000, 300000)) + source(function("b_mmap", MISUSE)))
        self.git("update-index", "--split-index")
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assertNotIn("change:", run.out)
        self.assertIn("1 C files and headers, 1 with flags", run.err)

    def test_head_that_is_lost(self):
        self.add("drivers/a.c", ONE)
        commit = self.git("rev-parse", "HEAD").strip()
        (self.tree / ".git/objects" / commit[:2] / commit[2:]).unlink()
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assert_run(run, 2, out="", err="what changed cannot be told")

    def test_broken_repository_in_another(self):
        outer = self.folder / "outer"
        outer.mkdir()
        self.tree.rename(outer / "tree")
        self.git("init", "-q", cwd=outer)
        (outer / "tree/drivers").mkdir(exist_ok=True)
        (outer / "tree/drivers/a.c").write_text(ONE)
        (outer / "tree/.git/HEAD").write_text("")
        self.git("add", "-A", cwd=outer)
        self.git("commit", "-q", "-m", "outer", cwd=outer)
        self.assert_staged(cwd=outer / "tree")

    def test_header_beside_is_of_the_index(self):
        """It tells what the file does, and is another in the work tree."""
        self.add("drivers/in.h", "#define GRAB(v) "
                 "(*(unsigned long *)&(v)->vm_flags |= VM_IO)\n")
        self.add("drivers/a.h", '#include "in.h"\n')
        self.commit()
        self.add("drivers/a.c", '#include <linux/mm.h>\n#include "a.h"\n' +
                 function("a_mmap", "\tGRAB(vma);\n"))
        self.assert_staged("drivers/a.c:5 const_cast_write")
        self.place("drivers/a.h", "/* nothing */\n")
        self.assert_staged("drivers/a.c:5 const_cast_write")
        self.place("drivers/in.h", "/* nothing */\n")
        self.git("add", "drivers/a.h")
        self.assert_staged()

    def test_header_that_git_does_not_look_for(self):
        """Outside of a sparse checkout, or assumed to be unchanged."""
        header = "#define GRAB(v) (*(unsigned long *)&(v)->vm_flags |= VM_IO)"
        self.add("drivers/apart/a.h", header + "\n")
        self.add("drivers/b.h", "/* assumed */\n")
        self.commit()
        self.git("tag", "start")
        self.git("update-index", "--assume-unchanged", "drivers/b.h")
        self.git("update-index", "--skip-worktree", "drivers/apart/a.h")
        self.place("drivers/b.h", "#error broken\n")
        (self.tree / "drivers/apart/a.h").unlink()
        self.add("drivers/a.c", '#include <linux/mm.h>\n'
                 '#include "apart/a.h"\n#include "b.h"\n' +
                 function("a_mmap", "\tGRAB(vma);\n"))
        found = ["drivers/a.c:6 const_cast_write"]
        self.assert_staged(*found)
        self.assert_staged(*found, cwd=self.tree / "drivers")
        self.assertEqual(self.found("--since", "start"), found)
        self.commit()
        self.assertEqual(self.found("--since", "start..HEAD"), found)

    def test_part_of_a_file(self):
        """What `git add -p` does: one hunk of two."""
        self.add("drivers/a.c", source(function("a_mmap", PROPER),
                                       function("b_mmap", PROPER)))
        self.commit()
        half = source(function("a_mmap", PROPER), function("b_mmap", MISUSE))
        blob = self.git("hash-object", "-w", "--stdin", input=half).strip()
        self.git("update-index", "--cacheinfo", f"100644,{blob},drivers/a.c")
        self.place("drivers/a.c", source(function("a_mmap", MISUSE),
                                         function("b_mmap", MISUSE)))
        self.assert_staged("drivers/a.c:11 const_cast_write")

    def test_nothing_is_touched(self):
        self.add("drivers/a.c", ONE)
        self.place("drivers/a.c", "changed\n")
        before = self.git("status", "--porcelain")
        index = (self.tree / ".git/index").read_bytes()
        stamp = os.stat(self.tree / "drivers/a.c").st_mtime_ns
        self.assert_staged(ONE_LINE)
        self.assertEqual(self.git("status", "--porcelain"), before)
        self.assertEqual((self.tree / ".git/index").read_bytes(), index)
        self.assertEqual(os.stat(self.tree / "drivers/a.c").st_mtime_ns,
                         stamp)

    def test_deleted(self):
        self.add("drivers/a.c", ONE)
        self.commit()
        self.git("rm", "-q", "drivers/a.c")
        self.assert_staged(status=0)

    def test_renamed(self):
        self.add("drivers/a.c", ONE)
        self.commit()
        self.git("mv", "drivers/a.c", "drivers/z.c")
        self.assert_staged(status=0)
        self.add("drivers/z.c", ONE + function("b_mmap", MISUSE))
        self.assert_staged("drivers/z.c:10 const_cast_write")

    def test_intent_to_add(self):
        self.place("drivers/a.c", ONE)
        self.git("add", "-N", "drivers/a.c")
        self.assert_staged(status=0)

    def test_first_commit(self):
        subprocess.run(["rm", "-rf", self.tree / ".git"], check=True)
        self.git("init", "-q", "-b", "main")
        self.place("drivers/a.c", ONE)
        self.git("add", "-A")
        self.assert_staged(ONE_LINE)

    def test_conflict(self):
        self.add("drivers/a.c", source(function("a_mmap", PROPER)))
        self.commit()
        self.git("checkout", "-q", "-b", "side")
        self.add("drivers/a.c", source(function("a_mmap", "\tmain();\n")))
        self.commit()
        self.git("checkout", "-q", "main")
        self.add("drivers/a.c", source(function("a_mmap", MISUSE)))
        self.commit()
        self.git("merge", "side", status=1)
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assert_run(run, 2, err="conflicts")

    def test_names(self):
        for name in ("with blank.c", 'quo"te.c', "new\nline.c", "tab\t.c",
                     "größe.c", "-dash.c"):
            with self.subTest(name):
                path = "drivers/" + name
                self.add(path, ONE)
                self.assertEqual(len(self.found("--staged")), 1)
                self.git("rm", "-qf", "--", path)

    def test_paths_narrow(self):
        self.add("drivers/a.c", ONE)
        self.add("mm/b.c", source(function("b_mmap", MISUSE)))
        self.assertEqual(len(self.found("--staged")), 2)
        self.assertEqual(self.found("--staged", "mm"),
                         ["mm/b.c:5 const_cast_write"])
        self.assertEqual(self.found("--staged", "b.c", cwd=self.tree / "mm"),
                         ["mm/b.c:5 const_cast_write"])


class Surroundings(RepositoryTest):
    """Indexes, work trees and configurations that are not the usual ones."""

    def setUp(self):
        super().setUp()
        self.add("drivers/a.c", ONE)

    def test_no_repository(self):
        subprocess.run(["rm", "-rf", self.tree / ".git"], check=True)
        self.environment["GIT_CEILING_DIRECTORIES"] = str(self.folder)
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assert_run(run, 2, out="", err="no git repository")

    def test_index_of_the_environment(self):
        """Relative, temporary and locked indexes, as hooks meet them."""
        other = self.folder / "next-index-1.lock"
        other.write_bytes((self.tree / ".git/index").read_bytes())
        self.git("reset", "-q")
        (self.tree / ".git/index.lock").write_bytes(b"")
        self.assert_staged()
        for name in (str(other), "../next-index-1.lock"):
            environment = {**self.environment, "GIT_INDEX_FILE": name}
            self.assert_staged(ONE_LINE, env=environment)

    def test_index_that_knows_its_tree(self):
        """git notes the tree before it runs a hook, in several formats."""
        for words in (("--index-version", "4"), ("--index-version", "2"),
                      ("--split-index",), ("--no-split-index",)):
            with self.subTest(words):
                self.git("update-index", *words)
                self.git("write-tree")
                self.assert_staged(ONE_LINE)
                self.add("drivers/b.c", source(function("b_mmap", MISUSE)))
                self.git("write-tree")
                self.assert_staged(ONE_LINE, "drivers/b.c:5 const_cast_write")
                self.git("rm", "-q", "--cached", "drivers/b.c")
                self.assert_staged(ONE_LINE)
        self.place("drivers/c.c", ONE)
        self.git("add", "-N", "drivers/c.c")
        self.git("write-tree")
        self.assert_staged(ONE_LINE)

    def test_index_that_knows_a_tree_that_is_gone(self):
        tree = self.git("write-tree").strip()
        (self.tree / ".git/objects" / tree[:2] / tree[2:]).unlink()
        self.assert_staged(ONE_LINE)

    def test_long_object_names(self):
        subprocess.run(["rm", "-rf", self.tree / ".git"], check=True)
        self.git("init", "-q", "--object-format=sha256")
        (self.tree / "drivers/a.c").unlink()
        self.git("add", "-A")
        self.commit()
        self.add("drivers/a.c", ONE)
        self.assert_staged(ONE_LINE)
        self.git("write-tree")
        self.assert_staged(ONE_LINE)

    def test_from_a_folder_below(self):
        self.assert_staged(ONE_LINE, cwd=self.tree / "drivers")

    def test_from_outside(self):
        """A hook's variables are those of another repository."""
        other = self.folder / "other"
        other.mkdir()
        self.git("init", "-q", cwd=other)
        environment = {**self.environment, "GIT_DIR": str(other / ".git"),
                       "GIT_INDEX_FILE": ".git/index"}
        self.assertEqual(self.found("--staged", "--tree", self.tree,
                                    cwd=other, env=environment), [ONE_LINE])

    def test_linked_work_tree(self):
        linked = self.folder / "linked"
        self.git("worktree", "add", "-q", linked)
        (linked / "drivers").mkdir(exist_ok=True)
        (linked / "drivers/b.c").write_text(ONE)
        self.git("add", "drivers/b.c", cwd=linked)
        self.assert_staged("drivers/b.c:5 const_cast_write", cwd=linked)
        self.assert_staged(ONE_LINE)

    def test_tree_is_a_folder_of_the_repository(self):
        outer = self.folder / "outer"
        outer.mkdir()
        subprocess.run(["rm", "-rf", self.tree / ".git"], check=True)
        (self.tree).rename(outer / "kernel")
        self.git("init", "-q", cwd=outer)
        (outer / "c.c").write_text(ONE)
        self.git("add", "-A", cwd=outer)
        self.assert_staged(ONE_LINE, cwd=outer / "kernel")

    def test_repository_elsewhere(self):
        self.git("init", "-q", "--separate-git-dir", self.folder / "store")
        self.assert_staged(ONE_LINE)
        self.git("config", "core.worktree", self.tree)
        self.assert_staged(ONE_LINE)

    def test_work_tree_elsewhere(self):
        outer = self.folder / "outer"
        outer.mkdir()
        (self.tree / ".git").rename(outer / ".git")
        self.tree.rename(outer / "kernel")
        self.git("config", "core.worktree", "../kernel", cwd=outer)
        self.assert_staged(ONE_LINE, cwd=outer / "kernel")

    def test_through_a_link(self):
        link = self.folder / "link"
        link.symlink_to("tree")
        self.assert_staged(ONE_LINE, cwd=link)
        self.assertEqual(self.found("--staged", "--tree", link,
                                    cwd=self.folder), [ONE_LINE])

    def test_no_work_tree(self):
        self.git("config", "core.bare", "1")
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assert_run(run, 2, out="", err="work tree")

    @unittest.skipIf(os.geteuid(), "only root can give files away")
    def test_of_another_owner(self):
        os.chown(self.tree / ".git", 65534, 65534)
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assert_run(run, 2, out="", err="dubious ownership")
        self.git("config", "--global", "safe.directory", "*")
        self.assert_staged(ONE_LINE)

    def test_object_is_broken(self):
        blob = self.git("rev-parse", ":drivers/a.c").strip()
        path = self.tree / ".git/objects" / blob[:2] / blob[2:]
        path.chmod(0o600)
        path.write_bytes(b"not compressed")
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assert_run(run, 2, out="", err="cannot be read")
        path.unlink()
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assert_run(run, 2, out="", err="lacks a blob")

    def test_odd_configuration(self):
        for name, value in (("diff.noprefix", "true"),
                            ("diff.mnemonicPrefix", "true"),
                            ("diff.external", "false"),
                            ("diff.renames", "false"),
                            ("diff.orderFile", "/nowhere"),
                            ("core.quotePath", "true"),
                            ("core.fsmonitor", "/bin/false"),
                            ("color.ui", "always"),
                            ("status.relativePaths", "false"),
                            ("core.pager", "false")):
            with self.subTest(name):
                self.git("config", name, value)
                self.assert_staged(ONE_LINE)
                self.git("config", "--unset", name)
        for name, value in (("GIT_EXTERNAL_DIFF", "false"),
                            ("GIT_DIFF_OPTS", "-u0"), ("GIT_TRACE", "1"),
                            ("GIT_PREFIX", "drivers/")):
            with self.subTest(name):
                self.assert_staged(ONE_LINE, env={**self.environment,
                                                  name: value})

    def test_a_hostile_repository_runs_nothing(self):
        mark = self.folder / "mark"
        program = self.folder / "program"
        program.write_text(f"#!/bin/sh\ntouch {mark}\n")
        program.chmod(0o755)
        for name in ("core.fsmonitor", "diff.external", "core.pager",
                     "filter.x.clean", "filter.x.smudge", "diff.x.textconv",
                     "core.sshCommand", "core.askPass"):
            self.git("config", name, str(program))
        self.place(".git/info/attributes", "*.c filter=x diff=x\n")
        self.place("drivers/a.c", "/* dirty */\n")
        self.assert_staged(ONE_LINE)
        self.assertEqual(self.found("--since", "HEAD"), [])
        self.assertFalse(mark.exists())


if __name__ == "__main__":
    main()
