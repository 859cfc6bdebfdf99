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

guint64 facts_known_bit(const char *flag)
{
	for (guint i = 0; i < G_N_ELEMENTS(bit_names); i++) {
		if (bit_names[i] && strcmp(bit_names[i], flag) == 0)
			return (guint64)1 << i;
	}
	return 0;
}

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

/* `VM_A | VM_B', from the names of its operands. */
static char *union_name(const struct unit_facts *facts, guint32 index)
{
	g_autofree char *left =
		facts_value_name(facts, facts_node(facts, index)->first);
	g_autofree char *right =
		facts_value_name(facts, node_child(facts, index, 1));

	return g_strdup_printf("%s | %s", left, right);
}

char *facts_value_name(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);
	const struct symbol *symbol = facts_symbol(facts, node->symbol);
	g_autofree char *source = NULL;

	if (node->kind == NODE_NAME && symbol->kind == SYMBOL_ENUMERATOR)
		return g_strdup(symbol->name);
	/* `VM_A | VM_B` begins with a macro and is none. */
	if (node->kind == NODE_BINARY && (node->flags & NODE_FROM_MACRO)) {
		source = facts_source(facts, index);
		if (strchr(source, ' ') && !strchr(source, '(') &&
		    g_ascii_isalnum(source[strlen(source) - 1]))
			return g_steal_pointer(&source);
		if (facts_kind(facts, index)->kind == KIND_MASK &&
		    node->op == OP_OR && strchr(source, ' '))
			return union_name(facts, index);
	}
	if ((node->flags & NODE_FROM_MACRO) && *node->macro)
		return g_strdup(node->macro);
	return facts_source(facts, index);
}

bool facts_is_from_header(const struct unit_facts *facts, guint32 index)
{
	const struct node *node = facts_node(facts, index);

	if (node->kind != NODE_NAME || !(node->flags & NODE_FROM_MACRO) ||
	    !*node->macro)
		return false;
	/* A macro of the file may be made of those of headers. */
	return strcmp(facts_macro_path(facts, node->macro), facts->path) != 0 ||
	       !strstr(facts->text, facts_symbol(facts, node->symbol)->name);
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

char *facts_takes_several(const struct unit_facts *facts,
			  const struct flag_use *use)
{
	const struct node *user = facts_node(facts, use->user);
	g_autofree char *any = NULL;

	if (use->use == USE_ELEMENT)
		return *user->macro ? g_strdup(user->macro) : NULL;
	if (use->use != USE_ARGUMENT || !*use->name)
		return NULL;
	any = g_strconcat(use->name, "_any", NULL);
	if (!facts_tree_calls(facts, any) &&
	    g_str_has_suffix(use->name, "_flag")) {
		g_free(any);
		any = g_strndup(use->name, strlen(use->name) - strlen("_flag"));
	}
	return facts_tree_calls(facts, any) ? g_steal_pointer(&any) : NULL;
}

char *facts_bits_of_mask(const struct unit_facts *facts, guint64 mask)
{
	GString *names = g_string_new(NULL);

	for (guint bit = 0; bit < 64; bit++) {
		g_autofree char *flag = NULL;
		g_autofree char *name = NULL;

		if (!(mask >> bit & 1))
			continue;
		flag = facts_mask_name(facts, (guint64)1 << bit);
		name = g_str_has_prefix(flag, "VM_") ?
			       g_strdup_printf("VMA_%s_BIT",
					       flag + strlen("VM_")) :
			       NULL;
		if (!name || !facts_tree_has(facts, name)) {
			g_string_free(names, TRUE);
			return NULL;
		}
		g_string_append_printf(names, "%s%s", names->len ? ", " : "",
				       name);
	}
	return g_string_free(names, FALSE);
}
