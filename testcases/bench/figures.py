# SPDX-License-Identifier: GPL-2.0-only
"""What the runs of a benchmark amount to, as data and as a table."""
import statistics

MEASURES = ("wall", "cpu", "peak", "worker")
# Title, contestant, in what, over which one (None: by itself), at most.
TARGETS = (
    ("x86 cold, over sparse on the same files", "x86", "wall", "sparse", 0.33),
    ("x86 cold, over clang -fsyntax-only", "x86", "wall", "clang", 0.12),
    ("cold, over Coccinelle", "cold", "wall", "coccinelle", 0.33),
    ("warm, over Coccinelle", "warm", "wall", "coccinelle", 0.02),
    ("warm, s", "warm", "wall", None, 0.5),
    ("cold, over grep", "cold", "wall", "grep", None),
    ("memory of a worker, MB", "cold", "worker", None, 350),
    ("CPU of 1/4 of the files, over all", "1/4", "cpu", "cold", None),
    ("CPU of 1/2 of the files, over all", "1/2", "cpu", "cold", None),
)


def median_of(runs):
    """The median of each measure; runs are measure.Spent."""
    return {name: round(statistics.median(getattr(one, name)
                                          for one in runs), 3)
            for name in MEASURES}


def ratios_of(medians):
    """What the targets are about, as far as its contestants took part."""
    for title, name, what, other, most in TARGETS:
        if name not in medians or (other and other not in medians):
            continue
        value = medians[name][what]
        if other:
            value /= medians[other][what] or float("inf")
        yield {"title": title, "value": round(value, 4), "target": most}


def result_of(contestants, runs, missing, about):
    """All of it as one JSON object."""
    medians = {one.name: median_of(runs[one.name]) for one in contestants}
    return {
        "schema": "vmalint-bench/1",
        **about,
        "contestants": [{
            "name": one.name,
            "title": one.title,
            "commands": len(one.commands),
            "failed": sum(status != 0 for status in
                          runs[one.name][-1].statuses),
            "median": medians[one.name],
            "runs": [{name: round(getattr(run, name), 3)
                      for name in MEASURES} for run in runs[one.name]],
        } for one in contestants],
        "missing": missing,
        "ratios": list(ratios_of(medians)),
    }


def _row(*cells):
    return f"| {' | '.join(cells)} |\n"


def _range(runs):
    walls = [run["wall"] for run in runs]
    return f"{min(walls):.2f} .. {max(walls):.2f}"


def _contestant_row(one):
    median = one["median"]
    title = one["title"]
    if one["failed"]:
        title += f" ({one['failed']} with errors)"
    return _row(title, f"{median['wall']:.2f}", _range(one["runs"]),
                f"{median['cpu']:.2f}", f"{median['peak']:.0f}",
                f"{median['worker']:.0f}" if median["worker"] else "")


def _ratio_row(ratio):
    target = ratio["target"]
    if target is None:
        return _row(ratio["title"], f"{ratio['value']:.3g}", "", "")
    return _row(ratio["title"], f"{ratio['value']:.3g}", f"{target:g}",
                "met" if ratio["value"] <= target else "missed")


def markdown_of(result):
    text = (f"# {result['tree']}\n\n{result['files']['selected']} files, "
            f"{result['lines']['relevant']} lines with flags; "
            f"{result['cpus']} CPUs; medians of {result['rounds']} "
            "interleaved rounds.\n\n")
    text += _row("what", "wall, s", "min .. max", "CPU, s", "largest, MB",
                 "worker, MB")
    text += "|---|---:|---:|---:|---:|---:|\n"
    text += "".join(map(_contestant_row, result["contestants"]))
    text += "\n" + _row("ratio", "value", "at most", "")
    text += "|---|---:|---:|---|\n"
    text += "".join(map(_ratio_row, result["ratios"]))
    if result["missing"]:
        text += "\nLeft out, for it is not installed: " + ", ".join(
            f"{name} ({program})"
            for name, program in result["missing"].items()) + ".\n"
    return text
