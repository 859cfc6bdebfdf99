// SPDX-License-Identifier: GPL-2.0-only
/* Values, masks and families as messages name them. */
#include "kinds.h"

#include <string.h>

#include "facts/facts.h"

/* Names of the lower bits, which have been the same since 2.6. */
static const char *const bit_names[] = {
	[0] = "READ",	     [1] = "WRITE",	 [2] = "EXEC",
	[3] = "SHARED",	     [4] = "MAYREAD",	 [5] = "MAYWRITE",
	[6] = "MAYEXEC",     [7] = "MAYSHARE",	 [8] = "GROWSDOWN",
	[10] = "PFNMAP",     [13] = "LOCKED",	 [14] = "IO",
	[15] = "SEQ_READ",   [16] = "RAND_READ", [17] = "DONTCOPY",
	[18] = "DONTEXPAND", [20] = "ACCOUNT",	 [21] = "NORESERVE",
	[22] = "HUGETLB",    [23] = "SYNC",	 [25] = "WIPEONFORK",
	[26] = "DONTDUMP",   [28] = "MIXEDMAP",	 [29] = "HUGEPAGE",
	[30] = "NOHUGEPAGE", [31] = "MERGEABLE",
};

static const char *const family_names[NR_FAMILIES] = {
	[FAMILY_NONE] = "",
	[FAMILY_VMALLOC] = "vmalloc areas (include/linux/vmalloc.h)",
	[FAMILY_FAULT_RESULT] = "fault results (VM_FAULT_*)",
	[FAMILY_FAULT_FLAG] = "fault flags (FAULT_FLAG_*)",
	[FAMILY_PROTECTION] = "page protections (PROT_*)",
	[FAMILY_MAPPING] = "mmap() options (MAP_*)",
	[FAMILY_MM] = "the mm's own flags (MMF_*)",
	[FAMILY_ALLOCATION] = "allocations (GFP_*)",
	[FAMILY_FOLLOW] = "get_user_pages() (FOLL_*)",
	[FAMILY_SYSCTL] = "sysctl numbers",
	[FAMILY_AREA_INFO] = "vm_unmapped_area()",
};

const char *family_name(enum flag_family family)
{
	return family_names[family];
}

char *facts_value_name(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	const struct symbol *symbol = facts_symbol(facts, node->symbol);

	if (node->kind == NODE_NAME && symbol->kind == SYMBOL_ENUMERATOR)
		return g_strdup(symbol->name);
	if ((node->flags & NODE_FROM_MACRO) && *node->macro)
		return g_strdup(node->macro);
	return facts_source(facts, index);
}

bool facts_is_from_header(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	return node->kind == NODE_NAME && (node->flags & NODE_FROM_MACRO) &&
	       *node->macro &&
	       strcmp(facts_macro_path(facts, node->macro), facts->path) != 0;
}

char *facts_flag_stem(const struct unit_facts *facts, guint32 index)
{
	g_autofree char *name = facts_value_name(facts, index);
	const char *stem = name;
	gsize length;

	if (g_str_has_prefix(name, "VMA_"))
		stem += strlen("VMA_");
	else if (g_str_has_prefix(name, "VM_"))
		stem += strlen("VM_");
	else
		return NULL;
	length = strspn(stem, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
	if (length == 0 || stem[length] != '\0')
		return NULL;
	if (g_str_has_suffix(stem, "_BIT"))
		length -= strlen("_BIT");
	return g_strndup(stem, length);
}

static bool is_named_bit(const struct unit_facts *facts, guint bit)
{
	g_autofree char *name = NULL;

	if (bit >= G_N_ELEMENTS(bit_names) || !bit_names[bit])
		return false;
	name = g_strconcat("VM_", bit_names[bit], NULL);
	return facts_tree_has(facts, name);
}

char *facts_mask_name(const struct unit_facts *facts, guint64 mask)
{
	GString *text = g_string_new(NULL);

	for (guint bit = 0; bit < 64; bit++) {
		if (!((mask >> bit) & 1))
			continue;
		if (!is_named_bit(facts, bit)) {
			g_string_printf(text, "0x%" G_GINT64_MODIFIER "x",
					mask);
			break;
		}
		g_string_append_printf(text, "%sVM_%s", text->len ? " | " : "",
				       bit_names[bit]);
	}
	if (text->len == 0)
		g_string_append_c(text, '0');
	return g_string_free(text, FALSE);
}
