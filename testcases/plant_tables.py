#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Plants what no longer agrees in copies of a tree's tables, Rust and texts.

Each edit is made alone, in a copy of the few files of TREE that rust_binding,
flag_table and two_flags_one_bit set against each other. An edit that breaks
something must add a finding of its rule, one that changes nothing must add
none. Edits that do not fit the tree, as Rust in 6.1, are left out.

Exit code: 0 at least 95 % found and no false alarm, 1 otherwise.
"""
import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

STAND_IN = Path(__file__).resolve().parent / "include/shared"
RULES = "flag_table,rust_binding,two_flags_one_bit"
MM, TYPES = "include/linux/mm.h", "include/linux/mm_types.h"
TRACE, SMAPS = "include/trace/events/mmflags.h", "fs/proc/task_mmu.c"
PROC = "Documentation/filesystems/proc.rst"
PRINTK = "Documentation/core-api/printk-formats.rst"
HELPER = "rust/bindings/bindings_helper.h"
PARAMETERS, VIRT = "rust/bindgen_parameters", "rust/kernel/mm/virt.rs"
FILES = (MM, TYPES, TRACE, SMAPS, PROC, PRINTK, HELPER, PARAMETERS, VIRT,
         "Makefile", "fs/proc/Makefile")


def once(pattern, new):
    """Replaces the first match; what does not match is left out."""
    return lambda text: re.sub(pattern, new, text, count=1, flags=re.M)


def swap(first, second):
    """Exchanges two texts that each stand there once or more: the first."""
    def edit(text):
        mark = "\0"
        if first not in text or second not in text:
            return text
        return (text.replace(first, mark, 1).replace(second, first, 1)
                .replace(mark, second, 1))
    return edit


def swap_lines(first, second):
    """Exchanges the two lines that match."""
    def edit(text):
        one = re.search(first, text, flags=re.M)
        two = re.search(second, text, flags=re.M)
        if not one or not two:
            return text
        return swap(one[0], two[0])(text)
    return edit


def line(pattern):
    return r"^.*" + pattern + r".*\n"


# (what, rule, file, edit)
WRONG = (
    ("Rust constant of another flag", "rust_binding", VIRT,
     once(r"(const READ: .*bindings::)VM_READ", r"\1VM_WRITE")),
    ("Rust constant of two flags", "rust_binding", VIRT,
     once(r"(const IO: .*= )bindings::VM_IO",
          r"\1bindings::VM_PFNMAP | bindings::VM_IO")),
    ("Rust constant out of a number", "rust_binding", VIRT,
     once(r"bindings::VM_NONE as", "0x40 as")),
    ("Rust constant of another family", "rust_binding", VIRT,
     once(r"bindings::VM_SHARED as", "bindings::VM_FAULT_OOM as")),
    ("Rust constant that is a bit", "rust_binding", VIRT,
     once(r"bindings::VM_SYNC as", "bindings::VMA_SYNC_BIT as")),
    ("Rust flag that no header has", "rust_binding", VIRT,
     once(r"bindings::VM_SYNC as", "bindings::VM_DENYWRITE as")),
    ("ordinal of the union", "rust_binding", VIRT,
     once(r"__bindgen_anon_2\.vm_flags }", "__bindgen_anon_3.vm_flags }")),
    ("member of an older API", "rust_binding", VIRT,
     once(r"__bindgen_anon_2\.vm_flags }", "__bindgen_anon_2.__vm_flags }")),
    ("address for a store", "rust_binding", VIRT,
     once(r"^(\s*)(unsafe { \(\*self\.as_ptr\(\)\)\.__bindgen)",
          r"\1let p = &raw mut (*self.as_ptr()).__bindgen_anon_2.vm_flags;\n"
          r"\1\2")),
    ("one more store", "rust_binding", VIRT,
     once(r"^(\s*)(unsafe { \(\*self\.as_ptr\(\)\)\.__bindgen)",
          r"\1unsafe { (*self.as_ptr()).__bindgen_anon_2.vm_flags |= 1 };\n"
          r"\1\2")),
    ("helper of another flag", "rust_binding", HELPER,
     once(r"(HELPER_VM_MERGEABLE = )VM_MERGEABLE", r"\1VM_HUGEPAGE")),
    ("lost helper", "rust_binding", HELPER, once(line("HELPER_VM_IO = "), "")),
    ("lost item to block", "rust_binding", PARAMETERS,
     once(line("VM_PFNMAP"), "")),
    ("item blocked twice", "rust_binding", PARAMETERS,
     once(r"VM_WRITE", "VM_READ")),
    ("union moved in C", "rust_binding", TYPES,
     once(r"^(struct vm_area_struct {\n)((?:.*\n)*.*vma_flags_t flags;)",
          r"\1\tunion { int planted; long more; };\n\2")),
    ("lost trace row", "flag_table", TRACE, once(line(r"\{VM_IO,"), "")),
    ("lost conditional trace row", "flag_table", TRACE,
     once(line(r"\(VM_SOFTDIRTY,"), "")),
    ("trace row twice", "flag_table", TRACE,
     once(r"^(.*\{VM_IO,.*\n)", r"\1\1")),
    ("trace row without its condition", "flag_table", TRACE,
     once(r"IF_HAVE_VM_SOFTDIRTY\((VM_SOFTDIRTY,\s*\"softdirty\"\s*)\)",
          r"{\1},")),
    ("trace names swapped", "flag_table", TRACE,
     swap('"dontcopy"', '"dontexpand"')),
    ("trace row of another flag", "flag_table", TRACE,
     once(r"\{VM_HUGETLB,", "{VM_NOHUGEPAGE,")),
    ("lost code", "flag_table", SMAPS, once(line(r"ilog2\(VM_IO\)"), "")),
    ("codes swapped", "flag_table", SMAPS, swap('"rd"', '"wr"')),
    ("codes swapped, far apart", "flag_table", SMAPS, swap('"dc"', '"hg"')),
    ("code twice", "flag_table", SMAPS, once(r'"ht"', '"hg"')),
    ("code of another flag", "flag_table", SMAPS,
     once(r"ilog2\(VM_HUGETLB\)", "ilog2(VM_SYNC)")),
    ("code without its condition", "flag_table", SMAPS,
     once(r"^#ifdef CONFIG_MEM_SOFT_DIRTY\n(.*VM_SOFTDIRTY.*\n)#endif\n",
          r"\1")),
    ("lost explanation", "flag_table", PROC,
     once(line(r"^    ht    area uses"), "")),
    ("explanation of no code", "flag_table", PROC,
     once(r"^    ht    area", "    hx    area")),
    ("explanation twice", "flag_table", PROC,
     once(r"^(    ht    area.*\n)", r"\1\1")),
    ("explanations swapped", "flag_table", PROC,
     once(r"^    rd    readable\n(.*\n)    ex    executable",
          r"    rd    executable\n\1    ex    readable")),
    ("sample of no code", "flag_table", PROC,
     once(r"VmFlags: rd ex", "VmFlags: rd xx")),
    ("sample of no name", "flag_table", PRINTK,
     once(r"%pGv\tread\|exec", "%pGv\tread|execute")),
    ("number of another flag", "two_flags_one_bit", MM,
     once(r"(VM_IO\s+)0x00004000|DECLARE_VMA_BIT\(IO, 14\)",
          lambda m: (m[1] + "0x00002000") if m[1]
          else "DECLARE_VMA_BIT(IO, 13)")),
    ("new flag of a used bit", "two_flags_one_bit", MM,
     once(r"^(#define VM_NONE.*\n)", r"\1#define VM_PLANTED (1UL << 20)\n")),
    ("mask of another number", "two_flags_one_bit", MM,
     once(r"INIT_VM_FLAG\(IO\)", "INIT_VM_FLAG(PFNMAP)")),
    ("number that the mask has not", "two_flags_one_bit", MM,
     once(r"BIT\(VM_UFFD_MINOR_BIT\)", "BIT(45)")),
    ("two uses on one architecture", "two_flags_one_bit", MM,
     once(r"(VM_MTE_ALLOWED\s+)VM_HIGH_ARCH_5|"
          r"BIT_ALIAS\(MTE_ALLOWED, HIGH_ARCH_5\)",
          lambda m: (m[1] + "VM_HIGH_ARCH_4") if m[1]
          else "BIT_ALIAS(MTE_ALLOWED, HIGH_ARCH_4)")),
)

HARMLESS = (
    ("comments between flags", MM,
     once(r"^(#define VM_WRITE)", r"/* VM_IO is VM_PFNMAP. */\n\1")),
    ("number written as a shift", MM,
     once(r"0x00004000", "(1UL << 14)")),
    ("number in hexadecimal", MM,
     once(r"DECLARE_VMA_BIT\(IO, 14\)", "DECLARE_VMA_BIT(IO, 0xe)")),
    ("another name for a flag", MM,
     once(r"^(#define VM_NONE.*\n)", r"\1#define VM_PLANTED VM_IO\n")),
    ("trace rows in another order", TRACE,
     swap_lines(r"^\s*\{VM_READ,.*\n", r"^\s*\{VM_IO,.*\n")),
    ("trace rows with casts", TRACE,
     once(r"\{VM_IO,", "{ (unsigned long) VM_IO,")),
    ("trace macro renamed", TRACE,
     lambda text: text.replace("IF_HAVE_VM_SOFTDIRTY", "IF_SOFT")),
    ("codes in another order", SMAPS,
     swap_lines(r"^\s*\[ilog2\(VM_READ\)\].*\n",
                r"^\s*\[ilog2\(VM_IO\)\].*\n")),
    ("code under a wider condition", SMAPS,
     once(r"^#ifdef CONFIG_MEM_SOFT_DIRTY",
          "#if defined(CONFIG_MEM_SOFT_DIRTY)")),
    ("explanations in another order", PROC,
     swap_lines(r"^    rd    .*\n", r"^    ht    .*\n")),
    ("explanation in other words", PROC,
     once(r"^    ht    .*", "    ht    made of big pages")),
    ("helper in parentheses", HELPER,
     once(r"(HELPER_VM_MERGEABLE = )VM_MERGEABLE", r"\1(VM_MERGEABLE)")),
    ("items in another order", PARAMETERS,
     swap_lines(r"^.*VM_READ\n", r"^.*VM_IO\n")),
    ("a store in a comment", VIRT,
     once(r"^(\s*)(unsafe { \(\*self)",
          r"\1/* (*p).__bindgen_anon_2.vm_flags = 1; /* nested */ */\n\1\2")),
    ("a store in a string", VIRT,
     once(r"^(pub use bindings::vm_flags_t;)",
          'const TEXT: &str = r#"(*p).__bindgen_anon_9.vm_flags = 1"#;\n\\1')),
    ("a constant with a path in its type", VIRT,
     once(r"const IO: vm_flags_t", "const IO: super::vm_flags_t")),
)


def copy(tree, target):
    """The files that are set against each other, and what makes a tree."""
    for name in ("Kconfig", "arch/x86/Kconfig"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(STAND_IN / name, target / name)
    for name in FILES:
        if (tree / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(tree / name, target / name)


def findings(vmalint, tree):
    done = subprocess.run(
        [vmalint, "check", "--no-cache", "--select", RULES, "--format",
         "json", "--progress", "never", "--arch", "x86", "-j1", tree],
        capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    return [(found["rule"], found["path"], found["message"])
            for found in report["findings"]]


def added(vmalint, tree, path, text, before):
    """The findings that are there with a text and were not without it."""
    target = tree / path
    old = target.read_text(encoding="utf-8")
    target.write_text(text, encoding="utf-8")
    after = findings(vmalint, tree)
    target.write_text(old, encoding="utf-8")
    for known in before:
        if known in after:
            after.remove(known)
    return after


def edited(tree, path, edit):
    """The text with the edit; None where it does not fit."""
    target = tree / path
    if not target.exists():
        return None
    old = target.read_text(encoding="utf-8")
    new = edit(old)
    return new if new != old else None


def plant(vmalint, tree):
    before = findings(vmalint, tree)
    nr_wrong = nr_found = nr_harmless = 0
    alarms = []
    for what, rule, path, edit in WRONG:
        text = edited(tree, path, edit)
        if text is None:
            continue
        nr_wrong += 1
        new = added(vmalint, tree, path, text, before)
        if any(found[0] == rule for found in new):
            nr_found += 1
        else:
            print(f"missed: {what} ({path})")
    for what, path, edit in HARMLESS:
        text = edited(tree, path, edit)
        if text is None:
            continue
        nr_harmless += 1
        alarms += [(what, *found)
                   for found in added(vmalint, tree, path, text, before)]
    for alarm in alarms:
        print("false alarm: " + ": ".join(alarm))
    print(f"{nr_found} of {nr_wrong} found, {len(alarms)} alarms at "
          f"{nr_harmless} harmless edits")
    return nr_found * 100 >= nr_wrong * 95 and not alarms


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vmalint", type=Path)
    parser.add_argument("tree", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy(arguments.tree, Path(folder))
        return 0 if plant(arguments.vmalint.resolve(), Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())
