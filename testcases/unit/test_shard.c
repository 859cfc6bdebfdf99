// SPDX-License-Identifier: GPL-2.0-only
/* How files are dealt out, and that parts of a report add up to the whole. */
#include <glib.h>

#include "findings/findings.h"
#include "shard/json.h"
#include "shard/packing.h"
#include "shard/shard.h"

enum { NR_FILES = 200 };

/* Owned; paths are literals of ten letters and so repeat not at all. */
static struct shard_cost *make_costs(guint seed, guint nr_targets)
{
	g_autoptr(GRand) random = g_rand_new_with_seed(seed);
	struct shard_cost *costs = g_new0(struct shard_cost, NR_FILES);

	for (guint i = 0; i < NR_FILES; i++) {
		costs[i].path = g_strdup_printf("drivers/%03u.c", i);
		costs[i].target = i % nr_targets;
		costs[i].cost_ms = (guint)g_rand_int_range(random, 60, 500);
	}
	return costs;
}

static void free_costs(struct shard_cost *costs)
{
	for (guint i = 0; i < NR_FILES; i++)
		g_free((gpointer)costs[i].path);
	g_free(costs);
}

static void test_balance(void)
{
	struct shard_cost *costs = make_costs(1, 1);

	for (guint nr_shards = 1; nr_shards <= 9; nr_shards++) {
		g_autofree guint *owners =
			shard_split(costs, NR_FILES, nr_shards);
		guint least = G_MAXUINT, most = 0;

		for (guint k = 1; k <= nr_shards; k++) {
			guint load = 0;

			for (guint i = 0; i < NR_FILES; i++)
				load += owners[i] == k ? costs[i].cost_ms : 0;
			least = MIN(least, load);
			most = MAX(most, load);
		}
		for (guint i = 0; i < NR_FILES; i++) {
			g_assert_cmpuint(owners[i], >=, 1);
			g_assert_cmpuint(owners[i], <=, nr_shards);
		}
		/* The cheapest files come last, and even it out. */
		g_assert_cmpuint(most - least, <=, 120);
	}
	free_costs(costs);
}

/* Who asks must not matter, nor in which order he has the files. */
static void test_order(void)
{
	struct shard_cost *costs = make_costs(2, 5);
	g_autofree struct shard_cost *turned =
		g_new0(struct shard_cost, NR_FILES);
	g_autofree guint *owners = shard_split(costs, NR_FILES, 4);
	g_autofree guint *turned_owners = NULL;

	for (guint i = 0; i < NR_FILES; i++)
		turned[i] = costs[NR_FILES - 1 - i];
	turned_owners = shard_split(turned, NR_FILES, 4);
	for (guint i = 0; i < NR_FILES; i++)
		g_assert_cmpuint(turned_owners[i], ==,
				 owners[NR_FILES - 1 - i]);
	free_costs(costs);
}

/* Headers of a target are made by as few shards as will do. */
static void test_targets_stay_together(void)
{
	struct shard_cost *costs = make_costs(3, 20);
	g_autofree guint *owners = shard_split(costs, NR_FILES, 4);
	guint nr_made = 0;

	for (guint target = 0; target < 20; target++) {
		guint shards = 0;

		for (guint i = target; i < NR_FILES; i += 20)
			shards |= 1u << owners[i];
		nr_made += (guint)__builtin_popcount(shards);
	}
	g_assert_cmpuint(nr_made, <=, 30);
	free_costs(costs);
}

static void test_few_files(void)
{
	const struct shard_cost costs[] = { { "a.c", 0, 60 },
					    { "b.c", 0, 60 } };
	g_autofree guint *owners = shard_split(costs, 2, 5);
	g_autofree guint *none = shard_split(NULL, 0, 3);

	g_assert_cmpuint(owners[0], ==, 1);
	g_assert_cmpuint(owners[1], ==, 2);
	g_assert_nonnull(none);
}

/* One finding of one header, as the unit number i may report it. */
static void add_finding(struct report *report, guint i)
{
	static const char *const arches[] = { "x86", "arm64", "s390" };
	const struct finding finding = {
		.rule = "direct_write",
		.severity = i % 2 ? SEVERITY_WARNING : SEVERITY_ERROR,
		.at = { "include/a.h", i % 4 + 1, 1, i % 4 + 1, 2 },
		.message = i % 5 ? "one" : "two",
		.function = "f",
		.arch = arches[i % 3],
		.expression = "x",
		.confirmed_by = i % 11 ? "" : "sparse",
	};
	const struct related related = {
		.at = { "include/b.h", i + 1, 1, i + 1, 2 },
		.message = "here",
	};
	const struct written_macro macro = { "A", "include/a.h" };
	struct finding *added = report_add(report, &finding);

	if (i % 3 == 0)
		report_add_related(report, added, &related);
	if (i % 7 == 0)
		report_add_macro(report, added, &macro);
	report_lines(report, "include/a.h", (const guint32[]){ 1, 2, 3, 4 }, 4);
	if (i % 4 == 1)
		report_line_seen(report, "include/a.h", 2);
	else
		report_unseen(report, "include/a.h", i % 4 + 1,
			      i % 2 ? "why" : "because");
}

/* The finished report of the units i with i % nr == rest, packed. */
static GVariant *part(guint rest, guint nr)
{
	struct report report;
	GVariant *value;

	report_init(&report);
	for (guint i = rest; i < 60; i += nr)
		add_finding(&report, i);
	report_finish(&report);
	value = report_to_portable(&report);
	report_release(&report);
	return value;
}

static void test_parts_add_up(void)
{
	g_autoptr(GVariant) whole = part(0, 1);

	for (guint nr = 2; nr <= 6; nr++) {
		g_autoptr(GVariant) sum = NULL;
		struct report report;

		report_init(&report);
		for (guint rest = 0; rest < nr; rest++) {
			g_autoptr(GVariant) one = part(rest, nr);

			g_assert_true(report_merge_portable(&report, one));
		}
		report_finish(&report);
		sum = report_to_portable(&report);
		g_assert_true(g_variant_equal(sum, whole));
		g_assert_cmpuint(report.merged, >, 0);
		report_release(&report);
	}
}

/* Each member has a name, and nothing is lost on the way and back. */
static void test_json(void)
{
	g_autoptr(GVariant) value = part(0, 1);
	json_auto_t *node = variant_to_json(value, &report_variant_names);
	g_autofree char *type = report_portable_type();
	g_autofree char *fault = NULL;
	g_autoptr(GVariant) back =
		variant_from_json(node, type, &report_variant_names, &fault);

	g_assert_null(fault);
	g_variant_ref_sink(back);
	g_assert_true(g_variant_equal(back, value));
}

/* What is no UTF-8 has another form in JSON, and the same bytes after it. */
static void test_bytes(void)
{
	static const char *const texts[] = {
		"",	"plain",      "caf\xc3\xa9",
		"\xff", "\x01\n\"\\", "{\"base64\":1}"
	};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GVariant) value =
			g_variant_ref_sink(g_variant_new_bytestring(texts[i]));
		json_auto_t *node = variant_to_json(value, NULL);
		g_autofree char *fault = NULL;
		g_autoptr(GVariant) back = g_variant_ref_sink(
			variant_from_json(node, "ay", NULL, &fault));

		g_assert_cmpstr(g_variant_get_bytestring(back), ==, texts[i]);
		g_assert_cmpint(json_is_object(node), ==,
				!g_utf8_validate(texts[i], -1, NULL));
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/shard/balance", test_balance);
	g_test_add_func("/shard/order", test_order);
	g_test_add_func("/shard/targets", test_targets_stay_together);
	g_test_add_func("/shard/few_files", test_few_files);
	g_test_add_func("/shard/parts_add_up", test_parts_add_up);
	g_test_add_func("/shard/json", test_json);
	g_test_add_func("/shard/bytes", test_bytes);
	return g_test_run();
}
