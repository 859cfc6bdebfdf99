#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Plants drift between a kernel and the copies that its tests have.

    testcases/plant_copies.py TREE WORK [--vmalint PROGRAM] [--verbose]

WORK gets the folders of TREE that matter, by hard links; an edited file is one
of its own. Each corruption must add a finding of mirror_drift, warning or
error, in the copies; each harmless rewrite must add none at all. A plant whose
text the tree has not is told and does not count. Exit code 1 if fewer than 95
of 100 corruptions are found, or anything harmless is.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
COPIES = "tools/testing/vma"
FOLDERS = (COPIES, "tools/testing/shared", "tools/include", "include", "mm",
           "kernel", "fs", "arch/x86/include", "rust")
FILES = ("Makefile", "Kconfig", "Kbuild")
RECALL = 0.95
BODY = r"[^{}]*?(?:\{[^{}]*\}[^{}]*?)*?"


@dataclass(frozen=True)
class Plant:
    """One edit: the first match in the first of the files that has one."""
    name: str
    old: str
    new: str
    side: str = "copy"   # or "kernel"
    is_harmless: bool = False


def within(function, old):
    """What matches in the body of a function, as a lookbehind cannot."""
    return rf"(?s)(?P<head>\b{function}\([^;{{]*?\)\s*\{{(?:(?!\n\}}).)*?){old}"


def bad(name, old, new, side="copy"):
    return Plant(name, old, new, side)


def good(name, old, new, side="copy"):
    return Plant(name, old, new, side, True)


H = r"\g<head>"
PLANTS = (
    # What a body does.
    bad("set for clear", within("vma_flags_clear_word", r"&= ~value"),
        H + "|= value"),
    bad("clear for set", within("vma_flags_set_word", r"\|= value"),
        H + "&= ~value"),
    bad("lost complement", within("vma_flags_clear_word", r"&= ~value"),
        H + "&= value"),
    bad("lost WRITE_ONCE", within("vma_flags_overwrite_word_once",
                                  r"WRITE_ONCE\(\*bitmap, value\)"),
        H + "*bitmap = value"),
    bad("lost lock of set", within("vm_flags_set",
                                   r"\tvma_start_write\(vma\);\n"), H),
    bad("lost lock of clear", within("vm_flags_clear",
                                     r"\tvma_start_write\(vma\);\n"), H),
    bad("lock behind the store",
        within("vm_flags_set", r"\tvma_start_write\(vma\);\n(?P<rest>[^\n]*\n)"),
        H + r"\g<rest>" + "\tvma_start_write(vma);\n"),
    bad("order of init", within(
        "vm_flags_init", r"(?P<a>\tvma_flags_clear_all[^\n]*\n)(?P<b>[^\n]*\n)"),
        H + r"\g<b>\g<a>"),
    bad("init without clearing", within(
        "vm_flags_init", r"\tvma_flags_clear_all[^\n]*\n"), H),
    bad("set calls clear", within("vm_flags_set", "vma_flags_set_word"),
        H + "vma_flags_clear_word"),
    bad("reset of another word", within("vma_flags_overwrite_word",
                                        r"(?:bitmap\[0\]|\*ACCESS_PRIVATE\(flags, __vma_flags\)) = value"),
        H + "flags->__vma_flags[1] = value"),
    bad("lost not", within("map_deny_write_exec|mlock_future_ok|vma_is_anonymous|can_mmap_file",
                           r"!\("), H + "("),
    bad("lost early return", within(
        "stack_guard_start_gap",
        r"\tif \(vma->vm_flags & VM_SHADOW_STACK\)\n\t\treturn PAGE_SIZE;\n"),
        H),
    bad("other flag tested", within("vm_end_gap", "VM_GROWSUP"),
        H + "VM_GROWSDOWN"),
    bad("other sign", within("vm_end_gap", r"\+="), H + "-="),
    bad("all for any", within("vma_flags_test_any_mask", "bitmap_intersects"),
        H + "bitmap_subset"),
    bad("swapped operands", within("vma_flags_test_all_mask",
                                   r"bitmap_to_test, bitmap,"),
        H + "bitmap, bitmap_to_test,"),
    bad("swapped destination", within("vma_flags_clear_mask",
                                      r"bitmap, bitmap, bitmap_to_clear"),
        H + "bitmap, bitmap_to_clear, bitmap"),
    bad("xor became and", within("vma_flags_diff_pair", "bitmap_xor"),
        H + "bitmap_and"),
    bad("andnot became and", within("vma_flags_clear_mask", "bitmap_andnot"),
        H + "bitmap_and"),
    bad("one word of several", within(
        "vma_flags_set_mask", r"bitmap_or\(bitmap, bitmap, bitmap_to_set, NUM_VMA_FLAG_BITS\)"),
        H + "*bitmap |= *bitmap_to_set"),
    bad("bits of one word", within("vma_flags_empty", "NUM_VMA_FLAG_BITS"),
        H + "BITS_PER_LONG"),
    bad("lost bit of a test", within("is_shared_maywrite",
                                     r"VMA_SHARED_BIT, VMA_MAYWRITE_BIT"),
        H + "VMA_SHARED_BIT"),
    bad("lost mask of a test", within(
        "is_shared_maywrite", r"\(VM_SHARED \| VM_MAYWRITE\)\) =="),
        H + "(VM_MAYWRITE)) =="),
    bad("macro calls another", r"(?P<head>define vma_flags_test_any\(flags, \.\.\.\) \\\n\t)vma_flags_test_any_mask",
        H + "vma_flags_test_all_mask"),
    bad("macro lost its mask", r"(?P<head>define is_stack_mapping\(flags\) \\\n.*) \|\| \(flags & VM_SHADOW_STACK\)",
        H),
    bad("body emptied", r"(?s)(?P<head>\bvm_flags_reset\([^;{]*?\)\s*\{).*?\n\}", H + "\n}"),
    bad("returns something else", within("vma_is_accessible", "VM_ACCESS_FLAGS"),
        H + "VM_READ"),
    # What it takes and returns.
    bad("narrowed parameter", r"(?P<head>\bvma_flags_set_word\(vma_flags_t \*flags,\s*)unsigned long value", H + "unsigned int value"),
    bad("narrowed result", r"static (?:__always_inline|inline) vm_flags_t (?P<head>vma_flags_to_legacy)", "static inline unsigned int " + H),
    bad("pointer became value", r"(?P<head>\bvm_flags_init\(struct vm_area_struct \*vma,\s*)vm_flags_t flags", H + "vma_flags_t flags"),
    bad("lost parameter", r"(?P<head>\bvm_stat_account\(struct mm_struct \*mm, )vm_flags_t flags,\s*", H),
    # Constants.
    bad("other bit", r"(?P<head>DECLARE_VMA_BIT\(LOCKED, )13", H + "18"),
    bad("swapped bits", r"DECLARE_VMA_BIT\(IO, 14\)(?P<head>.*\n(?:.*\n)??\s*)DECLARE_VMA_BIT\(SEQ_READ, 15\)", "DECLARE_VMA_BIT(IO, 15)" + H + "DECLARE_VMA_BIT(SEQ_READ, 14)"),
    bad("lost enumerator", r"\tDECLARE_VMA_BIT\(ACCOUNT, 20\),.*\n", ""),
    bad("lost enumerator behind", r"\tDECLARE_VMA_BIT\(SEALED, 42\),.*\n", ""),
    bad("other alias", r"(?P<head>DECLARE_VMA_BIT_ALIAS\(PKEY_BIT1, )HIGH_ARCH_1", H + "HIGH_ARCH_2"),
    bad("flag of another name", r"(?P<head>define VM_WIPEONFORK\s+INIT_VM_FLAG\()WIPEONFORK", H + "DONTFORK"),
    bad("flag of another bit", r"(?P<head>define VM_DONTCOPY\s+INIT_VM_FLAG\()DONTCOPY", H + "DONTEXPAND"),
    bad("mask lost a flag", r"(?P<head>define VM_SPECIAL \(VM_IO) \| VM_DONTEXPAND", H),
    bad("mask has one more", r"(?P<head>define VM_ACCESS_FLAGS \(VM_READ \| VM_WRITE)", H + " | VM_SHARED"),
    bad("bitmap lost a bit", r"(?P<head>define VMA_ACCESS_FLAGS mk_vma_flags\(VMA_READ_BIT), VMA_WRITE_BIT", H),
    bad("bitmap has another bit", r"(?P<head>define VMA_LOCKED_MASK\s+mk_vma_flags\(VMA_LOCKED_BIT, )VMA_LOCKONFAULT_BIT", H + "VMA_IO_BIT"),
    bad("macro makes another mask", r"(?P<head>define INIT_VM_FLAG\(name\) BIT\(\(__force int\) VMA_ ## name ## _BIT)", H + " + 1"),
    # Declarations.
    bad("lost const of the word", r"\tconst vm_flags_t vm_flags;", "\tvm_flags_t vm_flags;"),
    bad("narrowed member", r"\tconst vm_flags_t vm_flags;", "\tconst unsigned int vm_flags;"),
    bad("member left its union", r"\tunion \{\n\t\tconst vm_flags_t vm_flags;\n\t\tvma_flags_t flags;\n\t\};", "\tconst vm_flags_t vm_flags;\n\tvma_flags_t flags;"),
    bad("bitmap became a word", r"typedef struct \{\n\t(?:__private )?DECLARE_BITMAP\(__vma_flags, NUM_VMA_FLAG_BITS\);\n\} (?:__private )?vma_flags_t;", "typedef unsigned long vma_flags_t;"),
    bad("narrowed typedef", r"typedef unsigned long vm_flags_t;", "typedef unsigned int vm_flags_t;"),
    # What a merge does.
    bad("conflict marker", r"(?P<head>\n)(?=/\* Use when VMA is not part)", "\n<<<<<<< HEAD\n"),
    bad("marker between", r"(?P<head>\n)(?=/\* Update the first system word of VMA flags clearing)", "\n=======\n"),
    bad("function twice", r"(?s)(?P<head>static (?:__always_inline|inline) void vma_flags_set_word\(.*?\n\}\n)", H + "\n" + H),
    bad("macro twice", r"(?P<head>#define VM_SPECIAL .*\n)", H + "\n" + H),
    bad("lost helper", r"(?s)static (?:__always_inline|inline) void vma_flags_set_word\(.*?\n\}\n", ""),
    bad("lost helper of mm", r"(?s)static (?:__always_inline|inline) void vma_clear_flags_mask\(.*?\n\}\n", ""),
    bad("lost helper of the word", r"(?s)static (?:__always_inline|inline) void vma_flags_overwrite_word\(.*?\n\}\n", ""),
    bad("lost mask of mm", r"#define VM_ACCESS_FLAGS .*\n", ""),
    bad("misspelled helper", within("vm_flags_set", "vma_flags_set_word"), H + "vma_flags_set_words"),
    # The kernel's side alone.
    bad("kernel: lock moved out", within("vm_flags_clear", r"\tvma_start_write\(vma\);\n"), H, "kernel"),
    bad("kernel: other test", within("vma_flags_test_all_mask", "bitmap_subset"), H + "bitmap_intersects", "kernel"),
    bad("kernel: new bit", r"(?P<head>\tDECLARE_VMA_BIT\(SEALED, 42\),.*\n)", H + "\tDECLARE_VMA_BIT(PLANTED, 45),\n", "kernel"),
    bad("kernel: moved bit", r"(?P<head>DECLARE_VMA_BIT\(DONTDUMP, )26", H + "44", "kernel"),
    bad("kernel: wider result", r"(?P<head>static __always_inline )bool(?P<rest>\s+vma_flags_test_single_mask|\s+vma_flags_empty)", H + r"long\g<rest>", "kernel"),
    bad("kernel: word twice", within("vma_flags_overwrite_word", r"(?P<line>\t(?:bitmap\[0\]|\*ACCESS_PRIVATE\(flags, __vma_flags\)) = value;\n)"), H + r"\g<line>" + "\tbitmap_zero(flags->__vma_flags, 1);\n", "kernel"),
    # Harmless.
    good("renamed local", r"(?s)(?P<head>vma_flags_set_word\(.*?unsigned long \*)bitmap(?P<mid> = .*?\*)bitmap", H + r"words\g<mid>words"),
    good("renamed parameter", r"(?s)(?P<head>\bvm_flags_set\(struct vm_area_struct \*)vma(?P<a>,\s*vm_flags_t flags\)\s*\{\s*vma_start_write\()vma(?P<b>\);\s*vma_flags_set_word\(&)vma", H + r"area\g<a>area\g<b>area"),
    good("index for star", within("vma_flags_set_word", r"\*bitmap \|="), H + "bitmap[0] |="),
    good("written out operator", within("vma_flags_clear_word", r"\*bitmap &= ~value"), H + "*bitmap = *bitmap & (~(value))"),
    good("parentheses", within("vma_is_accessible", r"vma->vm_flags & VM_ACCESS_FLAGS"), H + "(((vma)->vm_flags) & (VM_ACCESS_FLAGS))"),
    good("local written out", within("vma_flags_set_word", r"\tunsigned long \*bitmap = (?P<v>[^;]*);\n\n\t\*bitmap \|= value"), H + r"\t*\g<v> |= value"),
    good("assertion", within("vm_flags_init", r"\tvma_flags_clear_all"), H + "\tVM_WARN_ON_ONCE(!vma);\n\tvma_flags_clear_all"),
    good("unlikely", within("vm_end_gap", r"if \(vma->vm_flags & VM_GROWSUP\)"), H + "if (unlikely(vma->vm_flags & VM_GROWSUP))"),
    good("comment", within("vm_flags_init", r"\tvma_flags_clear_all"), H + "\t/* all of them */\n\tvma_flags_clear_all"),
    good("order of a mask", r"(?P<head>define VM_SPECIAL \()VM_IO \| VM_DONTEXPAND", H + "VM_DONTEXPAND | VM_IO"),
    good("number for a mask", r"(?P<head>define VM_ACCESS_FLAGS )\(VM_READ \| VM_WRITE \| VM_EXEC\)", H + "0x7UL"),
    good("order of bits", r"(?P<head>define VMA_ACCESS_FLAGS mk_vma_flags\()VMA_READ_BIT, VMA_WRITE_BIT", H + "VMA_WRITE_BIT, VMA_READ_BIT"),
    good("inline words", r"static (?:__always_inline|inline) void (?P<head>vma_flags_set_word)", "static inline __attribute__((__unused__)) void " + H),
    good("braces", within("stack_guard_start_gap", r"if \(vma->vm_flags & VM_GROWSDOWN\)\n\t\treturn stack_guard_gap;"), H + "if (vma->vm_flags & VM_GROWSDOWN) {\n\t\treturn stack_guard_gap;\n\t}"),
    good("else of a return", within("stack_guard_start_gap", r"(?P<mid>return PAGE_SIZE;\n\n)\treturn 0;"), H + r"\g<mid>\telse\n\t\treturn 0;"),
    good("helper written out", within("vm_flags_reset", r"vm_flags_init\(vma, flags\);"), H + "vma_flags_clear_all(&vma->flags);\n\tvma_flags_overwrite_word(&vma->flags, flags);"),
    good("macro as inline", r"#define offset_in_page\(p\).*\n", "static inline unsigned long offset_in_page(void *p)\n{\n\treturn (unsigned long)p & ~PAGE_MASK;\n}\n"),
    good("kernel: comment and blank", within("vm_flags_set", r"\tvma_start_write\(vma\);\n"), H + "\n\t/* first */\n\tvma_start_write(vma);\n\n", "kernel"),
    good("kernel: new helper that nobody calls", r"(?P<head>\n)(?=static inline void vm_flags_set\()", "\nstatic inline void vm_flags_planted(struct vm_area_struct *vma, vm_flags_t flags)\n{\n\tvm_flags_set(vma, flags | VM_IO);\n}\n\n", "kernel"),
)
SIDES = {"copy": (COPIES, ("*.h", "include/*.h")),
         "kernel": ("include/linux", ("mm.h", "mm_types.h", "mman.h"))}


def link_tree(tree, work):
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in FILES:
        os.link(tree / name, work / name)
    for folder in FOLDERS:
        if (tree / folder).is_dir():
            shutil.copytree(tree / folder, work / folder, symlinks=True,
                            copy_function=os.link)


def run(program, work):
    """The findings, each as (severity, path, message)."""
    done = subprocess.run(
        [program, "check", "--no-cache", "--select", "mirror_drift", "--arch",
         "x86", "-j1", "--format", "json", "--tree", work, work / COPIES],
        capture_output=True, text=True, check=False)
    if not done.stdout:
        sys.exit(f"{program}: {done.stderr}")
    return Counter((finding["severity"], finding["path"], finding["message"])
                   for finding in json.loads(done.stdout)["findings"])


def edited(work, plant):
    """(path, text before, text after) of the file that a plant changes."""
    folder, patterns = SIDES[plant.side]
    for pattern in patterns:
        for path in sorted((work / folder).glob(pattern)):
            text = path.read_text()
            new, count = re.subn(plant.old, plant.new, text, count=1)
            if count and new != text:
                return path, text, new
    return None


def rewrite(path, text):
    path.unlink()
    path.write_text(text)


def judge(program, work, plant, before):
    """None if the plant does not fit, else (is right, what was new)."""
    change = edited(work, plant)
    if not change:
        return None
    path, old, new = change
    rewrite(path, new)
    found = run(program, work) - before
    rewrite(path, old)
    if plant.is_harmless:
        return not found, found
    return any(severity != "note" for severity, _, _ in found), found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("tree", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--vmalint", type=Path,
                        default=TOP / "build/checker/vmalint")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    link_tree(arguments.tree, arguments.work)
    before = run(arguments.vmalint, arguments.work)
    right, all_of = Counter(), Counter()
    for plant in PLANTS:
        result = judge(arguments.vmalint, arguments.work, plant, before)
        if result is None:
            print(f"no place: {plant.name}")
            continue
        is_right, found = result
        right[plant.is_harmless] += is_right
        all_of[plant.is_harmless] += 1
        if not is_right or arguments.verbose:
            print(f"{'ok' if is_right else 'WRONG'}: {plant.name}")
            for finding in found:
                print("    {1}: {0}: {2}".format(*finding))
    print(f"corruptions: {right[False]} of {all_of[False]} found; "
          f"harmless: {all_of[True] - right[True]} of {all_of[True]} reported")
    return not (right[False] >= RECALL * all_of[False] and
                right[True] == all_of[True])


if __name__ == "__main__":
    sys.exit(main())
