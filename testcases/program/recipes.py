# SPDX-License-Identifier: GPL-2.0-only
"""The recipes of the README, run as they stand there.

Their steps that fetch and build vmalint take minutes and install packages:
they run only when VMALINT_RECIPES is "full", as testcases/slow has it;
otherwise the program under test stands where they would have put it.
"""
import json
import os
import re
import subprocess

import yaml

from scratch import TOP, ProgramTest, driver, main
from harness import readers  # scratch has told where

IS_FULL = os.environ.get("VMALINT_RECIPES") == "full"
TIMEOUT_SECONDS = 1800 if IS_FULL else 60
BUILT = "vmalint/build/release/checker/vmalint"


def recipe(title):
    """The code below a heading of the README."""
    text = (TOP / "README.md").read_text(encoding="utf-8")
    return re.search(rf"(?s)\n#### {title}\n\n```\w+\n(.*?)```", text).group(1)


class Recipes(ProgramTest):
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


if __name__ == "__main__":
    main()
