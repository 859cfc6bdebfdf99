# SPDX-License-Identifier: GPL-2.0-only
"""Changes of files that are no C: Kconfig, Kbuild, tables, included parts.

What a change of them adds is what two whole runs differ in, in all four ways
of asking; its tree before is that of the base.
"""
from repository import MISUSE, PROPER, WaysTest, function, source
from scratch import main

GRAB = "#define GRAB(v) (*(unsigned long *)&(v)->vm_flags |= VM_IO)\n"
HOLD = "#define GRAB(v) vm_flags_set(v, VM_IO)\n"


def choice(condition):
    """A source that is right or wrong by a configuration."""
    return ("#include <linux/mm.h>\n\n"
            f"#if {condition}\n" + function("a_mmap", MISUSE) +
            "#else\n" + function("a_mmap", PROPER) + "#endif\n")


class BuildFiles(WaysTest):

    def keys(self, *words):
        # A branch that is not active is another configuration's affair.
        return super().keys("--branches", "active", *words)

    def change(self, *edits, nr=1):
        """Makes the edits (path, text; None: gone) and asks for them."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "before")
        old = self.git("rev-parse", "HEAD").strip()
        before = self.keys()
        for path, text in edits:
            if text is None:
                self.git("rm", "-q", path)
            else:
                self.add(path, text)
        after = self.keys()
        self.assertEqual(sum((after - before).values()), nr,
                         f"{before}, then {after}")
        self.assert_ways(after - before, old)

    def text(self, path):
        return (self.tree / path).read_text()

    def kconfig(self, *lines):
        return self.text("Kconfig") + "\nconfig EDIT\n" + "".join(
            f"\t{line}\n" for line in lines)

    def test_option_comes(self):
        self.place("drivers/a.c", choice("defined(CONFIG_EDIT)"))
        self.change(("Kconfig", self.kconfig("def_bool y")))

    def test_option_goes(self):
        self.place("drivers/a.c", choice("!IS_ENABLED(CONFIG_EDIT)"))
        plain = self.text("Kconfig")
        self.place("Kconfig", self.kconfig("def_bool y"))
        self.change(("Kconfig", plain))

    def test_default_of_a_number(self):
        self.place("drivers/a.c", choice("CONFIG_EDIT > 4"))
        small = self.kconfig("int", "default 3")
        self.place("Kconfig", small)
        self.change(("Kconfig", small.replace("3", "5")))

    def test_misuse_goes(self):
        self.place("drivers/a.c", choice("CONFIG_EDIT > 4"))
        large = self.kconfig("int", "default 5")
        self.place("Kconfig", large)
        self.change(("Kconfig", large.replace("default 5", "default 3")),
                    nr=0)

    def test_by_a_header(self):
        """Who uses a macro that a header makes of the option."""
        self.place("include/linux/made.h",
                   f"#ifdef CONFIG_EDIT\n{GRAB}#else\n{HOLD}#endif\n")
        self.place("drivers/a.c", "#include <linux/mm.h>\n"
                   "#include <linux/made.h>\n" +
                   function("a_mmap", "\tGRAB(vma);\n", PROPER))
        self.change(("Kconfig", self.kconfig("def_bool y")))

    def test_sourced_file(self):
        """Also one that is new, and one that a pattern finds."""
        self.place("drivers/a.c", choice("defined(CONFIG_EDIT)"))
        option = "config EDIT\n\tdef_bool y\n"
        for line, path in (('source "drivers/Kconfig"', "drivers/Kconfig"),
                           ('osource "fs/Kconfig"', "fs/Kconfig"),
                           ('osource "fs/*/Kconfig"', "fs/new/Kconfig"),
                           ('osource "fs/*/Kconfig"', "fs/old/Kconfig")):
            with self.subTest(line):
                kconfig = self.text("Kconfig")
                self.place("Kconfig", kconfig + "\n" + line + "\n")
                if path in ("drivers/Kconfig", "fs/old/Kconfig"):
                    self.place(path, "# nothing\n")
                self.change((path, option))
                self.git("rm", "-q", path)
                self.place("Kconfig", kconfig)

    def test_source_statement(self):
        self.place("drivers/a.c", choice("defined(CONFIG_EDIT)"))
        self.place("drivers/Kconfig", "config EDIT\n\tdef_bool y\n")
        self.change(("Kconfig", self.text("Kconfig") +
                     '\nsource "drivers/Kconfig"\n'))

    def test_both_sides(self):
        """The source follows its option: nothing is new."""
        self.place("drivers/a.c", choice("CONFIG_EDIT > 4"))
        large = self.kconfig("int", "default 5")
        self.place("Kconfig", large)
        self.change(("Kconfig", large.replace("default 5", "default 3")),
                    ("drivers/a.c", choice("CONFIG_EDIT > 2")), nr=0)

    def test_included_part(self):
        for name, form in (("part.inc", '"part.inc"'),
                           ("part.def", '"part.def"'),
                           ("part", '"part"'),
                           ("../tables/x.tbl", '"../tables/x.tbl"')):
            with self.subTest(name):
                self.place(f"drivers/{name}", HOLD)
                self.place("drivers/a.c", "#include <linux/mm.h>\n"
                           f"#include {form}\n" +
                           function("a_mmap", "\tGRAB(vma);\n", PROPER))
                self.change((f"drivers/{name}", GRAB))
                self.change((f"drivers/{name}", HOLD), nr=0)

    def test_included_part_of_all(self):
        """In the folder of headers, and by way of a header."""
        self.place("include/linux/part.inc", HOLD)
        self.place("include/linux/made.h", "#include <linux/part.inc>\n")
        self.place("drivers/a.c", "#include <linux/mm.h>\n"
                   "#include <linux/made.h>\n" +
                   function("a_mmap", "\tGRAB(vma);\n", PROPER))
        self.change(("include/linux/part.inc", GRAB))

    def test_part_that_comes(self):
        self.place("include/linux/part.def", HOLD)
        self.place("drivers/a.c", "#include <linux/mm.h>\n"
                   "#if __has_include(\"near.def\")\n#include \"near.def\"\n"
                   "#else\n#include <linux/part.def>\n#endif\n" +
                   function("a_mmap", "\tGRAB(vma);\n", PROPER))
        self.change(("drivers/near.def", GRAB))
        self.change(("drivers/near.def", None), nr=0)

    def test_part_of_a_part(self):
        self.place("drivers/one.inc", '#include "two.inc"\n')
        self.place("drivers/two.inc", HOLD)
        self.place("drivers/a.c", "#include <linux/mm.h>\n"
                   '#include "one.inc"\n' +
                   function("a_mmap", "\tGRAB(vma);\n", PROPER))
        self.change(("drivers/two.inc", GRAB))

    def test_list_of_headers(self):
        """A wrapper that Kbuild makes: asm/own.h is asm-generic/own.h."""
        self.place("include/asm-generic/own.h", GRAB)
        self.place("drivers/a.c", "#include <linux/mm.h>\n" + HOLD +
                   "#if __has_include(<asm/own.h>)\n#undef GRAB\n"
                   "#include <asm/own.h>\n#endif\n" +
                   function("a_mmap", "\tGRAB(vma);\n", PROPER))
        path = "arch/x86/include/asm/Kbuild"
        self.place(path, "# nothing\n")
        self.change((path, "generic-y += own.h\n"))
        self.change((path, "# nothing\n"), nr=0)
        self.change(("include/asm-generic/Kbuild", "mandatory-y += own.h\n"))

    def test_table_of_calls(self):
        path = "arch/x86/entry/syscalls/syscall_64.tbl"
        self.place(path, "0\tcommon\tread\tsys_read\n")
        self.place("drivers/a.c", "#include <asm/unistd_64.h>\n" +
                   choice("defined(__NR_write)"))
        self.change((path, "0\tcommon\tread\tsys_read\n"
                     "1\tcommon\twrite\tsys_write\n"))

    def test_version(self):
        self.place("drivers/a.c", "#include <linux/version.h>\n" +
                   choice("LINUX_VERSION_CODE >= KERNEL_VERSION(7, 9, 0)"))
        makefile = self.text("Makefile").split("\n")
        other = "\n".join("VERSION = 8" if line.startswith("VERSION") else
                          line for line in makefile)
        self.change(("Makefile", other))

    def test_documents(self):
        """Are no reason to look at anything."""
        self.place("drivers/a.c", source(function("a_mmap", MISUSE)))
        self.change(("Documentation/mm/x.rst", "x\n"),
                    ("drivers/x.yaml", "x\n"), nr=0)
        self.git("reset", "-q", "--soft", "HEAD~")
        run = self.check("--staged", cwd=self.tree, env=self.environment)
        self.assertIn("0 C files and headers, 0 with flags; 2 other files",
                      run.err)

    def test_nothing_is_left_for_others(self):
        """A patch's own headers are not those of the tree."""
        self.place("drivers/a.c", choice("defined(CONFIG_EDIT)"))
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "before")
        self.add("Kconfig", self.kconfig("def_bool y"))
        patch = self.folder / "change.patch"
        patch.write_text(self.git("diff", "--cached"))
        self.git("reset", "-q", "--hard")
        self.assertEqual(sum(self.keys("--patch", patch).values()), 1)
        self.assertEqual(sum(self.keys().values()), 0)
        self.assertEqual(sum(self.keys("--patch", patch).values()), 1)
        self.assertEqual(sum(self.keys("--no-cache").values()), 0)


if __name__ == "__main__":
    main()
