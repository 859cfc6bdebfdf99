# SPDX-License-Identifier: GPL-2.0-only
"""--patch: diffs, mails and series, applied in memory or refused clearly."""
import base64
import quopri
import subprocess

from repository import MISUSE, PROPER, RepositoryTest, function, source
from scratch import main

GOOD = source(function("a_mmap", PROPER), function("b_mmap", PROPER))
BAD = source(function("a_mmap", PROPER), function("b_mmap", MISUSE))
BAD_LINE = "drivers/a.c:11 const_cast_write"


class PatchTest(RepositoryTest):
    """One commit with a misuse on a branch; the tree is without it."""

    def setUp(self):
        super().setUp()
        self.add("drivers/a.c", GOOD)
        self.commit()
        self.git("checkout", "-q", "-b", "topic")
        self.add("drivers/a.c", BAD)
        self.git("commit", "-qm", "a: größer\n\nFrom here on it is worse.")
        self.git("checkout", "-q", "main")
        self.mail = self.git("format-patch", "--stdout", "main..topic")

    def patched(self, text, *words, **keywords):
        if isinstance(text, str):
            text = text.encode()
        path = self.folder / "x.patch"
        path.write_bytes(text)
        return self.found("--patch", path, *words, **keywords)

    def refused(self, text, *words):
        """What is said of a patch that cannot be applied."""
        path = self.folder / "x.patch"
        path.write_text(text)
        run = self.check("--patch", path, *words, cwd=self.tree,
                         env=self.environment)
        self.assert_run(run, 2, out="")
        return run.err


class Forms(PatchTest):
    """Whatever is sent as a patch."""

    def test_mail(self):
        before = self.git("status", "--porcelain")
        self.assertEqual(self.patched(self.mail, status=1), [BAD_LINE])
        self.assertEqual(self.git("status", "--porcelain"), before)
        self.assertEqual((self.tree / "drivers/a.c").read_text(), GOOD)

    def test_standard_input(self):
        run = self.run_program(
            "check", "--cache-dir", self.cache, "--patch", "-", cwd=self.tree,
            env=self.environment, stdin=None, input=self.mail.encode())
        self.assertEqual(run.status, 1, str(run))
        self.assertIn("drivers/a.c:11:2: error", run.out)

    def test_plain_diffs(self):
        for words in ((), ("--no-prefix",), ("-U0",), ("-U1",),
                      ("--src-prefix=old/", "--dst-prefix=new/")):
            with self.subTest(words):
                text = self.git("diff", *words, "main", "topic")
                self.assertEqual(self.patched(text), [BAD_LINE])

    def test_diff_of_folders(self):
        for side, text in (("one", GOOD), ("two", BAD)):
            folder = self.folder / side / "drivers"
            folder.mkdir(parents=True)
            (folder / "a.c").write_text(text)
        done = subprocess.run(["diff", "-urN", "one", "two"], check=False,
                              cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(self.patched(done.stdout), [BAD_LINE])

    def test_backup_name(self):
        text = self.git("diff", "main", "topic")
        text = "\n".join(line for line in text.splitlines()
                         if not line.startswith(("diff", "index"))) + "\n"
        text = text.replace("--- a/drivers/a.c", "--- drivers/a.c.orig")
        text = text.replace("+++ b/drivers/a.c", "+++ drivers/a.c")
        self.assertEqual(self.patched(text), [BAD_LINE])

    def test_encodings_of_mail(self):
        head, body = self.mail.split("\n\n", 1)
        head = "\n".join(line for line in head.splitlines() if
                         not line.lower().startswith("content-transfer"))
        for name, coded in (
                ("quoted-printable", quopri.encodestring(body.encode())),
                ("base64", base64.encodebytes(body.encode()))):
            with self.subTest(name):
                text = (head + "\nContent-Transfer-Encoding: " + name +
                        "\n\n").encode() + coded
                self.assertEqual(self.patched(text), [BAD_LINE])
                self.assertEqual(self.patched(text.replace(b"\n", b"\r\n")),
                                 [BAD_LINE])

    def test_moved_context(self):
        self.place("drivers/a.c", "/* one */\n/* two */\n/* three */\n" + GOOD)
        self.assertEqual(self.patched(self.mail),
                         ["drivers/a.c:14 const_cast_write"])

    def test_new_deleted_renamed(self):
        self.git("checkout", "-q", "topic")
        self.git("mv", "drivers/a.c", "drivers/r.c")
        self.add("drivers/n.c", source(function("n", MISUSE)))
        self.commit()
        text = self.git("format-patch", "-M", "--stdout", "main..topic")
        self.git("checkout", "-q", "main")
        self.assertEqual(self.patched(text),
                         ["drivers/n.c:5 const_cast_write",
                          "drivers/r.c:11 const_cast_write"])
        back = self.git("diff", "-M", "topic", "main")
        self.assertEqual(self.patched(back, "--base", "topic"), [])

    def test_no_newline_at_the_end(self):
        self.place("drivers/a.c", GOOD.rstrip("\n"))
        self.git("commit", "-qam", "x")
        self.place("drivers/a.c", BAD.rstrip("\n"))
        text = self.git("diff")
        self.git("checkout", "-q", "drivers/a.c")
        self.assertEqual(self.patched(text), [BAD_LINE])

    def test_quoted_names(self):
        name = "drivers/größe\t\".c"
        self.git("checkout", "-q", "topic")
        self.add(name, source(function("n", MISUSE)))
        self.commit()
        text = self.git("diff", "HEAD~", "HEAD")
        self.git("checkout", "-q", "main")
        self.assertEqual(self.patched(text), [name + ":5 const_cast_write"])

    def test_tree_that_is_no_repository(self):
        subprocess.run(["rm", "-rf", self.tree / ".git"], check=True)
        self.environment["GIT_CEILING_DIRECTORIES"] = str(self.folder)
        self.assertEqual(self.patched(self.mail), [BAD_LINE])


class Series(PatchTest):
    """Mailboxes, in the order of their numbers."""

    def setUp(self):
        super().setUp()
        self.git("checkout", "-q", "topic")
        self.add("drivers/a.c", BAD.replace("VM_IO", "VM_PFNMAP"))
        self.git("commit", "-qm", "second")
        self.add("drivers/b.c", source(function("c_mmap", MISUSE)))
        self.git("commit", "-qm", "third")
        self.git("checkout", "-q", "main")
        self.git("format-patch", "-o", self.folder / "mails", "main..topic")
        self.mails = [path.read_text() for path in
                      sorted((self.folder / "mails").iterdir())]
        self.expected = [BAD_LINE, "drivers/b.c:5 const_cast_write"]

    def test_in_order(self):
        self.assertEqual(len(self.mails), 3)
        self.assertEqual(self.patched("".join(self.mails)), self.expected)

    def test_out_of_order(self):
        self.assertEqual(self.patched("".join(reversed(self.mails))),
                         self.expected)

    def test_over_a_revision(self):
        """The work tree is at the end of the series, the patch at its start."""
        self.git("checkout", "-q", "topic")
        self.assertIn("does not apply",
                      self.refused("".join(self.mails)))
        self.assertEqual(self.patched("".join(self.mails), "--base", "main"),
                         self.expected)
        self.assertIn("no such revision",
                      self.refused(self.mail, "--base", "gone"))


class Refusals(PatchTest):
    """What does not fit is said with hunk and line, and nothing is guessed."""

    def test_reject(self):
        self.place("drivers/a.c", GOOD.replace("VM_IO", "VM_PFNMAP"))
        err = self.refused(self.mail)
        self.assertRegex(err, r"x\.patch:\d+: hunk 1 of drivers/a\.c does not "
                         r"apply near its line 8")
        number = int(err.split("x.patch:")[1].split(":")[0])
        self.assertTrue(self.mail.splitlines()[number - 1].startswith("@@ "))

    def test_no_fuzz(self):
        """patch(1) would take it with fuzz 1."""
        self.place("drivers/a.c", GOOD.replace("int b_mmap(", "long b_mmap("))
        self.assertIn("does not apply", self.refused(self.mail))

    def test_missing_file(self):
        (self.tree / "drivers/a.c").unlink()
        self.assertIn("is for drivers/a.c, which the tree has not",
                      self.refused(self.mail))

    def test_no_patch(self):
        for text in ("", "Hello\n", "--- a\n+++ b\n"):
            self.assertIn("holds no patch", self.refused(text))
        run = self.check("--patch", self.folder / "gone", cwd=self.tree,
                         env=self.environment)
        self.assert_run(run, 2, out="", err="No such file")

    def test_broken(self):
        lines = self.mail.splitlines(keepends=True)
        head = next(i for i, line in enumerate(lines)
                    if line.startswith("@@ "))
        self.assertIn("ends within a hunk",
                      self.refused("".join(lines[:head + 3])))
        self.assertIn("another number of lines",
                      self.refused("".join(lines[:head + 3] + ["x\n"] +
                                           lines[head + 3:])))
        self.assertIn("cannot be read", self.refused(self.mail.replace(
            lines[head], "@@ -x +y @@\n").replace("@@ -x", "@@ -")))

    def test_no_file_on_either_side(self):
        self.assertIn("x.patch:2: names no file", self.refused(
            "--- /dev/null\n+++ /dev/null\n@@ -0,0 +1 @@\n+a\n"))

    def test_no_text(self):
        """Modes and binaries are patches, in which there is nothing to see."""
        self.assertEqual(self.patched(
            "diff --git a/drivers/a.c b/drivers/a.c\n"
            "old mode 100644\nnew mode 100755\n", status=0), [])

    def test_outside(self):
        for name in ("../out.c", "/etc/passwd.c"):
            text = (f"--- a/{name}\n+++ b/{name}\n"
                    "@@ -0,0 +1 @@\n+int x;\n")
            self.assertIn("outside of the tree", self.refused(text))

    def test_words(self):
        for words, text in ((("--staged", "--since", "main"), "only one of"),
                            (("--base", "main"), "goes with --patch"),
                            (("--changed-lines",), "goes with --staged"),
                            (("--no-merge-base",), "goes with --since"),
                            (("--staged", "--sparse"), "on disk")):
            run = self.check(*words, cwd=self.tree, env=self.environment)
            self.assert_run(run, 2, out="", err=text)


if __name__ == "__main__":
    main()
