// SPDX-License-Identifier: GPL-2.0-only
/*
 * Modules kept outside of the tree serve many kernels. Which branch is this
 * kernel's is told by its version, or by a macro of the module that stands for
 * a test of that. What other macros choose is judged by what the branches do:
 * see facts/other_kernel.h.
 */
#include "other_kernels.h"

#include <string.h>

#include "text/conditional.h"
#include "text/directive.h"
#include "text/lexer.h"

/* Versions of kernels and of distributions' kernels. */
static const char *const versions[] = {
	"LINUX_VERSION_CODE",  "KERNEL_VERSION",
	"LINUX_VERSION_MAJOR", "RHEL_RELEASE",
	"RHEL_MAJOR",	       "SLE_VERSION",
	"UBUNTU_RELEASE",      "UTS_UBUNTU_RELEASE_ABI",
};

bool kernel_version_name(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(versions); i++) {
		if (g_str_has_prefix(name, versions[i]))
			return true;
	}
	return false;
}

bool kernel_feature_name(const char *name)
{
	/* What Kconfig has decided is no question to the kernel's headers. */
	if (g_str_has_prefix(name, "CONFIG_"))
		return false;
	return g_str_has_prefix(name, "HAVE_") || strstr(name, "_HAVE_") ||
	       g_str_has_prefix(name, "HAS_") || strstr(name, "_HAS_") ||
	       g_str_has_suffix(name, "_PRESENT");
}

static bool is_version(const char *name, const struct version_judge *judge)
{
	return kernel_version_name(name) ||
	       (judge && judge->tells_version(judge->context, name));
}

/* True if a condition, or the body of a macro, names a version. */
static bool names_version(const char *text, const struct version_judge *judge)
{
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, text, strlen(text));
	while (lexer_next(&lexer, &token)) {
		g_autofree char *name = NULL;

		if (token.kind != LEX_IDENTIFIER)
			continue;
		name = lex_token_text(&token);
		if (is_version(name, judge))
			return true;
	}
	return false;
}

static const struct conditional *conditional_at(const GArray *conditionals,
						guint index)
{
	return &g_array_index(conditionals, struct conditional, index);
}

/* The first test of a chain of branches up to this one; or NULL. */
static const char *test_of_chain(const GArray *conditionals, guint branch,
				 const struct version_judge *judge)
{
	const struct conditional *conditional =
		conditional_at(conditionals, branch);
	const char *found = NULL;

	if (conditional->is_guard)
		return NULL;
	if (names_version(conditional->condition, judge))
		return conditional->condition;
	while (conditional->kind != CONDITIONAL_IF) {
		conditional = conditional_at(conditionals, conditional->before);
		if (names_version(conditional->condition, judge))
			found = conditional->condition;
	}
	return found;
}

static void clear_branch(gpointer element)
{
	g_free(((struct kernel_branch *)element)->test);
}

static void add_branch(GArray *branches, const GArray *conditionals,
		       guint first, guint end,
		       const struct version_judge *judge)
{
	const struct conditional *from = conditional_at(conditionals, first);
	const char *test = test_of_chain(conditionals, first, judge);
	bool is_other = test && test != from->condition;
	struct kernel_branch branch = {
		.first = from->last_line + 1,
		.last = conditional_at(conditionals, end)->last_line,
	};

	if (!test)
		return;
	branch.test =
		g_strdup_printf("%s#if %s", is_other ? "#else of " : "", test);
	g_array_append_val(branches, branch);
}

GArray *kernel_branches(const char *text, gsize length,
			const struct version_judge *judge)
{
	g_autoptr(GArray) conditionals = conditionals_read(text, length);
	GArray *branches =
		g_array_new(FALSE, FALSE, sizeof(struct kernel_branch));

	g_array_set_clear_func(branches, clear_branch);
	for (guint i = 0; i < conditionals->len; i++) {
		const struct conditional *conditional =
			conditional_at(conditionals, i);

		if (conditional->kind != CONDITIONAL_IF)
			add_branch(branches, conditionals, conditional->before,
				   i, judge);
	}
	return branches;
}

const struct kernel_branch *kernel_branch_around(const GArray *branches,
						 guint32 line)
{
	const struct kernel_branch *found = NULL;

	for (guint i = 0; i < branches->len; i++) {
		const struct kernel_branch *branch =
			&g_array_index(branches, struct kernel_branch, i);

		if (branch->first <= line && line <= branch->last &&
		    (!found || branch->first > found->first))
			found = branch;
	}
	return found;
}

bool text_defines_version(const char *text, gsize length, const char *macro,
			  const struct version_judge *judge)
{
	g_autoptr(GArray) branches = NULL;
	struct directive_reader reader;
	struct directive directive;
	bool is_defined = false, is_version_only = true;

	directive_reader_init(&reader, text, length);
	while (is_version_only && directive_next(&reader, &directive)) {
		g_autofree char *name = NULL;
		g_autofree char *rest = NULL;

		if (directive.word != DIRECTIVE_DEFINE)
			continue;
		name = directive_name(&directive);
		if (g_strcmp0(name, macro) != 0)
			continue;
		if (!branches)
			branches = kernel_branches(text, length, NULL);
		is_defined = true;
		rest = directive_rest(&directive);
		is_version_only =
			names_version(rest + strlen(macro), judge) ||
			kernel_branch_around(branches, directive.line);
	}
	return is_defined && is_version_only;
}
