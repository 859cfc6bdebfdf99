// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where the time of a run went: what the main process waited for, what the
 * workers did meanwhile, and which files took longest.
 */
#include "base/run_stats.h"

#include "findings/findings.h"
#include "output/formats.h"
#include "output/printable.h"

/* An amount and how it is called. */
struct amount_line {
	enum stats_amount amount;
	const char *text;
};

static void append_seconds(GString *out, gint64 time_us)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(text, sizeof(text), "%.3f",
			(double)time_us / G_USEC_PER_SEC);
	g_string_append_printf(out, "%10s s", text);
}

static void append_times(GString *out, const struct run_stats *stats,
			 const struct amount_line *rows, gsize nr_rows)
{
	for (gsize i = 0; i < nr_rows; i++) {
		append_seconds(out, stats->amounts[rows[i].amount]);
		g_string_append_printf(out, "  %s\n", rows[i].text);
	}
}

static void append_stages(GString *out, const struct run_stats *stats)
{
	static const struct amount_line rows[] = {
		{ STATS_SELECT_US, "select the files that name flags" },
		{ STATS_RESOLVE_US, "find their arguments" },
		{ STATS_HEADERS_US, "make configurations and headers" },
		{ STATS_LOOK_UP_US, "look for results of earlier runs" },
		{ STATS_ANALYSE_US, "wait for the workers" },
		{ STATS_TRIAGE_US, "sort findings and apply what allows them" },
	};

	g_string_append(out, "time of each stage:\n");
	append_times(out, stats, rows, G_N_ELEMENTS(rows));
}

static void append_percent(GString *out, gint64 part, gint64 whole)
{
	guint64 permille = whole > 0 ? (guint64)part * 1000 / (guint64)whole :
				       0;

	g_string_append_printf(out, "%u.%u%%", (guint)permille / 10,
			       (guint)permille % 10);
}

/* The word for the number at hand. */
static const char *s(gint64 number)
{
	return number == 1 ? "" : "s";
}

static void append_workers(GString *out, const struct run_stats *stats)
{
	const gint64 *amounts = stats->amounts;
	char tail[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(tail, sizeof(tail), "%.3f",
			(double)stats->tail_us / G_USEC_PER_SEC);
	g_string_append_printf(out, "workers: %u at a time, busy ",
			       stats->workers);
	append_percent(out, amounts[STATS_BUSY_US], amounts[STATS_CAPACITY_US]);
	g_string_append_printf(
		out,
		" of their time; the last began to lack work %s s before the "
		"end\n",
		tail);
	g_string_append_printf(
		out,
		"memory: %ld MiB at most in a worker; %" G_GINT64_FORMAT
		" process%s, of which %" G_GINT64_FORMAT
		" ended above %ld MiB and %" G_GINT64_FORMAT
		" lost their job\n",
		stats->peak_kib >> 10, amounts[STATS_PROCESSES],
		amounts[STATS_PROCESSES] == 1 ? "" : "es",
		amounts[STATS_RECYCLED], stats->limit_kib >> 10,
		amounts[STATS_LOST]);
	if (stats->confined)
		g_string_append_printf(out, "workers are confined by: %s\n",
				       stats->confined);
}

static void append_parts(GString *out, const struct run_stats *stats)
{
	static const struct amount_line rows[] = {
		{ STATS_BUSY_US, "in all" },
		{ STATS_PRECOMPILE_US, "precompile headers (libclang)" },
		{ STATS_PARSE_US, "parse (libclang)" },
		{ STATS_VISIT_US, "turn syntax trees into facts" },
		{ STATS_FACTS_US, "derive facts" },
		{ STATS_RULES_US, "check rules" },
		{ STATS_CPU_US, "processor time" },
	};

	g_string_append(out, "time of the workers, added up:\n");
	append_times(out, stats, rows, G_N_ELEMENTS(rows));
}

static void append_parses(GString *out, const struct run_stats *stats)
{
	const gint64 *amounts = stats->amounts;

	g_string_append_printf(out,
			       "attempts: %" G_GINT64_FORMAT
			       " at %" G_GINT64_FORMAT
			       " file%s: %" G_GINT64_FORMAT
			       " at other branches, %" G_GINT64_FORMAT
			       " with other configurations\n",
			       amounts[STATS_ATTEMPTS], amounts[STATS_JOBS],
			       s(amounts[STATS_JOBS]), amounts[STATS_VARIANTS],
			       amounts[STATS_RETARGETS]);
	g_string_append_printf(
		out,
		"parses: %" G_GINT64_FORMAT ", of which %" G_GINT64_FORMAT
		" over a precompiled header, in %" G_GINT64_FORMAT
		" attempts in vain\n",
		amounts[STATS_PARSES], amounts[STATS_OVER_PCH],
		amounts[STATS_DISCARDED]);
	g_string_append_printf(out,
			       "precompiled headers: %" G_GINT64_FORMAT
			       " built, %" G_GINT64_FORMAT " reused\n",
			       amounts[STATS_PCH_BUILT],
			       amounts[STATS_PCH_REUSED]);
}

static void append_slowest(GString *out, const struct run_stats *stats)
{
	g_string_append(out, "slowest files:\n");
	for (guint i = 0; i < STATS_SLOWEST && stats->slowest[i].path; i++) {
		append_seconds(out,
			       (gint64)stats->slowest[i].milliseconds * 1000);
		g_string_append(out, "  ");
		printable_append(out, stats->slowest[i].path);
		g_string_append_c(out, '\n');
	}
}

void stats_lines_append(GString *out, const struct run_stats *stats)
{
	const gint64 *amounts = stats->amounts;
	gint64 nr = amounts[STATS_TAKEN] + amounts[STATS_JOBS];

	/* Reports that are merged were made elsewhere. */
	if (nr == 0)
		return;
	append_stages(out, stats);
	g_string_append_printf(out,
			       "results: %" G_GINT64_FORMAT
			       " of %" G_GINT64_FORMAT
			       " taken from earlier runs\n",
			       amounts[STATS_TAKEN], nr);
	if (amounts[STATS_PROCESSES] == 0)
		return;
	append_workers(out, stats);
	append_parts(out, stats);
	append_parses(out, stats);
	if (stats->slowest[0].path)
		append_slowest(out, stats);
}
