// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings of each rule by parts of the kernel: folders, files, or the sections
 * of MAINTAINERS, whose people and lists follow.
 */
#include <string.h>

#include "findings/findings.h"
#include "options/stages.h"
#include "output/formats.h"
#include "output/output.h"
#include "output/printable.h"
#include "output/subsystem.h"
#include "owners/owners.h"

#define NOBODY "(nobody)"

enum { NR_SEVERITIES = SEVERITY_ERROR + 1 };

/* Findings of one rule in one part, or of all in it. */
struct row {
	const char *rule; /* of a finding */
	guint counts[NR_SEVERITIES];
};

struct table_part {
	char *name;
	const struct owner *owner; /* or NULL */
	GHashTable *rows;	   /* rule -> struct row *, owned */
	struct row all;
};

struct table {
	const struct output_subject *subject;
	struct owners *owners; /* only by maintainer; or NULL */
	char *reason;	       /* why there are none; or NULL */
	GHashTable *parts;     /* name -> struct table_part * */
	GPtrArray *sorted;     /* struct table_part *, owned */
	struct row all;
	int width; /* of the first column */
};

static void free_part(gpointer data)
{
	struct table_part *part = data;

	g_hash_table_unref(part->rows);
	g_free(part->name);
	g_free(part);
}

static char *name_of(const struct table *table, const struct finding *finding,
		     const struct owner **ret_owner)
{
	switch (table->subject->options->by) {
	case BY_FILE:
		return g_strdup(finding->at.path);
	case BY_MAINTAINER:
		if (table->owners)
			*ret_owner =
				owners_find(table->owners, finding->at.path);
		return g_strdup(*ret_owner ? (*ret_owner)->title : NOBODY);
	case BY_SUBSYSTEM:
		break;
	}
	return subsystem_name(finding->at.path);
}

static struct table_part *part_of(struct table *table,
				  const struct finding *finding)
{
	const struct owner *owner = NULL;
	g_autofree char *name = name_of(table, finding, &owner);
	struct table_part *part = g_hash_table_lookup(table->parts, name);

	if (part)
		return part;
	part = g_new0(struct table_part, 1);
	table->width = MAX(table->width, (int)g_utf8_strlen(name, -1));
	part->name = g_steal_pointer(&name);
	part->owner = owner;
	part->rows =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	g_hash_table_insert(table->parts, part->name, part);
	g_ptr_array_add(table->sorted, part);
	return part;
}

static void count(struct table *table, const struct finding *finding)
{
	struct table_part *part = part_of(table, finding);
	struct row *row = g_hash_table_lookup(part->rows, finding->rule);

	if (!row) {
		row = g_new0(struct row, 1);
		row->rule = finding->rule;
		g_hash_table_insert(part->rows, (gpointer)row->rule, row);
	}
	row->counts[finding->severity]++;
	part->all.counts[finding->severity]++;
	table->all.counts[finding->severity]++;
}

static gint compare_parts(gconstpointer left, gconstpointer right)
{
	const struct table_part *a = *(const struct table_part *const *)left;
	const struct table_part *b = *(const struct table_part *const *)right;

	for (int i = SEVERITY_ERROR; i >= SEVERITY_NOTE; i--) {
		if (a->all.counts[i] != b->all.counts[i])
			return a->all.counts[i] < b->all.counts[i] ? 1 : -1;
	}
	return strcmp(a->name, b->name);
}

static gint compare_rules(gconstpointer left, gconstpointer right)
{
	return strcmp(left, right);
}

static void append_row(GString *out, const struct table *table,
		       const char *name, const char *rule,
		       const struct row *row)
{
	g_autoptr(GString) shown = g_string_new(NULL);
	int blanks;

	printable_append(shown, name);
	blanks = table->width - (int)g_utf8_strlen(shown->str, -1);
	g_string_append_printf(
		out, "%s%*s  %-20s %7u %7u %7u\n", shown->str, MAX(blanks, 0),
		"", rule, row->counts[SEVERITY_ERROR],
		row->counts[SEVERITY_WARNING], row->counts[SEVERITY_NOTE]);
}

/* The name stands in the first row of a part. */
static void append_part(GString *out, const struct table *table,
			const struct table_part *part)
{
	GList *rules =
		g_list_sort(g_hash_table_get_keys(part->rows), compare_rules);
	const char *name = part->name;

	for (GList *at = rules; at; at = at->next) {
		append_row(out, table, name, at->data,
			   g_hash_table_lookup(part->rows, at->data));
		name = "";
	}
	if (rules && rules->next)
		append_row(out, table, "", "all", &part->all);
	g_list_free(rules);
}

static void append_words(GString *out, char letter, const GPtrArray *words)
{
	for (guint i = 0; i < words->len; i++) {
		g_string_append_printf(out, "  %c: ", letter);
		printable_append(out, g_ptr_array_index(words, i));
		g_string_append_c(out, '\n');
	}
}

static void append_people(GString *out, const struct table *table)
{
	for (guint i = 0; i < table->sorted->len; i++) {
		const struct table_part *part =
			g_ptr_array_index(table->sorted, i);

		if (!part->owner)
			continue;
		g_string_append_c(out, '\n');
		printable_append(out, part->name);
		g_string_append_c(out, '\n');
		append_words(out, 'M', part->owner->mails);
		append_words(out, 'L', part->owner->lists);
	}
	if (table->reason) {
		g_string_append(out, "\nno maintainers: ");
		printable_append(out, table->reason);
		g_string_append_c(out, '\n');
	}
}

static const char *title(const struct table *table)
{
	static const char *const titles[] = {
		[BY_SUBSYSTEM] = "subsystem",
		[BY_MAINTAINER] = "maintainers",
		[BY_FILE] = "file",
	};

	return titles[table->subject->options->by];
}

static void append_table(GString *out, struct table *table)
{
	table->width = MAX(table->width, (int)strlen(title(table)));
	g_string_append_printf(out, "%-*s  %-20s %7s %7s %7s\n", table->width,
			       title(table), "rule", "error", "warning",
			       "note");
	g_ptr_array_sort(table->sorted, compare_parts);
	for (guint i = 0; i < table->sorted->len; i++)
		append_part(out, table, g_ptr_array_index(table->sorted, i));
	append_row(out, table, "all", "all", &table->all);
	append_people(out, table);
}

void table_append(GString *out, const struct output_subject *subject)
{
	struct table table = {
		.subject = subject,
		.parts = g_hash_table_new(g_str_hash, g_str_equal),
		.sorted = g_ptr_array_new_with_free_func(free_part),
	};

	if (subject->options->by == BY_MAINTAINER)
		table.owners =
			owners_read(subject->context->root, &table.reason);
	for (guint i = 0; i < subject->report->findings->len; i++)
		count(&table, g_ptr_array_index(subject->report->findings, i));
	append_table(out, &table);
	g_hash_table_unref(table.parts);
	g_ptr_array_unref(table.sorted);
	owners_free(table.owners);
	g_free(table.reason);
}
