/* SPDX-License-Identifier: GPL-2.0-only */
/* What a packed shard is made of, in order; private to shard/. */
#ifndef VMALINT_SHARD_LAYOUT_H
#define VMALINT_SHARD_LAYOUT_H

struct variant_names;

enum shard_part {
	SHARD_INDEX,
	SHARD_COUNT,
	SHARD_TREE,
	SHARD_OPTIONS,
	SHARD_BASELINE,
	SHARD_ARCHES,
	SHARD_FILES,
	SHARD_COMMENTS,
	SHARD_PROBLEMS,
	SHARD_REPORT,
	NR_SHARD_PARTS,
};

/* The types of the parts but the options, the comments and the report. */
#define SHARD_TREE_TYPE	    "(ayayayayuay)"
#define SHARD_BASELINE_TYPE "(aybay)"
#define SHARD_FILES_TYPE    "a(ayay)"
#define SHARD_PROBLEMS_TYPE "a(ayayuayu)"

extern const struct variant_names shard_names;

#endif
