/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Findings and the tally of a run. Rules report into a struct report; that of
 * each unit travels as a GVariant and is merged; output/ writes the sum.
 */
#ifndef VMALINT_FINDINGS_FINDINGS_H
#define VMALINT_FINDINGS_FINDINGS_H

#include <glib.h>
#include <stdbool.h>

#include "base/run_stats.h"
#include "base/session.h"
#include "findings/finding.h"

struct inputs;
struct variant_names;

/* How a selected file ended: in exactly one way. */
enum file_end {
	FILE_ANALYSED,
	FILE_ANALYSED_WITH_ERRORS,
	FILE_SKIPPED,
	FILE_FAILED,
	NR_FILE_ENDS,
};

/* "analysed", "analysed_with_errors", "skipped", "failed". */
const char *file_end_name(enum file_end end);

/*
 * What became of one selected file. reason is "" for FILE_ANALYSED, and after
 * report_finish() the reasons of all architectures, joined by "; ".
 */
struct file_result {
	const char *path;
	enum file_end end;
	const char *reason;
	const char *reproduce; /* command line that repeats it, or "" */
};

/* A relevant line that no analysis saw, and why. */
struct unseen_line {
	const char *path;
	unsigned int line;
	const char *reason;
};

/* Something that went wrong in a worker; becomes a problem of the session. */
struct report_problem {
	const char *stage; /* who met it: "sparse" */
	const char *path;
	unsigned int line; /* from 1; 0 when it is about the whole file */
	const char *text;
	enum problem_weight weight;
};

struct report {
	GStringChunk *strings; /* all strings of the report */
	GPtrArray *findings;   /* struct finding *, owned */
	GArray *files;	       /* struct file_result */
	GHashTable *lines;     /* private: what is known of which line */
	GArray *unseen;	       /* struct unseen_line; set by report_finish() */
	GArray *problems;      /* struct report_problem */
	struct inputs *inputs; /* what it was made from, or NULL; not merged */
	/* A module's root: fingerprints and baselines have paths from there. */
	const char *home;      /* borrowed, or NULL; not merged */
	unsigned int relevant; /* relevant lines; set by report_finish() */
	unsigned int merged;   /* findings that were seen more than once */
	unsigned int suppressed, baselined;
	double seconds; /* wall time of the run; does not travel */
	struct run_stats
		stats; /* what was spent on it; does not travel in a value */
};

void report_init(struct report *report);
void report_release(struct report *report);
/* A path as it is known wherever the module lies: from its root, if any. */
const char *report_path(const struct report *report, const char *path);
/* The report's own copy of a text; NULL gives "". */
const char *report_string(struct report *report, const char *text);

/*
 * Adds a finding; every string of *finding is copied, its arrays may be NULL
 * and are copied too. A line or column of 0 becomes 1, and an end before the
 * start becomes the start. Returns the report's finding.
 */
struct finding *report_add(struct report *report,
			   const struct finding *finding);

/* Adds an edit, a second place or a macro to a finding of it; copies. */
void report_add_edit(struct report *report, struct finding *finding,
		     const struct edit *edit);
void report_add_related(struct report *report, struct finding *finding,
			const struct related *related);
void report_add_macro(struct report *report, struct finding *finding,
		      const struct written_macro *macro);

/* How a selected file ended, once an architecture. Texts may be NULL. */
void report_file(struct report *report, const char *path, enum file_end end,
		 const char *reason, const char *reproduce);
/* Records a problem met in a worker; every string is copied. */
void report_problem(struct report *report,
		    const struct report_problem *problem);

/*
 * Lines of a file. Which of them are relevant is said once by who selects the
 * files, who saw which is said by each analysis, in any order:
 * relevant = analysed + unseen holds by construction. What is said about a
 * line that is not relevant has no effect.
 */
void report_lines(struct report *report, const char *path,
		  const guint32 *relevant, gsize nr_relevant);
void report_line_seen(struct report *report, const char *path,
		      unsigned int line);
/* Why an analysis did not see a line; another one still may see it. */
void report_unseen(struct report *report, const char *path, unsigned int line,
		   const char *reason);

/* The report as one value, for a pipe or a cache; owned, not floating. */
GVariant *report_to_variant(const struct report *report);

/* Of report_to_variant(): its type, and the names of all but the inputs. */
const char *report_variant_type(void);
extern const struct variant_names report_variant_names;
GVariant *report_variant_without_inputs(GVariant *value); /* owned */
enum { REPORT_VARIANT_INPUTS = 5 }; /* where in such a value they are */

/*
 * Adds all that a value of report_to_variant() holds. False if the value is
 * of another type or says something impossible (a severity out of range, line
 * 0, a path with ".." in it); *report is then unchanged.
 */
bool report_merge_variant(struct report *report, GVariant *value);

/*
 * Makes the report independent of the order in which units (or parts of a run,
 * finished before) arrived:
 * - sorts findings by path, line, column, rule; merges those that agree in
 *   these (counted in merged), keeping the first arch in byte order with its
 *   text, the highest severity and the longest list of related places; sets
 *   fingerprints;
 * - sorts files by path; of a path reported more than once the worst end
 *   stays: failed, analysed_with_errors, analysed, skipped;
 * - fills unseen with the relevant lines that nobody saw, each with the first
 *   reason in byte order. Call once, before output.
 */
void report_finish(struct report *report);

/* Drops what the filter does not keep; returns how many. */
typedef bool (*finding_filter)(void *context, const struct finding *finding);
guint report_keep(struct report *report, finding_filter keeps, void *context);

/* Findings of one severity; files that ended in one way. */
unsigned int report_count(const struct report *report, enum severity severity);
unsigned int report_count_files(const struct report *report, enum file_end end);

/* Relevant lines of one file: how many, and which; owned guint32, sorted. */
unsigned int report_count_lines(const struct report *report, const char *path);
GArray *report_relevant_lines(const struct report *report, const char *path);
/* Share of the relevant lines that was seen; 100 when none is relevant. */
double report_coverage_percent(const struct report *report);

#endif
