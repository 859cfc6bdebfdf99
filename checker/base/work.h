/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a run has spent where: counts and times that add up, for --stats. No
 * finding depends on them.
 */
#ifndef VMALINT_BASE_WORK_H
#define VMALINT_BASE_WORK_H

#include <glib.h>

/* Times are in microseconds. */
enum work_amount {
	/* Wall time of the main process, stage by stage. */
	WORK_SELECT_US,	 /* to scan the tree for names of flags */
	WORK_RESOLVE_US, /* to find the arguments of each file */
	WORK_HEADERS_US, /* to make configurations and headers */
	WORK_LOOK_UP_US, /* to look for results of earlier runs */
	WORK_ANALYSE_US, /* to have files analysed */
	WORK_TRIAGE_US,	 /* to sort findings, and apply what allows them */
	/* What workers did, added up. */
	WORK_PRECOMPILE_US, /* in libclang, for all files of a target */
	WORK_PARSE_US,	    /* in libclang, for one */
	WORK_VISIT_US,	    /* from syntax trees to facts */
	WORK_FACTS_US,	    /* facts from facts */
	WORK_RULES_US,
	WORK_JOBS,	/* files that were analysed, once for each target */
	WORK_PARSES,	/* of them, rounds and attempts counted */
	WORK_OVER_PCH,	/* parses over a precompiled header */
	WORK_DISCARDED, /* of these: done again without it */
	WORK_ATTEMPTS,	/* what was tried at files */
	WORK_VARIANTS,	/* of these: other branches */
	WORK_RETARGETS, /* of these: other configurations */
	WORK_PCH_BUILT,
	WORK_PCH_REUSED,
	WORK_TAKEN, /* results of earlier runs */
	/* The workers themselves. */
	WORK_PROCESSES, /* started */
	WORK_RECYCLED,	/* ended as they had grown */
	WORK_LOST,
	WORK_BUSY_US,	  /* time that workers had something to do */
	WORK_CAPACITY_US, /* time that they could have had */
	WORK_CPU_US,	  /* of ended workers */
	NR_WORK_AMOUNTS,
};

/* How many files are named that took longest. */
enum { WORK_SLOWEST = 5 };

struct work_file {
	const char *path; /* borrowed; NULL: there is none */
	guint milliseconds;
};

struct work {
	gint64 amounts[NR_WORK_AMOUNTS];
	guint workers;	/* most of them at a time */
	gint64 tail_us; /* of analysis: from the first idle worker to the end */
	glong peak_kib; /* most memory that one worker had */
	glong limit_kib; /* a worker that has more is followed by a fresh one */
	const char *confined; /* what confined them; borrowed; or NULL */
	struct work_file slowest[WORK_SLOWEST]; /* the slowest first */
};

/* Adds the amounts of another piece of work, and takes its maxima. */
void work_add(struct work *work, const struct work *more);

/* Adds the time since then (g_get_monotonic_time()); returns what it is now. */
gint64 work_spend(struct work *work, enum work_amount amount, gint64 since_us);

/* Says what a file took; the path is kept. */
void work_note_file(struct work *work, const char *path, guint milliseconds);

#endif
