# SPDX-License-Identifier: GPL-2.0-only
"""Sources that no kernel has: huge, deep, binary, cut short, endless.

In each the run ends in time, nothing is lost silently, and the finding in an
innocent file is printed all the same.
"""
import os

from scratch import ProgramTest, driver, main

HEAD = "#include <linux/mm.h>\n"
OPEN = "void x(struct vm_area_struct *vma, unsigned long a)\n{\n"
READ = "\ta += vma->vm_flags;\n"
# Both may end a file that is no C: it was read, or there is a word on it.
SEEN = ("analysed", "analysed_with_errors")


def function(body):
    return f"{HEAD}{OPEN}{READ}{body}\n}}\n"


class Text(ProgramTest):
    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", driver())

    def assert_costs(self, *ends, name="drivers/x.c"):
        """The odd file ends as one of these, the other one is analysed."""
        report = self.report("--timeout", "30", self.tree / "drivers")
        self.assertIn("drivers/a.c:5", [f"{finding['path']}:{finding['line']}"
                                        for finding in report["findings"]])
        files = report["summary"]["files"]
        self.assertEqual(files["selected"], 2, files)
        found = [end for end in files if end != "selected" and files[end]]
        self.assertTrue(set(found) <= {"analysed", *ends}, files)
        if "analysed" not in ends:
            self.assertEqual(files["analysed"], 1, files)
        return report

    def assert_unseen(self, report, line, word):
        """The line of the odd file is told of, and why."""
        reasons = {unseen["line"]: unseen["reason"]
                   for unseen in report["unseen"]}
        self.assertIn(word, reasons.get(line, f"{line} was seen"))


class Deep(Text):
    """As deep as anybody writes is analysed; beyond that costs the file."""

    def check_nest(self, start, before, middle, after, end):
        for depth, ends in ((100000, (*SEEN, "failed")), (50, ("analysed",))):
            self.place("drivers/x.c", function(
                start + before * depth + middle + after * depth + end))
            self.assert_costs(*ends)

    def test_sum(self):
        self.place("drivers/x.c", function("a = 1" + " + a" * 200000 + ";"))
        self.assert_costs(*SEEN, "failed")
        self.place("drivers/x.c", function("a = 1" + " + a" * 500 + ";"))
        self.assert_costs("analysed")

    def test_parentheses(self):
        self.check_nest("a = " , "(", "a", ")", ";")

    def test_brackets(self):
        self.check_nest("a = ", "((int *)0)[", "a", "]", ";")

    def test_blocks(self):
        self.check_nest("", "{", "a++;", "}", "")

    def test_else_if(self):
        chain = "if (a == 1) a++; else "
        self.place("drivers/x.c", function(chain * 100000 + "a--;"))
        self.assert_costs(*SEEN, "failed")
        self.place("drivers/x.c", function(chain * 200 + "a--;"))
        self.assert_costs("analysed")

    def test_unary(self):
        self.place("drivers/x.c", function("a = " + "~" * 200000 + "a;"))
        self.assert_costs(*SEEN, "failed")

    def test_conditional(self):
        self.place("drivers/x.c", function("a = " + "a ? 1 : " * 50000 + "2;"))
        self.assert_costs(*SEEN, "failed")

    def test_commas(self):
        self.place("drivers/x.c", function("a++" + ", a++" * 100000 + ";"))
        self.assert_costs(*SEEN, "failed")

    def test_condition_of_if(self):
        """The planner of branches reads these itself."""
        for condition in ("defined(A)" + " || defined(A)" * 50000,
                          "(" * 50000 + "A" + ")" * 50000,
                          "!" * 100000 + "A"):
            self.place("drivers/x.c",
                       function(f"#if {condition}\n{READ}#else\n{READ}#endif"))
            self.assert_costs(*SEEN, "failed")

    def test_nested_if(self):
        nest = "".join(f"#ifdef A{i}\n" for i in range(20000))
        self.place("drivers/x.c",
                   function(nest + READ + "#endif\n" * 20000))
        self.assert_costs(*SEEN, "failed")

    def test_many_branches(self):
        each = "".join(f"#ifdef CONFIG_A{i}\n{READ}#else\n{READ}#endif\n"
                       for i in range(500))
        self.place("drivers/x.c", function(each))
        report = self.assert_costs(*SEEN)
        self.assertEqual(report["summary"]["lines"]["unseen"], 0)


class Large(Text):
    def test_beyond_the_limit(self):
        """100 MiB is no source; not even its lines are counted."""
        path = self.place("drivers/x.c", function(""))
        os.truncate(path, 100 << 20)
        report = self.report(self.tree / "drivers", status=2)
        self.assert_found(report, "drivers/a.c:5")
        self.assertEqual(len(report["problems"]), 1)
        self.assertIn("drivers/x.c", report["problems"][0]["path"])

    def test_long_lines(self):
        self.place("drivers/x.c", function(
            f"/* {'x' * 3000000} */ vma->vm_flags = 0;"))
        report = self.assert_costs("analysed")
        self.assert_found(report, "drivers/a.c:5", "drivers/x.c:5")
        run = self.check(self.tree / "drivers")
        self.assertLess(len(run.out), 10000)

    def test_many_lines(self):
        self.place("drivers/x.c", function(READ * 20000))
        report = self.assert_costs("analysed")
        self.assertGreater(report["summary"]["lines"]["relevant"], 20000)

    def test_many_findings(self):
        self.place("drivers/x.c", function("\tvma->vm_flags = 0;\n" * 2000))
        report = self.assert_costs("analysed")
        self.assertEqual(len(report["findings"]), 2001)
        self.assertEqual(len({finding["fingerprint"]
                              for finding in report["findings"]}), 2001)


class Bytes(Text):
    def test_binary(self):
        """All bytes but the newline, again and again."""
        rubbish = bytes(byte for byte in range(256) if byte != 10) * 40
        self.place("drivers/x.c", b"vm_flags\n" + rubbish)
        self.assert_costs(*SEEN)

    def test_nul(self):
        self.place("drivers/x.c", function("\0\tvma->vm_flags = 0;\n"))
        self.assert_found(self.assert_costs(*SEEN), "drivers/a.c:5",
                          "drivers/x.c:5")

    def test_line_ends(self):
        for end in ("\r\n", "\n\r", "\v\n", "\f\n"):
            self.place("drivers/x.c",
                       function("\tvma->vm_flags = 0;").replace("\n", end))
            report = self.assert_costs(*SEEN)
            self.assertEqual(len(report["findings"]), 2, repr(end))

    def test_byte_order_marks(self):
        self.place("drivers/x.c", b"\xef\xbb\xbf" + driver("x").encode())
        self.assert_found(self.assert_costs("analysed"), "drivers/a.c:5",
                          "drivers/x.c:5")
        self.place("drivers/x.c", driver("x").encode("utf-16"))
        self.report(self.tree / "drivers")

    def test_cut_short(self):
        """A file may end anywhere."""
        whole = function('\tvma->vm_flags = sizeof("a\\"b") + \'c\'; /* d */\n'
                         "#if defined(A) && \\\n\tB /* e\n f */\n#endif\n")
        for end in range(len(HEAD) + 1, len(whole), 3):
            self.place(f"drivers/x/{end}.c", whole[:end])
        report = self.report(self.tree / "drivers")
        self.assertEqual(report["summary"]["files"]["failed"], 0)

    def test_empty_and_bare(self):
        for name, text in (("empty", ""), ("newline", "\n"), ("hash", "#"),
                           ("open", "/*"), ("quote", '"'), ("splice", "\\"),
                           ("splices", "\\\n" * 1000), ("bare", "vm_flags")):
            self.place(f"drivers/x/{name}.c", text)
        report = self.report(self.tree / "drivers")
        self.assertEqual(report["summary"]["files"]["selected"], 2)
        self.assertEqual(report["summary"]["files"]["failed"], 0)


class Preprocessor(Text):
    def test_missing_header(self):
        self.place("drivers/x.c", '#include "gone.h"\n' + driver("x"))
        report = self.assert_costs("analysed_with_errors")
        self.assert_found(report, "drivers/a.c:5", "drivers/x.c:6")
        run = self.check(self.tree / "drivers")
        self.assertIn("'gone.h' file not found", run.err)

    def test_missing_type(self):
        """A function that cannot be read is no clean function."""
        self.place("drivers/x.c", HEAD + "void x(struct vm_area_struct *vma)\n"
                   "{\n\tgone_t *p = (gone_t *)vma->vm_flags;\n}\n")
        report = self.assert_costs("analysed_with_errors")
        self.assert_unseen(report, 4, "gone_t")

    def test_includes_itself(self):
        self.place("drivers/x.c", '#include "x.c"\n' + driver("x"))
        report = self.assert_costs(*SEEN, "failed")
        told = [place["line"] for place in report["findings"] +
                report["unseen"] if place["path"] == "drivers/x.c"]
        self.assertIn(6, told)

    def test_headers_include_each_other(self):
        self.place("include/linux/one.h", "#include <linux/two.h>\n")
        self.place("include/linux/two.h", "#include <linux/one.h>\n")
        self.place("drivers/x.c", "#include <linux/one.h>\n" + driver("x"))
        self.assert_costs(*SEEN, "failed")

    def test_recursive_macros(self):
        self.place("drivers/x.c", function(
            "#define A(x) B(x) + B(x)\n#define B(x) A(x) + A(x)\n"
            "#define C C C D\n#define D C\n\ta = A(A(A(a)));\n\tC\n"))
        self.assert_costs(*SEEN)

    def test_deep_macro_arguments(self):
        self.place("drivers/x.c", function(
            "#define F(x) (x)\n\ta = " + "F(" * 3000 + "a" + ")" * 3000 + ";"))
        self.assert_costs(*SEEN, "failed")

    def test_wrappers_of_wrappers(self):
        """Names are learned in rounds; these ask for thousands of them."""
        chain = [f"#define WRAP_{i} WRAP_{i + 1}\n" for i in range(3000)]
        self.place("include/linux/wrap.h",
                   "".join(chain) + "#define WRAP_3000 VM_READ\n")
        report = self.report(self.tree / "drivers", status=2)
        self.assertIn("nest deeper", report["problems"][0]["text"])
        self.place("include/linux/wrap.h",
                   "".join(chain[-20:]) + "#define WRAP_3000 VM_READ\n")
        self.place("drivers/x.c", "#include <linux/wrap.h>\n" +
                   function("a = WRAP_2980;"))
        report = self.report(self.tree / "drivers", status=1)
        self.assertEqual(report["summary"]["lines"]["relevant"], 1 + 2)

    def test_wrapper_with_long_name(self):
        name = "W" * 5000
        self.place("include/linux/wrap.h", f"#define {name} VM_READ\n")
        self.place("drivers/x.c", "#include <linux/wrap.h>\n" +
                   function(f"a = {name};"))
        self.assert_costs(*SEEN)

    def test_pragmas_and_directives(self):
        self.place("drivers/x.c", function(
            "#line 1 \"/etc/passwd\"\n\tvma->vm_flags = 0;\n"
            "#pragma GCC system_header\n#pragma once\n#error no\n"
            "# 7 \"drivers/other.c\" 1 3 4\n\tvma->vm_flags = 1;\n#unknown\n"))
        report = self.assert_costs(*SEEN)
        self.assert_found(report, "drivers/a.c:5", "drivers/x.c:6",
                          "drivers/x.c:11")

    def test_tree_of_other_kinds(self):
        """What the main process reads of a tree may be anything."""
        for name in ("arch/x86/Kconfig", "arch/x86/include/asm/Kbuild",
                     "include/asm-generic/Kbuild", "include/linux/odd.h"):
            path = self.place(name, "")
            path.unlink()
            os.mkfifo(path)
        report = self.report(self.tree / "drivers")
        self.assert_found(report, "drivers/a.c:5")

    def test_kconfig_loops(self):
        self.place("Kconfig", 'source "Kconfig"\nsource "arch/x86/Kconfig"\n')
        self.report(self.tree / "drivers")
        self.place("Kconfig", "config A\n\tdef_bool B\nconfig B\n\tdef_bool A"
                   "\n\tselect A\n\tdepends on " + "(" * 100000 + "A\n")
        self.report(self.tree / "drivers")

    def test_kconfig_rubbish(self):
        self.place("Kconfig", bytes(range(256)) * 100)
        self.report(self.tree / "drivers")


if __name__ == "__main__":
    main()
