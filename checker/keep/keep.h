/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Results kept between runs, in an SQLite database. A result is found by its
 * key and counts only while every file that went into it has the content it
 * had, and every path that was looked for is there or is not, as it was.
 * Whatever is wrong with the database costs time and a notice, never a
 * result: a run without a cache says the same.
 */
#ifndef VMALINT_KEEP_KEEP_H
#define VMALINT_KEEP_KEEP_H

#include <glib.h>
#include <stdbool.h>

#include "base/asked.h"
#include "base/stamp.h"

struct cache;
struct session;

/* A file that went into a result, as it was when it was read. */
struct cache_input {
	const char *path; /* absolute */
	struct stamp stamp;
};

/* A path that was looked for, and not read. */
struct cache_look {
	const char *path; /* absolute */
	enum look look;	  /* not LOOK_FOLDER */
};

/* What is to be kept. */
struct cache_result {
	const char *key;
	const char *name;     /* for cache_cost_ms() */
	const GArray *inputs; /* struct cache_input: files that it came from */
	const GArray *looks;  /* struct cache_look */
	GBytes *report;
	guint cost_ms;
};

/*
 * Opens the database of a folder, which is made if need be; at most about
 * limit bytes are kept. NULL, with a notice recorded, if that cannot be done.
 */
struct cache *cache_open(struct session *session, const char *folder,
			 guint64 limit);

/* Writes what is still to be written. Takes NULL. */
void cache_close(struct cache *cache);

/*
 * The result of a key that would be made alike, owned; NULL if there is none,
 * or no cache.
 */
GBytes *cache_find(struct cache *cache, const char *key);

/* What the last result of a name took to make, in ms; 0 if not known. */
guint cache_cost_ms(struct cache *cache, const char *name);

/*
 * Keeps a result. It is dropped if one of the files that it came from has
 * changed since, or if it would find other ones.
 */
void cache_add(struct cache *cache, const struct cache_result *result);

/* What a cache folder holds, beside files of others. */
enum cache_kind {
	CACHE_RESULTS,
	CACHE_PRECOMPILED,
	CACHE_HEADERS, /* generated ones */
	CACHE_CONFIGURATIONS,
	CACHE_SCANS,
	CACHE_NAMES,
	CACHE_NOTES, /* of runs, and what a killed one has left */
	NR_CACHE_KINDS,
};

/* "results", "generated headers", .. */
const char *cache_kind_name(enum cache_kind kind);

/* All entries of one kind. */
struct cache_sum {
	guint64 nr;
	guint64 bytes; /* on disk */
	guint64 limit; /* bytes; 0 if there is none */
};

/* A run that had the cache at hand. */
struct cache_run {
	gint64 ended;	/* seconds since 1970 */
	guint nr_taken; /* results that were there */
	guint nr_made;	/* results that were not */
};

struct cache_state {
	struct cache_sum kinds[NR_CACHE_KINDS];
	guint nr_files;
	guint nr_foreign; /* files and folders that are none of ours */
	bool has_run;	  /* last_run is known */
	struct cache_run last_run;
};

/* Looks what is in a folder; limit is that of cache_open(). */
void cache_look(const char *folder, guint64 limit,
		struct cache_state *ret_state);

/* What cache_clear() has done. */
struct cache_cleared {
	guint nr; /* files removed */
	guint64 bytes;
	GPtrArray *left; /* char *, "PATH: REASON": what could not be removed */
	guint nr_kept;	 /* headers, as a run may be reading them */
	char *why_kept;	 /* or NULL */
	guint nr_foreign; /* as above */
};

/*
 * Removes all that is ours in a folder, and nothing else. Runs under way lose
 * no more than time. cache_cleared_release() afterwards.
 */
void cache_clear(const char *folder, struct cache_cleared *ret_cleared);
void cache_cleared_release(struct cache_cleared *cleared);

/* A name for cache_note(): what the program is, see program_identity.c. */
#define CACHE_NOTE_PROGRAM "program"

/*
 * What was noted under a name, a text, owned; NULL if there is nothing or one
 * of the files has changed on which it depends.
 */
char *cache_recall(const char *folder, const char *what);

/*
 * Notes a text for as long as the files (char *, absolute) are as they were
 * then. Whether that works matters to nobody.
 */
void cache_note(const char *folder, const char *what, const char *text,
		const GPtrArray *paths, gint64 since_ns);

/*
 * Says that a run uses the folder, until cache_leave() or the end of the
 * process and its children. A descriptor; -1 with errno if it cannot be used.
 */
int cache_hold(const char *folder);

/*
 * Gives back what cache_hold() gave; takes -1. Headers of all kinds are kept
 * up to limit bytes; what is more goes unless another run uses the folder.
 */
void cache_leave(int hold, const char *folder, guint64 limit);

#endif
