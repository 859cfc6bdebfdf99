// SPDX-License-Identifier: GPL-2.0-only
/*
 * Members that carry flags. A copy has not all members of the kernel's, but
 * those that it has are of the same type, and share a union with the same ones.
 */
#include <string.h>

#include "compare.h"
#include "definition.h"
#include "definitions.h"
#include "term.h"
#include "type_text.h"
#include "words.h"

struct flag_member {
	struct word name;
	char *type;	  /* owned */
	bool is_in_union; /* the nearest record without a name is one */
	bool has_flags;	  /* its declaration names the flag API */
};

struct flag_members {
	GArray *list; /* struct flag_member */
	GHashTable *flags;
};

static const struct word *word_at(const GArray *words, guint i)
{
	return &g_array_index(words, struct word, i);
}

static bool is(const GArray *words, guint i, const char *text)
{
	return i < words->len && strcmp(word_at(words, i)->text, text) == 0;
}

static void clear_member(gpointer data)
{
	g_free(((struct flag_member *)data)->type);
}

/* `const vm_flags_t vm_flags' */
static void add_member(struct flag_members *members, const GArray *words,
		       guint from, guint to, bool is_in_union)
{
	struct flag_member member = { .is_in_union = is_in_union };
	guint name = to;

	for (guint i = from; i < to; i++) {
		const struct word *word = word_at(words, i);

		member.has_flags |=
			word->kind == LEX_IDENTIFIER &&
			g_hash_table_contains(members->flags, word->text);
		/* Of a function pointer, an array or a bit field. */
		if ((is(words, i, "(") && i > from) || is(words, i, "[") ||
		    is(words, i, ":"))
			break;
		if (word->kind == LEX_IDENTIFIER)
			name = i;
	}
	if (name >= to || name == from)
		return;
	member.name = *word_at(words, name);
	member.type = type_text(word_at(words, from), name - from);
	g_array_append_val(members->list, member);
}

static guint read_members(struct flag_members *members, const GArray *words,
			  guint from, bool is_in_union)
{
	guint start = from;
	int depth = 0;

	for (guint i = from; i < words->len; i++) {
		depth += is(words, i, "(") - is(words, i, ")");
		if (depth > 0)
			continue;
		if (is(words, i, "{")) {
			i = read_members(members, words, i + 1,
					 is(words, i - 1, "union"));
			start = i + 1;
			/* The name behind a record is of no matter. */
			while (start < words->len && !is(words, start, ";"))
				start++;
			i = start;
			start++;
		} else if (is(words, i, "}")) {
			return i;
		} else if (is(words, i, ";")) {
			add_member(members, words, start, i, is_in_union);
			start = i + 1;
		}
	}
	return words->len;
}

static void members_of(const struct comparing *comparing,
		       const struct defined *record,
		       struct flag_members *members)
{
	members->list = g_array_new(FALSE, FALSE, sizeof(struct flag_member));
	members->flags = comparing->flags;
	g_array_set_clear_func(members->list, clear_member);
	read_members(members, record->body, 0, false);
}

static const struct flag_member *find_member(const struct flag_members *members,
					     const char *name)
{
	for (guint i = 0; i < members->list->len; i++) {
		const struct flag_member *one =
			&g_array_index(members->list, struct flag_member, i);

		if (strcmp(one->name.text, name) == 0)
			return one;
	}
	return NULL;
}

static char *describe(const struct flag_member *member)
{
	return g_strdup_printf("%s %s%s", member->type, member->name.text,
			       member->is_in_union ? " in a union" : "");
}

static void compare_member(const struct comparing *comparing,
			   const struct defined *copy,
			   const struct defined *theirs,
			   const struct flag_member *mine,
			   const struct flag_member *other)
{
	g_autofree char *left = describe(mine);
	g_autofree char *right = other ? describe(other) : NULL;
	struct drift drift = {
		.kind = DRIFT_MEMBER,
		.name = mine->name.text,
		.here = definition_place(copy),
		.there = definition_place(theirs),
		.mine = left,
		.theirs = right,
	};
	bool is_spelling = false;

	drift.here.line = mine->name.line;
	drift.here.column = mine->name.column;
	if (other) {
		drift.there.line = other->name.line;
		drift.there.column = other->name.column;
		if (types_agree(comparing, mine->type, other->type,
				&is_spelling) &&
		    mine->is_in_union == other->is_in_union && !is_spelling)
			return;
		if (is_spelling && mine->is_in_union == other->is_in_union)
			drift.kind = DRIFT_TYPE_NAME;
	}
	comparing_add(comparing, drift);
}

void compare_record(const struct comparing *comparing,
		    const struct defined *copy)
{
	const GPtrArray *list =
		definitions_find(comparing->kernel, copy->name.text);
	const struct defined *theirs = NULL;
	struct flag_members mine, other;

	for (guint i = 0; i < list->len; i++) {
		const struct defined *one = g_ptr_array_index(list, i);

		if (one->kind == DEFINITION_RECORD &&
		    (!theirs || one->body->len > theirs->body->len))
			theirs = one;
	}
	if (!theirs || is_deliberate(copy->file->path))
		return;
	members_of(comparing, copy, &mine);
	members_of(comparing, theirs, &other);
	for (guint i = 0; i < mine.list->len; i++) {
		const struct flag_member *one =
			&g_array_index(mine.list, struct flag_member, i);
		const struct flag_member *match =
			find_member(&other, one->name.text);

		if (one->has_flags || (match && match->has_flags))
			compare_member(comparing, copy, theirs, one, match);
	}
	g_array_free(mine.list, TRUE);
	g_array_free(other.list, TRUE);
}
