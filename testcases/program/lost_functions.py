# SPDX-License-Identifier: GPL-2.0-only
"""Functions that the parser drops for an error: never counted as analysed, and
read all the same where the error can be mended."""
import re
import shutil

from scratch import ProgramTest, main

# The body and a second function behind it; each has a direct_write.
BODY = """
{
	vma->vm_flags |= VM_PFNMAP;
	return 0;
}
int next(struct vm_area_struct *vma)
{
	vma->vm_flags = VM_IO;
	return 0;
}
"""
PARAMETER = "struct vm_area_struct *vma"
# What stands before the body: on line 2.
MENDED = {
    "argument": f"HEAD(int) f({PARAMETER})",
    "static_argument": f"static HEAD(int) f({PARAMETER})",
    "name": f"int NAME(f)({PARAMETER})",
    "front": f"API int f({PARAMETER})",
    "between": f"static CALL int f({PARAMETER})",
    "after_type": f"int CALL f({PARAMETER})",
    "behind": f"int f({PARAMETER}) ATTRIBUTE",
    "behind_call": f"int f({PARAMETER}) ATTRIBUTE(1, 2)",
    "at_scope": f'NOTE("x") int f({PARAMETER})',
    "parameter": f"int f(IN {PARAMETER}, int x UNUSED)",
    "type": f"gone_t f({PARAMETER}, gone_t *other)",
}
# Errors inside of a function: what stands on lines 5 and 6, the latter a write.
LOCAL = {
    "member": "\tvma->vm_mm->gone = 1;\n\tvma->vm_flags |= VM_IO;",
    "condition": "\tif (vma->vm_mm->gone)\n\t\tvma->vm_flags |= VM_IO;",
    "macro": "\tBROKEN(vma);\n\tvma->vm_flags |= VM_IO;",
    "behind": "\tvma->vm_flags |= VM_IO;\n\tvma->vm_mm->gone = 1;",
}
# Errors that nothing mends; the expected places of what is not seen.
LOST = {
    "generated": (f"GENERATE(f, {PARAMETER})" + BODY, [4]),
    "unbalanced": (f"int f({PARAMETER}) {{ if (vma)" + BODY, [4, 9]),
    "statement": (f"int f({PARAMETER})\n{{\n\tgone_t *p = g(vma);\n"
                  "\tp->vm_flags = VM_IO;\n\treturn 0;\n}", [5]),
    "initializer": ("struct gone g = {\n\t.a = 1,\n\t.flags = VM_IO,\n};",
                    [4]),
}


class LostFunctions(ProgramTest):
    def file(self, name, text):
        return self.place(f"drivers/{name}.c",
                          f"#include <linux/mm.h>\n{text}")

    def test_mended(self):
        for name, head in MENDED.items():
            self.file(name, head + BODY)
        report = self.report("drivers", status=1, cwd=self.tree)
        self.assertEqual(report["unseen"], [])
        self.assert_found(report, *(f"drivers/{name}.c:{line}"
                                    for name in MENDED for line in (4, 9)))
        told = {problem["path"]: problem["text"]
                for problem in report["problems"]}
        self.assertEqual(set(told), {f"drivers/{name}.c" for name in MENDED})
        self.assertEqual(told["drivers/argument.c"], "line 2: 'HEAD' is "
                         "defined nowhere, and was taken for its argument")

    def test_local(self):
        """An error inside of a function costs its statement alone."""
        for name, lines in LOCAL.items():
            self.file(name, "#define BROKEN(x) do { x = ; } while (0)\n"
                      f"int f({PARAMETER})\n{{\n{lines}\n\treturn 0;\n}}")
        self.file("twice", f"static int f({PARAMETER}) {{ return 0; }}\n\n"
                  f"int f({PARAMETER})\n{{\n\tvma->vm_flags |= VM_IO;\n"
                  "\treturn 0;\n}")
        self.file("open", f"#ifdef NEVER\nint f({PARAMETER}, gone_t *x)\n\n"
                  "{\n\tvma->vm_flags |= VM_IO;\n\treturn 0;\n}\n#endif")
        report = self.report("drivers", status=1, cwd=self.tree)
        self.assertEqual(report["unseen"], [])
        self.assert_found(report, *(
            f"drivers/{name}.c:{5 if name == 'behind' else 6}"
            for name in (*LOCAL, "twice", "open")))

    def test_own_statement(self):
        """.. on all of its lines; and none is seen that nothing is left of."""
        self.file("a", f"int f({PARAMETER})\n{{\n\tgone_t x = gone(VM_IO,\n"
                  "\t\tVM_PFNMAP);\n\treturn VM_SHARED;\n}\n"
                  f"int g({PARAMETER})\n{{\n\tfor (gone_t *i = x; i; i++)\n"
                  "\t\treturn VM_IO;\n\treturn VM_SHARED;\n}")
        report = self.report("drivers", cwd=self.tree)
        lines = [line["line"] for line in report["unseen"]]
        self.assertEqual([line for line in lines if line < 8], [4, 5])
        self.assertNotIn(12, lines)

    def test_paths(self):
        """A lock that may be lost is not missed; what only prints, is."""
        text = (f"void f({PARAMETER}, struct mm_struct *mm)\n{{\n"
                "\tmmap_read_lock(mm);\n\t%s(mm->gone);\n"
                "\tvma = find_vma(mm, 0);\n\tvm_flags_set(vma, VM_IO);\n}")
        for name, nr in (("relock", 0), ("note", 1)):
            self.file(name, f"int {name}(int x);\n" + text % name)
            report = self.report(f"drivers/{name}.c", cwd=self.tree)
            self.assertEqual([finding["rule"]
                              for finding in report["findings"]],
                             ["unlocked_modify"] * nr)

    def test_lost(self):
        for name, (text, _) in LOST.items():
            self.file(name, text)
        report = self.report("drivers", cwd=self.tree)
        self.assertEqual(
            sorted((line["path"], line["line"]) for line in report["unseen"]),
            sorted((f"drivers/{name}.c", line)
                   for name, (_, lines) in LOST.items() for line in lines))

    def told(self, text):
        """What is said of a file, as its line and text."""
        self.file("a", text)
        report = self.report("drivers", cwd=self.tree)
        self.assertEqual(report["unseen"], [])
        return [(problem["line"], problem["text"])
                for problem in report["problems"]]

    def test_more_reads_than_are_followed(self):
        for nr, lines in ((100, []), (140, [2])):
            reads = "".join(f"\tunsigned long x{i} = vma->vm_flags;\n"
                            for i in range(nr))
            told = self.told(f"void f({PARAMETER})\n{{\n{reads}"
                             "\tvm_flags_set(vma, x0);\n}\n")
            self.assertEqual([line for line, _ in told], lines)
            for _, text in told:
                self.assertIn("'f' reads flags more often", text)

    def test_longer_line_than_is_searched(self):
        for nr, lines in ((10, []), (600, [5])):
            told = self.told("#define ALLOWED(x) x\n"
                             f"void f({PARAMETER})\n{{\n"
                             "vma->vm_flags |= VM_IO" + " | ALLOWED(0)" * nr +
                             ";\n}\n")
            self.assertEqual([line for line, _ in told], lines)
            for _, text in told:
                self.assertIn("is not looked for", text)

    def test_survivors(self):
        """What errors elsewhere in a file do not touch is analysed."""
        self.file("a", "int broken(void) { return nothing; }\n"
                  "#define MASK (VM_IO | \\\n\t\tVM_PFNMAP)\n"
                  "int f(struct vm_area_struct *vma)\n"
                  "{\n\tvma->vm_flags |= MASK;\n\treturn 0;\n}\n"
                  "#define NOTHING(x)\nNOTHING(VM_IO)\n"
                  "#define ONE(a, b) int one = b;\nONE(a,\n    VM_IO)\n")
        report = self.report("drivers", status=1, cwd=self.tree)
        self.assertEqual(report["unseen"], [])
        self.assert_found(report, "drivers/a.c:7")

    def test_own_macro(self):
        """A name that the file tests is not taken for anything."""
        self.file("a", f"#ifndef HEAD\n#endif\nHEAD(int) f({PARAMETER})" +
                  BODY)
        report = self.report("drivers", cwd=self.tree)
        self.assertEqual([line["line"] for line in report["unseen"]], [6, 11])
        self.assertEqual(report["findings"], [])


class Incomplete(ProgramTest):
    """What errors hide, in the tally and in the exit code."""
    SEEN = "".join(f"int f{i}(struct vm_area_struct *vma) "
                   "{ return vma->vm_flags & VM_IO; }\n" for i in range(20))
    HIDDEN = "int g(struct vm_area_struct *vma)\n{ gone_t x = 0; return VM_IO; }\n"

    def place_module(self, name, text):
        path = self.folder / "module" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_on(self, *words):
        return self.check("--tree", self.tree, self.folder / "module", *words)

    def test_small_share(self):
        """One line of 21 is told, and the run is complete."""
        self.place_module("a.c", "#include <linux/mm.h>\n" + self.SEEN +
                          self.HIDDEN)
        run = self.run_on()
        self.assert_run(run, 0, err=f"unseen: 1 line of {self.folder}/module: "
                        "use of undeclared identifier 'gone_t'\n")

    def test_large_share(self):
        text = "#include <linux/mm.h>\n" + self.SEEN + self.HIDDEN
        self.place_module("a.c", text + self.HIDDEN.replace("g(", "h("))
        self.assert_run(self.run_on(), 2, err="errors hide 2 of 22 relevant "
                        "lines, more than one in 20")
        self.assert_run(self.run_on("--min-coverage", "50"), 0)
        self.assert_run(self.run_on("--min-coverage", "0"), 0)
        self.assert_run(self.run_on("--min-coverage", "100"), 2)

    def test_missing_header(self):
        """The cause is the header, and it is not tried in vain."""
        for name in ("a", "sub/b", "sub/c"):
            self.place_module(f"{name}.c", '#include <linux/mm.h>\n'
                              '#include "gone.h"\n' + self.HIDDEN)
        run = self.run_on("--stats")
        self.assert_run(run, 2, err=f"unseen: 3 lines of {self.folder}/module"
                        ": gone.h not found\n")
        self.assertIn(" 0 with other configurations", run.err)

    def retargets(self, body):
        """How often a driver is tried with other configurations."""
        self.place("drivers/a.c", "#include <linux/mm.h>\n"
                   "unsigned long f(struct vm_area_struct *vma)\n{\n"
                   f"\treturn vma->vm_flags & (VM_IO | {body});\n}}\n")
        run = self.check("--stats", "--no-cache", "--min-coverage", "0", self.tree / "drivers/a.c")
        found = re.search(r"(\d+) with other configurations", run.err)
        return int(found[1]), run.status

    def test_helpful_targets(self):
        """What no configuration declares is tried on none, and so on."""
        for arch in "arm64", "powerpc", "riscv":
            self.place(f"arch/{arch}/include/asm/own.h", "#define OWN_x 1\n")
        self.place("arch/powerpc/include/asm/page.h",
                   "/* here\tis page_own */\n")
        self.place("include/linux/optional.h", "#ifdef CONFIG_NEVER\n"
                   "enum { optional_own };\n#endif\n")
        self.assertEqual(self.retargets("nobodys"), (0, 0))
        self.assertEqual(self.retargets("page_owner"), (0, 0))
        # Further rows of an architecture are configurations of it, too.
        some, status = self.retargets("page_own")
        self.assertEqual((some > 0, status), (True, 0))
        every, status = self.retargets("optional_own")
        self.assertEqual((every > some, status), (True, 0))

    def built_by(self, makefile):
        """Attempts with other configurations, and files left with errors."""
        self.place("drivers/Makefile", makefile)
        run = self.check("--stats", "--no-cache", self.tree / "drivers/a.c")
        found = re.search(r"(\d+) with other configurations", run.err)
        errors = re.search(r"(\d+) with errors", run.err)
        return int(found[1]), int(errors[1])

    def test_builders(self):
        """A file with errors is tried as its Makefile's symbol has it."""
        shutil.copytree(self.tree / "arch/x86/include",
                        self.tree / "arch/sparc/include")
        self.place("arch/sparc/Kconfig", "config 64BIT\n\tdef_bool y\n"
                   "config MMU\n\tdef_bool y\n"
                   "config OWN_DAX\n\tdef_bool y\n")
        self.place("drivers/a.c", "#include <linux/mm.h>\n"
                   "#ifndef CONFIG_OWN_DAX\n#error not for this one\n#endif\n"
                   + self.SEEN)
        for makefile, told in (
                ("obj-$(CONFIG_OWN_DAX) += a.o\n", (1, 0)),
                ("obj-$(CONFIG_OWN_DAX) += all.o\nall-y := a.o\n", (1, 0)),
                ("ifdef CONFIG_OWN_DAX\nobj-m += a.o\nendif\n", (1, 0)),
                ("obj-$(CONFIG_NEVER) += a.o\n", (0, 1)),
                ("obj-y += a.o\n", (0, 1)), ("obj-y += b.o\n", (0, 1))):
            with self.subTest(makefile):
                self.assertEqual(self.built_by(makefile), told)

    def test_five_rows(self):
        """Most lines first, and how to see the rest."""
        for nr in range(1, 8):
            self.place_module(f"{nr}.c", "#include <linux/mm.h>\n" + "".join(
                self.HIDDEN.replace("gone_t", f"gone{nr}_t").replace(
                    "g(", f"g{i}(") for i in range(nr)))
        rows = [line for line in self.run_on().err.splitlines()
                if line.startswith("unseen: ")]
        self.assertEqual([row.split()[1] for row in rows],
                         ["7", "6", "5", "4", "3", "3"])
        self.assertEqual(rows[-1], "unseen: 3 more lines for other errors; "
                         "-v has them all")

    def test_conditions(self):
        """What no configuration has is no error."""
        self.place_module("a.c", "#include <linux/mm.h>\n#if 0\n" + self.SEEN +
                          "#endif\n")
        run = self.run_on()
        self.assert_run(run, 0)
        self.assertNotIn("unseen: ", run.err)


if __name__ == "__main__":
    main()
