// SPDX-License-Identifier: GPL-2.0-only
/* Flags that may be set without a lock, and the helpers that do it. */
#include <string.h>

#include "facts.h"

bool facts_has_atomic_helpers(const struct unit_facts *facts)
{
	return facts_tree_has(facts, "vma_flag_t:atomic");
}

char *facts_flag_of_name(const char *name)
{
	const char *start = name;
	gsize length;

	if (g_str_has_prefix(name, "VMA_"))
		start += strlen("VMA_");
	else if (g_str_has_prefix(name, "VM_"))
		start += strlen("VM_");
	else
		return NULL;
	length = strlen(start);
	if (g_str_has_suffix(start, "_BIT"))
		length -= strlen("_BIT");
	return g_strndup(start, length);
}

/* Trees name the set; select/names.c keeps its members as "SET:VM_x". */
bool facts_may_set_atomically(const struct unit_facts *facts, const char *flag)
{
	g_autofree char *member =
		g_strconcat("VM_ATOMIC_SET_ALLOWED:VM_", flag, NULL);

	return facts_tree_has(facts, member);
}
