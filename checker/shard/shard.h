/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A run in parts, on machines that do not talk to each other: which files are
 * whose, and what the report of one part must tell so that `vmalint merge` can
 * say of all of them what one run would have said.
 */
#ifndef VMALINT_SHARD_SHARD_H
#define VMALINT_SHARD_SHARD_H

#include <glib.h>
#include <stdbool.h>

struct options;
struct report;
struct session;

/* What is known of a file before it is parsed. */
struct shard_cost {
	const char *path;
	guint target; /* whose headers it needs */
	guint cost_ms;
};

/*
 * Which shard, from 1, has each file; owned, in the order of costs. The same
 * files give the same split in whichever order; no shard gets all of a target
 * that would be worth sharing.
 */
guint *shard_split(const struct shard_cost *costs, guint nr_costs,
		   guint nr_shards);

/* The tree of a run. Strings are borrowed. */
struct shard_tree {
	const char *digest; /* of what was selected in it */
	const char *root, *version, *api;
	guint level;
	const char *api_words;
};

/* What the report of a shard is packed from; all of it is borrowed. */
struct shard_content {
	const struct options *options; /* shard_index of shard_count */
	const struct session *session; /* its problems are of all shards */
	const struct report *report;   /* finished, and nothing dropped yet */
	struct shard_tree tree;
	const GPtrArray *arches; /* char *: of the whole run */
	GHashTable *arch_of;	 /* path -> arch of each file of the shard */
	GHashTable *comments;	 /* of suppressions_collect(), or NULL */
};

/* Packed; owned. */
GVariant *shard_pack(const struct shard_content *content);

/* The member "shard" of a JSON report, in one line; owned. */
char *shard_to_json(GVariant *packed);

/* A report that was read. All is owned but the path. */
struct shard {
	const char *path; /* of its file */
	guint index, count;
	char *version, *libclang; /* of who has written it */
	double seconds;
	GVariant *packed;
};

/* NULL with a problem recorded that says what is wrong with the file. */
struct shard *shard_read(struct session *session, const char *path);

/* Takes NULL. */
void shard_free(struct shard *shard);

/*
 * Sorts shards by their numbers. False with a problem for each that does not
 * belong to the others, or is missing; version is that of this program.
 */
bool shards_fit(struct session *session, GPtrArray *shards,
		const char *version);

/* What a shard was told, into options that were told nothing of the kind. */
void shard_give_options(const struct shard *shard, struct options *options);

struct shard_tree shard_tree(const struct shard *shard);

/* Owned; the strings are the shard's. */
GPtrArray *shard_arches(const struct shard *shard);

/* Adds path -> arch of its files; the strings are the shard's. */
void shard_give_arches(const struct shard *shard, GHashTable *arch_of);

/*
 * Adds what it has found to a report, and its problems to a session. False
 * with a problem recorded if it says something impossible.
 */
bool shard_give_report(struct session *session, const struct shard *shard,
		       struct report *report);

/* Adds comments, as suppressions_collect() gives them. */
void shard_give_comments(const struct shard *shard, GHashTable *comments);

/*
 * The text of the baseline that it was run with; NULL if it could not be read
 * there. *ret_path is the shard's, or NULL: there was none.
 */
const char *shard_baseline(const struct shard *shard, const char **ret_path);

#endif
