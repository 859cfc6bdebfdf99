#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Plays a broken vmalint; $FAKE_VMALINT says in which way."""
import json
import os
import sys

REPORT = {
    "schema": "vmalint/1",
    "tree": {"root": "/", "version": "6.1.0", "api": "plain", "level": 0},
    "summary": {
        "files": {"selected": 1, "analysed": 1, "analysed_with_errors": 0,
                  "skipped": 0, "failed": 0},
        "findings": {"error": 1, "warning": 0, "note": 0}},
    "findings": [{"rule": "direct_write", "path":
                  "drivers/direct_write/bad_write.c", "line": 7,
                  "column": 2, "severity": "error", "message": "as wanted"}],
    "unseen": [],
    "problems": [],
}
PROBLEM = {"stage": "parse", "path": "mm/other.c", "line": 3,
           "text": "cannot be read"}


def broken(how):
    """The exit code and what to print."""
    files = REPORT["summary"]["files"]
    if how == "problem":
        REPORT["problems"].append(PROBLEM)
    elif how == "lost_file":
        files["selected"] = 2
    elif how == "failed_file":
        files["selected"], files["failed"] = 2, 1
    elif how == "errors":
        files["analysed"], files["analysed_with_errors"] = 0, 1
    elif how == "tree":
        REPORT["tree"]["api"] = "const"
    elif how == "no_json":
        return 1, "drivers/x.c:1:1: error: something"
    elif how == "nothing":
        return 2, ""
    return 0 if how == "exit_code" else 1, json.dumps(REPORT)


if __name__ == "__main__":
    status, text = broken(os.environ["FAKE_VMALINT"])
    print(text)
    sys.exit(status)
