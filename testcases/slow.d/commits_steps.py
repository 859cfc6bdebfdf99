# SPDX-License-Identifier: GPL-2.0-only
"""A git repository made from a whole kernel tree, and steps in it.

A step changes something, has vmalint look at it, by its commit hook or by
itself, and compares exactly: each finding is (path, its line of source, its
rule).
"""
import json
import os
import shutil
import subprocess
import time

# Two files with flags, one without; what misuse is put in front of.
MEM = "drivers/char/mem.c"
MEM_MMAP = "	if (!private_mapping_ok(vma))\n"
MEM_ZERO = "	vma_set_anonymous(vma);\n	return 0;\n"
UIO = "drivers/uio/uio.c"
UIO_MMAP = "	vma->vm_ops = &uio_logical_vm_ops;\n"
PLAIN = "lib/sort.c"
MISUSE = "*(vm_flags_t *)&vma->vm_flags |= VM_IO;"
OTHER_MISUSE = "*(vm_flags_t *)&vma->vm_flags |= VM_DONTDUMP;"
PROPER = "vm_flags_set(vma, VM_IO);"
RULE = "const_cast_write"
# A source of its own, with one misuse.
DRIVER = f"""\
#include <linux/mm.h>

int planted_mmap(struct file *file, struct vm_area_struct *vma);
int planted_mmap(struct file *file, struct vm_area_struct *vma)
{{
	{MISUSE}
	return 0;
}}
"""


def planted(path, statement=MISUSE, rule=RULE):
    return (path, statement, rule)


class Steps:
    """The repository at work/linux, with one commit, and a count of faults."""

    def __init__(self, program, work):
        self.program = program.resolve()
        self.tree = (work / "linux").resolve()
        self.report = (work / "report.json").resolve()
        self.here = self.tree  # where git and vmalint are run
        self.texts = {}        # what is checked, where it is not on disk
        self.nr, self.nr_wrong = 0, 0
        home = (work / "home").resolve()
        home.mkdir(exist_ok=True)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(home),
            "XDG_CACHE_HOME": str((work / "cache").resolve()),
            "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
            "GIT_EDITOR": "true", "PYTHONDONTWRITEBYTECODE": "1",
            "COMMITS_REPORT": str(self.report)}

    @property
    def is_typed(self):
        return "vma_flags_t" in self.read("include/linux/mm_types.h")

    def run(self, *words, text=None, env=None):
        done = subprocess.run(
            list(map(str, words)), cwd=self.here, check=False,
            env={**self.environment, **(env or {})}, capture_output=True,
            input=None if text is None else text.encode(),
            **({"stdin": subprocess.DEVNULL} if text is None else {}))
        return (done.returncode, done.stdout.decode(errors="replace"),
                done.stderr.decode(errors="replace"))

    def git(self, *words, text=None, status=0, env=None):
        done, out, err = self.run("git", *words, text=text, env=env)
        if status is not None and done != status:
            raise RuntimeError(f"git {words}: {out}{err}")
        return out

    def read(self, path):
        return (self.here / path).read_text(errors="surrogateescape")

    def write(self, path, text):
        target = self.here / path
        target.unlink(missing_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, errors="surrogateescape")

    def add(self, path, text):
        self.write(path, text)
        self.git("add", "-f", "--", path)

    def plant(self, path, anchor, statement=MISUSE, add=True):
        """Puts a statement before a line that is there once."""
        text = self.read(path)
        if text.count(anchor) != 1:
            raise RuntimeError(f"{path}: not once: {anchor}")
        self.write(path, text.replace(anchor, f"	{statement}\n{anchor}"))
        if add:
            self.git("add", "-f", path)

    def commit_quietly(self, *words):
        """A commit past the hook."""
        self.git("commit", "-q", "--no-verify", "-m", "x", *words)

    def reset(self):
        self.here = self.tree
        self.texts = {}
        for words in (("merge", "--abort"), ("rebase", "--abort")):
            self.git(*words, status=None)
        self.git("checkout", "-qfB", "main", "base")
        self.git("clean", "-ffdqx")

    def places(self):
        """What the report has: (path, line of source, rule), sorted."""
        places = []
        for finding in json.loads(self.report.read_text())["findings"]:
            path = finding["path"]
            text = self.texts.get(path) or self.read(path)
            line = text.split("\n")[finding["line"] - 1]
            places.append((path, line.strip(), finding["rule"]))
        return sorted(places)

    def judge(self, name, faults, seconds):
        self.nr += 1
        self.nr_wrong += bool(faults)
        print(f"    {'WRONG' if faults else 'ok':<6}{seconds:7.3f} s  {name}",
              flush=True)
        for fault in faults:
            print(f"          {fault}", flush=True)

    def compare(self, expected):
        if not self.report.exists():
            return [] if not expected else ["no report"]
        places = self.places()
        if places == sorted(expected):
            return []
        return [f"found {places}", f"not {sorted(expected)}"]

    def look(self, name, words, expected, says="", text=None, env=None):
        """Runs vmalint check; its findings, and words of what it says."""
        self.report.unlink(missing_ok=True)
        start = time.monotonic()
        status, _, err = self.run(
            self.program, "check", "--format", f"json:{self.report}",
            "--progress", "never", *words, text=text, env=env)
        seconds = time.monotonic() - start
        faults = self.compare(expected)
        if status != int(bool(expected)):
            faults += [f"exit code {status}: {err}"]
        if says not in err:
            faults += [f"does not say '{says}': {err}"]
        self.judge(name, faults, seconds)

    def staged(self, name, *expected, **keywords):
        self.look(name, ["--staged"], expected, **keywords)

    def refuses(self, name, words, says, text=None):
        """Runs vmalint on what it must refuse, in these words."""
        start = time.monotonic()
        status, out, err = self.run(self.program, "check", *words, text=text)
        faults = [] if status == 2 and says in err and not out else \
            [f"exit code {status}, not '{says}': {err}"]
        self.judge(name, faults, time.monotonic() - start)

    def command(self, name, words, expected, **keywords):
        """Runs git with the hook, which must refuse just what is expected."""
        self.report.unlink(missing_ok=True)
        start = time.monotonic()
        status, out, err = self.run("git", *words, **keywords)
        seconds = time.monotonic() - start
        faults = self.compare(expected)
        if bool(status) != bool(expected):
            faults += [f"git {words[0]} ends with {status}: {out}{err}"]
        if "--no-verify" not in err and expected:
            faults += [f"no advice: {err}"]
        self.judge(name, faults, seconds)

    def commit(self, name, *expected, words=(), **keywords):
        self.command(name, ["commit", "-q", "-m", name, *words], expected,
                     **keywords)


def install_hook(steps):
    """Installs the hook; it then writes JSON as well, for us."""
    steps.run(steps.program, "hook", "install")
    for name in ("pre-commit", "pre-merge-commit"):
        hook = steps.tree / ".git/hooks" / name
        hook.write_text(hook.read_text().replace(
            " hook run\n", ' hook run --format text '
            '--format "json:$COMMITS_REPORT"\n'))


def make_repository(steps, source):
    """Makes the repository, or takes that of an earlier run."""
    if not (steps.tree / ".git/refs/tags/base").exists():
        shutil.rmtree(steps.tree, ignore_errors=True)
        shutil.copytree(source, steps.tree, symlinks=True)
        for words in (("init", "-q", "-b", "main"),
                      ("config", "user.name", "A"),
                      ("config", "user.email", "a@example.org"),
                      ("add", "-A", "-f", "."), ("commit", "-qm", "base"),
                      ("tag", "base")):
            steps.git(*words)
    for path in (steps.tree / ".git").glob("*.lock"):
        path.unlink()
    steps.git("worktree", "prune")
    steps.reset()
    install_hook(steps)
