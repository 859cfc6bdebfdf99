// SPDX-License-Identifier: GPL-2.0-only
/* The containers of a unit's facts and small questions on them. */
#include "facts.h"

#include <string.h>

#include "facts/paths/paths.h"
#include "text/lexer.h"

/* Longer expressions are not quoted in messages. Bytes. */
enum { SOURCE_LIMIT = 240 };

static GArray *new_array(guint size)
{
	GArray *array = g_array_new(FALSE, TRUE, size);

	g_array_set_size(array, 1); /* index 0 is none */
	return array;
}

void facts_init(struct unit_facts *facts)
{
	struct type *type;
	struct symbol *symbol;
	struct node *node;

	memset(facts, 0, sizeof(*facts));
	facts->strings = g_string_chunk_new(16384);
	facts->path = facts->arch = facts->text = "";
	facts->word_bits = facts->parsed_bits = 64;
	facts->nodes = new_array(sizeof(struct node));
	facts->types = new_array(sizeof(struct type));
	facts->symbols = new_array(sizeof(struct symbol));
	facts->parameters = new_array(sizeof(guint32));
	facts->parameter_symbols = new_array(sizeof(guint32));
	facts->parameter_names = g_ptr_array_new();
	g_ptr_array_add(facts->parameter_names, (gpointer) "");
	facts->functions = new_array(sizeof(struct function));
	facts->macros = g_hash_table_new(g_str_hash, g_str_equal);
	facts->defined = g_hash_table_new(g_str_hash, g_str_equal);
	facts->tests = g_hash_table_new(NULL, NULL);
	facts->others = g_hash_table_new(NULL, NULL);
	facts->events = g_array_new(FALSE, TRUE, sizeof(struct flag_event));
	facts->path_events =
		g_array_new(FALSE, TRUE, sizeof(struct path_event));
	facts->path_newest = g_hash_table_new(NULL, NULL);
	facts->parents = g_array_new(FALSE, TRUE, sizeof(guint32));
	facts->kinds = g_array_new(FALSE, TRUE, sizeof(struct kind));
	facts->uses = g_array_new(FALSE, TRUE, sizeof(struct flag_use));
	facts->errors = g_array_new(FALSE, FALSE, sizeof(struct code_error));
	facts->untyped = g_array_new(FALSE, TRUE, sizeof(guint32));
	facts->sources = g_hash_table_new_full(NULL, NULL, NULL,
					       (GDestroyNotify)g_array_unref);
	node = &g_array_index(facts->nodes, struct node, 0);
	node->text = node->macro = node->at.path = "";
	node->origin = node->origin_path = "";
	type = &g_array_index(facts->types, struct type, 0);
	type->spelling = type->record = type->alias = "";
	symbol = &g_array_index(facts->symbols, struct symbol, 0);
	symbol->name = symbol->record = symbol->path = symbol->wraps = "";
}

void facts_release(struct unit_facts *facts)
{
	g_array_free(facts->nodes, TRUE);
	g_array_free(facts->types, TRUE);
	g_array_free(facts->symbols, TRUE);
	g_array_free(facts->parameters, TRUE);
	g_array_free(facts->parameter_symbols, TRUE);
	g_array_free(facts->functions, TRUE);
	g_array_free(facts->events, TRUE);
	g_array_free(facts->path_events, TRUE);
	g_array_free(facts->parents, TRUE);
	g_array_free(facts->kinds, TRUE);
	g_array_free(facts->uses, TRUE);
	g_array_free(facts->errors, TRUE);
	g_array_free(facts->untyped, TRUE);
	g_ptr_array_free(facts->parameter_names, TRUE);
	g_hash_table_destroy(facts->path_newest);
	g_hash_table_destroy(facts->sources);
	g_hash_table_destroy(facts->macros);
	g_hash_table_destroy(facts->defined);
	g_hash_table_destroy(facts->tests);
	g_hash_table_destroy(facts->others);
	g_string_chunk_free(facts->strings);
	g_free(facts->text_buffer);
	memset(facts, 0, sizeof(*facts));
}

static void empty(GArray **array)
{
	guint size = g_array_get_element_size(*array);

	g_array_free(*array, TRUE);
	*array = g_array_new(FALSE, FALSE, size);
}

void facts_forget_code(struct unit_facts *facts)
{
	empty(&facts->nodes);
	empty(&facts->parents);
	empty(&facts->kinds);
	empty(&facts->functions);
}

void facts_clear(struct unit_facts *facts)
{
	struct unit_facts old = *facts;

	facts_init(facts);
	facts->path = old.path;
	facts->arch = old.arch;
	facts->api = old.api;
	facts->level = old.level;
	facts->names = old.names;
	facts->declares_vma = old.declares_vma;
	facts_release(&old);
}

const char *facts_kernel_test(const struct unit_facts *facts, guint32 line)
{
	const char *test =
		g_hash_table_lookup(facts->tests, GUINT_TO_POINTER(line));

	return test ? test : "";
}

const char *facts_string(struct unit_facts *facts, const char *text)
{
	return g_string_chunk_insert_const(facts->strings, text);
}

const struct node *facts_node(const struct unit_facts *facts, guint32 index)
{
	return &g_array_index(facts->nodes, struct node, index);
}

const struct type *facts_type(const struct unit_facts *facts, guint32 index)
{
	return &g_array_index(facts->types, struct type, index);
}

const struct symbol *facts_symbol(const struct unit_facts *facts, guint32 index)
{
	return &g_array_index(facts->symbols, struct symbol, index);
}

const struct function *facts_function(const struct unit_facts *facts,
				      guint32 index)
{
	return &g_array_index(facts->functions, struct function, index);
}

guint32 facts_written_parent(const struct unit_facts *facts, guint32 index)
{
	guint32 above = facts_parent(facts, index);
	const struct node *node = facts_node(facts, above);

	while (node->kind == NODE_CAST && (node->flags & NODE_IMPLICIT)) {
		above = facts_parent(facts, above);
		node = facts_node(facts, above);
	}
	return above;
}

guint32 facts_without_casts(const struct unit_facts *facts, guint32 index)
{
	while (facts_node(facts, index)->kind == NODE_CAST)
		index = facts_node(facts, index)->first;
	return index;
}

guint32 facts_parent(const struct unit_facts *facts, guint32 index)
{
	return g_array_index(facts->parents, guint32, index);
}

guint32 facts_function_of(const struct unit_facts *facts, guint32 index)
{
	for (guint32 i = 1; i < facts->functions->len; i++) {
		const struct function *function = facts_function(facts, i);

		if (function->body && function->body <= index &&
		    index < function->end)
			return i;
	}
	return 0;
}

guint32 node_child(const struct unit_facts *facts, guint32 index, guint nr)
{
	guint32 child = facts_node(facts, index)->first;

	while (child && nr-- > 0)
		child = facts_node(facts, child)->next;
	return child;
}

bool facts_tree_has(const struct unit_facts *facts, const char *name)
{
	return facts->names && g_hash_table_contains(facts->names, name);
}

bool facts_tree_calls(const struct unit_facts *facts, const char *name)
{
	g_autofree char *call = g_strconcat(name, "()", NULL);

	return facts_tree_has(facts, call);
}

guint facts_bitmap_bits(const struct unit_facts *facts)
{
	for (guint32 i = 1; i < facts->types->len; i++) {
		guint bits = facts_type(facts, i)->bits;

		if (facts_is_bitmap(facts, i) && bits)
			return bits / facts->parsed_bits * facts->word_bits;
	}
	return facts->word_bits;
}

bool facts_names_far_bits(const struct unit_facts *facts)
{
	for (guint i = 0; i < facts->uses->len; i++) {
		const struct flag_use *use =
			&g_array_index(facts->uses, struct flag_use, i);
		const struct kind *kind = facts_kind(facts, use->node);
		const bool is_number = kind->kind == KIND_BIT ||
				       use->use == USE_SHIFT ||
				       use->use == USE_BIT_NUMBER;

		if (!kind->has_value)
			continue;
		if (is_number && kind->kind != KIND_MASK && kind->value >= 32)
			return true;
		if (kind->kind == KIND_MASK && kind->value >> 32)
			return true;
	}
	return false;
}

bool facts_bitmap_is_private(const struct unit_facts *facts)
{
	return facts_tree_has(facts, "vma_flags_t:__private");
}

bool facts_is_bitmap(const struct unit_facts *facts, guint32 type)
{
	const struct type *found = facts_type(facts, type);

	return found->class == TYPE_RECORD &&
	       (strcmp(found->alias, "vma_flags_t") == 0 ||
		strcmp(found->record, "vma_flags_t") == 0);
}

const char *facts_macro_path(const struct unit_facts *facts, const char *name)
{
	const char *path = g_hash_table_lookup(facts->macros, name);

	if (!path)
		path = g_hash_table_lookup(facts->defined, name);
	return path ? path : "";
}

const char *storage_name(enum storage storage)
{
	switch (storage) {
	case STORAGE_WORD:
		return "vm_flags";
	case STORAGE_PRIVATE:
		return "the private flag member";
	case STORAGE_BITMAP:
		return "flags";
	case STORAGE_VMA:
		return "struct vm_area_struct";
	case STORAGE_NONE:
		break;
	}
	return "";
}

/* Copies text with runs of white space and line splices as one blank. */
static char *fold_space(const char *text, gsize length)
{
	GString *folded = g_string_sized_new(length);
	const char *end = text + length;

	for (const char *p = text; p < end;) {
		const char *behind = lex_skip_splices(p, end);
		bool is_space = behind > p || g_ascii_isspace(*p);

		if (!is_space)
			g_string_append_c(folded, *p);
		else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
			g_string_append_c(folded, ' ');
		p = behind > p ? behind : p + 1;
	}
	return g_string_free(folded, FALSE);
}

char *facts_place_source(const struct unit_facts *facts,
			 const struct code_place *at)
{
	gsize length = at->end_offset - at->offset;

	if (strcmp(at->path, facts->path) != 0 ||
	    at->end_offset > facts->text_length || length > SOURCE_LIMIT)
		return g_strdup("");
	return fold_space(facts->text + at->offset, length);
}

char *facts_source(const struct unit_facts *facts, guint32 index)
{
	return index == 0 ?
		       g_strdup("") :
		       facts_place_source(facts, &facts_node(facts, index)->at);
}

const struct kind *facts_kind(const struct unit_facts *facts, guint32 index)
{
	return &g_array_index(facts->kinds, struct kind, index);
}
