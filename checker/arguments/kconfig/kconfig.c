// SPDX-License-Identifier: GPL-2.0-only
/* From a request to a configuration: reads, makes the wishes, evaluates. */
#include "kconfig.h"

#include <string.h>

#include "base/session.h"
#include "base/view.h"
#include "compare.h"
#include "evaluate.h"
#include "parser.h"

static char *read_in_tree(const struct kconfig_request *request,
			  const char *path)
{
	g_autofree char *full = g_build_filename(request->root, path, NULL);
	gsize length;

	return view_read(request->view, full, &length, NULL);
}

/*
 * Up to 6.10, conf kept a symbol for each choice and knew the option
 * "optional"; both went away together.
 */
static enum kconfig_choice_model tell_choice_model(
	const struct kconfig_request *request)
{
	g_autofree char *lexer =
		read_in_tree(request, "scripts/kconfig/lexer.l");
	g_autofree char *old_lexer =
		lexer ? NULL : read_in_tree(request, "scripts/kconfig/zconf.l");

	if (old_lexer || (lexer && strstr(lexer, "\"optional\"")))
		return CHOICE_IS_SYMBOL;
	return CHOICE_IS_GROUP;
}

/* The value of "NAME = value" in the Makefile, or "". */
static char *makefile_variable(const char *makefile, const char *name)
{
	g_autofree char *pattern =
		g_strdup_printf("^%s[ \t]*=[ \t]*(.*?)[ \t]*$", name);
	g_autoptr(GRegex) regex =
		g_regex_new(pattern, G_REGEX_MULTILINE, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;

	if (!g_regex_match(regex, makefile, 0, &match))
		return g_strdup("");
	return g_match_info_fetch(match, 1);
}

static char *kernel_version(const struct kconfig_request *request)
{
	g_autofree char *makefile = read_in_tree(request, "Makefile");
	const char *text = makefile ? makefile : "";
	g_autofree char *version = makefile_variable(text, "VERSION");
	g_autofree char *patchlevel = makefile_variable(text, "PATCHLEVEL");
	g_autofree char *sublevel = makefile_variable(text, "SUBLEVEL");
	g_autofree char *extra = makefile_variable(text, "EXTRAVERSION");

	return g_strdup_printf("%s%s%s%s%s%s", version, *patchlevel ? "." : "",
			       patchlevel, *sublevel ? "." : "", sublevel,
			       extra);
}

static bool is_number(const char *text, enum kconfig_type type)
{
	const char *digits = "0123456789";

	if (type == KCONFIG_HEX) {
		digits = "0123456789abcdefABCDEF";
		if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
			text += 2;
	} else if (text[0] == '-') {
		text++;
	}
	return text[0] && strspn(text, digits) == strlen(text);
}

static bool make_wish(struct kconfig_tree *tree, struct kconfig_symbol *symbol,
		      const char *value)
{
	switch (symbol->type) {
	case KCONFIG_BOOL:
	case KCONFIG_TRISTATE:
		if (!strchr("nmy", value[0]) || strlen(value) != 1)
			return false;
		if (value[0] == 'm' && symbol->type == KCONFIG_BOOL)
			return false;
		symbol->wish = value[0] == 'y' ? TRISTATE_Y :
			       value[0] == 'm' ? TRISTATE_M :
						 TRISTATE_N;
		break;
	case KCONFIG_INT:
	case KCONFIG_HEX:
		if (!is_number(value, symbol->type))
			return false;
		symbol->wish_text = g_string_chunk_insert(tree->strings, value);
		break;
	case KCONFIG_STRING:
		symbol->wish_text = g_string_chunk_insert(tree->strings, value);
		break;
	}
	symbol->has_wish = true;
	return true;
}

/* The latest pin of a choice ranks first. */
static void wish_member(struct kconfig_symbol *member)
{
	struct kconfig_symbol *choice = member->choice;

	g_ptr_array_remove(choice->ranking, member);
	g_ptr_array_insert(choice->ranking, 0, member);
	if (member->wish == TRISTATE_Y)
		choice->wished_member = member;
	choice->wish = MAX(choice->wish, member->wish);
}

static void obey_pins(struct kconfig_tree *tree,
		      const struct kconfig_request *request)
{
	/* conf takes a choice as answered once it has read any answers. */
	for (guint i = 0; i < tree->all_choices->len && request->nr_pins; i++) {
		struct kconfig_symbol *choice =
			g_ptr_array_index(tree->all_choices, i);

		choice->has_wish = true;
	}
	for (size_t i = 0; i < request->nr_pins; i++) {
		const struct kconfig_pin *pin = &request->pins[i];
		struct kconfig_symbol *symbol =
			g_hash_table_lookup(tree->symbols, pin->name);

		if (!symbol || !symbol->is_typed)
			continue;
		if (!make_wish(tree, symbol, pin->value))
			kconfig_tree_notice(tree, NULL, 0,
					    "'%s' is no value for CONFIG_%s",
					    pin->value, pin->name);
		else if (symbol->choice)
			wish_member(symbol);
	}
}

static void wish_goal(struct kconfig_symbol *symbol, enum tristate goal)
{
	if (symbol->has_wish || !symbol->is_typed ||
	    symbol->type > KCONFIG_TRISTATE)
		return;
	symbol->has_wish = true;
	symbol->wish = goal;
}

static void obey_goal(struct kconfig_tree *tree, enum kconfig_goal goal)
{
	enum tristate wish = goal == KCONFIG_ALL_YES ? TRISTATE_Y : TRISTATE_M;
	struct kconfig_symbol *symbol;
	GHashTableIter iter;

	if (goal == KCONFIG_DEFAULTS)
		return;
	g_hash_table_iter_init(&iter, tree->symbols);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&symbol)) {
		if (!symbol->choice || tree->choice_model == CHOICE_IS_SYMBOL)
			wish_goal(symbol, wish);
	}
	for (guint i = 0; i < tree->all_choices->len; i++)
		wish_goal(g_ptr_array_index(tree->all_choices, i), wish);
}

static void collect(const struct kconfig_tree *tree, struct kconfig *config)
{
	struct kconfig_symbol *symbol;
	GHashTableIter iter;

	kconfig_init(config);
	config->title = g_strdup(tree->title);
	g_ptr_array_unref(config->files);
	config->files = g_ptr_array_ref(tree->files);
	g_hash_table_iter_init(&iter, tree->symbols);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&symbol)) {
		if (!symbol->is_typed || !symbol->is_written)
			continue;
		g_hash_table_insert(config->values, g_strdup(symbol->name),
				    g_strdup(kconfig_symbol_text(symbol)));
		g_hash_table_insert(config->types, g_strdup(symbol->name),
				    GINT_TO_POINTER(symbol->type));
	}
}

static void evaluate(struct kconfig_tree *tree,
		     const struct kconfig_request *request,
		     struct kconfig *ret_config)
{
	struct kconfig_evaluation run = { .tree = tree };

	obey_pins(tree, request);
	obey_goal(tree, request->goal);
	kconfig_evaluation_run(&run);
	if (run.is_too_deep)
		session_notice(
			tree->session, "kconfig", NULL, 0,
			"dependencies are nested too deeply; some are cut short");
	collect(tree, ret_config);
}

/* Whoever reads Kconfig takes from it what is wanted. */
typedef void kconfig_taker(struct kconfig_tree *tree,
			   const struct kconfig_request *request,
			   void *context);

static bool read_and_take(struct session *session,
			  const struct kconfig_request *request,
			  kconfig_taker *take, void *context)
{
	struct kconfig_tree *tree =
		kconfig_tree_new(session, request, tell_choice_model(request));
	struct kconfig_macros *macros = kconfig_macros_new(tree, request);
	g_autofree char *version = kernel_version(request);
	g_autofree char *reason = NULL;
	bool is_read;

	kconfig_macros_export(macros, "KERNELVERSION", version);
	is_read = kconfig_parse(tree, macros, "Kconfig", &reason);
	if (is_read)
		take(tree, request, context);
	else
		session_problem(session, "kconfig", "Kconfig", 0,
				"cannot read the top Kconfig: %s", reason);
	kconfig_macros_free(macros);
	kconfig_tree_free(tree);
	return is_read;
}

static void take_values(struct kconfig_tree *tree,
			const struct kconfig_request *request, void *context)
{
	kconfig_tree_finish(tree);
	evaluate(tree, request, context);
}

bool kconfig_evaluate(struct session *session,
		      const struct kconfig_request *request,
		      struct kconfig *ret_config)
{
	return read_and_take(session, request, take_values, ret_config);
}

/* The names of a tree, and where they are from. */
struct found_names {
	GHashTable *names;
	GPtrArray *files;
};

static void take_names(struct kconfig_tree *tree,
		       const struct kconfig_request *request, void *context)
{
	const struct found_names *found = context;
	const struct kconfig_symbol *symbol;
	GHashTableIter iter;

	(void)request;
	g_hash_table_iter_init(&iter, tree->symbols);
	while (g_hash_table_iter_next(&iter, NULL, (gpointer *)&symbol)) {
		if (symbol->is_typed)
			g_hash_table_add(found->names, g_strdup(symbol->name));
	}
	for (guint i = 0; i < tree->files->len; i++)
		g_ptr_array_add(found->files,
				g_strdup(g_ptr_array_index(tree->files, i)));
}

GHashTable *kconfig_names(struct session *session,
			  const struct kconfig_request *request,
			  GPtrArray *files)
{
	struct found_names found = {
		.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       NULL),
		.files = files,
	};

	if (!read_and_take(session, request, take_names, &found))
		g_clear_pointer(&found.names, g_hash_table_destroy);
	return found.names;
}
