/* SPDX-License-Identifier: GPL-2.0-only */
/* Every parse begins here, so that all of them keep the same promises. */
#ifndef VMALINT_PARSE_START_H
#define VMALINT_PARSE_START_H

#include <glib.h>

#include "libclang.h"

/* What a unit is made of; all of it is borrowed. */
struct start_request {
	const char *main_file;
	const GPtrArray *arguments; /* char * */
	GArray *unsaved;	    /* struct CXUnsavedFile */
	unsigned int options;	    /* besides those of every unit */
};

/*
 * Parses a unit with a full record of its macros, past its errors, and loads
 * nothing but what the arguments name.
 */
enum CXErrorCode start_unit(CXIndex index, const struct start_request *request,
			    CXTranslationUnit *ret_unit);

#endif
