#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Tests run.py: wrong cases and broken programs must make it fail, and say why.

Usage: check.py VMALINT WORK. Exit code: 0 if run.py does, 1 if not.
"""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUN = HERE.parent / "run.py"
FAKE = HERE / "fake_vmalint.py"

# Folder of wrong/ -> what run.py must say.
WRONG = {
    "announced_error": "errors, 1 announced",
    "bad_without_expect": "expects no direct_write",
    "found_miss": "found now",
    "gone_false_alarm": "is gone",
    "good_with_expect": "a good_ file expects findings",
    "limit_in_bad": "known limits belong in limit_ files",
    "limit_without_limit": "holds no known limit",
    "no_description": "the second line says",
    "not_understood": "not understood",
    "one_of_two": "expected direct_write",
    "second_rule": "expected struct_copy",
    "unannounced_error": "compile errors, 0 announced",
    "unexpected_finding": "unexpected direct_write",
    "unknown_api": "'typed9' is no API",
    "unknown_file": "neither a case nor a case's header",
    "unknown_folder": "neither a rule nor anything known",
    "unknown_rule": "'no_such_rule' is no rule",
    "unmet_expectation": "expected direct_write",
    "wrong_line": "expected direct_write",
    "wrong_words": "expected direct_write: no such words",
}
# What is broken -> what run.py must say.
BROKEN = {
    "errors": "1 files with compile errors, 0 announced",
    "exit_code": "exit code 0, expected 1",
    "failed_file": "1 files failed",
    "lost_file": "2 files selected, 1 ended",
    "no_json": "no JSON on standard output",
    "nothing": "no JSON on standard output",
    "problem": "cannot be read",
    "tree": "tree taken for const",
}
DOCS = ("the bad example yields nothing",
        "the good example yields direct_write",
        "headings are", "no such file: no_such_file.c")


def run(work, name, vmalint, *arguments, fake=""):
    """run.py's exit code and output."""
    command = [sys.executable, RUN, "--vmalint", vmalint,
               "--work", work / name, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False,
                          env={**os.environ, "FAKE_VMALINT": fake})
    return done.returncode, done.stdout + done.stderr


def must_fail(name, result, *texts):
    """The complaint about a run that did not fail as it should, or None."""
    status, output = result
    if status == 1 and all(text in output for text in texts):
        return None
    return f"{name}: exit code {status}, wanted 1 and {texts}\n{output}"


def must_pass(name, result):
    status, output = result
    return None if status == 0 else f"{name}: exit code {status}\n{output}"


def check_wrong(work, vmalint, name):
    cases = HERE / "wrong" / name
    result = run(work, name, vmalint, "--api", "plain", "--cases", cases)
    return must_fail(name, result, WRONG[name])


def check_broken(work, name):
    result = run(work, f"fake_{name}", FAKE, "--api", "plain", "--cases",
                 HERE / "right", fake=name)
    return must_fail(f"fake {name}", result, BROKEN[name])


def check_right(work, vmalint):
    result = run(work, "right", vmalint, "--api", "plain", "--cases",
                 HERE / "right")
    fake = run(work, "fake_right", FAKE, "--api", "plain", "--cases",
               HERE / "right", fake="right")
    return must_pass("right", result) or must_pass("fake right", fake)


def check_docs(work, vmalint):
    result = run(work, "pages", vmalint, "--docs", "--pages", HERE / "pages")
    return must_fail("pages", result, *DOCS)


def main():
    vmalint, work = Path(sys.argv[1]), Path(sys.argv[2])
    folders = {path.name for path in (HERE / "wrong").iterdir()}
    complaints = [f"{name}: in one place only, wrong/ or check.py"
                  for name in folders ^ set(WRONG)]
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(check_wrong, work, vmalint, name)
                for name in sorted(folders & set(WRONG))]
        jobs += [pool.submit(check_broken, work, name) for name in BROKEN]
        jobs += [pool.submit(check_right, work, vmalint),
                 pool.submit(check_docs, work, vmalint)]
        complaints += filter(None, (job.result() for job in jobs))
    for text in complaints:
        print(f"FAIL {text}")
    print(f"{len(complaints)} differences" if complaints else
          f"run.py caught all {len(jobs) - 1} faults")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
