# SPDX-License-Identifier: GPL-2.0-only
"""Compares what the cases expect with what the program reported."""
from collections import defaultdict


def by_line(items):
    lines = defaultdict(list)
    for item in items:
        lines[item[0]].append(item[1])
    return lines


def take(findings, mark):
    """Removes and returns the first finding that a mark speaks of, or None."""
    for finding in findings:
        if finding["rule"] == mark.rule and mark.part in finding["message"]:
            findings.remove(finding)
            return finding
    return None


def judge_line(place, marks, findings):
    """What differs on one line; findings shrinks to the unexpected ones."""
    found = []
    # The most particular expectation first, or a vaguer one takes its finding.
    for mark in sorted(marks, key=lambda mark: -len(mark.part)):
        if mark.kind == "KNOWN-MISS":
            continue
        if take(findings, mark):
            continue
        what = f"{mark.rule}: {mark.part}" if mark.part else mark.rule
        if mark.kind == "EXPECT":
            found.append(f"{place}: expected {what}")
        else:
            found.append(f"{place}: known false alarm {what} is gone; "
                         "make this a good_ case")
    for mark in marks:
        if mark.kind == "KNOWN-MISS" and take(findings, mark):
            found.append(f"{place}: known miss {mark.rule} is found now; "
                         "turn KNOWN-MISS into EXPECT")
    return found


def judge(expected, reported):
    """
    All differences. expected holds ((path, line), mark), reported holds
    ((path, line), finding); every finding must be expected and the reverse.
    """
    marks, findings = by_line(expected), by_line(reported)
    found = []
    for path, line in sorted(set(marks) | set(findings)):
        place = f"{path}:{line}"
        left = findings.get((path, line), [])
        found += judge_line(place, marks.get((path, line), []), left)
        found += [f"{place}: unexpected {finding['rule']}: "
                  f"{finding['message']}" for finding in left]
    return found
