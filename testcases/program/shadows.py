# SPDX-License-Identifier: GPL-2.0-only
"""Rust, tables and documents set against the flags, in all ways of running."""
from repository import WaysTest
from scratch import main

TRACE = "include/trace/events/mmflags.h"
PROC = "Documentation/filesystems/proc.rst"
HELPER = "rust/bindings/bindings_helper.h"
VIRT = "rust/kernel/mm/virt.rs"
SMAPS = "fs/proc/task_mmu.c"
RULES = ("--select", "rust_binding,flag_table,two_flags_one_bit")

FLAGS = {"READ": "rd", "WRITE": "wr", "EXEC": "ex", "SHARED": "sh",
         "MAYREAD": "mr", "MAYWRITE": "mw", "MAYEXEC": "me", "MAYSHARE": "ms",
         "GROWSDOWN": "gd", "PFNMAP": "pf", "LOCKED": "lo", "IO": "io",
         "DONTCOPY": "dc", "DONTEXPAND": "de", "ACCOUNT": "ac",
         "HUGETLB": "ht", "DONTDUMP": "dd", "SOFTDIRTY": "sd",
         "MIXEDMAP": "mm", "HUGEPAGE": "hg", "NOHUGEPAGE": "nh",
         "MERGEABLE": "mg"}


def trace(flags=FLAGS):
    return ("#ifdef CONFIG_64BIT\n#define IF_DROP(flag, name) { flag, name }\n"
            "#else\n#define IF_DROP(flag, name)\n#endif\n"
            "#define __def_vmaflag_names \\\n" + "".join(
                f'\t{{ VM_{flag}, "{flag.lower()}" }}, \\\n'
                for flag in flags) + '\tIF_DROP(VM_DROPPABLE, "droppable")\n')


def smaps(flags=FLAGS):
    return ("#include <linux/mm.h>\n\nstatic const char names[64][3] = {\n"
            '\t[0 ... 63] = "??",\n' + "".join(
                f'\t[ilog2(VM_{flag})] = "{code}",\n'
                for flag, code in flags.items()) +
            '#ifdef CONFIG_64BIT\n\t[ilog2(VM_DROPPABLE)] = "dp",\n#endif\n'
            "};\n")


def document(flags=FLAGS):
    return ('"VmFlags" has codes:\n\n    ==  ====\n' + "".join(
        f"    {code}  {flag.lower()}\n" for flag, code in flags.items()) +
        "    dp  droppable\n    ==  ====\n")


def helper(*flags):
    return "#include <linux/mm.h>\n" + "".join(
        f"const vm_flags_t RUST_CONST_HELPER_VM_{flag} = VM_{flag};\n"
        for flag in flags)


def rust(*flags):
    return "".join(f"pub const {flag}: vm_flags_t = bindings::VM_{flag};\n"
                   for flag in flags)


class Shadows(WaysTest):
    """A tree whose parts agree, and changes to one of them."""

    def setUp(self):
        super().setUp()
        self.mm = (self.tree / "include/linux/mm.h").read_text()
        self.add(TRACE, trace())
        self.add(SMAPS, smaps())
        self.add(PROC, document())
        self.add(HELPER, helper("MERGEABLE"))
        self.add(VIRT, rust("READ", "IO", "MERGEABLE"))
        self.commit()

    def texts(self, *words, **keywords):
        """What is found but for notes, as "path rule"."""
        report = self.report(*RULES, *words, cwd=self.tree,
                             env=self.environment, **keywords)
        return sorted(f"{finding['path']} {finding['rule']}"
                      for finding in report["findings"]
                      if finding["severity"] != "note")

    def test_agreeing(self):
        self.assertEqual(self.texts(), [])

    def test_header_alone(self):
        """A change to the header is told of where the others name it."""
        self.add("include/linux/mm.h", self.mm.replace(
            "#define VM_IO\t      0x00004000\n", ""))
        self.assertEqual(self.texts("--staged"),
                         [f"{SMAPS} flag_table", f"{TRACE} flag_table",
                          f"{VIRT} rust_binding"])
        self.add("include/linux/mm.h", self.mm.replace("0x00004000",
                                                       "0x00002000"))
        self.assertEqual(self.texts("--staged"),
                         ["fs/proc/task_mmu.c flag_table",
                          "include/linux/mm.h two_flags_one_bit",
                          f"{TRACE} flag_table"])

    def test_one_side_alone(self):
        for path, text, expected in (
                (VIRT, rust("READ", "IO") +
                 "const WRITE: vm_flags_t = bindings::VM_EXEC;\n",
                 [f"{VIRT} rust_binding"]),
                (HELPER, helper("MERGEABLE").replace("= VM_MERGEABLE",
                                                     "= VM_IO"),
                 [f"{HELPER} rust_binding"]),
                (HELPER, helper(), [f"{VIRT} rust_binding"]),
                (PROC, document().replace("io  io", "iq  io"),
                 [f"{PROC} flag_table"]),
                (SMAPS, smaps({flag: code for flag, code in FLAGS.items()
                               if flag != "IO"}),
                 [f"{PROC} flag_table", f"{SMAPS} flag_table"]),
                (TRACE, trace().replace('"io"', '"locked"'),
                 [f"{TRACE} flag_table"])):
            with self.subTest(path):
                self.add(path, text)
                self.assertEqual(self.texts("--staged"), expected)
                self.git("reset", "-q", "--hard")

    def test_known(self):
        """What was there before is none of the change's."""
        self.add(VIRT, rust("READ") + rust("IO").replace("VM_IO", "VM_EXEC"))
        self.commit()
        self.add(VIRT, "// moved\n" + rust("READ") +
                 rust("IO").replace("VM_IO", "VM_EXEC"))
        self.assertEqual(self.texts("--staged"), [])
        self.assertEqual(self.texts(), [f"{VIRT} rust_binding"])

    def test_ways(self):
        """Index, range and patch say the same."""
        old = self.git("rev-parse", "HEAD").strip()
        self.add(VIRT, rust("READ", "IO").replace("VM_IO", "VM_EXEC"))
        self.add(PROC, document().replace("io  io", "iq  io"))
        self.assert_ways({("rust_binding", ""): 1, ("flag_table", ""): 2},
                         old)

    def test_other_words(self):
        """A change to documents that speak of no flag costs no search."""
        self.add("Documentation/other.rst", "Nothing of that kind.\n")
        report = self.report("--staged", cwd=self.tree, env=self.environment)
        self.assertEqual(report["summary"]["files"]["selected"], 0)

    def test_warm(self):
        """Nothing of these rules is kept: a header may change alone."""
        words = (*RULES, "--format", "text")
        self.assertEqual(self.check(*words, self.tree).out, "")
        self.place("include/linux/mm.h", self.mm.replace("0x00004000",
                                                         "0x00002000"))
        warm = self.check(*words, self.tree)
        again = self.check(*words, self.tree)
        cold = self.check("--no-cache", *words, self.tree)
        self.assertIn("two_flags_one_bit", warm.out)
        self.assertEqual(warm.out, cold.out)
        self.assertEqual(again.out, cold.out)

    def test_parts(self):
        """Folders and files alone report at what is theirs."""
        self.place(VIRT, rust("READ", "IO").replace("VM_IO", "VM_EXEC"))
        self.place(PROC, document().replace("io  io", "iq  io"))
        for path, expected in ((VIRT, [f"{VIRT} rust_binding"]),
                               ("rust", [f"{VIRT} rust_binding"]),
                               ("mm", []), (PROC, [f"{PROC} flag_table"]),
                               (SMAPS, [])):
            with self.subTest(path):
                self.assertEqual(self.texts(self.tree / path), expected)

    def test_shards(self):
        """Each finding is one shard's."""
        self.place(VIRT, rust("READ", "IO").replace("VM_IO", "VM_EXEC"))
        self.place(SMAPS, smaps().replace('"io"', '"lo"'))
        whole = self.folder / "whole.json"
        self.check(*RULES, "--format", f"json:{whole}", self.tree)
        parts = []
        for index in (1, 2):
            parts.append(self.folder / f"{index}.json")
            self.check(*RULES, "--shard", f"{index}/2", "--format",
                       f"json:{parts[-1]}", self.tree)
        merged = self.folder / "merged.json"
        self.run_program("merge", "--format", f"json:{merged}", *parts)
        drop = "\"seconds\":"
        self.assertEqual(merged.read_text().split(drop)[0],
                         whole.read_text().split(drop)[0])
        self.assertEqual(merged.read_text().count(": \"rust_binding\"") or
                         merged.read_text().count("\"rust_binding\""), 1)

    def test_tally(self):
        """Texts are selected files with relevant lines, or left out."""
        report = self.report(*RULES, self.tree / "rust",
                             self.tree / PROC)
        self.assertEqual(report["summary"]["files"]["analysed"] +
                         report["summary"]["files"]["analysed_with_errors"],
                         3)
        self.assertEqual(report["summary"]["lines"]["unseen"], 0)
        self.assertGreaterEqual(report["summary"]["lines"]["analysed"],
                                len(FLAGS) + 4)
        self.place(VIRT, rust("IO").replace("VM_IO", "VM_EXEC"))
        self.place(".vmalint", "[paths]\nignore = rust\n")
        report = self.report(*RULES, cwd=self.tree, env=self.environment)
        self.assert_found(report)
        self.assertEqual(report["summary"]["files"]["skipped"], 2)

    def test_comments(self):
        """Comments allow, and are checked, in every language."""
        wrong = rust("IO").replace("VM_IO", "VM_EXEC")
        self.place(VIRT, "// vmalint: allow(rust_binding): on purpose\n" +
                   wrong + "// vmalint: allow(rust_bindings): typo\n")
        self.place(PROC, document().replace("io  io", "iq  io").replace(
            "    ==  ====\n    rd", ".. vmalint: allow(flag_table): old\n\n"
            "    ==  ====\n    rd"))
        report = self.report("--select", "rust_binding,flag_table,"
                             "bad_suppression", self.tree)
        self.assertEqual([finding["rule"] for finding in report["findings"]],
                         ["bad_suppression"])
        self.assertGreaterEqual(report["summary"]["suppressed"], 2)


if __name__ == "__main__":
    main()
