// SPDX-License-Identifier: GPL-2.0-only
#include "binding_faults.h"

#include <string.h>

#include "shadows.h"

/* Macros are made of macros no deeper; 4 in 7.1. */
enum { NAMES_DEPTH = 8 };

/* Constants that are no VMA flags, 6.1 to 7.x; as in facts/kinds/names.c. */
static const char *const foreign_prefixes[] = {
	"VM_FAULT_", "FAULT_FLAG_", "PROT_",   "MAP_",
	"MMF_",	     "GFP_",	    "___GFP_", "FOLL_",
};

struct binding_judge {
	const struct shadows *shadows;
	GArray *faults;
	GHashTable *helped;  /* flags with a helper */
	GHashTable *blocked; /* name -> its first struct rust_blocked * */
	GHashTable *bound;   /* name -> 1 or 2: bindgen binds it; or not */
};

static void add(struct binding_judge *judge, enum binding_fault_kind kind,
		const char *name, const struct shadow_place *at,
		const struct shadow_place *related)
{
	struct binding_fault fault = { .kind = kind, .name = name, .at = *at };

	if (related)
		fault.related = *related;
	g_array_append_val(judge->faults, fault);
}

static void say_other(struct binding_judge *judge, const char *other)
{
	g_array_index(judge->faults, struct binding_fault,
		      judge->faults->len - 1)
		.other = other;
}

/* Where a name is defined first; false if nowhere. */
static bool definition_place(const struct shadows *shadows, const char *name,
			     struct shadow_place *ret_place)
{
	const GPtrArray *all = flags_defined(shadows->flags, name);
	const struct flag_definition *one;

	if (!all)
		return false;
	one = g_ptr_array_index(all, 0);
	*ret_place = (struct shadow_place){
		.path = one->path,
		.line = one->line,
		.column = one->column,
		.end_column = one->end_column,
	};
	return true;
}

static bool has_helper(const struct binding_judge *judge, const char *flag)
{
	return g_hash_table_contains(judge->helped, flag);
}

static void list_names(struct binding_judge *judge)
{
	const struct shadows *shadows = judge->shadows;

	for (guint i = 0; i < shadows->helpers->len; i++)
		g_hash_table_add(
			judge->helped,
			g_array_index(shadows->helpers, struct rust_helper, i)
				.flag);
	for (guint i = 0; i < shadows->blocked->len; i++) {
		struct rust_blocked *one = &g_array_index(
			shadows->blocked, struct rust_blocked, i);

		if (!g_hash_table_contains(judge->blocked, one->name))
			g_hash_table_insert(judge->blocked, one->name, one);
	}
}

static void judge_helpers(struct binding_judge *judge)
{
	const struct shadows *shadows = judge->shadows;
	const guint nr_blocked = shadows->blocked->len;

	for (guint i = 0; i < shadows->helpers->len; i++) {
		const struct rust_helper *helper =
			&g_array_index(shadows->helpers, struct rust_helper, i);
		struct shadow_place place;

		if (!definition_place(shadows, helper->flag, &place)) {
			add(judge, BINDING_UNKNOWN, helper->flag, &helper->at,
			    NULL);
			continue;
		}
		if (strcmp(helper->flag, helper->value) != 0) {
			add(judge, BINDING_OTHER_FLAG, helper->flag,
			    &helper->value_at, &place);
			say_other(judge, helper->value);
		}
		if (nr_blocked > 0 &&
		    !g_hash_table_contains(judge->blocked, helper->flag))
			add(judge, BINDING_NOT_BLOCKED, helper->flag,
			    &helper->at,
			    &g_array_index(shadows->blocked,
					   struct rust_blocked, 0)
				     .at);
	}
}

static void judge_blocked(struct binding_judge *judge)
{
	const struct shadows *shadows = judge->shadows;

	for (guint i = 0; i < shadows->blocked->len; i++) {
		const struct rust_blocked *blocked = &g_array_index(
			shadows->blocked, struct rust_blocked, i);
		const struct rust_blocked *before =
			g_hash_table_lookup(judge->blocked, blocked->name);

		if (before != blocked)
			add(judge, BINDING_BLOCKED_TWICE, blocked->name,
			    &blocked->at, &before->at);
		else if (shadows->helpers->len > 0 &&
			 !has_helper(judge, blocked->name))
			add(judge, BINDING_BLOCKED_ONLY, blocked->name,
			    &blocked->at, NULL);
	}
}

/* How many masks of the bindings a value names. */
static guint count_masks(const char *value)
{
	g_auto(GStrv) words = g_strsplit(value, " ", -1);
	guint nr = 0;

	for (char **word = words; *word; word++)
		nr += strstr(*word, "VM_") != NULL;
	return nr;
}

/* True if `Flags::new(bindings::VM_READ)' and the like is of another flag. */
static bool is_made_of_other(const char *value, const char *flag)
{
	g_auto(GStrv) words = g_strsplit(value, " ", -1);

	return count_masks(value) == 1 && strstr(value, "bindings ::") &&
	       !g_strv_contains((const char *const *)words, flag);
}

/* "VM_READ" of `bindings :: VM_READ as vm_flags_t'; owned; NULL: it is more. */
static char *only_binding(const char *value)
{
	g_auto(GStrv) words = g_strsplit(value, " ", -1);
	char *name = NULL;

	for (char **word = words; *word; word++) {
		if (strcmp(*word, "as") == 0)
			break;
		if (strcmp(*word, "(") == 0 || strcmp(*word, ")") == 0 ||
		    strcmp(*word, "::") == 0)
			continue;
		if (!g_ascii_isalpha(**word) && **word != '_') {
			g_free(name);
			return NULL;
		}
		g_free(name);
		name = g_strdup(*word);
	}
	return name;
}

/* What a constant of this name stands for: "VM_READ" of READ; owned. */
static char *flag_of_constant(const struct shadows *shadows, const char *name)
{
	char *flag = g_str_has_prefix(name, "VM_") ?
			     g_strdup(name) :
			     g_strconcat("VM_", name, NULL);

	if (flags_defined(shadows->flags, flag))
		return flag;
	g_free(flag);
	return NULL;
}

/* Also by a name of the tree's own in front, BINDINGS_VM_MERGEABLE in 6.1. */
static bool is_own_binding(const char *binding, const char *flag)
{
	const gsize length = strlen(binding), own = strlen(flag);

	return strcmp(binding, flag + strlen("VM_")) == 0 ||
	       (length > own && binding[length - own - 1] == '_' &&
		g_str_has_suffix(binding, flag));
}

static void judge_constants(struct binding_judge *judge)
{
	const struct shadows *shadows = judge->shadows;

	for (guint i = 0; i < shadows->constants->len; i++) {
		const struct rust_constant *constant = &g_array_index(
			shadows->constants, struct rust_constant, i);
		g_autofree char *flag =
			flag_of_constant(shadows, constant->name);
		g_autofree char *value = only_binding(constant->value);
		struct shadow_place place;

		if (!flag || (!constant->is_flag_word &&
			      !is_made_of_other(constant->value, flag)))
			continue;
		if ((value && strcmp(value, flag) == 0) ||
		    (value && is_own_binding(value, flag)) ||
		    !strstr(constant->value, "VM"))
			continue;
		definition_place(shadows, flag, &place);
		add(judge, BINDING_CONSTANT, constant->name,
		    &constant->value_at, &place);
		say_other(judge, constant->value);
	}
}

/*
 * bindgen 0.5 to 0.72 binds a macro whose body is numbers, operators and other
 * macros of that kind; a call, such as BIT(3), makes it leave the macro out.
 */
static bool is_bound(struct binding_judge *judge, const char *name,
		     guint depth);

static bool is_bound_body(struct binding_judge *judge, const char *body,
			  guint depth)
{
	g_auto(GStrv) words = g_strsplit(body, " ", -1);

	for (char **word = words; *word; word++) {
		if ((g_ascii_isalpha(**word) || **word == '_') &&
		    !is_bound(judge, *word, depth))
			return false;
	}
	return *body != '\0';
}

static bool is_bound(struct binding_judge *judge, const char *name, guint depth)
{
	const GPtrArray *all = flags_defined(judge->shadows->flags, name);
	const guint known =
		GPOINTER_TO_UINT(g_hash_table_lookup(judge->bound, name));
	bool is_each = all != NULL;

	if (known || !all || depth == 0)
		return known == 1;
	/* In a circle it is none. */
	g_hash_table_insert(judge->bound, g_strdup(name), GUINT_TO_POINTER(2));
	for (guint i = 0; is_each && i < all->len; i++) {
		const struct flag_definition *one = g_ptr_array_index(all, i);

		is_each = one->is_bit ||
			  is_bound_body(judge, one->body, depth - 1);
	}
	g_hash_table_insert(judge->bound, g_strdup(name),
			    GUINT_TO_POINTER(is_each ? 1 : 2));
	return is_each;
}

static bool is_foreign(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(foreign_prefixes); i++) {
		if (g_str_has_prefix(name, foreign_prefixes[i]))
			return true;
	}
	return false;
}

static void judge_use(struct binding_judge *judge, const struct rust_use *use)
{
	const struct shadows *shadows = judge->shadows;
	const bool is_mask = g_str_has_prefix(use->name, "VM_") &&
			     !g_str_has_prefix(use->name, "VM_FAULT_");
	struct shadow_place place = { 0 };
	const bool is_defined = definition_place(shadows, use->name, &place);

	if (is_foreign(use->name)) {
		if (use->is_flag_word)
			add(judge, BINDING_FOREIGN, use->name, &use->at, NULL);
	} else if (g_str_has_prefix(use->name, "VMA_") &&
		   g_str_has_suffix(use->name, "_BIT")) {
		if (!is_defined)
			add(judge, BINDING_UNKNOWN, use->name, &use->at, NULL);
		else if (use->is_flag_word && !use->is_shift)
			add(judge, BINDING_BIT, use->name, &use->at, &place);
	} else if (is_mask && !is_defined) {
		if (!has_helper(judge, use->name))
			add(judge, BINDING_UNKNOWN, use->name, &use->at, NULL);
	} else if (is_mask && !has_helper(judge, use->name) &&
		   !is_bound(judge, use->name, NAMES_DEPTH)) {
		add(judge, BINDING_NO_HELPER, use->name, &use->at, &place);
	}
}

/* A member of the VMA by name; NULL if it has none. */
static const struct vma_member *vma_member(const struct shadows *shadows,
					   const char *name)
{
	/* The words of the bitmap are a member of its type. */
	if (strcmp(name, "__vma_flags") == 0)
		name = "flags";
	for (guint i = 0; i < shadows->vma_members->len; i++) {
		const struct vma_member *member = &g_array_index(
			shadows->vma_members, struct vma_member, i);

		if (strcmp(member->name, name) == 0)
			return member;
	}
	return NULL;
}

static void judge_member(struct binding_judge *judge,
			 const struct rust_member *member)
{
	const struct vma_member *theirs =
		vma_member(judge->shadows, member->name);

	if (judge->shadows->vma_members->len == 0)
		return;
	if (!theirs) {
		add(judge, BINDING_NO_MEMBER, member->name, &member->at, NULL);
		return;
	}
	if (member->anonymous > 0 &&
	    (member->anonymous > theirs->anonymous ||
	     member->anonymous + theirs->nr_optional < theirs->anonymous)) {
		g_autofree char *right =
			theirs->anonymous > 0 ?
				g_strdup_printf("__bindgen_anon_%u",
						theirs->anonymous) :
				g_strdup("");

		add(judge, BINDING_ORDINAL, member->name, &member->at,
		    &theirs->at);
		say_other(judge, g_string_chunk_insert_const(
					 judge->shadows->strings, right));
		return;
	}
	if (member->access == RUST_STORES)
		add(judge, BINDING_STORE, member->name, &member->at,
		    &theirs->at);
	else if (member->access == RUST_TAKES_ADDRESS)
		add(judge, BINDING_ADDRESS, member->name, &member->at,
		    &theirs->at);
}

GArray *shadows_binding_faults(const struct shadows *shadows)
{
	struct binding_judge judge = {
		.shadows = shadows,
		.helped = g_hash_table_new(g_str_hash, g_str_equal),
		.blocked = g_hash_table_new(g_str_hash, g_str_equal),
		.bound = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       NULL),
		.faults =
			g_array_new(FALSE, FALSE, sizeof(struct binding_fault)),
	};

	list_names(&judge);
	judge_helpers(&judge);
	judge_blocked(&judge);
	judge_constants(&judge);
	for (guint i = 0; i < shadows->rust_uses->len; i++)
		judge_use(&judge, &g_array_index(shadows->rust_uses,
						 struct rust_use, i));
	for (guint i = 0; i < shadows->members->len; i++)
		judge_member(&judge, &g_array_index(shadows->members,
						    struct rust_member, i));
	for (guint i = 0; i < shadows->numbers->len; i++) {
		const struct rust_number *number =
			&g_array_index(shadows->numbers, struct rust_number, i);

		add(&judge, BINDING_NUMBER, number->text, &number->at, NULL);
	}
	g_hash_table_destroy(judge.helped);
	g_hash_table_destroy(judge.blocked);
	g_hash_table_destroy(judge.bound);
	return judge.faults;
}
