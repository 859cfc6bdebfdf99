# SPDX-License-Identifier: GPL-2.0-only
"""What input of a size costs: four times as much of it, about four times.

Each shape is checked at two sizes; the processor time may grow by a factor
between that of a linear cost (4) and that of a quadratic one (16). The sizes
are such that a cost that doubles with each piece would never end, and that one
that is quadratic takes seconds.
"""
import os
import resource
import subprocess

from scratch import ProgramTest, driver, main

FACTOR = 4
LIMIT = 9
# Less is noise, and the start of a process.
SECONDS = 0.8
MEMORY = 1 << 31

HEAD = "#include <linux/mm.h>\n\n"


def in_function(lines):
    return (HEAD + "int f(struct vm_area_struct *vma, int x)\n{\n"
            "\tunsigned long f = vma->vm_flags, a = f, b = f;\n\n" +
            "".join(f"\t{line}\n" for line in lines) +
            "\tvm_flags_reset(vma, f);\n\treturn a + b;\n}\n")


def nested(before, inner, after, nr):
    return before * nr + inner + after * nr


SHAPES = {
    "masks": (60, lambda n: in_function(["f = (f & VM_READ) | (f & VM_IO);"]
                                        * n)),
    "choices": (60, lambda n: in_function(["a = b ? b : b;",
                                           "b = a ? a : a;"] * n)),
    "reads": (2000, lambda n: in_function(["f = f | vma->vm_flags;"] * n)),
    "chain of variables": (2000, lambda n: in_function(
        ["unsigned long v0 = vma->vm_flags;"] +
        [f"unsigned long v{i + 1} = v{i};" for i in range(n)])),
    "findings on a line": (1500, lambda n: in_function(
        [" ".join(["vma->vm_flags |= VM_IO;"] * n)])),
    "findings on lines": (2000, lambda n: in_function(
        ["vma->vm_flags |= VM_IO;"] * n)),
    "functions": (1500, lambda n: HEAD + "".join(
        f"void f{i}(struct vm_area_struct *vma)\n"
        "{\n\tvma->vm_flags |= VM_IO;\n}\n" for i in range(n))),
    "calls of a function": (1500, lambda n: HEAD +
        "static void g(struct vm_area_struct *vma)\n"
        "{\n\tvma->vm_flags |= VM_IO;\n}\n" + in_function(
            ["g(vma);"] * n)[len(HEAD):]),
    "else if": (800, lambda n: in_function(
        ["if (x == -1)\n\t\tf |= VM_IO;"] +
        [f"else if (x == {i})\n\t\tf |= VM_IO;" for i in range(n)])),
    "ifs": (3000, lambda n: in_function(
        [f"if (x == {i})\n\t\tf |= VM_IO;" for i in range(n)])),
    "nested ifs": (60, lambda n: in_function(
        ["if (x) {" * n + "f |= VM_IO;" + "}" * n])),
    "nested choices": (60, lambda n: in_function(
        ["f = " + "x ? f : (" * n + "f" + ")" * n + ";"])),
    "nested loops": (40, lambda n: in_function(
        ["while (x) {" * n + "f |= vma->vm_flags;" + "}" * n])),
    "switch": (3000, lambda n: in_function(
        ["switch (x) {"] + [f"case {i}: f |= VM_IO; break;"
                            for i in range(n)] + ["}"])),
    "gotos": (3000, lambda n: in_function(
        [f"if (x == {i}) goto l{i};" for i in range(n)] +
        [f"l{i}: f |= VM_IO;" for i in range(n)])),
    "casts": (100, lambda n: in_function(
        ["f = " + "(unsigned long)" * n + "vma->vm_flags;"])),
    "sum": (500, lambda n: in_function(
        ["f = VM_IO" + " | VM_READ" * n + ";"])),
    "initialiser": (6000, lambda n: HEAD + "unsigned long t[] = {\n" +
                    "\tVM_IO | VM_READ,\n" * n + "};\n"),
    "designators": (4000, lambda n: HEAD +
                    "struct { unsigned long flags; int x; } t[] = {\n" +
                    "\t{ .flags = VM_IO, .x = 1 },\n" * n + "};\n"),
    "macros": (1000, lambda n: HEAD + "#define M0(v) ((v)->vm_flags |= VM_IO)\n"
               + "".join(f"#define M{i + 1}(v) M{i}(v)\n" for i in range(n)) +
               in_function([f"M{n}(vma);"])[len(HEAD):]),
    "enumerators": (6000, lambda n: HEAD + "enum {\n" + "".join(
        f"\tE{i} = VM_IO,\n" for i in range(n)) + "};\n"),
    "fields": (4000, lambda n: HEAD + "struct s {\n" + "".join(
        f"\tunsigned long f{i};\n" for i in range(n)) + "};\n" +
        "void g(struct s *s, struct vm_area_struct *vma)\n{\n" + "".join(
            f"\ts->f{i} = vma->vm_flags;\n" for i in range(n)) + "}\n"),
    "comments that allow": (4000, lambda n: in_function(
        ["/* vmalint: allow(direct_write): on purpose */\n"
         "\tvma->vm_flags |= VM_IO;"] * n)),
    "comments that allow nothing": (10000, lambda n: in_function(
        ["/* vmalint: allow(direct_write): on purpose */"] * n)),
    "branches": (3000, lambda n: in_function(
        [f"#ifdef CONFIG_X{i}\n\tf |= VM_IO;\n#endif" for i in range(n)])),
    "nested branches": (120, lambda n: in_function(
        [f"#ifdef CONFIG_X{i}" for i in range(n)] + ["f |= VM_IO;"] +
        ["#endif"] * n)),
    "elif": (2000, lambda n: in_function(
        ["#if defined(CONFIG_A)", "f |= VM_IO;"] +
        [f"#elif defined(CONFIG_X{i})\n\tf |= VM_IO;" for i in range(n)] +
        ["#endif"])),
    "condition of a branch": (800, lambda n: in_function(
        ["#if " + " && ".join(f"defined(CONFIG_X{i})" for i in range(n)),
         "f |= VM_IO;", "#endif"])),
    "alternatives of a branch": (2000, lambda n: in_function(
        ["#if " + " || ".join(f"defined(CONFIG_X{i})" for i in range(n)),
         "f |= VM_IO;", "#endif"])),
    "parentheses of a branch": (400, lambda n: in_function(
        ["#if " + nested("(", "defined(CONFIG_X)", ")", n),
         "f |= VM_IO;", "#endif"])),
    "negations of a branch": (400, lambda n: in_function(
        ["#if " + nested("!(", "defined(CONFIG_X)", ")", n),
         "f |= VM_IO;", "#endif"])),
    "both kinds in a branch": (16, lambda n: in_function(
        ["#if " + " && ".join(f"(defined(CONFIG_X{i}) || defined(CONFIG_Y{i}))"
                              for i in range(n)),
         "f |= VM_IO;", "#endif"])),
    "blank lines": (40000, lambda n: in_function(["", "f |= VM_IO;"] +
                                                 [""] * n)),
    "words": (40000, lambda n: HEAD + "/* " + "VM_IO " * n + "*/\n"),
    "strings": (4000, lambda n: HEAD + "const char *t[] = {\n" +
                "\t\"VM_IO\",\n" * n + "};\n"),
}


class Growth(ProgramTest):
    """Of the processor time, over sources and over Kconfig."""

    def cost(self, *words):
        """The processor time of a run that no limit ends."""
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (50, 50))

        before = os.times()
        done = subprocess.run(
            self.vmalint_words("check", "--no-cache", "-j1", "--arch", "x86",
                               *words), cwd=self.tree, check=False,
            preexec_fn=limit, capture_output=True, text=True)
        after = os.times()
        self.assertIn(done.returncode, (0, 1),
                      done.stderr[:2000] + done.stdout[:100])
        return (after.children_user - before.children_user +
                after.children_system - before.children_system)

    def assert_grows(self, place, nr, *words):
        """place(n) lays out n pieces of a shape."""
        place(nr)
        small = self.cost(*words)
        place(nr * FACTOR)
        large = self.cost(*words)
        self.assertLess(large, max(LIMIT * small, SECONDS),
                        f"{small:.2f} s, {large:.2f} s")

    def test_sources(self):
        for name, (nr, shape) in SHAPES.items():
            with self.subTest(name):
                self.assert_grows(
                    lambda size, shape=shape: self.place(
                        "drivers/a.c", shape(max(size, 1))), nr, "drivers")

    def test_kconfig(self):
        """Globs, sources, choices, selects and expressions."""
        for i in range(2000):
            self.place(f"g/{i % 10}/{i % 100}/{i}/x", "")
        self.place("drivers/a.c", driver())
        top = (self.tree / "Kconfig").read_text()
        shapes = {
            "patterns": (45, lambda n: 'osource "g/*/*/*/x"\n' * n),
            "patterns that find nothing": (
                45, lambda n: 'osource "g/*/*/*/*y"\n' * n),
            "symbols": (1000, lambda n: "".join(
                f"config S{i}\n\tbool\n\tdefault y\n" for i in range(n))),
            "dependencies": (300, lambda n: "".join(
                f"config S{i + 1}\n\tbool\n\tdefault y\n\tdepends on S{i}\n"
                for i in range(n))),
            "selects": (300, lambda n: "".join(
                f"config S{i}\n\tbool\n\tdefault y\n\tselect S{i + 1}\n"
                for i in range(n))),
            "definitions of one symbol": (500, lambda n:
                "config S\n\tbool\n\tdefault y\n" * n),
            "expression": (500, lambda n: "config S\n\tbool\n\tdefault y if "
                           + " && ".join(f"A{i}" for i in range(n + 1)) + "\n"),
            "menus": (200, lambda n: 'menu "m"\n' * n + "config S\n\tbool\n"
                      + "endmenu\n" * n),
            "ifs": (200, lambda n: "".join(f"if A{i}\n" for i in range(n)) +
                    "config S\n\tbool\n" + "endif\n" * n),
            "choices": (300, lambda n: "".join(
                f"choice\n\tprompt \"c\"\nconfig C{i}a\n\tbool \"a\"\n"
                f"config C{i}b\n\tbool \"b\"\nendchoice\n"
                for i in range(n))),
            "macros": (300, lambda n: "".join(
                f"v{i + 1} := $(v{i})\n" for i in range(n))),
        }
        for name, (nr, shape) in shapes.items():
            with self.subTest(name):
                self.assert_grows(lambda size, shape=shape: self.place(
                    "Kconfig", top + shape(size)), nr, "drivers")


if __name__ == "__main__":
    main()
