/* SPDX-License-Identifier: GPL-2.0-only */
/* A GVariant in a file of ours, which may be damaged or somebody else's. */
#ifndef VMALINT_KEEP_VARIANT_FILE_H
#define VMALINT_KEEP_VARIANT_FILE_H

#include <glib.h>
#include <stdbool.h>

/* The value, owned; NULL if there is no such file or it has another form. */
GVariant *variant_file_read(const char *path, const char *type);

/*
 * As above, of which the form was not asked for: it may be anything, which
 * GLib's functions take, and its length is whatever the file has.
 */
GVariant *variant_file_read_raw(const char *path, const char *type);

/* Replaces the file in one step; false if that fails. */
bool variant_file_write(const char *path, GVariant *value);

#endif
