# SPDX-License-Identifier: GPL-2.0-only
"""The recipes of checker/integration, ci.md and shards/, run as they stand
there.

Their steps that fetch and build vmalint take minutes and install packages:
they run only when VMALINT_RECIPES is "full", as testcases/slow has it;
otherwise the program under test stands where they would have put it.
"""
import json
import os
import re
import shlex
import shutil
import subprocess

import yaml

from scratch import TOP, ProgramTest, driver, main
from harness import readers  # scratch has told where

IS_FULL = os.environ.get("VMALINT_RECIPES") == "full"
TIMEOUT_SECONDS = 1800 if IS_FULL else 60
BUILT = "vmalint/build/release/checker/vmalint"


def recipe(title):
    """The code below a heading of the page."""
    text = (TOP / "checker/integration/ci.md").read_text(encoding="utf-8")
    return re.search(rf"(?s)\n## {title}\n\n```\w+\n(.*?)```", text).group(1)


class RecipeTest(ProgramTest):
    """A home as a recipe makes it, and a shell in the tree."""

    def setUp(self):
        super().setUp()
        self.home = self.folder / "home"
        program = self.home / BUILT
        if IS_FULL:
            self.home.mkdir()
        else:
            program.parent.mkdir(parents=True)
            program.symlink_to(self.vmalint)
        self.environment = {
            **os.environ, "HOME": str(self.home), "VMALINT": str(TOP),
            "XDG_CACHE_HOME": str(self.cache)}

    def run_steps(self, steps, shell="bash", **variables):
        """Each step as the CI does it: in a shell of its own, in the tree."""
        out = ""
        for step in steps:
            done = subprocess.run(
                [shell, "-e", "-c", step], cwd=self.tree, check=False,
                env={**self.environment, **variables}, text=True,
                stdin=subprocess.DEVNULL, capture_output=True,
                timeout=TIMEOUT_SECONDS)
            out += done.stdout
            if done.returncode:
                return done.returncode, out, done.stderr
        return 0, out, ""

    def assert_written(self, *names):
        for name in names:
            self.assertTrue((self.tree / name).stat().st_size, name)


class Recipes(RecipeTest):
    """Those of ci.md."""

    def github(self):
        """The status of the job, its log, and its summary."""
        job = yaml.safe_load(recipe("GitHub Actions"))["jobs"]["vmalint"]
        summary = self.folder / "summary.md"
        status, out, err = self.run_steps(
            [step["run"] for step in job["steps"]
             if "run" in step and (IS_FULL or step["name"] != "build")],
            shell="sh", GITHUB_STEP_SUMMARY=str(summary),
            GITHUB_ACTIONS="true", GITHUB_WORKSPACE=str(self.tree))
        for step in job["steps"]:
            words = step.get("with", {})
            self.assert_written(*[words[key] for key in ("sarif_file", "path")
                                  if key in words])
            if "with" in step:
                self.assertEqual(step["if"], "always()")
        return status, out, summary.read_text(encoding="utf-8"), err

    def test_github(self):
        self.place("drivers/a.c", driver())
        status, out, summary, err = self.github()
        self.assertEqual(status, 1, err)
        commands = readers.github_commands(out)
        self.assertEqual([properties["file"] for _, properties, _ in commands],
                         ["drivers/a.c"])
        self.assertIn("drivers/a.c", summary)

    def test_github_clean(self):
        status, out, summary, err = self.github()
        self.assertEqual(status, 0, err)
        self.assertEqual(readers.github_commands(out), [])
        self.assertIn("0 errors", summary)

    def gitlab(self):
        job = yaml.safe_load(recipe("GitLab CI"))["vmalint"]
        steps = (job["before_script"] if IS_FULL else []) + job["script"]
        status, out, err = self.run_steps(
            ["\n".join(steps)], CI_PROJECT_DIR=str(self.tree))
        artifacts = job["artifacts"]
        self.assertEqual(artifacts["when"], "always")
        self.assert_written(*artifacts["reports"].values(),
                            *artifacts["paths"])
        quality = self.tree / artifacts["reports"]["codequality"]
        return status, out, json.loads(quality.read_text()), err

    def test_gitlab(self):
        self.place("drivers/a.c", driver())
        status, out, quality, err = self.gitlab()
        self.assertEqual(status, 1, err)
        self.assertIn("drivers/a.c:5:2: error: ", out)
        self.assertEqual([entry["location"]["path"] for entry in quality],
                         ["drivers/a.c"])

    def test_gitlab_clean(self):
        status, _, quality, err = self.gitlab()
        self.assertEqual((status, quality), (0, []), err)

    def test_shell(self):
        script = recipe("Any other CI")
        if IS_FULL:
            build = yaml.safe_load(recipe("GitLab CI"))["vmalint"]
            self.assertEqual(self.run_steps(build["before_script"])[0], 0)
        for text, status, words in (("", 0, "nothing found"),
                                    (driver(), 1, "see vmalint.html"),
                                    (None, 2, "incomplete")):
            if text is None:
                (self.tree / "vmalint.xml").unlink()
                (self.tree / "vmalint.xml").mkdir()
            else:
                self.place("drivers/a.c", text)
            ended, out, err = self.run_steps([script], shell="sh")
            self.assertEqual(ended, status, err)
            self.assertIn(words, out)


class Shards(RecipeTest):
    """A run on several machines: all steps here, one after another."""
    SHARDS = TOP / "checker/integration/shards"
    NR_SHARDS = 4

    def setUp(self):
        super().setUp()
        self.environment["PATH"] = \
            f"{(self.home / BUILT).parent}:{self.environment['PATH']}"
        for name in "abcdefg":
            self.place(f"drivers/{name}.c", driver(name))
        self.text = self.check(self.tree).out

    def run_script(self, name, *words, **variables):
        return self.run_steps([shlex.join([str(self.SHARDS / name), *words])],
                              **variables)

    def assert_whole(self, ended, page="vmalint.html"):
        """All has been found, and there is a page of it."""
        status, out, err = ended
        self.assertEqual((status, out), (1, self.text), err)
        self.assert_written(page)

    def jobs(self, name):
        return yaml.safe_load((self.SHARDS / name).read_text())

    @staticmethod
    def fill_in(text, **values):
        for name, value in values.items():
            text = text.replace("${{ %s }}" % name.replace("__", "."),
                                str(value))
        return text

    def test_parallel(self):
        if not shutil.which("parallel"):
            self.skipTest("GNU parallel is not installed")
        hosts = self.folder / "hosts"
        hosts.write_text(":\n1/:\n")
        self.assert_whole(self.run_script("parallel", str(hosts), "3"))
        status, out, err = self.run_script(
            "parallel", str(hosts), "3", "--select", "struct_copy")
        self.assertEqual((status, out), (0, ""), err)

    def test_parallel_loses_one(self):
        """A machine that does not do its part is noticed."""
        if not shutil.which("parallel"):
            self.skipTest("GNU parallel is not installed")
        hosts = self.folder / "hosts"
        hosts.write_text(":\n")
        broken = self.folder / "bin/vmalint"
        broken.parent.mkdir()
        broken.write_text("#!/bin/sh\ncase $* in *2/3*) exit 9; esac\n"
                          f'exec {shlex.quote(str(self.vmalint))} "$@"\n')
        broken.chmod(0o755)
        self.environment["PATH"] = \
            f"{broken.parent}:{self.environment['PATH']}"
        status, out, err = self.run_script("parallel", str(hosts), "3")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("of the shards 2/3 is missing", err)

    def test_slurm(self):
        for index in range(1, self.NR_SHARDS + 1):
            status, _, err = self.run_script(
                "slurm", SLURM_ARRAY_TASK_ID=str(index),
                SLURM_ARRAY_TASK_COUNT=str(self.NR_SHARDS),
                SLURM_CPUS_PER_TASK="1", SLURM_JOB_ID=str(index),
                TMPDIR=str(self.folder))
            self.assertIn(status, (0, 1), err)
        self.assert_whole(self.run_script("slurm", "merge"))

    def test_github(self):
        jobs = self.jobs("github.yml")["jobs"]
        shards = jobs["shard"]["strategy"]["matrix"]["shard"]
        self.assertEqual(shards, list(range(1, len(shards) + 1)))
        for index in shards:
            steps = jobs["shard"]["steps"]
            values = {"matrix__shard": index,
                      "strategy__job-total": len(shards)}
            status, _, err = self.run_steps(
                [self.fill_in(step["run"], **values) for step in steps
                 if step.get("name") == "check"], shell="sh")
            self.assertEqual(status, 0, err)
            self.assert_written(self.fill_in(steps[-1]["with"]["path"],
                                             **values))
        steps = jobs["merge"]["steps"]
        status, out, err = self.run_steps(
            [step["run"] for step in steps if step.get("name") == "merge"],
            shell="sh", GITHUB_ACTIONS="true",
            GITHUB_STEP_SUMMARY=str(self.folder / "summary.md"),
            GITHUB_WORKSPACE=str(self.tree))
        self.assertEqual(status, 1, err)
        self.assertEqual(
            sorted(properties["file"] for _, properties, _
                   in readers.github_commands(out)),
            [f"drivers/{name}.c" for name in "abcdefg"])
        self.assert_written(steps[-1]["with"]["path"])

    def test_gitlab(self):
        jobs = self.jobs("gitlab.yml")
        for index in range(1, jobs["shard"]["parallel"] + 1):
            status, _, err = self.run_steps(
                jobs["shard"]["script"], CI_NODE_INDEX=str(index),
                CI_NODE_TOTAL=str(jobs["shard"]["parallel"]))
            self.assertEqual(status, 0, err)
        self.assert_whole(self.run_steps(jobs["merge"]["script"],
                                         CI_PROJECT_DIR=str(self.tree)))
        self.assert_written(
            *jobs["merge"]["artifacts"]["reports"].values())


if __name__ == "__main__":
    main()
