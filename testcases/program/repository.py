# SPDX-License-Identifier: GPL-2.0-only
"""A git repository over a small kernel tree, for tests with the real git."""
import json
import os
import subprocess
from collections import Counter

from scratch import ProgramTest

# One const_cast_write each; what a kernel with a const word would compile.
MISUSE = "\t*(unsigned long *)&vma->vm_flags |= VM_IO;\n"
PROPER = "\tvm_flags_set(vma, VM_IO);\n"


def function(name, *statements):
    """A function with these statements between its braces."""
    return (f"int {name}(struct file *file, struct vm_area_struct *vma)\n"
            "{\n" + "".join(statements) + "\treturn 0;\n}\n")


def source(*functions):
    return "#include <linux/mm.h>\n\n" + "\n".join(functions)


class RepositoryTest(ProgramTest):
    """self.tree is a repository with one commit."""

    def setUp(self):
        super().setUp()
        home = self.folder / "home"
        home.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"), "TERM": "dumb",
            "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "C", "GIT_COMMITTER_EMAIL": "c@example.org",
            "GIT_EDITOR": "true", "PYTHONDONTWRITEBYTECODE": "1",
            **{name: value for name, value in os.environ.items()
               if name.startswith(("ASAN", "LSAN", "UBSAN"))}}
        self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "tree")

    def git(self, *words, status=0, **keywords):
        """Runs git in the tree; its output."""
        keywords = {"cwd": self.tree, "env": self.environment, "text": True,
                    "stdin": subprocess.DEVNULL, "check": False,
                    "capture_output": True, **keywords}
        if "input" in keywords:
            del keywords["stdin"]
        done = subprocess.run(["git", *map(str, words)], **keywords)
        if status is not None:
            self.assertEqual(done.returncode, status,
                             f"git {words}: {done.stdout}{done.stderr}")
        return done.stdout

    def add(self, path, text):
        """Writes a file and adds it to the index."""
        self.place(path, text)
        self.git("add", "--", path)

    def commit(self, *words):
        self.git("commit", "-q", "--no-verify", "-m", "change", *words)

    def found(self, *words, status=None, **keywords):
        """The findings of a run in the tree, as "path:line rule"."""
        keywords = {"cwd": self.tree, "env": self.environment, **keywords}
        report = self.report(*words, status=status, **keywords)
        return [f"{finding['path']}:{finding['line']} {finding['rule']}"
                for finding in report["findings"]]

    def assert_staged(self, *expected, **keywords):
        self.assertEqual(self.found("--staged", **keywords), list(expected))


class WaysTest(RepositoryTest):
    """The four ways of asking for a change, each with its own disk."""

    def keys(self, *words):
        """What is found, told by what no other edit changes.

        Edits leave uses of what no header declares any more.
        """
        run = self.check("--format", "json", "--arch", "x86", "-j1",
                         "--min-coverage", "1", *words, cwd=self.tree,
                         env=self.environment)
        self.assertIn(run.status, (0, 1), str(run))
        return Counter((finding["rule"], finding["function"])
                       for finding in json.loads(run.out)["findings"])

    def assert_ways(self, expected, old):
        """Every way of asking for what is staged, with its own disk."""
        ways = {"staged": self.keys("--staged")}
        patch = self.folder / "change.patch"
        patch.write_text(self.git("diff", "--cached", "-M", "--binary"))
        self.git("commit", "-q", "--allow-empty", "-m", "change")
        ways["since"] = self.keys("--since", "HEAD~")
        if patch.stat().st_size > 0:
            ways["base"] = self.keys("--patch", patch, "--base", old)
            self.git("checkout", "-q", "HEAD~")
            ways["patch"] = self.keys("--patch", patch)
            ways["range"] = self.keys("--since", f"{old}..main")
            self.git("checkout", "-q", "main")
        for way, found in ways.items():
            self.assertEqual(found, expected, f"{way}:\n" + self.git(
                "show", "-M", "--format="))
