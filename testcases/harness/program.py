# SPDX-License-Identifier: GPL-2.0-only
"""Runs the program over a tree and reads its report."""
import json
import shutil
import subprocess

TIMEOUT_SECONDS = 600


class ProgramError(Exception):
    """The program gave no report that could be compared."""


def run(vmalint, tree, cache, rules=("all",)):
    """The report of a cold run with some rules; raises ProgramError."""
    shutil.rmtree(cache, ignore_errors=True)
    command = [vmalint, "check", "--format", "json", "--progress", "never",
               "--select", ",".join(rules), "--cache-dir", cache, tree]
    try:
        done = subprocess.run(command, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, check=False,
                              timeout=TIMEOUT_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProgramError(f"cannot run {vmalint}: {error}") from error
    try:
        report = json.loads(done.stdout)
    except ValueError as error:
        raise ProgramError(f"exit code {done.returncode}, no JSON on standard "
                           f"output ({error}):\n{done.stderr}") from error
    return done.returncode, report


def note_rules(vmalint):
    """The rules of severity note."""
    done = subprocess.run([vmalint, "rules"], capture_output=True, text=True,
                          check=False)
    rows = [line.split() for line in done.stdout.splitlines()]
    return sorted(row[0] for row in rows if row[1:2] == ["note"])


def wanted_exit_code(report):
    """The exit code that belongs to a complete report."""
    counts = report["summary"]["findings"]
    return 1 if counts["error"] + counts["warning"] else 0


def self_contradictions(status, report):
    """What is wrong with a report whatever the cases expect."""
    found = []
    files = report["summary"]["files"]
    ended = sum(files[key] for key in ("analysed", "analysed_with_errors",
                                       "skipped", "failed"))
    if ended != files["selected"]:
        found.append(f"{files['selected']} files selected, {ended} ended")
    if files["failed"]:
        found.append(f"{files['failed']} files failed")
    if status != wanted_exit_code(report):
        found.append(f"exit code {status}, expected "
                     f"{wanted_exit_code(report)}")
    return found
