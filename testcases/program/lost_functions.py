# SPDX-License-Identifier: GPL-2.0-only
"""Functions that the parser drops for an error: never counted as analysed, and
read all the same where the error can be mended."""
from scratch import ProgramTest, main

# The body and a second function behind it; each has a direct_write.
BODY = """
{
	vma->vm_flags |= VM_LOCKED;
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

    def test_lost(self):
        for name, (text, _) in LOST.items():
            self.file(name, text)
        report = self.report("drivers", cwd=self.tree)
        self.assertEqual(
            sorted((line["path"], line["line"]) for line in report["unseen"]),
            sorted((f"drivers/{name}.c", line)
                   for name, (_, lines) in LOST.items() for line in lines))

    def test_survivors(self):
        """What errors elsewhere in a file do not touch is analysed."""
        self.file("a", "int broken(void) { return nothing; }\n"
                  "#define MASK (VM_IO | \\\n\t\tVM_LOCKED)\n"
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


if __name__ == "__main__":
    main()
