# SPDX-License-Identifier: GPL-2.0-only
"""--since, and what counts as new: in the change, or caused by it."""
from repository import MISUSE, PROPER, RepositoryTest, function, source
from scratch import main

ONE = source(function("a_mmap", MISUSE))
GRAB = "#define GRAB(v) (*(unsigned long *)&(v)->vm_flags |= VM_IO)\n"
HOLD = "#define GRAB(v) vm_flags_set(v, VM_IO)\n"
USER = '#include <linux/mm.h>\n#include "a.h"\n' + \
    function("a_mmap", "\tGRAB(vma);\n")


class Since(RepositoryTest):
    """Which two trees are compared."""

    def setUp(self):
        super().setUp()
        self.git("tag", "start")

    def test_work_tree(self):
        """Commits and what is not committed yet; not what git ignores."""
        self.add("drivers/a.c", ONE)
        self.commit()
        self.add("drivers/b.c", source(function("b_mmap", PROPER)))
        self.place("drivers/b.c", source(function("b_mmap", MISUSE)))
        self.place("drivers/untracked.c", ONE)
        both = ["drivers/a.c:5 const_cast_write",
                "drivers/b.c:5 const_cast_write"]
        self.assertEqual(self.found("--since", "start", status=1), both)
        self.assertEqual(self.found("--since", "HEAD"), both[1:])
        self.assertEqual(self.found("--since", "start..HEAD"), both[:1])

    def test_merge_base(self):
        """What others have mended since is no fault of this branch."""
        self.add("drivers/a.c", ONE)
        self.commit()
        self.git("checkout", "-q", "-b", "topic")
        self.add("drivers/b.c", source(function("b_mmap", MISUSE)))
        self.commit()
        self.git("checkout", "-q", "main")
        self.add("drivers/a.c", source(function("a_mmap", PROPER)))
        self.commit()
        self.git("checkout", "-q", "topic")
        mine = ["drivers/b.c:5 const_cast_write"]
        self.assertEqual(self.found("--since", "main"), mine)
        self.assertEqual(self.found("--since", "main..topic"), mine)
        self.assertEqual(
            self.found("--since", "main", "--no-merge-base"),
            ["drivers/a.c:5 const_cast_write", *mine])

    def test_range_is_read_from_git(self):
        """A..B does not care what is on disk."""
        self.add("drivers/a.c", ONE)
        self.commit()
        self.git("tag", "bad")
        self.git("rm", "-q", "drivers/a.c")
        self.commit()
        self.assertEqual(self.found("--since", "start..bad"),
                         ["drivers/a.c:5 const_cast_write"])
        self.assertEqual(self.found("--since", "start..main"), [])

    def test_wrong_revisions(self):
        for word in ("gone", "start:Makefile", "gone..HEAD", "HEAD..gone"):
            with self.subTest(word):
                run = self.check("--since", word, cwd=self.tree,
                                 env=self.environment)
                self.assert_run(run, 2, out="")
                self.assertIn("vmalint: ", run.err)
        run = self.check("--since=--output=x", cwd=self.tree,
                         env=self.environment)
        self.assert_run(run, 2, out="", err="a revision")
        self.git("checkout", "-q", "--orphan", "other")
        self.commit("--allow-empty")
        run = self.check("--since", "main", cwd=self.tree,
                         env=self.environment)
        self.assert_run(run, 2, out="", err="--no-merge-base")


class New(RepositoryTest):
    """New is what was not there before, wherever it stands."""

    def setUp(self):
        super().setUp()
        self.add("drivers/a.c", ONE)
        self.commit()

    def assert_new(self, *expected, words=()):
        self.assertEqual(self.found("--since", "HEAD", *words),
                         list(expected))

    def test_lines_above(self):
        self.place("drivers/a.c", "\n\n/* more */\n" + ONE)
        self.assert_new()

    def test_layout(self):
        self.place("drivers/a.c", ONE.replace("vm_flags |= VM_IO",
                                              "vm_flags\n\t\t|=VM_IO"))
        self.assert_new()

    def test_moved_within_the_file(self):
        self.place("drivers/a.c", source(
            function("grab", MISUSE), function("a_mmap", "\tgrab(0, vma);\n")))
        self.assert_new()

    def test_moved_to_another_file(self):
        self.git("rm", "-q", "drivers/a.c")
        self.add("mm/far.c", source(function("b_mmap", PROPER * 40),
                                    function("a_mmap", MISUSE)))
        self.assert_new()

    def test_one_more_of_the_same(self):
        self.place("drivers/a.c", source(function("a_mmap", MISUSE, MISUSE)))
        self.assert_new("drivers/a.c:6 const_cast_write")
        self.place("drivers/a.c", source(
            function("a_mmap", "\tif (file)\n\t" + MISUSE, MISUSE)))
        self.assert_new("drivers/a.c:6 const_cast_write")

    def test_same_words_in_another_function(self):
        self.place("drivers/a.c", source(function("a_mmap", MISUSE),
                                         function("b_mmap", MISUSE)))
        self.assert_new("drivers/a.c:11 const_cast_write")

    def test_copied_file(self):
        self.add("drivers/copy.c", ONE)
        self.assert_new("drivers/copy.c:5 const_cast_write")

    def test_changed_lines(self):
        """A finding on an untouched line is the change's, but can be cut."""
        self.add("drivers/a.h", HOLD)
        self.add("drivers/u.c", USER)
        self.commit()
        self.place("drivers/a.h", GRAB)
        caused = "drivers/u.c:5 const_cast_write"
        self.assert_new(caused)
        self.assert_new(words=("--changed-lines",))
        self.place("drivers/u.c", USER.replace("GRAB(vma)", "GRAB (vma)"))
        self.assert_new(caused, words=("--changed-lines",))

    def test_header_counts_its_users(self):
        self.add("drivers/a.h", HOLD)
        self.add("drivers/u.c", USER)
        self.add("drivers/v.c", USER)
        self.add("drivers/other.c", '#include "a.h"\n' + ONE)
        self.commit()
        self.place("drivers/a.h", GRAB)
        run = self.check("--since", "HEAD", cwd=self.tree,
                         env=self.environment)
        self.assert_run(run, 1, err="2 users of changed headers")
        self.place("drivers/a.h", HOLD + "/* a comment */\n")
        run = self.check("--since", "HEAD", cwd=self.tree,
                         env=self.environment)
        self.assert_run(run, 0, out="")
        self.assertNotIn("users", run.err)

    def test_header_through_macros(self):
        """A macro of another header stands between."""
        self.add("drivers/a.h", HOLD)
        self.add("drivers/b.h", "#define GRAB_ALL(v) GRAB(v)\n")
        self.add("drivers/u.c", '#include <linux/mm.h>\n#include "a.h"\n'
                 '#include "b.h"\n' +
                 function("a_mmap", "\tGRAB_ALL(vma);\n",
                          "\tvma->vm_flags;\n"))
        self.commit()
        self.place("drivers/a.h", GRAB)
        self.assert_new("drivers/u.c:6 const_cast_write")

    def test_new_flag_name(self):
        """A changed file may use a macro that the change itself adds."""
        self.add("drivers/a.h", "#define A_FLAGS VM_IO\n")
        self.add("drivers/u.c", '#include <linux/mm.h>\n#include "a.h"\n' +
                 function("u", "\tunsigned int bits = A_FLAGS;\n"
                          "\t*(unsigned long *)&vma->vm_flags = bits;\n"))
        self.assert_new("drivers/u.c:6 const_cast_write")

    def test_dump_shows_what_is_looked_at(self):
        self.place("drivers/a.c", ONE + "\n")
        run = self.check("--since", "HEAD", "--dump", "files", cwd=self.tree,
                         env=self.environment)
        self.assert_run(run, 0, out="drivers/a.c\t1\n")


class Headers(RepositoryTest):
    """Headers without a flag, and the files that they mean something to."""

    def setUp(self):
        super().setUp()
        self.add("drivers/n.h", "#define TAKE(word) (void)(word)\n"
                 "typedef unsigned long word_t;\n")
        self.add("drivers/m.h", "#include \"n.h\"\nstruct kept {\n"
                 "\tint nr;\n\tword_t bits;\n};\n")
        include = '#include <linux/mm.h>\n#include "m.h"\n'
        self.add("drivers/a.c", include + function(
            "a_mmap", "\tTAKE(*(unsigned long *)&vma->vm_flags);\n"))
        self.add("drivers/b.c", include + "struct kept kept;\n" + function(
            "b_mmap", "\tkept.bits = vma->vm_flags;\n"))
        self.add("drivers/none.c", include + "void none(struct kept *kept)\n"
                 "{\n\tTAKE(kept->bits);\n}\n")
        self.add("drivers/other.c", "#include <linux/mm.h>\n"
                 "#define TAKE(word) (void)(word)\nstruct { long bits; } o;\n"
                 + function("o_mmap", "\tTAKE(vma->vm_flags);\n"))
        self.commit()

    def edit(self, path, old, new):
        text = (self.tree / path).read_text()
        self.assertIn(old, text)
        self.place(path, text.replace(old, new))

    def assert_caused(self, nr_users, *expected):
        run = self.check("--since", "HEAD", "--format", "text", cwd=self.tree,
                         env=self.environment)
        says = f"; {nr_users} users of changed headers"
        self.assertEqual(says in run.err, nr_users > 0, run.err)
        self.assertEqual(self.found("--since", "HEAD"), list(expected))

    def test_macro_of_another_meaning(self):
        self.edit("drivers/n.h", "(void)(word)", "((word) |= 1)")
        self.assert_caused(1, "drivers/a.c:5 const_cast_write")

    def test_type_of_a_member(self):
        self.edit("drivers/m.h", "word_t bits", "int bits")
        self.assert_caused(1, "drivers/b.c:6 flag_truncation")

    def test_type_behind_a_member(self):
        self.edit("drivers/n.h", "unsigned long word_t", "unsigned int word_t")
        self.assert_caused(1, "drivers/b.c:6 flag_truncation")

    def test_what_concerns_nobody(self):
        """Comments, other members, and what a function does inside."""
        self.edit("drivers/m.h", "int nr;", "long nr; /* more */")
        self.assert_caused(0)
        self.add("drivers/n.h", (self.tree / "drivers/n.h").read_text() +
                 "static inline int bits(int bits)\n{\n\treturn bits;\n}\n")
        self.commit()
        self.edit("drivers/n.h", "return bits;", "return bits + 1;")
        self.assert_caused(0)

    def test_layout_of_a_header(self):
        self.edit("drivers/m.h", "\tword_t bits;", "    word_t   bits;//x")
        self.edit("drivers/n.h", "(void)(word)", "\\\n\t(void)(word)")
        self.assert_caused(0)

    def test_comment_that_allowed(self):
        """It stands above the macro, whose own line is as it was."""
        self.edit("drivers/n.h", "#define TAKE(word) (void)(word)",
                  "/* vmalint: allow(const_cast_write): old */\n"
                  "#define TAKE(word) ((word) |= 1)")
        self.commit("-a")
        self.edit("drivers/n.h",
                  "/* vmalint: allow(const_cast_write): old */\n", "\n")
        self.assert_caused(2, "drivers/a.c:5 const_cast_write")

    def test_header_that_all_files_have(self):
        """The kernel's Makefile includes it; no file does."""
        self.add("include/linux/kconfig.h", "#define KEEP(x) (x)\n")
        self.add("drivers/c.c", source(function(
            "c_mmap", "\tlong l = KEEP((long)vma->vm_flags);\n")))
        self.commit()
        self.place("include/linux/kconfig.h", "#define KEEP(x) ((int)(x))\n")
        self.assert_caused(1, "drivers/c.c:5 flag_truncation")

    def test_header_only_in_git(self):
        """A range whose files are not on disk any more."""
        self.git("tag", "start")
        self.edit("drivers/n.h", "(void)(word)", "((word) |= 1)")
        self.commit("-a")
        self.git("tag", "bad")
        self.git("rm", "-rq", "drivers")
        self.commit()
        self.assertEqual(self.found("--since", "start..bad"),
                         ["drivers/a.c:5 const_cast_write"])

    def test_merge_of_a_macro_and_its_user(self):
        """Neither side has a fault; what they are together has."""
        self.add("drivers/u.c", source(function("u_mmap", PROPER)))
        self.commit()
        self.git("checkout", "-q", "-b", "side")
        self.add("drivers/u.c", USER.replace("a.h", "n.h").replace(
            "GRAB(vma)", "TAKE(*(unsigned long *)&vma->vm_flags)"))
        self.commit()
        self.git("checkout", "-q", "main")
        self.edit("drivers/n.h", "(void)(word)", "((word) |= 1)")
        self.commit("-a")
        self.git("merge", "-q", "--no-commit", "side", status=None)
        self.assert_staged("drivers/u.c:5 const_cast_write")


class Merges(RepositoryTest):
    """What a merge adds is in neither parent."""

    def setUp(self):
        super().setUp()
        self.add("drivers/a.c", source(function("a_mmap", PROPER)))
        self.commit()
        self.git("checkout", "-q", "-b", "side")
        self.add("drivers/a.c", source(function("a_mmap", PROPER, MISUSE)))
        self.add("drivers/side.c", ONE)
        self.commit()
        self.git("checkout", "-q", "main")
        self.add("drivers/a.c", source(function("a_mmap", "\t(void)file;\n",
                                                PROPER)))
        self.add("drivers/main.c", source(function("m_mmap", MISUSE)))
        self.commit()
        self.git("merge", "-q", "--no-commit", "side", status=None)

    def test_what_parents_had(self):
        self.add("drivers/a.c", source(function("a_mmap", "\t(void)file;\n",
                                                PROPER, MISUSE)))
        self.assert_staged(status=0)

    def test_what_the_merge_adds(self):
        self.add("drivers/a.c", source(function(
            "a_mmap", "\t(void)file;\n", PROPER, MISUSE,
            MISUSE.replace("VM_IO", "VM_PFNMAP"))))
        self.assert_staged("drivers/a.c:8 const_cast_write")


if __name__ == "__main__":
    main()
