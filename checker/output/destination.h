/* SPDX-License-Identifier: GPL-2.0-only */
/* Where a finished output goes; private to output/. */
#ifndef VMALINT_OUTPUT_DESTINATION_H
#define VMALINT_OUTPUT_DESTINATION_H

#include <glib.h>
#include <stdbool.h>

struct session;

/*
 * Writes the whole text to a file, or to standard output for NULL. A regular
 * file is replaced at once, so that nobody reads half of it and a failure
 * leaves the old one. False with a problem recorded if a byte could not be
 * written.
 */
bool destination_write(struct session *session, const char *file,
		       const GString *text);

#endif
