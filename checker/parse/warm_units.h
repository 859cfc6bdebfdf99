/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Units that are kept to be parsed again when their file was saved, each with
 * its preamble precompiled: a second parse of mm/mmap.c (6.12) takes 35 ms
 * instead of 130.
 */
#ifndef VMALINT_PARSE_WARM_UNITS_H
#define VMALINT_PARSE_WARM_UNITS_H

#include <glib.h>
#include <stdbool.h>

#include "libclang.h"

struct warm_units;

/* What a unit is parsed from. */
struct warm_request {
	const char *main_file;
	const GPtrArray *arguments; /* char * */
	GArray *unsaved;	    /* struct CXUnsavedFile */
	const char *variant;	    /* tells texts of one file apart */
};

struct warm_units *warm_units_new(void);

/* Takes NULL. */
void warm_units_free(struct warm_units *kept);

/*
 * The unit of a request, as its files are now; good until the next call. NULL
 * if libclang could not parse it so.
 */
CXTranslationUnit warm_unit_for(struct warm_units *kept,
				const struct warm_request *request);

/* Remembers a file that cannot be parsed over what others share. */
void warm_units_note_unshareable(struct warm_units *kept, const char *source);
bool warm_units_is_unshareable(const struct warm_units *kept,
			       const char *source);

#endif
