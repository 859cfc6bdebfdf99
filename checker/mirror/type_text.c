// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tells types by their words: the kernel's own end in _t or come behind a tag,
 * so that no table of typedefs is needed.
 */
#include "type_text.h"

#include <glib.h>
#include <string.h>

#include "term.h"
#include "words.h"

static bool is_listed(const char *const *list, gsize nr, const char *word)
{
	for (gsize i = 0; i < nr; i++) {
		if (strcmp(list[i], word) == 0)
			return true;
	}
	return false;
}

bool word_is_attribute(const char *word)
{
	static const char *const list[] = {
		"static",
		"extern",
		"inline",
		"__inline",
		"__inline__",
		"__always_inline",
		"noinline",
		"__must_check",
		"__private",
		"__bitwise",
		"__force",
		"__user",
		"__rcu",
		"__iomem",
		"__percpu",
		"__maybe_unused",
		"__always_unused",
		"__read_mostly",
		"__randomize_layout",
		"register",
		"__init",
		"__ro_after_init",
		"__pure",
		"__cold",
		"__nocapture",
		"__weak",
		"__used",
	};

	return is_listed(list, G_N_ELEMENTS(list), word);
}

bool word_is_qualifier(const char *word)
{
	return strcmp(word, "const") == 0 || strcmp(word, "volatile") == 0;
}

bool word_is_tag(const char *word)
{
	static const char *const list[] = { "struct", "union", "enum" };

	return is_listed(list, G_N_ELEMENTS(list), word);
}

static bool is_basic(const char *word)
{
	static const char *const list[] = {
		"void",	  "char",   "short",	"int",	  "long",	"float",
		"double", "signed", "unsigned", "bool",	  "_Bool",	"u8",
		"u16",	  "u32",    "u64",	"s8",	  "s16",	"s32",
		"s64",	  "__u32",  "__u64",	"typeof", "__typeof__",
	};

	return is_listed(list, G_N_ELEMENTS(list), word);
}

bool type_begins(const char *word)
{
	return word_is_qualifier(word) || word_is_tag(word) || is_basic(word) ||
	       g_str_has_suffix(word, "_t");
}

bool word_is_keyword(const char *word)
{
	static const char *const list[] = {
		"return",   "if",     "else",	"for",	   "while",
		"do",	    "switch", "case",	"default", "break",
		"continue", "goto",   "sizeof", "asm",	   "__asm__",
	};

	return is_listed(list, G_N_ELEMENTS(list), word);
}

/* "unsigned long int" and "long unsigned" are one type. */
static const char *basic_spelling(guint nr_long, bool is_unsigned,
				  const char *base)
{
	if (strcmp(base, "char") == 0)
		return is_unsigned ? "unsigned char" : "char";
	if (strcmp(base, "short") == 0)
		return is_unsigned ? "unsigned short" : "short";
	if (nr_long == 1)
		return is_unsigned ? "unsigned long" : "long";
	if (nr_long > 1)
		return is_unsigned ? "unsigned long long" : "long long";
	return is_unsigned ? "unsigned int" : "int";
}

struct spelling {
	GString *rest;	  /* stars and all that is no basic word */
	const char *base; /* "int", "char", "short", or "" */
	guint nr_long;
	bool is_unsigned, is_basic, is_const;
};

static void spell_word(struct spelling *spelling, const char *word)
{
	if (word_is_attribute(word))
		return;
	if (strcmp(word, "_Bool") == 0)
		word = "bool";
	if (strcmp(word, "long") == 0) {
		spelling->nr_long++;
		spelling->is_basic = true;
	} else if (strcmp(word, "unsigned") == 0 ||
		   strcmp(word, "signed") == 0) {
		spelling->is_unsigned = *word == 'u';
		spelling->is_basic = true;
	} else if (strcmp(word, "int") == 0 || strcmp(word, "char") == 0 ||
		   strcmp(word, "short") == 0) {
		/* "short int" */
		if (*word != 'i' || !*spelling->base)
			spelling->base = word;
		spelling->is_basic = true;
	} else if (strcmp(word, "const") == 0 && spelling->rest->len == 0) {
		spelling->is_const = true;
	} else if (strcmp(word, "const") == 0 &&
		   !strchr(spelling->rest->str, '*')) {
		spelling->is_const = true;
	} else {
		if (spelling->rest->len > 0 &&
		    g_ascii_isalnum(word[0]) + (word[0] == '_') > 0)
			g_string_append_c(spelling->rest, ' ');
		else if (*word == '*' && spelling->rest->len > 0 &&
			 spelling->rest->str[spelling->rest->len - 1] != '*')
			g_string_append_c(spelling->rest, ' ');
		g_string_append(spelling->rest, word);
	}
}

char *type_text(const struct word *words, guint nr)
{
	struct spelling spelling = { .rest = g_string_new(NULL), .base = "" };
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < nr; i++)
		spell_word(&spelling, words[i].text);
	if (spelling.is_const)
		g_string_append(text, "const ");
	if (spelling.is_basic) {
		g_string_append(text, basic_spelling(spelling.nr_long,
						     spelling.is_unsigned,
						     spelling.base));
		if (spelling.rest->len > 0 && *spelling.rest->str != ' ')
			g_string_append_c(text, ' ');
	}
	g_string_append(text, spelling.rest->str);
	g_string_free(spelling.rest, TRUE);
	return g_string_free(text, FALSE);
}
