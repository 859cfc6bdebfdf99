// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which targets are likely to hold a branch: those whose configuration agrees
 * with what its conditions ask for. Only an order; nothing is left out by it.
 */
#include <string.h>

#include "arguments.h"
#include "arguments/kconfig/kconfig.h"
#include "base/view.h"
#include "select/select.h"
#include "targets.h"

/* Where the flags of some architectures are defined, behind their symbols. */
#define FLAG_HEADER "include/linux/mm.h"

enum { WEIGHT_OF_ON = 64 };

struct ranking {
	const struct compile_jobs *jobs;
	char *header; /* text of FLAG_HEADER, or NULL */
	gsize header_length;
	GPtrArray *wishes;  /* char *: CONFIG_X or !CONFIG_X */
	GHashTable *looked; /* of stamps_look() */
};

struct ranked {
	guint target;
	guint score;
};

/* The line of the header that defines a name, or 0. */
static guint32 line_of_definition(const struct ranking *ranking,
				  const char *name)
{
	g_autofree char *pattern =
		g_strdup_printf("(?m)^[ \t]*#[ \t]*define[ \t]+%s\\b", name);
	g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_RAW, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	guint32 line = 1;
	int start = 0;

	if (!regex || !ranking->header ||
	    !g_regex_match(regex, ranking->header, 0, &match))
		return 0;
	g_match_info_fetch_pos(match, 0, &start, NULL);
	for (int i = 0; i < start; i++)
		line += ranking->header[i] == '\n';
	return line;
}

static void add_configured(struct ranking *ranking, const char *description)
{
	g_auto(GStrv) atoms = g_strsplit(description, ", ", -1);

	for (guint i = 0; atoms[i]; i++) {
		if (g_str_has_prefix(atoms[i], "CONFIG_") ||
		    g_str_has_prefix(atoms[i], "!CONFIG_"))
			g_ptr_array_add(ranking->wishes, g_strdup(atoms[i]));
	}
}

/* A flag that is 0 without its architecture: what its definition needs. */
static void add_flag(struct ranking *ranking, const char *name)
{
	g_autoptr(GHashTable) reasons = NULL;
	g_autoptr(GPtrArray) variants = NULL;
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	guint32 line = line_of_definition(ranking, name);

	if (!line)
		return;
	g_array_append_val(lines, line);
	variants = branch_variants(ranking->header, ranking->header_length,
				   lines, &reasons);
	for (guint i = 0; i < variants->len; i++) {
		const struct branch_variant *variant =
			g_ptr_array_index(variants, i);

		add_configured(ranking, variant->description);
	}
}

static void add_wishes(struct ranking *ranking,
		       const struct branch_variant *variant)
{
	g_auto(GStrv) atoms = g_strsplit(variant->description, ", ", -1);

	add_configured(ranking, variant->description);
	for (guint i = 0; atoms[i]; i++) {
		if (!strstr(atoms[i], "CONFIG_") && g_str_is_ascii(atoms[i]) &&
		    g_ascii_isalpha(atoms[i][0]))
			add_flag(ranking, atoms[i]);
	}
}

/* What must be on tells more than what must be off: few targets have it. */
static guint score_of_wish(const struct kconfig *config, const char *wish)
{
	bool is_off = wish[0] == '!';
	const char *name = wish + is_off + strlen("CONFIG_");

	if (g_str_equal(kconfig_value(config, name), "n") != is_off)
		return 0;
	return is_off ? 1 : WEIGHT_OF_ON;
}

static guint score_of(const struct ranking *ranking, guint target)
{
	struct kconfig config = { 0 };
	guint score = 0;

	/* What goes wrong is said when the target is prepared. */
	if (target_config(NULL, ranking->jobs, target, ranking->looked,
			  &config)) {
		for (guint i = 0; i < ranking->wishes->len; i++)
			score += score_of_wish(
				&config, g_ptr_array_index(ranking->wishes, i));
		kconfig_release(&config);
	}
	return score;
}

/* Best first; of the same score in the order of the table. */
static gint compare_ranked(gconstpointer a, gconstpointer b)
{
	const struct ranked *left = a, *right = b;

	if (left->score != right->score)
		return left->score < right->score ? 1 : -1;
	return (left->target > right->target) - (left->target < right->target);
}

static void sort_targets(const struct ranking *ranking, GArray *targets)
{
	g_autoptr(GArray) all =
		g_array_new(FALSE, FALSE, sizeof(struct ranked));

	for (guint i = 0; i < targets->len; i++) {
		struct ranked ranked = {
			.target = g_array_index(targets, guint, i),
		};

		ranked.score = score_of(ranking, ranked.target);
		g_array_append_val(all, ranked);
	}
	g_array_sort(all, compare_ranked);
	for (guint i = 0; i < all->len; i++)
		g_array_index(targets, guint, i) =
			g_array_index(all, struct ranked, i).target;
}

void compile_rank_targets(const struct compile_jobs *jobs,
			  const GPtrArray *variants, GArray *targets)
{
	g_autofree char *path =
		g_build_filename(jobs->tree->root, FLAG_HEADER, NULL);
	struct ranking ranking = {
		.jobs = jobs,
		.wishes = g_ptr_array_new_with_free_func(g_free),
		.looked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
						g_free),
	};

	ranking.header =
		view_read(jobs->tree->view, path, &ranking.header_length, NULL);
	for (guint i = 0; i < variants->len; i++)
		add_wishes(&ranking, g_ptr_array_index(variants, i));
	if (ranking.wishes->len > 0 && targets->len > 1)
		sort_targets(&ranking, targets);
	g_ptr_array_unref(ranking.wishes);
	g_hash_table_destroy(ranking.looked);
	g_free(ranking.header);
}
