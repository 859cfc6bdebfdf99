# SPDX-License-Identifier: GPL-2.0-only
"""`vmalint b4`: a mail on standard input, answered in the way b4 reads."""
import json
import re

from repository import MISUSE, PROPER, RepositoryTest, function, source
from scratch import main

GOOD = source(function("a_mmap", PROPER))
BAD = source(function("a_mmap", PROPER), function("b_mmap", MISUSE))
WORSE = source(function("a_mmap", PROPER), function("b_mmap", MISUSE),
               function("c_mmap", MISUSE))
LINE = re.compile(r"drivers/a\.c:\d+: ERROR: .+ \[const_cast_write\]")
COVER = """\
From: A <a@example.org>
Subject: [PATCH 0/2] cover letter

 drivers/a.c | 5 +++++
 1 file changed, 5 insertions(+)
"""


class B4(RepositoryTest):
    """A series of two patches on a branch, which is checked out."""

    def setUp(self):
        super().setUp()
        self.add("drivers/a.c", GOOD)
        self.commit()
        self.git("checkout", "-q", "-b", "topic")
        for text in (BAD, WORSE):
            self.add("drivers/a.c", text)
            self.commit()

    def mail(self, revision="HEAD"):
        return self.git("format-patch", "-1", "--stdout", revision)

    def b4(self, action, text, *words):
        """What is said to a mail; standard error must stay empty."""
        path = self.folder / "mail"
        path.write_bytes(text.encode())
        with open(path, "rb") as mail:
            run = self.run_program("b4", action, "--cache-dir", self.cache,
                                   *words, stdin=mail, cwd=self.tree,
                                   env=self.environment)
        self.assertEqual(run.err, "")
        self.assertEqual(run.status, 0)
        return run.out

    def review(self, text):
        results = json.loads(self.b4("review", text))
        for result in results:
            self.assertEqual(result["tool"], "vmalint")
            self.assertIn(result["status"], ("pass", "warn", "fail"))
        return results

    def lines(self, *words):
        return self.b4("check", *words).splitlines()

    def test_patch_that_is_in_the_tree(self):
        """b4 prep --check: each patch adds one, though both are applied."""
        for revision, number in (("HEAD", 17), ("HEAD~", 11)):
            lines = self.lines(self.mail(revision))
            self.assertEqual(len(lines), 1, lines)
            self.assertRegex(lines[0], LINE)
            self.assertIn(f":{number}: ", lines[0])

    def test_patch_for_the_tree(self):
        """b4 am: the patch is not applied yet; no blobs are named."""
        mail = self.mail("HEAD~")
        self.git("checkout", "-q", "main")
        for text in (mail, re.sub(r"(?m)^index .*\n", "", mail),
                     re.sub(r"(?m)^index \w+", "index 1234567890ab", mail)):
            lines = self.lines(text)
            self.assertEqual(len(lines), 1, lines)
            self.assertRegex(lines[0], LINE)

    def test_new_file(self):
        self.add("drivers/n.c", BAD)
        self.commit()
        self.assertEqual([line.split(": ")[0]
                          for line in self.lines(self.mail())],
                         ["drivers/n.c:11"])

    def test_clean(self):
        self.add("drivers/n.c", GOOD)
        self.commit()
        self.assertEqual(self.b4("check", self.mail()), "")
        result, = self.review(self.mail())
        self.assertEqual(result["status"], "pass")

    def test_nothing_to_say(self):
        """No flags, no C, no patch."""
        self.add("drivers/n.c", "int n;\n")
        self.add("README", "text\n")
        self.commit()
        for text in (self.mail(), COVER, "", "\0\xff"):
            self.assertEqual(self.b4("check", text), "")
            self.assertEqual(self.review(text), [])

    def test_review(self):
        result, = self.review(self.mail())
        self.assertEqual(result["status"], "fail")
        self.assertIn("1 error", result["summary"])
        self.assertRegex(result["details"], LINE)

    def test_does_not_apply(self):
        """A warning, no failure: the patch may be for another tree."""
        text = re.sub(r"(?m)^index .*\n", "", self.mail().replace(
            "\n \treturn 0;", "\n \treturn 9;"))
        lines = self.lines(text)
        self.assertEqual(len(lines), 1, lines)
        self.assertIn("WARNING: not checked by vmalint: ", lines[0])
        self.assertNotIn("ERROR:", lines[0])
        result, = self.review(text)
        self.assertEqual(result["status"], "warn")

    def test_broken_mail(self):
        text = self.mail()
        self.assertIn("WARNING: ", self.b4("check", text[:text.index("\n+int")]))

    def test_options(self):
        self.assertEqual(self.b4("check", self.mail(), "--ignore",
                                 "const_cast_write"), "")
        for words in ((), ("chekc",), ("check", "--staged"),
                      ("check", "--format", "json")):
            run = self.run_program("b4", *words, cwd=self.tree)
            self.assertEqual(run.status, 2)
            self.assertEqual(run.out, "")


if __name__ == "__main__":
    main()
