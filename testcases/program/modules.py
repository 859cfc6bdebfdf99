# SPDX-License-Identifier: GPL-2.0-only
"""Modules outside of the tree, against stand-in trees of every API."""
import os
import shutil
import sys

from scratch import TOP, ProgramTest, main

from harness import case_file, verdict  # noqa: E402

MODULES = TOP / "testcases/modules"


def cases_of(folder, api):
    """What the modules expect, as far as they are for this API."""
    rules = {path.stem for path in (TOP / "rules").glob("*.md")}
    cases = []
    for path in sorted(folder.rglob("*.[ch]")):
        case = case_file.Case(path, path.parent.name)
        lines = path.read_text().splitlines()
        case_file.read_headers(case, lines)
        case.marks = case_file.read_marks(path, lines, rules)
        if api in case.apis:
            cases.append(case)
    return cases


class Modules(ProgramTest):
    def setUp(self):
        super().setUp()
        self.modules = self.folder / "modules"
        shutil.copytree(MODULES, self.modules)

    def judge(self, api, *words):
        """What differs from the expectations, and the report."""
        cases = cases_of(self.modules, api)
        report = self.report("--tree", self.tree, *words,
                             *(case.path for case in cases))
        self.assertEqual(report["summary"]["files"]["analysed"],
                         report["summary"]["files"]["selected"],
                         report["problems"])
        expected = [((str(case.path), mark.line), mark) for case in cases
                    for mark in case.marks_for(api)]
        reported = [((finding["path"], finding["line"]), finding)
                    for finding in report["findings"]]
        self.assertEqual(verdict.judge(expected, reported), [])
        return report

    def test_apis(self):
        for api in case_file.APIS:
            with self.subTest(api):
                self.lay_out(api)
                report = self.judge(api, "--cache-dir", self.folder / api)
                self.assertEqual({line["reason"] for line in report["unseen"]},
                                 {"for another kernel",
                                  "for another kernel version"})

    def judge_build(self, source, **files):
        """Lines that are reported, and those for another kernel."""
        self.lay_out("const")
        module = self.folder / "built"
        shutil.rmtree(module, ignore_errors=True)
        module.mkdir()
        for name, text in {"area.c": source, **files}.items():
            (module / name.replace("_h", ".h")).write_text(text)
        report = self.report("--tree", self.tree, module, "--no-cache")
        return ([finding["line"] for finding in report["findings"]
                 if finding["rule"] == "direct_write"],
                [line["line"] for line in report["unseen"]
                 if line["reason"] == "for another kernel"])

    def test_who_has_chosen(self):
        """A macro that a build defines has chosen; an unknown one has not."""
        source = ("#include <linux/mm.h>\n%s"
                  "void area(struct vm_area_struct *vma)\n{\n"
                  "#%s AREA_OLD\n\tvma->vm_flags |= VM_IO;\n#else\n"
                  "\tvm_flags_set(vma, VM_IO);\n#endif\n}\n")
        build = "obj-m += area.o\nccflags-y += %s\n"
        plain = source % ("\n", "ifdef"), source % ("\n", "ifndef")
        for text in plain:
            with self.subTest(text):
                self.assertEqual(self.judge_build(text), ([], [6]))
        self.assertEqual(self.judge_build(
            plain[0], Kbuild=build % "-DAREA_OLD"), ([6], []))
        self.assertEqual(self.judge_build(
            plain[0], Kbuild=build % "-include $(src)/own.h",
            own_h="#define AREA_OLD 1\n"), ([6], []))
        self.assertEqual(self.judge_build(
            plain[1], Kbuild=build % "-include $(src)/own.h",
            own_h="#define AREA_NEWER 1\n"), ([], [6]))
        conftest = '#include "conftest.h"\n'
        self.assertEqual(self.judge_build(source % (conftest, "ifndef")),
                         ([], [6]))
        self.assertEqual(self.judge_build(
            source % (conftest, "ifdef"),
            conftest_h="#define AREA_OLD\n"), ([6], []))

    def test_advice_ends(self):
        """No function is to call itself, and no macro to name itself."""
        self.lay_out("const")
        own = self.modules / "shadows/shadows.h"
        source = self.modules / "shadows/own.c"
        source.write_text(
            "#include <linux/mm.h>\nstatic void vm_flags_reset(struct "
            "vm_area_struct *vma, vm_flags_t flags)\n{\n\t*(vm_flags_t *)"
            "&vma->vm_flags = flags;\n}\n")
        run = self.run_program("check", "--tree", self.tree, "--no-cache",
                               own.parent)
        self.assertIn(f"the macro 'vm_flags_set' of {own} shadows the helper",
                      run.out)
        self.assertIn("leave vm_flags_reset() to kernels that have no helper",
                      run.out)
        self.assertNotIn("use vm_flags_", run.out)

    def test_lines_are_shown(self):
        """A module's line stands below its finding, as a tree's does."""
        self.lay_out("const")
        module = self.folder / "own/area.c"
        module.parent.mkdir()
        module.write_text("#include <linux/mm.h>\nvoid area(struct "
                          "vm_area_struct *vma) { *(vm_flags_t *)"
                          "&vma->vm_flags = 0; }\n")
        run = self.run_program("check", "--tree", self.tree, "--no-cache",
                               module)
        self.assertIn("    2 | void area(struct vm_area_struct *vma)",
                      run.out)

    def test_only_their_own(self):
        """A finding in the tree is none of the module's."""
        self.place("drivers/a.c", "#include <linux/mm.h>\nvoid a(struct "
                   "vm_area_struct *vma) { vma->vm_flags = 0; }\n")
        report = self.report("--tree", self.tree, self.modules)
        self.assertTrue(report["findings"])
        for finding in report["findings"]:
            self.assertTrue(finding["path"].startswith(str(self.modules)))

    def test_backported(self):
        """Linux 5.14 by its number, with the const word of 6.3."""
        makefile = self.tree / "Makefile"
        makefile.write_text(makefile.read_text().replace(
            "VERSION = 6", "VERSION = 5", 1).replace(
            "PATCHLEVEL = 17", "PATCHLEVEL = 14"))
        report = self.report("--tree", self.tree, self.modules / "versions",
                             status=1)
        places = [(os.path.basename(finding["path"]), finding["line"])
                  for finding in report["findings"]]
        self.assertIn(("main.c", 19), places)
        self.assertIn("'#if LINUX_VERSION_CODE >= KERNEL_VERSION(3, 7, 0)'",
                      " ".join(finding["message"]
                               for finding in report["findings"]))

    def test_headers_package(self):
        """A distribution's: the configured part includes the common one."""
        part = self.folder / "headers-amd64"
        (part / "include/generated").mkdir(parents=True)
        (part / "Makefile").write_text(f"include {self.tree}/Makefile\n")
        (part / ".config").write_text("CONFIG_X86=y\nCONFIG_64BIT=y\n"
                                      "CONFIG_X86_64=y\nCONFIG_MMU=y\n")
        (part / "include/generated/autoconf.h").write_text(
            "#define CONFIG_X86 1\n#define CONFIG_64BIT 1\n"
            "#define CONFIG_X86_64 1\n#define CONFIG_MMU 1\n")
        made = part / "include/generated/uapi/linux"
        made.mkdir(parents=True)
        (made / "version.h").write_text(
            "#define LINUX_VERSION_CODE 0x061100\n"
            "#define KERNEL_VERSION(a,b,c) (((a) << 16) + ((b) << 8) + (c))\n")
        os.remove(self.tree / "Kconfig")
        run = self.check("--tree", self.tree, self.modules)
        self.assertEqual(run.status, 2)
        self.assertIn(f"name one of them: --tree {part}\n", run.err)
        link = self.folder / "build"
        link.symlink_to(part)
        report = self.report("--tree", link, self.modules / "everyday",
                             self.modules / "versions", status=1)
        self.assertEqual({os.path.basename(os.path.dirname(finding["path"]))
                          for finding in report["findings"]}, {"everyday"})
        self.assertEqual(report["tree"]["root"], str(self.tree))


if __name__ == "__main__":
    sys.exit(main())
