// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the lines of a header declare, as far as files that include it can
 * tell. Lexical; nothing is parsed.
 */
#include <string.h>

#include "select/select.h"
#include "text/directive.h"

/* Words that may stand where a name could, and declare nothing. */
static const char *const keywords[] = {
	"if",	    "for",	"while",	  "switch",
	"return",   "sizeof",	"typeof",	  "__attribute__",
	"do",	    "else",	"__aligned",	  "__printf",
	"_Generic", "const",	"_Static_assert", "static_assert",
	"int",	    "unsigned", "long",		  "char",
	"short",    "signed",	"void",		  "bool",
	"struct",   "union",	"enum",		  "typedef",
	"static",   "inline",	"extern",	  "volatile",
	"float",    "double",	"_Bool",	  "__typeof__",
};

/* A walk over the declarations of a header. */
struct declaration_walk {
	const GArray *spans; /* NULL: every line counts */
	GHashTable *names, *members;
	struct lex_token last; /* outside of directives */
	guint depth, parentheses;
	bool in_list;	     /* in the braces of a struct, union or enum */
	bool in_body;	     /* in those of a function */
	bool is_type;	     /* the declaration has such a word */
	bool is_enum;	     /* its values follow from those before them */
	bool has_inner_enum; /* a member is of one, which begins .. */
	bool in_inner_enum;  /* or has begun */
	bool has_value, has_parameters;
	bool is_touched;       /* one of its lines is among the spans */
	bool is_entry_touched; /* a line of this member or enumerator is */
	bool is_list_touched;  /* that of any is */
	bool is_pointer;       /* behind "(*": a name may come */
	char *entry_name;      /* of the member, as soon as it is known */
	GPtrArray *entry;      /* char *: its identifiers */
	GPtrArray *pending;    /* char *: what it declares, if it is touched */
};

static bool is_within(const struct declaration_walk *walk, guint32 line)
{
	if (!walk->spans)
		return true;
	for (guint i = 0; i < walk->spans->len; i++) {
		const struct line_span *span =
			&g_array_index(walk->spans, struct line_span, i);

		if (span->first <= line && line <= span->last)
			return true;
	}
	return false;
}

static bool is_keyword(const struct lex_token *token)
{
	for (gsize i = 0; i < G_N_ELEMENTS(keywords); i++) {
		if (lex_token_is(token, keywords[i]))
			return true;
	}
	return false;
}

static void add_pending(struct declaration_walk *walk,
			const struct lex_token *token)
{
	if (token->kind == LEX_IDENTIFIER && token->start && !is_keyword(token))
		g_ptr_array_add(walk->pending, lex_token_text(token));
}

static void add_all(GHashTable *set, const GPtrArray *names)
{
	for (guint i = 0; i < names->len; i++)
		g_hash_table_add(set, g_strdup(g_ptr_array_index(names, i)));
}

/* Copies of whole VMAs name none of their members. */
static bool declares_vma(const struct declaration_walk *walk)
{
	return g_ptr_array_find_with_equal_func(walk->pending, "vm_area_struct",
						g_str_equal, NULL);
}

/* Ends a declaration; what it declares counts if it is touched. */
static void finish(struct declaration_walk *walk)
{
	if (walk->is_touched || (walk->is_list_touched && declares_vma(walk)))
		add_all(walk->names, walk->pending);
	g_ptr_array_set_size(walk->pending, 0);
	g_ptr_array_set_size(walk->entry, 0);
	g_clear_pointer(&walk->entry_name, g_free);
	walk->is_touched = walk->is_list_touched = false;
	walk->is_entry_touched = walk->is_pointer = false;
	walk->is_type = walk->is_enum = walk->in_list = walk->in_body = false;
	walk->has_value = walk->has_parameters = false;
	walk->has_inner_enum = walk->in_inner_enum = false;
	walk->parentheses = 0;
}

/* The name of a member is the last word before it is over, most often. */
static void name_entry(struct declaration_walk *walk,
		       const struct lex_token *token)
{
	if (!walk->entry_name && token->kind == LEX_IDENTIFIER &&
	    !is_keyword(token))
		walk->entry_name = lex_token_text(token);
}

/*
 * Of a member without a clear name, as of DECLARE_BITMAP(name, bits), any word
 * in the parentheses may be it.
 */
static void end_entry(struct declaration_walk *walk,
		      const struct lex_token *end)
{
	bool is_enum = walk->is_enum || walk->in_inner_enum;
	GHashTable *set = is_enum ? walk->names : walk->members;

	name_entry(walk, &walk->last);
	if (walk->is_entry_touched && walk->entry_name)
		g_hash_table_add(set, g_strdup(walk->entry_name));
	else if (walk->is_entry_touched)
		add_all(set, walk->entry);
	walk->is_list_touched |= walk->is_entry_touched;
	g_clear_pointer(&walk->entry_name, g_free);
	if (lex_token_is(end, ",") && !is_enum)
		return; /* "int a, b;" is one entry with two names */
	g_ptr_array_set_size(walk->entry, 0);
	walk->has_inner_enum = false;
	/* An enumerator more or less shifts those behind it. */
	walk->is_entry_touched &= is_enum;
}

static void open_brace(struct declaration_walk *walk)
{
	walk->in_inner_enum = walk->has_inner_enum;
	if (walk->depth++ > 0)
		return;
	walk->in_body = walk->has_parameters && !walk->has_value &&
			(!walk->is_type || lex_token_is(&walk->last, ")"));
	walk->in_list = walk->is_type && !walk->in_body && !walk->has_value;
	if (walk->in_list)
		add_pending(walk, &walk->last);
	walk->parentheses = 0;
}

static void close_brace(struct declaration_walk *walk,
			const struct lex_token *token, bool is_in_column_one)
{
	if (walk->in_list)
		end_entry(walk, token);
	walk->in_inner_enum = false;
	/* Halves of braces under conditions do not add up; kernel style does.
	 */
	walk->depth = is_in_column_one || walk->depth == 0 ? 0 :
							     walk->depth - 1;
	/* A function ends with its brace; a type has a name or ';' behind. */
	if (walk->depth == 0 && !walk->in_list)
		finish(walk);
	else if (walk->depth == 0)
		walk->in_list = false;
}

/* Counts parentheses, and finds the name in "(*name)". */
static void take_parenthesis(struct declaration_walk *walk,
			     const struct lex_token *token)
{
	if (lex_token_is(token, "("))
		walk->parentheses++;
	else if (lex_token_is(token, ")"))
		walk->parentheses -= walk->parentheses > 0;
	else if (lex_token_is(token, "*") && lex_token_is(&walk->last, "("))
		walk->is_pointer = true;
	else if (walk->is_pointer && token->kind == LEX_IDENTIFIER &&
		 !is_keyword(token)) {
		walk->is_pointer = false;
		if (walk->in_list)
			name_entry(walk, token);
		else
			add_pending(walk, token);
	}
}

static bool is_type_word(const struct lex_token *token)
{
	return lex_token_is(token, "struct") || lex_token_is(token, "union") ||
	       lex_token_is(token, "enum") || lex_token_is(token, "typedef");
}

/* Attributes look like functions; most of them begin so. */
static bool is_attribute(const struct lex_token *token)
{
	return is_keyword(token) ||
	       (token->length > 2 && strncmp(token->start, "__", 2) == 0);
}

static void take_outside(struct declaration_walk *walk,
			 const struct lex_token *token)
{
	if (walk->parentheses == 0 && is_type_word(token)) {
		walk->is_type = true;
		walk->is_enum |= lex_token_is(token, "enum");
	}
	if (lex_token_is(token, "(") && walk->parentheses == 0) {
		walk->has_parameters |= walk->last.kind == LEX_IDENTIFIER &&
					walk->last.start &&
					!is_attribute(&walk->last);
		add_pending(walk, &walk->last);
	} else if (walk->parentheses == 0 &&
		   (lex_token_is(token, "=") || lex_token_is(token, "[") ||
		    lex_token_is(token, ",") || lex_token_is(token, ";"))) {
		add_pending(walk, &walk->last);
		walk->has_value |= lex_token_is(token, "=");
	}
	take_parenthesis(walk, token);
	if (lex_token_is(token, ";"))
		finish(walk);
}

/* "u32", "s8", as types.h has them, 2.6 to 7.x. */
static bool is_integer_type(const struct lex_token *token)
{
	return token->length >= 2 && token->length <= 3 &&
	       (token->start[0] == 'u' || token->start[0] == 's') &&
	       g_ascii_isdigit(token->start[1]);
}

static void take_in_list(struct declaration_walk *walk,
			 const struct lex_token *token)
{
	if (is_within(walk, token->line))
		walk->is_entry_touched = true;
	walk->has_inner_enum |= lex_token_is(token, "enum");
	if (token->kind == LEX_IDENTIFIER && walk->parentheses > 0 &&
	    !is_keyword(token) && !is_integer_type(token))
		g_ptr_array_add(walk->entry, lex_token_text(token));
	take_parenthesis(walk, token);
	if (lex_token_is(token, ";") ||
	    (lex_token_is(token, ",") && walk->parentheses == 0))
		end_entry(walk, token);
	else if (lex_token_is(token, "=") || lex_token_is(token, "[") ||
		 lex_token_is(token, ":"))
		name_entry(walk, &walk->last);
}

static void take_token(struct declaration_walk *walk,
		       const struct lex_token *token, bool is_in_column_one)
{
	if (!walk->in_body && !walk->in_list && is_within(walk, token->line))
		walk->is_touched = true;
	if (lex_token_is(token, "{"))
		open_brace(walk);
	else if (lex_token_is(token, "}"))
		close_brace(walk, token, is_in_column_one);
	else if (walk->depth == 0)
		take_outside(walk, token);
	else if (walk->in_list)
		take_in_list(walk, token);
	walk->last = *token;
}

/* A "#define", while it goes by; declarations may stand around it. */
struct definition {
	bool is_touched;
	struct lex_token last;
	char *name; /* that it defines; owned */
};

static void end_definition(struct declaration_walk *walk,
			   struct definition *definition)
{
	if (definition->name && definition->is_touched)
		g_hash_table_add(walk->names,
				 g_steal_pointer(&definition->name));
	g_clear_pointer(&definition->name, g_free);
	definition->is_touched = false;
	definition->last = (struct lex_token){ 0 };
}

static void take_definition(const struct declaration_walk *walk,
			    struct definition *definition,
			    const struct lex_token *token)
{
	if (is_within(walk, token->line))
		definition->is_touched = true;
	if (definition->last.start &&
	    lex_token_is(&definition->last, "define") && !definition->name)
		definition->name = lex_token_text(token);
	definition->last = *token;
}

/* True if a line of a condition or an include is among the lines. */
static bool has_wide_directive(const char *text, gsize length,
			       const GArray *spans)
{
	const struct declaration_walk walk = { .spans = spans };
	struct directive_reader reader;
	struct directive directive;

	directive_reader_init(&reader, text, length);
	while (directive_next(&reader, &directive)) {
		bool is_wide = directive_is_conditional(&directive) ||
			       directive_is_include(&directive) ||
			       directive.word == DIRECTIVE_UNDEF;

		for (guint32 line = directive.line;
		     is_wide && line <= directive.last_line; line++) {
			if (is_within(&walk, line))
				return true;
		}
	}
	return false;
}

static void walk_text(struct declaration_walk *walk, const char *text,
		      gsize length)
{
	struct definition definition = { 0 };
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (token.first_on_line)
			end_definition(walk, &definition);
		if (token.in_directive)
			take_definition(walk, &definition, &token);
		else
			take_token(walk, &token,
				   token.start == text ||
					   token.start[-1] == '\n');
	}
	end_definition(walk, &definition);
	finish(walk);
}

static bool is_blank(const char *text, const char *at)
{
	return at > text && g_ascii_isspace(at[-1]);
}

/* Lines matter to directives alone. */
static bool is_same_token(const struct lex_token *a, const struct lex_token *b)
{
	return a->kind == b->kind && a->length == b->length &&
	       a->in_directive == b->in_directive &&
	       (!a->in_directive || a->first_on_line == b->first_on_line) &&
	       memcmp(a->start, b->start, a->length) == 0;
}

bool header_says_same(const char *before, gsize before_length,
		      const char *after, gsize after_length)
{
	struct lexer old, new;
	struct lex_token a, b;

	lexer_init(&old, before, before_length);
	lexer_init(&new, after, after_length);
	for (;;) {
		bool has_old = lexer_next(&old, &a);
		bool has_new = lexer_next(&new, &b);

		if (!has_old || !has_new)
			return has_old == has_new;
		if (!is_same_token(&a, &b))
			return false;
		/* "#define A (x)" is another macro than "#define A(x)". */
		if (a.in_directive && lex_token_is(&a, "(") &&
		    is_blank(before, a.start) != is_blank(after, b.start))
			return false;
	}
}

void header_names_init(struct header_names *names)
{
	names->names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	names->members =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

void header_names_release(struct header_names *names)
{
	g_hash_table_destroy(names->names);
	g_hash_table_destroy(names->members);
}

void header_declared_names(const char *text, gsize length, const GArray *spans,
			   const struct header_names *ret_names)
{
	struct declaration_walk walk = {
		.spans = spans,
		.names = ret_names->names,
		.members = ret_names->members,
		.last = { .start = "" },
		.pending = g_ptr_array_new_with_free_func(g_free),
		.entry = g_ptr_array_new_with_free_func(g_free),
	};

	if (has_wide_directive(text, length, spans))
		walk.spans = NULL;
	walk_text(&walk, text, length);
	g_ptr_array_free(walk.pending, TRUE);
	g_ptr_array_free(walk.entry, TRUE);
}
