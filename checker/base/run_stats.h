/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a run has spent where: counts and times that add up, for --stats. No
 * finding depends on them.
 */
#ifndef VMALINT_BASE_RUN_STATS_H
#define VMALINT_BASE_RUN_STATS_H

#include <glib.h>

/* Times are in microseconds. */
enum stats_amount {
	/* Wall time of the main process, stage by stage. */
	STATS_SELECT_US,  /* to scan the tree for names of flags */
	STATS_RESOLVE_US, /* to find the arguments of each file */
	STATS_HEADERS_US, /* to make configurations and headers */
	STATS_LOOK_UP_US, /* to look for results of earlier runs */
	STATS_ANALYSE_US, /* to have files analysed */
	STATS_TRIAGE_US,  /* to sort findings, and apply what allows them */
	/* What workers did, added up. */
	STATS_PRECOMPILE_US, /* in libclang, for all files of a target */
	STATS_PARSE_US,	     /* in libclang, for one */
	STATS_VISIT_US,	     /* from syntax trees to facts */
	STATS_FACTS_US,	     /* facts from facts */
	STATS_RULES_US,
	STATS_JOBS,	 /* files that were analysed, once for each target */
	STATS_PARSES,	 /* of them, rounds and attempts counted */
	STATS_OVER_PCH,	 /* parses over a precompiled header */
	STATS_DISCARDED, /* of these: done again without it */
	STATS_ATTEMPTS,	 /* what was tried at files */
	STATS_VARIANTS,	 /* of these: other branches */
	STATS_RETARGETS, /* of these: other configurations */
	STATS_PCH_BUILT,
	STATS_PCH_REUSED,
	STATS_TAKEN, /* results of earlier runs */
	/* The workers themselves. */
	STATS_PROCESSES, /* started */
	STATS_RECYCLED,	 /* ended as they had grown */
	STATS_LOST,
	STATS_BUSY_US,	   /* time that workers had something to do */
	STATS_CAPACITY_US, /* time that they could have had */
	STATS_CPU_US,	   /* of ended workers */
	NR_STATS_AMOUNTS,
};

/* How many files are named that took longest. */
enum { STATS_SLOWEST = 5 };

struct stats_file {
	const char *path; /* borrowed; NULL: there is none */
	guint milliseconds;
};

struct run_stats {
	gint64 amounts[NR_STATS_AMOUNTS];
	guint workers;	/* most of them at a time */
	gint64 tail_us; /* of analysis: from the first idle worker to the end */
	glong peak_kib; /* most memory that one worker had */
	glong limit_kib; /* a worker that has more is followed by a fresh one */
	const char *confined; /* what confined them; borrowed; or NULL */
	struct stats_file slowest[STATS_SLOWEST]; /* the slowest first */
};

/* Adds the amounts of another piece of stats, and takes its maxima. */
void run_stats_add(struct run_stats *stats, const struct run_stats *more);

/* Adds the time since then (g_get_monotonic_time()); returns what it is now. */
gint64 run_stats_spend(struct run_stats *stats, enum stats_amount amount,
		       gint64 since_us);

/* Says what a file took; the path is kept. */
void run_stats_note_file(struct run_stats *stats, const char *path,
			 guint milliseconds);

#endif
