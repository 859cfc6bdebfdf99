/* SPDX-License-Identifier: GPL-2.0-only */
/* Gives libclang headers without the bodies of their functions. */
#ifndef VMALINT_PARSE_BODILESS_UNSAVED_H
#define VMALINT_PARSE_BODILESS_UNSAVED_H

#include <glib.h>

struct compile_jobs;
struct bodiless_request;
struct bodiless_headers;

/*
 * Adds the headers without bodies that are asked for to an array of
 * CXUnsavedFile, except for those that it has already and for the headers among
 * these jobs (NULL: none), which stay whole. What they point to is good until
 * the next call with this table; NULL: there are none.
 */
void bodiless_add_unsaved(struct bodiless_headers *bodiless,
			  const struct bodiless_request *request,
			  const struct compile_jobs *whole, GArray *unsaved);

#endif
