// SPDX-License-Identifier: GPL-2.0-only
/*
 * Modules kept outside of the tree serve many kernels. Which branch is this
 * kernel's is told by its version, or by a macro that a script of the module
 * has set after it tried the kernel's headers out. Names decide.
 */
#include "other_kernels.h"

#include <string.h>

#include "text/conditional.h"

/* Versions of kernels and of distributions' kernels. */
static const char *const versions[] = {
	"LINUX_VERSION_CODE",  "KERNEL_VERSION",
	"LINUX_VERSION_MAJOR", "RHEL_RELEASE",
	"RHEL_MAJOR",	       "SLE_VERSION",
	"UBUNTU_RELEASE",      "UTS_UBUNTU_RELEASE_ABI",
};

static bool is_feature_name(const char *name)
{
	/* What Kconfig has decided is no question to the kernel's headers. */
	if (g_str_has_prefix(name, "CONFIG_"))
		return false;
	return g_str_has_prefix(name, "HAVE_") || strstr(name, "_HAVE_") ||
	       g_str_has_prefix(name, "HAS_") || strstr(name, "_HAS_") ||
	       g_str_has_suffix(name, "_PRESENT");
}

bool kernel_version_name(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(versions); i++) {
		if (g_str_has_prefix(name, versions[i]))
			return true;
	}
	return false;
}

static bool is_test_name(const char *name)
{
	return kernel_version_name(name) || is_feature_name(name);
}

static bool is_test(const char *condition)
{
	const char *p = condition;

	while (*p) {
		gsize length = 0;
		g_autofree char *name = NULL;

		while (g_ascii_isalnum(p[length]) || p[length] == '_')
			length++;
		name = g_strndup(p, length);
		if (is_test_name(name))
			return true;
		p += MAX(length, 1);
	}
	return false;
}

static const struct conditional *conditional_at(const GArray *conditionals,
						guint index)
{
	return &g_array_index(conditionals, struct conditional, index);
}

/* The first test of a chain of branches up to this one; or NULL. */
static const char *test_of_chain(const GArray *conditionals, guint branch)
{
	const struct conditional *conditional =
		conditional_at(conditionals, branch);
	const char *found = NULL;

	if (conditional->is_guard)
		return NULL;
	if (is_test(conditional->condition))
		return conditional->condition;
	while (conditional->kind != CONDITIONAL_IF) {
		conditional = conditional_at(conditionals, conditional->before);
		if (is_test(conditional->condition))
			found = conditional->condition;
	}
	return found;
}

static void clear_branch(gpointer element)
{
	g_free(((struct kernel_branch *)element)->test);
}

static void add_branch(GArray *branches, const GArray *conditionals,
		       guint first, guint end)
{
	const struct conditional *from = conditional_at(conditionals, first);
	const char *test = test_of_chain(conditionals, first);
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

GArray *kernel_branches(const char *text, gsize length)
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
				   i);
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
