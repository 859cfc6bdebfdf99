# SPDX-License-Identifier: GPL-2.0-only
"""The commit hook with the real git, and with the real pre-commit."""
import os
import shutil
import subprocess
import unittest

from repository import MISUSE, PROPER, RepositoryTest, function, source
from scratch import FORMATS, TOP, main

BAD = source(function("a_mmap", MISUSE))
GOOD = source(function("a_mmap", PROPER))


class HookTest(RepositoryTest):

    def setUp(self):
        super().setUp()
        self.environment["XDG_CACHE_HOME"] = str(self.folder / "cache")

    def hook(self, action, status=0, **keywords):
        run = self.run_program("hook", action, **{
            "cwd": self.tree, "env": self.environment, **keywords})
        self.assertEqual(run.status, status, str(run))
        return run

    def commits(self, *words, **keywords):
        """What a commit says, and whether it was made."""
        before = self.git("rev-parse", "HEAD", status=None)
        done = subprocess.run(
            ["git", "commit", "-m", "x", *words], text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, **{"cwd": self.tree,
                                         "env": self.environment, **keywords})
        self.assertEqual(done.returncode == 0,
                         self.git("rev-parse", "HEAD") != before, done.stdout)
        return done.returncode == 0, done.stdout

    def assert_refused(self, *words, **keywords):
        done, said = self.commits(*words, **keywords)
        self.assertFalse(done, said)
        self.assertIn("const_cast_write", said)
        return said

    def assert_made(self, *words, **keywords):
        done, said = self.commits(*words, **keywords)
        self.assertTrue(done, said)
        self.assertNotIn("vmalint", said)
        return said


class Install(HookTest):
    """What install and uninstall leave behind."""

    def test_there_and_back(self):
        said = self.hook("install").out
        self.assertIn("--no-verify", said)
        self.add("drivers/a.c", BAD)
        self.assert_refused()
        self.hook("install")
        self.assert_refused()
        self.hook("uninstall")
        self.assertEqual([name for name in os.listdir(
            self.tree / ".git/hooks") if not name.endswith(".sample")], [])
        self.assert_made()

    def test_existing_hook(self):
        """It is kept, runs first, can refuse, and comes back."""
        hook = self.tree / ".git/hooks/pre-commit"
        text = '#!/bin/sh\necho mine "$@"\ntest ! -e refuse\n'
        hook.write_text(text)
        hook.chmod(0o755)
        self.hook("install")
        self.hook("install")
        self.add("drivers/a.c", GOOD)
        self.assertIn("mine", self.assert_made())
        self.place("refuse", "")
        self.add("drivers/a.c", GOOD + "\n")
        self.assertFalse(self.commits()[0])
        (self.tree / "refuse").unlink()
        self.add("drivers/a.c", BAD)
        self.assertIn("mine", self.assert_refused())
        self.hook("uninstall")
        self.assertEqual(hook.read_text(), text)

    def test_hooks_path(self):
        self.git("config", "core.hooksPath", "my hooks")
        self.hook("install")
        self.assertTrue((self.tree / "my hooks/pre-commit").exists())
        self.add("drivers/a.c", BAD)
        self.assert_refused()

    def test_shared_hooks(self):
        """A folder for all repositories gets no hook that is for one."""
        shared = self.folder / "shared hooks"
        for words in (("--global",), ()):
            self.git("config", *words, "core.hooksPath", shared)
            run = self.hook("install", status=2)
            self.assertIn("is shared with other repositories", run.err)
            self.assertFalse(shared.exists())
        self.git("config", "core.hooksPath", ".git/hooks")
        self.hook("install")
        self.add("drivers/a.c", BAD)
        self.assert_refused()

    def test_linked_work_tree(self):
        linked = self.folder / "linked tree"
        self.git("worktree", "add", "-q", "-b", "linked", linked)
        self.hook("install", cwd=linked)
        (linked / "drivers").mkdir(exist_ok=True)
        (linked / "drivers/a.c").write_text(BAD)
        self.git("add", "-A", cwd=linked)
        done = subprocess.run(["git", "commit", "-m", "x"], cwd=linked,
                              env=self.environment, check=False, text=True,
                              capture_output=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("const_cast_write", done.stdout + done.stderr)

    def test_program_that_is_gone(self):
        program = self.folder / "vmalint's copy"
        shutil.copy(self.vmalint, program)
        subprocess.run([program, "hook", "install"], cwd=self.tree,
                       env=self.environment, check=True, capture_output=True)
        self.add("drivers/a.c", BAD)
        self.assert_refused()
        program.unlink()
        done, said = self.commits()
        self.assertTrue(done)
        self.assertIn("nothing was checked", said)

    def test_in_another_repository(self):
        """A hook that all share has nothing to do where no kernel is."""
        other = self.folder / "other"
        other.mkdir()
        self.git("init", "-q", str(other))
        (other / "a.c").write_text(BAD)
        self.git("-C", str(other), "add", "a.c")
        run = self.hook("run", cwd=other)
        self.assertEqual((run.out, run.err), ("", ""))
        run = self.run_program("hook", "run", "--tree", self.folder / "gone",
                               cwd=other, env=self.environment)
        self.assertEqual(run.status, 2, str(run))

    def test_wrong_words(self):
        for words in ((), ("instal",), ("install", "x")):
            run = self.run_program("hook", *words, cwd=self.tree,
                                   env=self.environment)
            self.assert_run(run, 2, out="", err="vmalint: ")
        outside = self.folder / "outside"
        outside.mkdir()
        self.environment["GIT_CEILING_DIRECTORIES"] = str(self.folder)
        self.assertIn("not in a git repository",
                      self.hook("install", status=2, cwd=outside).err)


class Commits(HookTest):
    """Every way to make a commit."""

    def setUp(self):
        super().setUp()
        self.add("drivers/a.c", GOOD)
        self.add("drivers/b.c", GOOD)
        self.commit()
        self.hook("install")

    def test_silent_when_clean(self):
        self.add("drivers/a.c", GOOD + "/* more */\n")
        self.assertEqual(len(self.assert_made("-q").splitlines()), 0)

    def test_what_is_asked_of_git(self):
        """git is started once, and need not read the index."""
        folder = self.folder / "bin"
        log = self.folder / "log"
        folder.mkdir()
        (folder / "git").write_text(
            "#!/bin/sh\n" f"echo \"$GIT_INDEX_FILE $*\" >>{log}\n"
            f"exec {shutil.which('git')} \"$@\"\n")
        (folder / "git").chmod(0o755)
        environment = {**self.environment, "PATH":
                       f"{folder}:{self.environment['PATH']}"}
        self.add("drivers/c.c", "int c;\n")
        self.add("drivers/a.h", "/* beside it */\n")
        self.commit()
        self.add("drivers/c.c", '#include "a.h"\nint c;\n')
        self.hook("run", env=environment)
        for words in (("status",), ("write-tree",), ("read-tree", "HEAD")):
            with self.subTest(words):
                self.git(*words)
                self.git("add", "drivers/c.c")
                log.unlink()
                self.hook("run", env=environment)
                calls = log.read_text().splitlines()
                self.assertEqual(len(calls), 1, calls)
                self.assertIn(" cat-file --batch", calls[0])

    def test_reports_of_the_tree(self):
        """A report tells of the tree, however little a hook has to say."""
        for text in (None, GOOD + "/* more */\n", "int c;\n"):
            if text:
                self.add("drivers/c.c", text)
            for name in set(FORMATS) - {"text"}:
                with self.subTest(text=text, name=name):
                    summary = self.folder / "summary"
                    run = self.run_program(
                        "hook", "run", "--cache-dir", self.cache, "--format",
                        name, cwd=self.tree,
                        env={**self.environment,
                             "GITHUB_STEP_SUMMARY": str(summary)})
                    self.assertEqual(run.status, 0, str(run))
                    self.assertEqual(run.err, "")
                    if name == "json":
                        self.assertIn('"version":"6.17.0"', run.out)
                        self.assertIn('"api":"const"', run.out)

    def test_short_when_not(self):
        self.add("drivers/a.c", BAD)
        said = self.assert_refused().splitlines()
        self.assertEqual(len(said), 5, said)
        self.assertIn("vmalint rules const_cast_write", said[-1])
        self.assertIn("--no-verify", said[-1])

    def test_all(self):
        self.place("drivers/a.c", BAD)
        self.assert_refused("-a")
        self.assert_made("--allow-empty")

    def test_only_a_path(self):
        """The index of the commit is not the index."""
        self.add("drivers/a.c", BAD)
        self.place("drivers/b.c", GOOD + "\n")
        self.assert_made("drivers/b.c")
        self.place("drivers/b.c", BAD)
        self.assert_refused("drivers/b.c")
        self.assert_made("--no-verify", "drivers/b.c")

    def test_from_a_folder_below(self):
        self.add("drivers/a.c", BAD)
        self.assert_refused(cwd=self.tree / "drivers")

    def test_amend(self):
        self.add("drivers/a.c", GOOD + "\n")
        self.commit()
        self.add("drivers/a.c", BAD)
        self.assert_refused("--amend")
        self.add("drivers/a.c", GOOD)
        self.assert_made("--amend", "--allow-empty")

    def test_no_verify(self):
        self.add("drivers/a.c", BAD)
        self.assert_made("--no-verify")
        self.add("drivers/a.c", BAD + "\n")
        self.assert_made()

    def test_merge(self):
        self.git("checkout", "-q", "-b", "side")
        self.add("drivers/side.c", source(function("s", MISUSE)))
        self.commit()
        self.git("checkout", "-q", "main")
        self.add("drivers/a.c", GOOD + "\n")
        self.commit()
        self.git("merge", "-q", "side")
        self.assertEqual(len(self.git("rev-list", "--parents", "-1",
                                      "HEAD").split()), 3)

    def test_merge_with_a_misuse_of_its_own(self):
        self.git("checkout", "-q", "-b", "side")
        self.add("drivers/a.c", source(function("a_mmap", PROPER, PROPER)))
        self.commit()
        self.git("checkout", "-q", "main")
        self.add("drivers/a.c", source(function("a_mmap", PROPER,
                                                "\t(void)file;\n")))
        self.commit()
        self.git("merge", "-q", "side", status=1)
        self.add("drivers/a.c", source(function("a_mmap", PROPER, MISUSE)))
        self.assert_refused()
        self.add("drivers/a.c", GOOD)
        self.assert_made()

    def test_rebase(self):
        """Replayed commits do not pass the hook; it is not in the way."""
        self.git("checkout", "-q", "-b", "topic")
        self.add("drivers/t.c", source(function("t", MISUSE)))
        self.commit()
        self.git("checkout", "-q", "main")
        self.add("drivers/a.c", GOOD + "\n")
        self.commit()
        self.git("rebase", "-q", "main", "topic")
        self.assertEqual(self.found("--since", "main"),
                         ["drivers/t.c:5 const_cast_write"])


@unittest.skipUnless(shutil.which("pre-commit"), "no pre-commit here")
class PreCommit(HookTest):
    """https://pre-commit.com, with .pre-commit-hooks.yaml of this project."""

    def setUp(self):
        super().setUp()
        programs = self.folder / "bin"
        programs.mkdir()
        (programs / "vmalint").symlink_to(self.vmalint)
        self.environment["PATH"] = f"{programs}:/usr/bin:/bin"
        self.environment["PRE_COMMIT_HOME"] = str(self.folder / "pre-commit")
        hooks = self.folder / "hooks"
        hooks.mkdir()
        shutil.copy(TOP / ".pre-commit-hooks.yaml", hooks)
        self.git("init", "-q", cwd=hooks)
        self.git("add", "-A", cwd=hooks)
        self.git("commit", "-qm", "x", cwd=hooks)
        revision = self.git("rev-parse", "HEAD", cwd=hooks).strip()
        self.add(".pre-commit-config.yaml",
                 f"repos:\n- repo: {hooks}\n  rev: {revision}\n"
                 "  hooks:\n  - id: vmalint\n")
        self.commit()
        self.pre_commit("install")

    def pre_commit(self, *words, status=0):
        done = subprocess.run(
            ["/usr/bin/pre-commit", *words], cwd=self.tree, check=False,
            env=self.environment, stdin=subprocess.DEVNULL, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(done.returncode, status, done.stdout)
        return done.stdout

    def test_commits(self):
        self.add("drivers/a.c", BAD)
        self.assertIn("1 finding", self.assert_refused())
        self.place("drivers/a.c", GOOD)
        self.assert_refused()
        self.add("drivers/a.c", GOOD)
        done, said = self.commits()
        self.assertTrue(done, said)
        self.assertIn("Passed", said)
        self.add("README", "no C\n")
        self.assertIn("Skipped", self.commits()[1])

    def test_many_files_one_run(self):
        for number in range(40):
            self.add(f"drivers/n{number}.c",
                     source(function(f"n{number}", MISUSE)))
        self.assertIn("vmalint: 40 findings", self.assert_refused())

    def test_all_files(self):
        """Nothing is staged: the files as they are."""
        self.add("drivers/a.c", BAD)
        self.commit()
        self.assertIn("drivers/a.c:5",
                      self.pre_commit("run", "--all-files", status=1))
        self.pre_commit("run", "--files", "Makefile")

    def test_range(self):
        self.git("tag", "start")
        self.add("drivers/a.c", BAD)
        self.commit()
        words = ("run", "--from-ref", "start", "--to-ref")
        self.assertIn("drivers/a.c:5", self.pre_commit(*words, "HEAD",
                                                       status=1))
        self.git("tag", "bad")
        self.add("drivers/b.c", source(function("b", PROPER)))
        self.commit()
        self.pre_commit("run", "--from-ref", "bad", "--to-ref", "HEAD")


if __name__ == "__main__":
    main()
