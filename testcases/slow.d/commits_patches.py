# SPDX-License-Identifier: GPL-2.0-only
"""Misuse as it was seen in the wild, arriving as patches.

The numbers are those of docs of the project: M11 is case 11 of misuse. The
statements are our own, as short as they can be.
"""
import base64
import quopri

from commits_steps import (MEM, MEM_MMAP, MEM_ZERO, MISUSE, OTHER_MISUSE,
                           PROPER, UIO, UIO_MMAP, planted)

# A case, a statement before the check of mmap_mem(), and the rules that must
# find something in it. The statement is the line that is found.
ALWAYS = (
    ("M51", "vma->vm_flags |= VM_PFNMAP | VM_DONTEXPAND;", ["direct_write"]),
    ("M54", "vma->vm_flags &= ~VM_LOCKED;", ["direct_write"]),
    ("M11", "*(unsigned long *)&vma->vm_flags = VM_IO;",
     ["const_cast_write"]),
    ("M31", "if (test_bit(VM_SHARED, &vma->vm_flags)) return -EINVAL;",
     ["address_escape", "mask_as_bit"]),
    ("M42", "if (vma->vm_flags == VM_READ) return -EINVAL;",
     ["exact_compare"]),
    ("M21", "vm_flags_set(vma, VM_USERMAP);", ["foreign_flag"]),
    ("M24", "if (vma->vm_flags & MAP_FIXED) return -EINVAL;",
     ["foreign_flag"]),
    ("M28", "if (vma->vm_flags & PROT_EXEC) return -EINVAL;",
     ["foreign_flag"]),
    ("M29", "if (vma->vm_flags & FAULT_FLAG_WRITE) return -EINVAL;",
     ["foreign_flag"]),
    ("M30", "if (vma->vm_flags & VM_FAULT_RETRY) return -EINVAL;",
     ["foreign_flag"]),
    ("M35", "unsigned int saved = vma->vm_flags; (void)saved;",
     ["flag_truncation"]),
    ("M53", "vm_flags_init(find_vma(current->mm, 0), VM_IO);",
     ["init_on_live"]),
    ("no misuse", "if (vma->vm_flags & VM_SHARED) return -EINVAL;", []),
)
# The same before the call of madvise.c, which declares what they need.
MADVISE = "mm/madvise.c"
MADVISE_CALL = \
    "		error = ksm_madvise(vma, start, end, behavior, &new_flags);\n"
IN_MADVISE = (
    ("M43", "ksm_madvise(vma, start, end, behavior, &vma->vm_flags);",
     ["address_escape"]),
    ("M44", "WRITE_ONCE(*(unsigned long *)&vma->vm_flags, new_flags);",
     ["const_cast_write"]),
    ("no misuse", "vm_flags_reset_once(vma, new_flags);", []),
)
CONST = (
    ("M19", "ACCESS_PRIVATE(vma, __vm_flags) |= VM_IO;", ["private_access"]),
)
TYPED = (
    ("M19", "vma->flags = EMPTY_VMA_FLAGS;", ["private_access"]),
    ("M22", "if (vma->vm_flags & VMA_IO_BIT) return -EINVAL;",
     ["bit_as_mask"]),
    ("mask as bit", "if (vma_test(vma, VM_SHARED)) return -EINVAL;",
     ["mask_as_bit"]),
    ("a mask in a bitmap", "vma_flags_t f = mk_vma_flags(VM_IO); (void)f;",
     ["mask_as_bit"]),
    ("M14", "vma_flags_t f; f.__vma_flags[0] = VM_IO; (void)f;",
     ["private_access", "stale_high_words"]),
    ("no misuse", "if (vma_test(vma, VMA_IO_BIT)) return -EINVAL;", []),
)


def diff_of(steps, *changes, words=()):
    """The diff of changes (path, anchor, statement); the tree is as it was."""
    for change in changes:
        steps.plant(*change, add=False)
    text = steps.git("diff", *words)
    for path, _, _ in changes:
        steps.texts[path] = steps.read(path)
        steps.git("checkout", "-q", "--", path)
    return text


def misuses(steps):
    by_api = TYPED if steps.is_typed else CONST
    cases = [(MEM, MEM_MMAP, *case) for case in ALWAYS + by_api] + \
        [(MADVISE, MADVISE_CALL, *case) for case in IN_MADVISE]
    for path, anchor, number, statement, rules in cases:
        diff = diff_of(steps, (path, anchor, statement))
        steps.look(f"patch, {number}: {statement}", ["--patch", "-"],
                   [planted(path, statement, rule) for rule in rules],
                   text=diff)


def mail(body, subject, encoding=None):
    lines = ["From 0123456789012345678901234567890123456789 "
             "Mon Sep 17 00:00:00 2001", "From: A <a@example.org>",
             "Date: Mon, 17 Sep 2001 00:00:00 +0000", f"Subject: {subject}"]
    text = f"Takes more care of VM_IO.\n\nSigned-off-by: A\n---\n{body}"
    if encoding:
        lines += ["MIME-Version: 1.0",
                  "Content-Type: text/plain; charset=UTF-8",
                  f"Content-Transfer-Encoding: {encoding}"]
    if encoding == "base64":
        text = base64.encodebytes(text.encode()).decode()
    elif encoding == "quoted-printable":
        text = quopri.encodestring(text.encode()).decode()
    return "\n".join([*lines, "", text + "-- \n2.39.5\n", ""])


def envelopes(steps):
    """The same patch in every wrapping."""
    change = (MEM, MEM_MMAP, MISUSE)
    found = [planted(MEM)]
    diff = diff_of(steps, change)
    texts = [
        ("a mail", mail(diff, "[PATCH] x")),
        ("a mail in base64", mail(diff, "[PATCH] x", "base64")),
        ("a mail in quoted-printable",
         mail(diff, "[PATCH] x", "quoted-printable")),
        ("a mail with CR LF", mail(diff, "[PATCH] x").replace("\n", "\r\n")),
        ("without prefixes", diff_of(steps, change, words=["--no-prefix"])),
        ("no lines around", diff_of(steps, change, words=["-U0"])),
        ("whole functions around",
         diff_of(steps, change, words=["--function-context"])),
        ("by another algorithm",
         diff_of(steps, change, words=["--histogram", "--minimal"])),
    ]
    for name, text in texts:
        steps.look(f"patch, {name}", ["--patch", "-"], found, text=text)
    steps.plant(MEM, MEM_MMAP, "(void)file;")
    steps.plant(UIO, UIO_MMAP)
    steps.look("patch, over a revision", ["--patch", "-", "--base", "base"],
               found, text=diff)


def series(steps):
    """Three mails, each on top of the one before, in the wrong order."""
    mails, changes = [], [(MEM, MEM_ZERO, MISUSE), (UIO, UIO_MMAP, MISUSE),
                          (MEM, MEM_ZERO, OTHER_MISUSE)]
    for number, change in enumerate(changes, 1):
        steps.plant(*change)
        steps.commit_quietly()
        mails.append(mail(steps.git("show", "--format=", "--full-index"),
                          f"[PATCH v2 {number}/3] x"))
    texts = {path: steps.read(path) for path in (MEM, UIO)}
    found = [planted(MEM), planted(UIO), planted(MEM, OTHER_MISUSE)]
    steps.git("reset", "-q", "--hard", "base")
    steps.texts = texts
    steps.look("a series, out of order", ["--patch", "-"], found,
               text="".join([mails[2], mails[0], mails[1]]))
    mbox = steps.tree.with_name("series.mbox")
    mbox.write_text("".join(mails))
    steps.look("a series, in a file", ["--patch", mbox], found)
    steps.look("a series, one folder of it", ["--patch", mbox, "drivers/uio"],
               [planted(UIO)])


def rejects(steps):
    """What does not fit says where."""
    diff = diff_of(steps, (MEM, MEM_MMAP, MISUSE), (UIO, UIO_MMAP, PROPER))
    lines = diff.split("\n")
    line = next(number for number, text in enumerate(lines, 1)
                if text.startswith("@@") and "uio" in text)
    bad = diff.replace(" 	vma->vm_ops = &uio", " 	vma->vm_ops = &oui")
    steps.refuses("patch, a hunk without its context", ["--patch", "-"],
                  f"{line}: hunk 1 of {UIO} does not apply", text=bad)
    steps.refuses("patch, for a file that is not there", ["--patch", "-"],
                  "which the tree has not",
                  text=diff.replace(UIO, "drivers/uio/gone.c"))
    steps.refuses("patch, cut off", ["--patch", "-"], "patch",
                  text="\n".join(lines[:-4]))
    steps.refuses("patch, none at all", ["--patch", "-"], "holds no patch",
                  text="Hello\n")


PATCHES = (misuses, envelopes, series, rejects)
