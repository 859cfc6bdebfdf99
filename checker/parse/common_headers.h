/* SPDX-License-Identifier: GPL-2.0-only */
/* The headers that most kernel files begin with, as one text. */
#ifndef VMALINT_PARSE_COMMON_HEADERS_H
#define VMALINT_PARSE_COMMON_HEADERS_H

#include <glib.h>

struct compile_jobs;
struct bodiless_headers;

/* The text of #include lines that most kernel files begin with; owned. */
char *common_headers_text(void);

/*
 * What a unit that holds only this text is given: CXUnsavedFile of the text,
 * which gets a path, and of all headers that are not as on disk. Those that
 * are jobs stay whole. Owned; what it points to is not.
 */
GArray *common_headers_unsaved(const struct compile_jobs *jobs,
			       struct bodiless_headers *bodiless,
			       const char *path, const char *text,
			       const GPtrArray *arguments);

/*
 * The arguments of a target for a file in no special folder; owned array of
 * owned strings.
 */
GPtrArray *common_headers_arguments(const struct compile_jobs *jobs,
				    guint target);

#endif
