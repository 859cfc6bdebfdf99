/* SPDX-License-Identifier: GPL-2.0-only */
/* Gives libclang headers without the bodies of their functions. */
#ifndef VMALINT_PARSE_BODILESS_H
#define VMALINT_PARSE_BODILESS_H

#include <glib.h>

struct compile_jobs;
struct outline_request;
struct outlines;

/*
 * Adds the outlines of what is asked for to an array of CXUnsavedFile, except
 * for those that it has already and for the headers among these jobs (NULL:
 * none), which stay whole. What they point to is good until the next call with
 * these outlines. NULL outlines: there are none.
 */
void outlined_add(struct outlines *outlines,
		  const struct outline_request *request,
		  const struct compile_jobs *whole, GArray *unsaved);

#endif
