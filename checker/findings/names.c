// SPDX-License-Identifier: GPL-2.0-only
/* Names for all that variant.h has types for: the two change together. */
#include "base/variant_names.h"
#include "findings/findings.h"

static const char *const place_words[] = { "path", "line", "column", "end_line",
					   "end_column" };
static const struct variant_names place_names = { place_words, NULL };

static const char *const edit_words[] = { "path", "offset", "length", "text" };
static const struct variant_names edit_names = { edit_words, NULL };

static const char *const related_words[] = { "at", "message" };
static const struct variant_names *const related_members[] = { &place_names,
							       NULL };
static const struct variant_names related_names = { related_words,
						    related_members };

static const char *const macro_words[] = { "name", "path" };
static const struct variant_names macro_names = { macro_words, NULL };

#define WORD(name)	 #name,
#define NO_MEMBERS(name) NULL,
static const char *const finding_words[] = {
	FINDING_TEXTS(WORD) "severity", "at", "edits", "related", "macros",
};
static const struct variant_names *const finding_members[] = {
	FINDING_TEXTS(NO_MEMBERS) NULL,
	&place_names,
	&edit_names,
	&related_names,
	&macro_names,
};
#undef WORD
#undef NO_MEMBERS
static const struct variant_names finding_names = { finding_words,
						    finding_members };

static const char *const file_words[] = { "path", "end", "reason",
					  "reproduce" };
static const struct variant_names file_names = { file_words, NULL };

static const char *const reason_words[] = { "line", "reason" };
static const struct variant_names reason_names = { reason_words, NULL };

static const char *const lines_words[] = { "path", "relevant", "seen",
					   "unseen" };
static const struct variant_names *const lines_members[] = { NULL, NULL, NULL,
							     &reason_names };
static const struct variant_names lines_names = { lines_words, lines_members };

static const char *const problem_words[] = { "stage", "path", "line", "text",
					     "weight" };
static const struct variant_names problem_names = { problem_words, NULL };

static const char *const count_words[] = { "merged", "suppressed",
					   "baselined" };
static const struct variant_names count_names = { count_words, NULL };

static const char *const report_words[] = { "findings", "files", "lines",
					    "problems", "counts" };
static const struct variant_names *const report_members[] = {
	&finding_names, &file_names, &lines_names, &problem_names, &count_names,
};
const struct variant_names report_variant_names = { report_words,
						    report_members };
