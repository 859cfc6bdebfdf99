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

struct kept_units;

/* What a unit is parsed from. */
struct kept_request {
	const char *main_file;
	const GPtrArray *arguments; /* char * */
	GArray *unsaved;	    /* struct CXUnsavedFile */
	const char *variant;	    /* tells texts of one file apart */
};

struct kept_units *kept_units_new(void);

/* Takes NULL. */
void kept_units_free(struct kept_units *kept);

/*
 * The unit of a request, as its files are now; good until the next call. NULL
 * if libclang could not parse it so.
 */
CXTranslationUnit kept_unit_for(struct kept_units *kept,
				const struct kept_request *request);

/* Remembers a file that cannot be parsed over what others share. */
void kept_note_loner(struct kept_units *kept, const char *source);
bool kept_is_loner(const struct kept_units *kept, const char *source);

#endif
