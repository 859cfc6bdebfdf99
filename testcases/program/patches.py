# SPDX-License-Identifier: GPL-2.0-only
"""--patch: diffs, mails and series, applied in memory or refused clearly."""
import base64
import gzip
import lzma
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


class Git(PatchTest):
    """What git says above the hunks, as `git apply` understands it."""

    def changed(self, *words):
        """The patch of what is staged, which is undone."""
        text = self.git("diff", "--cached", *words)
        self.git("reset", "-q", "--hard")
        self.git("apply", "--check", "-", input=text)
        return text

    def test_copies(self):
        """With hunks and without; the first is as it was."""
        self.git("checkout", "-q", "topic")
        lines = "".join(f"\t(void){i};\n" for i in range(40))
        longer = source(function("l_mmap", lines, MISUSE))
        self.add("drivers/l.c", longer)
        self.commit()
        self.add("drivers/p.c", longer)
        self.add("drivers/q.c", longer.replace("(void)7;", "(void)8;"))
        text = self.changed("-C", "--find-copies-harder")
        self.assertEqual(text.count("copy from"), 2)
        self.assertEqual(self.patched(text), [
            "drivers/p.c:45 const_cast_write",
            "drivers/q.c:45 const_cast_write"])

    def test_copy_of_what_is_changed(self):
        """It is of what was there before the commit, though that comes
        first; in a series, of what the patch before it made."""
        self.git("checkout", "-q", "topic")
        self.add("drivers/a.c", "/* one more line */\n" + BAD)
        self.add("drivers/z.c", BAD)
        text = self.changed("-C")
        self.assertIn("copy from drivers/a.c", text)
        self.assertEqual(self.patched(text), ["drivers/z.c:11 const_cast_write"])
        self.git("checkout", "-q", "topic")
        self.add("drivers/z.c", BAD)
        self.git("commit", "-qm", "copy")
        series = self.git("format-patch", "-C", "--find-copies-harder",
                          "--stdout", "main..topic")
        self.git("checkout", "-q", "main")
        self.assertEqual(self.patched(series),
                         [BAD_LINE, "drivers/z.c:11 const_cast_write"])

    def test_names_that_change_places(self):
        self.git("checkout", "-q", "topic")
        self.add("drivers/b.c", source(function("c_mmap", PROPER)))
        self.commit()
        text = "".join(f"diff --git a/drivers/{a} b/drivers/{b}\n"
                       "similarity index 100%\n"
                       f"rename from drivers/{a}\nrename to drivers/{b}\n"
                       for a, b in (("a.c", "b.c"), ("b.c", "a.c")))
        self.git("apply", "--check", "-", input=text)
        self.assertEqual(self.patched(text), [])

    def test_rename_below_a_folder_of_that_name(self):
        """What a rename names has no a/ before it."""
        self.add("a.c", GOOD)
        self.git("commit", "-qm", "another")
        text = ("diff --git a/drivers/a.c b/drivers/b.c\n"
                "similarity index 100%\nrename from drivers/a.c\n"
                "rename to drivers/b.c\n")
        self.git("apply", "--check", "-", input=text)
        self.assertEqual(self.patched(text, status=0), [])

    def test_link(self):
        """Where a link leads to is no code."""
        (self.tree / "drivers/l.c").symlink_to("a.c")
        self.git("add", "drivers/l.c")
        self.assertEqual(self.patched(self.changed(), status=0), [])

    def test_modes(self):
        (self.tree / "drivers/a.c").chmod(0o755)
        self.place("drivers/a.c", BAD)
        self.git("add", "drivers/a.c")
        self.assertEqual(self.patched(self.changed()), [BAD_LINE])


class Unlike(PatchTest):
    """What git refuses is refused, and in its own words."""

    def refused_by_both(self, text, *words):
        done = subprocess.run(["git", "apply", "--check", "-"], cwd=self.tree,
                              env=self.environment, input=text, text=True,
                              check=False, capture_output=True)
        self.assertNotEqual(done.returncode, 0)
        return self.refused(text, *words)

    def test_counts_that_wrap(self):
        text = self.git("diff", "main", "topic")
        far = text.replace("@@ -8,6", f"@@ -{8 + 2 ** 32},6")
        self.assertIn("cannot be read", self.refused(far))
        for old, new in (("@@ -8,6", f"@@ -8,{6 + 2 ** 32}"),
                         ("+8,6 @@", f"+8,{6 + 2 ** 64} @@")):
            self.assertIn(old, text)
            self.assertIn("cannot be read",
                          self.refused_by_both(text.replace(old, new)))

    def test_new_over_existing(self):
        text = ("diff --git a/drivers/a.c b/drivers/a.c\n"
                "new file mode 100644\n--- /dev/null\n+++ b/drivers/a.c\n"
                "@@ -0,0 +1 @@\n+int x;\n")
        self.assertIn("adds drivers/a.c, which is there already",
                      self.refused_by_both(text))

    def test_deletion_that_leaves_lines(self):
        text = self.git("diff", "main", "topic").replace(
            "+++ b/drivers/a.c", "+++ /dev/null").replace(
                "\nindex", "\ndeleted file mode 100644\nindex")
        self.assertIn("removes drivers/a.c, but leaves lines of it",
                      self.refused_by_both(text))

    def test_applied_already(self):
        self.git("checkout", "-q", "topic")
        self.assertIn("drivers/a.c: it is applied already",
                      self.refused_by_both(self.mail))
        self.add("drivers/n.c", BAD)
        self.git("commit", "-qm", "new")
        self.assertIn("adds drivers/n.c, but is applied already",
                      self.refused_by_both(self.git("show", "--format=")))

    def test_no_hunks(self):
        """A source that is changed, as binary or in no way at all."""
        (self.tree / ".gitattributes").write_text("*.c binary\n")
        self.place("drivers/a.c", BAD)
        for words in ((), ("--binary",)):
            self.assertIn("does not say how", self.refused(
                self.git("diff", *words)))
        self.assertIn("does not say how", self.refused(
            self.git("diff").split("\n", 2)[0] +
            "\nindex 123456789..abcdef123 100644\n"))

    def test_nothing_to_say(self):
        """Of an empty file, and of what is no source."""
        self.add("drivers/empty.c", "")
        self.add("drivers/x.bin", b"\0\1")
        self.assertEqual(self.patched(
            self.git("diff", "--cached", "--binary"), status=0), [])

    def test_combined(self):
        self.git("checkout", "-q", "-b", "side")
        self.add("drivers/a.c", GOOD.replace("VM_IO", "VM_PFNMAP", 2))
        self.commit()
        self.git("merge", "-q", "topic", status=None)
        self.add("drivers/a.c", BAD.replace("VM_IO", "VM_MIXEDMAP", 2))
        self.commit()
        for words in (("--cc",), ("-c",)):
            text = self.git("show", "--format=", *words)
            self.assertIn("is a combined diff", self.refused(text))


class Wrapped(PatchTest):
    """Mails as mail programs make them; `git mailinfo` is the measure."""

    def diff(self):
        return self.git("diff", "main", "topic")

    def mailed(self, header, body):
        """Checks a mail, after git has found the same patch in it."""
        mail = ("From: A <a@example.org>\nSubject: [PATCH] a: worse\n"
                "Date: Thu, 6 Jun 2024 10:00:00 +0000\n"
                f"MIME-Version: 1.0\n{header}\n\n{body}")
        found = self.folder / "found"
        self.git("mailinfo", "--no-scissors", self.folder / "message", found,
                 input=mail)
        self.git("apply", "--check", found)
        return self.patched(mail)

    def parts(self, *parts):
        return "".join(f"--=_x=\n{part}\n" for part in parts) + "--=_x=--\n"

    def test_parts(self):
        """Each with an encoding of its own."""
        plain = "Content-Type: text/plain\n\nHello.\n---\n"
        coded = base64.encodebytes(self.diff().encode()).decode()
        quoted = quopri.encodestring(self.diff().encode()).decode()
        for part in (
                "Content-Type: text/x-patch; name=\"a.patch\"\n"
                "Content-Transfer-Encoding: base64\n\n" + coded,
                "Content-Type: text/x-diff;\n name=a.diff\n"
                "content-transfer-encoding: Quoted-Printable\n\n" + quoted,
                "Content-Disposition: attachment\n\n" + self.diff()):
            for mark in ("\"=_x=\"", "\"=_x=\"; charset=utf-8"):
                with self.subTest(part[:60], mark=mark):
                    self.assertEqual(self.mailed(
                        f"Content-Type: multipart/mixed;\n boundary={mark}",
                        "This is MIME.\n" + self.parts(plain, part)),
                        [BAD_LINE])

    def test_parts_of_parts(self):
        inner = self.parts("Content-Transfer-Encoding: base64\n\n" +
                           base64.encodebytes(self.diff().encode()).decode())
        inner = inner.replace("=_x=", "=_y=")
        self.assertEqual(self.patched(
            "Subject: [PATCH] a\n"
            "Content-Type: multipart/mixed; boundary=\"=_x=\"\n\n" +
            self.parts("Content-Type: multipart/alternative;\n"
                       "\tboundary=\"=_y=\"\n\n" + inner)), [BAD_LINE])

    def test_page_beside_it(self):
        """The same once more as HTML is no second patch."""
        mail = ("Subject: [PATCH] a\nContent-Type: multipart/alternative; "
                "boundary=\"=_x=\"\n\n" + self.parts(
                    "Content-Type: text/plain\n\n" + self.diff(),
                    "Content-Type: text/html\n\n" + self.diff()))
        self.assertEqual(self.patched(mail), [BAD_LINE])

    def test_flowed(self):
        """Blanks before lines, and soft ends of long ones."""
        def stuffed(line):
            return " " + line if line.startswith((" ", "From", ">")) else line

        text = "\n".join("" if line == " " else stuffed(line)
                         for line in self.diff().split("\n"))
        self.assertEqual(self.mailed(
            "Content-Type: text/plain; charset=utf-8; format=flowed", text),
            [BAD_LINE])
        cut = text.replace("(unsigned long *)", "(unsigned \nlong *)")
        self.assertNotEqual(cut, text)
        self.assertEqual(self.mailed(
            "Content-Type: text/plain; format=flowed", cut), [BAD_LINE])
        self.assertEqual(self.mailed(
            "Content-Type: text/plain; format=\"flowed\"; delsp=yes",
            cut.replace("(unsigned \n", "(unsigned  \n")), [BAD_LINE])

    def test_folded_header(self):
        self.assertEqual(self.mailed(
            "Content-Transfer-Encoding:\n base64",
            base64.encodebytes(self.diff().encode()).decode()), [BAD_LINE])

    def reply(self, text):
        return ("From b@example.org Thu Jun  6 10:00:00 2024\n"
                "From: B <b@example.org>\nSubject: Re: [PATCH] a: worse\n"
                "Date: Thu, 6 Jun 2024 10:00:00 +0000\n\n"
                "On Thursday A wrote:\n> from here on\n\nRather this?\n\n" +
                text)

    def test_replies(self):
        """What somebody proposes in a thread is none of the series."""
        self.git("checkout", "-q", "topic")
        self.add("drivers/r.c", source(function("r", MISUSE)))
        reply = self.reply(self.git("diff", "--cached"))
        self.git("reset", "-q", "--hard", "main")
        path = self.folder / "thread.mbox"
        path.write_text(self.mail + reply)
        run = self.check("--patch", path, cwd=self.tree, env=self.environment)
        self.assertEqual(run.status, 1, str(run))
        self.assertNotIn("drivers/r.c", run.out)
        self.assertIn("a diff in a reply is not applied", run.err)
        self.assertIn("holds no patch", self.refused(reply))
        self.assertEqual(self.patched(self.mail + self.reply("Thanks!\n")),
                         [BAD_LINE])

    def test_packed(self):
        path = self.folder / "x.mbox.gz"
        path.write_bytes(gzip.compress(self.mail.encode()))
        self.assertEqual(self.found("--patch", path), [BAD_LINE])
        path.write_bytes(gzip.compress(self.mail.encode())[:-20])
        run = self.check("--patch", path, cwd=self.tree, env=self.environment)
        self.assert_run(run, 2, out="", err="cannot be read")

    def test_packed_on_standard_input(self):
        for packed in (gzip.compress(self.mail.encode()),
                       lzma.compress(self.mail.encode())):
            for text, status in ((packed, 1), (packed[:-20], 2)):
                run = self.check("--patch", "-", cwd=self.tree,
                                 env=self.environment, stdin=None, input=text)
                self.assertEqual(run.status, status, str(run))
                self.assertIn("drivers/a.c:11:2: error" if status == 1 else
                              "cannot unpack it", run.out + run.err)


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

    def test_other_files_over_a_revision(self):
        """Those that are no sources are read from the revision, too."""
        names = ("Kconfig", "Makefile", "Documentation/a.rst", "lib/a.S")
        for name in names:
            self.add(name, "".join(f"# {i}\n" for i in range(20)))
        self.git("commit", "-qm", "more")
        self.git("checkout", "-q", "-b", "mixed")
        for name in names:
            self.add(name, (self.tree / name).read_text().replace("9", "9x"))
        self.add("drivers/a.c", BAD)
        self.git("commit", "-qm", "mixed")
        text = self.git("format-patch", "--stdout", "main..mixed")
        self.assertEqual(self.patched(text, "--base", "main"), [BAD_LINE])
        self.git("rm", "-q", *names[2:])
        self.git("commit", "-qm", "gone")
        self.assertEqual(self.patched(text, "--base", "main"), [BAD_LINE])

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
