# SPDX-License-Identifier: GPL-2.0-only
"""Copies in tools/testing/vma against the kernel, in every way of running."""
import shutil

from repository import RepositoryTest
from scratch import ProgramTest, main

FOLDER = "tools/testing/vma"
SELECT = ("--select", "mirror_drift")
# Of the stand-in's own header (typed3), as the tests would have it.
BITS = """\
#pragma once
typedef unsigned long vm_flags_t;
typedef int vma_flag_t;
#define BIT(nr) (1UL << (nr))
enum {
	VMA_READ_BIT = 0, VMA_WRITE_BIT, VMA_EXEC_BIT, VMA_SHARED_BIT,
	VMA_MAYREAD_BIT, VMA_MAYWRITE_BIT, VMA_MAYEXEC_BIT, VMA_MAYSHARE_BIT,
	VMA_GROWSDOWN_BIT,
	VMA_PFNMAP_BIT = 10,
	VMA_MAYBE_GUARD_BIT,
	VMA_LOCKED_BIT = 13,
	VMA_IO_BIT,
	VMA_DONTCOPY_BIT = 17,
	VMA_DONTEXPAND_BIT,
	VMA_ACCOUNT_BIT = 20,
	VMA_HUGETLB_BIT = 22,
	VMA_ARCH_1_BIT = 24,
	VMA_DONTDUMP_BIT = 26,
	VMA_SOFTDIRTY_BIT,
	VMA_MIXEDMAP_BIT,
	VMA_HUGEPAGE_BIT,
	VMA_NOHUGEPAGE_BIT,
	VMA_MERGEABLE_BIT,
	VMA_DROPPABLE_BIT = 40,
	VMA_GROWSUP_BIT = VMA_ARCH_1_BIT,
};
#define VM_READ BIT(VMA_READ_BIT)
#define VM_WRITE BIT(VMA_WRITE_BIT)
#define VM_EXEC BIT(VMA_EXEC_BIT)
#define VM_IO BIT(VMA_IO_BIT)
#define VM_ACCESS_FLAGS (VM_READ | VM_WRITE | VM_EXEC)
"""
HELPERS = """\
#pragma once
struct vm_area_struct;
void vma_start_write(struct vm_area_struct *vma);
void __vm_flags_mod(struct vm_area_struct *vma, vm_flags_t set,
		    vm_flags_t clear);

static inline void vm_flags_mod(struct vm_area_struct *vma, vm_flags_t set,
				vm_flags_t clear)
{
	vma_start_write(vma);
	__vm_flags_mod(vma, set, clear);
}
"""
INTERNAL = '#pragma once\n#include "include/bits.h"\n#include "include/dup.h"\n'
PROGRAM = '#include "vma_internal.h"\n\nint main(void)\n{\n\treturn 0;\n}\n'
CALL = "\tvma_start_write(vma);\n\t__vm_flags_mod(vma, set, clear);\n"


class Copies(ProgramTest):
    """What is found where, in one tree."""

    def setUp(self):
        super().setUp()
        self.lay_out("typed3")
        self.place_copies()

    def place_copies(self, bits=BITS, helpers=HELPERS, program=PROGRAM):
        self.place(f"{FOLDER}/vma_internal.h", INTERNAL)
        self.place(f"{FOLDER}/include/bits.h", bits)
        self.place(f"{FOLDER}/include/dup.h", helpers)
        self.place(f"{FOLDER}/vma.c", program)

    def kernel(self, old, new, path="include/linux/mm.h"):
        text = (self.tree / path).read_text()
        self.assertIn(old, text)
        self.place(path, text.replace(old, new, 1))

    def drifts(self, *words):
        report = self.report(*SELECT, *words, self.tree)
        return [(finding["path"].removeprefix(FOLDER + "/"),
                 finding["severity"], finding["message"])
                for finding in report["findings"]]

    def assert_one(self, path, words, severity="warning"):
        found = self.drifts()
        self.assertEqual([(found[0][0], found[0][1])] if found else [],
                         [(path, severity)], found)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0][2])

    def test_alike(self):
        self.assertEqual(self.drifts(), [])

    def test_both_places(self):
        """A finding shows the copy and the kernel's own."""
        self.place_copies(helpers=HELPERS.replace("set, clear);\n}",
                                                  "clear, set);\n}"))
        report = self.report(*SELECT, self.tree)
        [finding] = report["findings"]
        copy = (self.tree / finding["path"]).read_text().splitlines()
        self.assertIn("clear, set", copy[finding["line"] - 1])
        [other] = finding["related"]
        self.assertEqual(other["path"], "include/linux/mm.h")
        own = (self.tree / other["path"]).read_text().splitlines()
        self.assertIn("set, clear", own[other["line"] - 1])

    def test_number_of_a_bit(self):
        self.place_copies(bits=BITS.replace("VMA_DROPPABLE_BIT = 40",
                                            "VMA_DROPPABLE_BIT = 41"))
        self.assert_one("include/bits.h", "'41'")

    def test_enumerator_that_is_lost(self):
        self.place_copies(bits=BITS.replace("\tVMA_PFNMAP_BIT = 10,\n", "")
                          .replace("VMA_MAYBE_GUARD_BIT,",
                                   "VMA_MAYBE_GUARD_BIT = 11,"))
        self.assert_one("include/bits.h", "lacks 'VMA_PFNMAP_BIT'")

    def test_enumerator_that_the_settings_leave_out(self):
        self.kernel("\tDECLARE_VMA_BIT(DROPPABLE, 40),",
                    "\tDECLARE_VMA_BIT(DROPPABLE, 40),\n#ifdef CONFIG_ODD\n"
                    "\tDECLARE_VMA_BIT(ODD, 41),\n#endif\n")
        self.assertEqual(self.drifts(), [])
        self.place(f"{FOLDER}/vma_internal.h", "#define CONFIG_ODD\n" +
                   INTERNAL)
        self.assert_one("include/bits.h", "lacks 'VMA_ODD_BIT'")

    def test_guard(self):
        self.kernel("#define VM_ACCESS_FLAGS",
                    "#ifdef CONFIG_MMU\n#define VM_ODD VM_IO\n#endif\n"
                    "#define VM_ACCESS_FLAGS")
        self.place_copies(bits=BITS + "#ifdef CONFIG_MMUU\n"
                          "#define VM_ODD VM_IO\n#endif\n")
        self.assert_one("include/bits.h", "CONFIG_MMUU", "note")

    def test_stale(self):
        self.place_copies(bits=BITS + "#define VM_ODD (VM_IO | VM_READ)\n")
        self.assert_one("include/bits.h", "no 'VM_ODD'", "note")

    def test_type_by_another_name(self):
        self.place_copies(helpers=HELPERS.replace(
            "static inline void vm_flags_mod(struct vm_area_struct *vma, "
            "vm_flags_t set", "static inline void vm_flags_mod("
            "struct vm_area_struct *vma, unsigned long set"))
        self.assert_one("include/dup.h", "unsigned long", "note")

    def test_name_that_nobody_declares(self):
        self.place_copies(helpers=HELPERS.replace(
            "void __vm_flags_mod(struct vm_area_struct *vma, vm_flags_t set,"
            "\n\t\t    vm_flags_t clear);\n", ""))
        self.assert_one("include/dup.h", "'__vm_flags_mod'")

    def test_name_that_user_space_declares(self):
        self.place_copies(helpers=HELPERS.replace(
            "void __vm_flags_mod(struct vm_area_struct *vma, vm_flags_t set,"
            "\n\t\t    vm_flags_t clear);\n", ""))
        self.place("tools/include/linux/mm.h", "void __vm_flags_mod();\n")
        self.assertEqual(self.drifts(), [])

    def test_helper_that_mm_calls(self):
        """Only a file that the tests include counts, and its own headers."""
        self.place("mm/guest.h", "static inline void guest(struct "
                   "vm_area_struct *vma)\n{\n\tvm_flags_set(vma, VM_IO);\n}\n")
        self.place("mm/guest.c", '#include "guest.h"\n')
        self.assertEqual([path for path, _, _ in self.drifts()], [])
        self.place_copies(program=PROGRAM.replace(
            "\n\n", '\n#include "../../../mm/guest.h"\n\n', 1))
        self.assert_one("vma.c", "'vm_flags_set'")

    def test_twins(self):
        """A mask and its bitmap name the same flags, in one header."""
        self.kernel("#define VM_ACCESS_FLAGS", "#define VMA_ACCESS_FLAGS "
                    "mk_vma_flags(VMA_READ_BIT, VMA_WRITE_BIT, VMA_EXEC_BIT)\n"
                    "#define VM_ACCESS_FLAGS")
        self.assertEqual(self.drifts(), [])
        self.kernel("VMA_WRITE_BIT, VMA_EXEC_BIT)", "VMA_WRITE_BIT)")
        [(path, severity, message)] = self.drifts()
        self.assertEqual((path, severity), ("include/linux/mm.h", "warning"))
        self.assertIn("VM_EXEC", message)

    def test_twins_of_optional_flags(self):
        """A flag that may have no bit need not be in the bitmap."""
        self.kernel("#define VM_ACCESS_FLAGS", "#define VM_ODD_FLAGS "
                    "(VM_READ | VM_DROPPABLE)\n#define VMA_ODD_FLAGS "
                    "mk_vma_flags(VMA_READ_BIT)\n#define VM_ACCESS_FLAGS")
        self.assertEqual(self.drifts(), [])

    def test_places_that_differ_on_purpose(self):
        for name in ("stubs", "custom"):
            self.place(f"{FOLDER}/include/{name}.h", "#pragma once\n"
                       "static inline void vm_flags_set("
                       "struct vm_area_struct *vma, vm_flags_t flags)\n{\n"
                       "\tvma_start_write(vma);\n}\n")
            self.assertEqual(self.drifts(), [], name)
            (self.tree / FOLDER / f"include/{name}.h").unlink()

    def test_stub_beside_a_file_of_stubs(self):
        """Where stubs have a file of their own, an empty body is none."""
        empty = HELPERS.replace(CALL, "")
        self.place_copies(helpers=empty)
        self.assertEqual(self.drifts(), [])
        self.place(f"{FOLDER}/include/stubs.h", "#pragma once\n")
        self.assert_one("include/dup.h", "vma_start_write(vma)")

    def test_twice_in_two_files(self):
        self.place(f"{FOLDER}/vma_internal.h",
                   INTERNAL + "#define VM_ACCESS_FLAGS 7\n")
        self.assert_one("vma_internal.h", "defined twice")

    def test_twice_in_files_that_never_meet(self):
        self.place(f"{FOLDER}/other.h", "#define VM_ACCESS_FLAGS 7\n")
        self.assertEqual(self.drifts(), [])

    def test_left_out(self):
        """What [paths] of .vmalint ignores is not reported at."""
        self.place_copies(helpers=HELPERS.replace(
            "set, clear);\n}", "clear, set);\n}"))
        self.assertNotEqual(self.drifts("--no-settings"), [])
        for path in FOLDER, f"{FOLDER}/include/dup.h", "tools":
            self.place(".vmalint", f"[paths]\nignore = {path}\n")
            self.assertEqual(
                self.drifts("--settings", self.tree / ".vmalint"), [])

    def test_nothing_is_parsed(self):
        run = self.check(*SELECT, "--stats", self.tree)
        self.assertNotRegex(run.out + run.err, r"parses: [1-9]")

    def test_same_bytes(self):
        """Cold and warm, with one worker and with four, in shards."""
        self.place_copies(helpers=HELPERS.replace(CALL, CALL[24:]))
        self.kernel("#define VM_ACCESS_FLAGS", "#define VMA_ACCESS_FLAGS "
                    "mk_vma_flags(VMA_READ_BIT)\n#define VM_ACCESS_FLAGS")
        runs = [self.check("-j1", self.tree), self.check("-j4", self.tree)]
        shutil.rmtree(self.cache)
        runs.append(self.check("-j4", self.tree))
        self.assertIn("vma_start_write(vma)", runs[0].out)
        self.assertIn("VM_WRITE", runs[0].out)
        self.assertEqual({run.out for run in runs}, {runs[0].out})
        parts = []
        for number in (1, 2, 3):
            part = self.folder / f"{number}.json"
            self.check("--shard", f"{number}/3", "--format", f"json:{part}",
                       self.tree)
            parts.append(part)
        merged = self.run_program("merge", "--format", "text", *parts)
        self.assertEqual(merged.out, runs[0].out)

    def test_change_is_seen(self):
        """No result of an earlier run hides that the kernel has changed."""
        self.assertEqual(self.drifts(), [])
        self.kernel(CALL, "\t__vm_flags_mod(vma, set, clear);\n")
        self.assert_one("include/dup.h", "vma_start_write(vma)")

    def test_no_copies(self):
        shutil.rmtree(self.tree / "tools")
        self.assertEqual(self.drifts(), [])


class Changes(RepositoryTest):
    """Both sides are users of each other."""

    def lay_out(self, api):
        super().lay_out("typed3")

    def setUp(self):
        super().setUp()
        Copies.place_copies(self)
        self.git("add", "-A")
        self.commit()

    def stage_kernel(self, old, new):
        text = (self.tree / "include/linux/mm.h").read_text()
        self.assertIn(old, text)
        self.add("include/linux/mm.h", text.replace(old, new, 1))

    def assert_ways(self, *expected):
        """What is staged, as a commit, and as a patch."""
        self.assertEqual(self.found("--staged", *SELECT), list(expected))
        self.git("tag", "-f", "start")
        self.commit()
        self.assertEqual(self.found("--since", "start", *SELECT),
                         list(expected))
        patch = self.folder / "x.patch"
        patch.write_text(self.git("format-patch", "--stdout", "start..HEAD"))
        self.git("reset", "-q", "--hard", "start")
        self.assertEqual(self.found("--patch", patch, *SELECT),
                         list(expected))

    def test_only_the_helper_of_the_kernel(self):
        self.stage_kernel(CALL, "\t__vm_flags_mod(vma, set, clear);\n")
        self.assert_ways(f"{FOLDER}/include/dup.h:10 mirror_drift")

    def test_only_the_copy(self):
        self.add(f"{FOLDER}/include/dup.h",
                 HELPERS.replace("set, clear);\n}", "clear, set);\n}"))
        self.assert_ways(f"{FOLDER}/include/dup.h:11 mirror_drift")

    def test_both(self):
        self.stage_kernel(CALL, "\t__vm_flags_mod(vma, set, clear);\n")
        self.add(f"{FOLDER}/include/dup.h",
                 HELPERS.replace(CALL, "\t__vm_flags_mod(vma, set, clear);\n"))
        self.assert_ways()

    def test_helper_that_nobody_copies(self):
        self.stage_kernel("\tvma_flags_set_word(&vma->flags, flags);\n",
                          "\tvma_flags_clear_word(&vma->flags, flags);\n")
        self.assert_ways()

    def test_drift_that_was_there_before(self):
        self.add(f"{FOLDER}/include/dup.h",
                 HELPERS.replace("set, clear);\n}", "clear, set);\n}"))
        self.commit()
        self.stage_kernel("#define VM_IO\t", "#define VM_IO \t")
        self.assert_ways()


if __name__ == "__main__":
    main()
