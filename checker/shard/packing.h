/* SPDX-License-Identifier: GPL-2.0-only */
/* The parts of a packed shard; private to shard/. */
#ifndef VMALINT_SHARD_PACKING_H
#define VMALINT_SHARD_PACKING_H

#include <glib.h>
#include <stdbool.h>

#include "base/variant_names.h"

struct options;
struct report;

#define OPTIONS_TYPE "(aayaayaaybuaybaybudaya(ayu)aaya(ayuaay))"
extern const struct variant_names options_names;

/* Floating. */
GVariant *options_pack(const struct options *options);
void options_unpack(GVariant *value, struct options *options);

#define COMMENT_TYPE  "(uuuuayaayayay)"
#define COMMENTS_TYPE "a(aya" COMMENT_TYPE ")"
extern const struct variant_names comments_names;

/* Floating; the table is that of suppressions_collect(), or NULL. */
GVariant *comments_pack(GHashTable *comments);
void comments_unpack(GVariant *value, GHashTable *comments);

/*
 * The report without what it was made from, owned, and its type, owned too.
 * Adding such a value, which must be of the type, is false if it says
 * something impossible.
 */
GVariant *report_to_portable(const struct report *report);
char *report_portable_type(void);
bool report_merge_portable(struct report *report, GVariant *value);

/* A floating list of texts from char *, and back. */
GVariant *texts_pack(const GPtrArray *texts);

#endif
