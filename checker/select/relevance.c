// SPDX-License-Identifier: GPL-2.0-only
/*
 * Relevant lines of one text. Copies of whole VMAs carry no flag name, so
 * names declared as struct vm_area_struct are followed through the text; what
 * looks like a copy is relevant, and the parse decides.
 */
#include "relevance.h"

#include <stdbool.h>
#include <string.h>

#include "setters.h"
#include "text/lexer.h"
#include "text/name_set.h"

/* The last tokens, newest first; enough for the longest shape below. */
enum { NR_LAST = 4 };

/* Where in a declaration of VMAs the scan is. */
enum declarator {
	DECLARATOR_NONE,
	DECLARATOR_WANTED,  /* a name may come, behind * and qualifiers */
	DECLARATOR_NAMED,   /* its array, initialiser or parameters may come */
	DECLARATOR_ANOTHER, /* behind a comma: only a * makes it one more */
};

struct relevance_scan {
	GHashTable *names;
	GHashTable *vmas;    /* names declared as struct vm_area_struct */
	GHashTable *copiers; /* macros of the text whose body has `= *` */
	GArray *lines;
	GArray *remaps;	 /* guint32: lines that map pages into a VMA */
	bool has_faults; /* the text has handlers of faults */
	struct lex_token last[NR_LAST];
	enum declarator declarator;
	guint nesting;		/* brackets open since the declarator's name */
	bool in_vma_index;	/* inside the brackets of vma[..] */
	bool after_vma_index;	/* right behind them */
	struct lex_token macro; /* that the directive at hand defines */
	guint copy_depth;  /* parentheses inside a mem*() call; 0 outside */
	guint32 copy_line; /* where that call began */
};

static void add_line(struct relevance_scan *scan, guint32 line)
{
	guint nr = scan->lines->len;

	while (nr > 0 && g_array_index(scan->lines, guint32, nr - 1) > line)
		nr--;
	if (nr > 0 && g_array_index(scan->lines, guint32, nr - 1) == line)
		return;
	g_array_insert_val(scan->lines, nr, line);
}

/*
 * Functions that set flags, which a handler of faults must not do: by the
 * tree's own code, else those of 6.1 to 7.x.
 */
static bool is_remap(const struct relevance_scan *scan,
		     const struct lex_token *token)
{
	static const char *const calls[] = {
		"remap_pfn_range",
		"io_remap_pfn_range",
		"vm_iomap_memory",
		"remap_vmalloc_range",
		"dma_mmap_attrs",
		"dma_mmap_coherent",
		"dma_mmap_wc",
		"dma_mmap_pages",
		"dma_mmap_noncontiguous",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(calls); i++) {
		if (lex_token_is(token, calls[i]))
			return true;
	}
	return setters_has_token(scan->names, token);
}

static void follow_faults(struct relevance_scan *scan,
			  const struct lex_token *token)
{
	if (lex_token_is(token, "vm_fault"))
		scan->has_faults = true;
	else if (lex_token_is(token, "(") &&
		 scan->last[0].kind == LEX_IDENTIFIER &&
		 is_remap(scan, &scan->last[0]))
		g_array_append_val(scan->remaps, scan->last[0].line);
}

static bool is_memory_call(const struct relevance_scan *scan,
			   const struct lex_token *token)
{
	static const char *const calls[] = {
		"memcpy",	    "memmove",		"memset",
		"__builtin_memcpy", "__builtin_memset", "__builtin_memmove",
		"__memcpy",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(calls); i++) {
		if (lex_token_is(token, calls[i]))
			return true;
	}
	return name_set_has_token(scan->copiers, token);
}

static bool is_vma_name(const struct relevance_scan *scan,
			const struct lex_token *token)
{
	return name_set_has_token(scan->vmas, token);
}

static bool is_qualifier(const struct lex_token *token)
{
	static const char *const words[] = {
		"const",  "volatile", "restrict", "__restrict",
		"__user", "__rcu",    "__force",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (lex_token_is(token, words[i]))
			return true;
	}
	return lex_token_is(token, "*");
}

/* What comes behind a declarator's name, up to the next declarator. */
static enum declarator behind_name(struct relevance_scan *scan,
				   const struct lex_token *token)
{
	bool is_body = lex_token_is(token, "{") &&
		       !lex_token_is(&scan->last[0], "=");

	if (lex_token_is(token, "(") || lex_token_is(token, "[") ||
	    (lex_token_is(token, "{") && !is_body)) {
		scan->nesting++;
	} else if (lex_token_is(token, ")") || lex_token_is(token, "]") ||
		   lex_token_is(token, "}")) {
		if (scan->nesting == 0)
			return DECLARATOR_NONE;
		scan->nesting--;
	} else if (is_body || lex_token_is(token, ";")) {
		return DECLARATOR_NONE;
	} else if (lex_token_is(token, ",") && scan->nesting == 0) {
		return DECLARATOR_ANOTHER;
	}
	return DECLARATOR_NAMED;
}

/* Follows `struct vm_area_struct *a, *b;` and parameters. */
static void follow_declaration(struct relevance_scan *scan,
			       const struct lex_token *token)
{
	if (lex_token_is(token, "vm_area_struct")) {
		scan->declarator = DECLARATOR_WANTED;
		return;
	}
	switch (scan->declarator) {
	case DECLARATOR_NONE:
		break;
	case DECLARATOR_WANTED:
		if (is_qualifier(token))
			break;
		scan->declarator = DECLARATOR_NONE;
		if (token->kind != LEX_IDENTIFIER)
			break;
		g_hash_table_add(scan->vmas, lex_token_text(token));
		scan->declarator = DECLARATOR_NAMED;
		scan->nesting = 0;
		break;
	case DECLARATOR_NAMED:
		scan->declarator = behind_name(scan, token);
		break;
	case DECLARATOR_ANOTHER:
		scan->declarator = lex_token_is(token, "*") ?
					   DECLARATOR_WANTED :
					   DECLARATOR_NONE;
		break;
	}
}

/* After a comma a name is most often the VMA that a member is taken of. */
static bool is_member_start(const struct relevance_scan *scan)
{
	return lex_token_is(&scan->last[0], ",");
}

/* mem*(.., sizeof(struct vm_area_struct)) or sizeof(*vma), over lines. */
static void follow_memory_call(struct relevance_scan *scan,
			       const struct lex_token *token)
{
	if (scan->copy_depth == 0) {
		if (lex_token_is(token, "(") && scan->last[0].start &&
		    is_memory_call(scan, &scan->last[0])) {
			scan->copy_depth = 1;
			scan->copy_line = scan->last[0].line;
		}
		return;
	}
	if (lex_token_is(token, "("))
		scan->copy_depth++;
	else if (lex_token_is(token, ")"))
		scan->copy_depth--;
	else if (lex_token_is(token, "vm_area_struct") ||
		 (is_vma_name(scan, token) && !is_member_start(scan)))
		add_line(scan, scan->copy_line);
}

/* A #define whose body copies what pointers point to. */
static void follow_macro(struct relevance_scan *scan,
			 const struct lex_token *token)
{
	if (token->first_on_line)
		scan->macro.start = NULL;
	if (lex_token_is(&scan->last[0], "define"))
		scan->macro = *token;
	else if (scan->macro.start && lex_token_is(token, "*") &&
		 lex_token_is(&scan->last[0], "="))
		g_hash_table_add(scan->copiers, lex_token_text(&scan->macro));
}

/* `vmas[i]` as a whole: no member of it follows. */
static void follow_index(struct relevance_scan *scan,
			 const struct lex_token *token)
{
	if (scan->after_vma_index && !lex_token_is(token, ".") &&
	    !lex_token_is(token, "-"))
		add_line(scan, token->line);
	scan->after_vma_index = scan->in_vma_index && lex_token_is(token, "]");
	if (scan->after_vma_index)
		scan->in_vma_index = false;
	else if (lex_token_is(token, "[") && is_vma_name(scan, &scan->last[0]))
		scan->in_vma_index = true;
}

/* `= *vma` and `*vma =`: an assignment of the whole structure. */
static bool is_whole_assignment(const struct relevance_scan *scan,
				const struct lex_token *token)
{
	if (is_vma_name(scan, token))
		return lex_token_is(&scan->last[0], "*") &&
		       lex_token_is(&scan->last[1], "=");
	return lex_token_is(token, "=") && is_vma_name(scan, &scan->last[0]) &&
	       lex_token_is(&scan->last[1], "*") &&
	       scan->last[2].kind == LEX_PUNCTUATOR;
}

/* `vma->flags` or `vma.flags`: the bitmap of the typed API. */
static bool is_vma_bitmap(const struct relevance_scan *scan,
			  const struct lex_token *token)
{
	const struct lex_token *owner = &scan->last[1];

	if (!lex_token_is(token, "flags") || !scan->last[0].start)
		return false;
	if (lex_token_is(&scan->last[0], ">") &&
	    lex_token_is(&scan->last[1], "-"))
		owner = &scan->last[2];
	else if (!lex_token_is(&scan->last[0], "."))
		return false;
	return is_vma_name(scan, owner);
}

static void remember(struct relevance_scan *scan, const struct lex_token *token)
{
	memmove(scan->last + 1, scan->last,
		(NR_LAST - 1) * sizeof(scan->last[0]));
	scan->last[0] = *token;
}

/* #error and #warning are followed by words, not by code. */
static bool is_message(const struct relevance_scan *scan,
		       const struct lex_token *token)
{
	return scan->last[0].first_on_line &&
	       lex_token_is(&scan->last[0], "#") && !token->first_on_line &&
	       (lex_token_is(token, "error") || lex_token_is(token, "warning"));
}

void relevant_lines(GHashTable *names, const char *text, gsize length,
		    GArray *ret_lines)
{
	struct relevance_scan scan = {
		.names = names,
		.lines = ret_lines,
		.remaps = g_array_new(FALSE, FALSE, sizeof(guint32)),
	};
	struct lexer lexer;
	struct lex_token token;

	for (gsize i = 0; i < NR_LAST; i++)
		scan.last[i] = (struct lex_token){ .start = "" };
	scan.vmas =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	scan.copiers =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (is_message(&scan, &token))
			lexer_skip_line(&lexer);
		if (name_set_has_token(names, &token) ||
		    is_whole_assignment(&scan, &token) ||
		    is_vma_bitmap(&scan, &token))
			add_line(&scan, token.line);
		follow_faults(&scan, &token);
		follow_memory_call(&scan, &token);
		follow_macro(&scan, &token);
		follow_index(&scan, &token);
		follow_declaration(&scan, &token);
		remember(&scan, &token);
	}
	for (guint i = 0; scan.has_faults && i < scan.remaps->len; i++)
		add_line(&scan, g_array_index(scan.remaps, guint32, i));
	g_array_free(scan.remaps, TRUE);
	g_hash_table_destroy(scan.vmas);
	g_hash_table_destroy(scan.copiers);
}
