// SPDX-License-Identifier: GPL-2.0-only
/*
 * Functions that set flags of the VMA they are given, on the way to something
 * else, by what their bodies say: remap_pfn_range() and those that call it.
 * Bodies are read as tokens. What stands under a condition is not counted, but
 * the condition itself is: `if (remap_pfn_range(vma, ..)) return -EAGAIN'. A
 * for loop over pages, which may have none, counts where a missing flag is
 * added.
 */
#include "setters.h"

#include <string.h>

#include "text/lexer.h"
#include "vma_bodies.h"

/* Statements nest, and arguments go on, no further in any kernel. */
enum { NEST_LIMIT = 64, ARGUMENT_LIMIT = 512 };

static void free_call(gpointer data)
{
	struct vma_call *call = data;

	g_free(call->callee);
	g_ptr_array_unref(call->flags);
	g_free(call);
}

static void free_function(gpointer data)
{
	struct vma_function *function = data;

	g_free(function->name);
	g_ptr_array_unref(function->calls);
	g_free(function);
}

static void free_flags(gpointer flags)
{
	g_ptr_array_unref(flags);
}

struct setters *setters_new(void)
{
	struct setters *setters = g_new(struct setters, 1);

	setters->functions = g_ptr_array_new_with_free_func(free_function);
	setters->bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
						free_flags);
	return setters;
}

void setters_free(struct setters *setters)
{
	g_ptr_array_unref(setters->functions);
	g_hash_table_destroy(setters->bodies);
	g_free(setters);
}

static bool starts_with(const struct lex_token *token, const char *prefix)
{
	gsize length = strlen(prefix);

	return token->length > length &&
	       strncmp(token->start, prefix, length) == 0;
}

static bool is_flag(const struct lex_token *token)
{
	return token->kind == LEX_IDENTIFIER &&
	       (starts_with(token, "VM_") || starts_with(token, "VMA_"));
}

static void add_flag(GPtrArray *flags, const struct lex_token *token)
{
	g_ptr_array_add(flags, lex_token_text(token));
}

/* `#define VM_X (VM_A | VM_B)': what X holds. */
static void read_define(struct setters *setters, struct lexer lexer)
{
	GPtrArray *flags = g_ptr_array_new_with_free_func(g_free);
	struct lex_token name, token;

	if (!lexer_next(&lexer, &name) || !is_flag(&name)) {
		g_ptr_array_unref(flags);
		return;
	}
	while (lexer_next(&lexer, &token) && !token.first_on_line) {
		if (is_flag(&token))
			add_flag(flags, &token);
	}
	g_hash_table_replace(setters->bodies, lex_token_text(&name), flags);
}

/* One body while it is read. */
struct body {
	struct vma_function *function;
	struct lex_token vma; /* the parameter */
	GPtrArray *tested;    /* flags that the condition around names */
	bool is_loop;	      /* .. which are those of for loops alone */
	guint depth;	      /* of statements in statements */
};

static bool is_vma(const struct body *body, const struct lex_token *token)
{
	return token->kind == LEX_IDENTIFIER &&
	       token->length == body->vma.length &&
	       strncmp(token->start, body->vma.start, token->length) == 0;
}

static bool is_known(const GPtrArray *flags, const char *name)
{
	return g_ptr_array_find_with_equal_func((GPtrArray *)flags, name,
						g_str_equal, NULL);
}

static bool are_known(const GPtrArray *tested, const GPtrArray *flags)
{
	for (guint i = 0; tested && i < flags->len; i++) {
		if (!is_known(tested, g_ptr_array_index(flags, i)))
			return false;
	}
	return tested && flags->len > 0;
}

static void add_call(struct body *body, char *callee, GPtrArray *flags)
{
	struct vma_call *call = g_new(struct vma_call, 1);

	call->callee = callee;
	call->flags = flags;
	call->is_absent = body->tested != NULL;
	if (body->tested && !are_known(body->tested, flags) &&
	    !(body->is_loop && flags->len == 0))
		free_call(call); /* under a condition about something else */
	else
		g_ptr_array_add(body->function->calls, call);
}

/*
 * The arguments of a call, from behind its parenthesis. Only the first group
 * of flags counts: in vm_flags_mod(vma, set, clear) the other is cleared.
 */
static void read_arguments(struct body *body, const struct lex_token *callee,
			   struct lexer lexer)
{
	GPtrArray *flags = g_ptr_array_new_with_free_func(g_free);
	struct lex_token token;
	bool gets_vma = false, is_mod = starts_with(callee, "vm_flags_mo");
	guint depth = 1, nr = 0;

	for (guint i = 0;
	     depth > 0 && i < ARGUMENT_LIMIT && lexer_next(&lexer, &token);
	     i++) {
		if (lex_token_is(&token, "("))
			depth++;
		else if (lex_token_is(&token, ")"))
			depth--;
		else if (depth == 1 && lex_token_is(&token, ","))
			nr++;
		else if (is_vma(body, &token))
			gets_vma = true;
		else if (is_flag(&token) && !(is_mod && nr > 1))
			add_flag(flags, &token);
	}
	if (gets_vma)
		add_call(body, lex_token_text(callee), flags);
	else
		g_ptr_array_unref(flags);
}

/*
 * `vma->vm_flags |= VM_IO;', `ACCESS_PRIVATE(vma, __vm_flags) |= flags;' from
 * behind the VMA.
 */
static void read_store(struct body *body, struct lexer lexer)
{
	GPtrArray *flags = NULL;
	struct lex_token token, last = { 0 };
	bool is_member = false;

	while (lexer_next(&lexer, &token) && !lex_token_is(&token, ";")) {
		if (flags && is_flag(&token))
			add_flag(flags, &token);
		else if (lex_token_is(&token, "vm_flags") ||
			 lex_token_is(&token, "__vm_flags"))
			is_member = true;
		else if (!flags && is_member && lex_token_is(&token, "=") &&
			 last.start && lex_token_is(&last, "|"))
			flags = g_ptr_array_new_with_free_func(g_free);
		else if (!flags && token.kind == LEX_IDENTIFIER)
			break;
		last = token;
	}
	if (flags)
		add_call(body, g_strdup(""), flags);
}

static bool is_condition(const struct lex_token *token)
{
	return lex_token_is(token, "if") || lex_token_is(token, "while") ||
	       lex_token_is(token, "switch");
}

static bool begins_branch(const struct lex_token *token)
{
	return is_condition(token) || lex_token_is(token, "for") ||
	       lex_token_is(token, "else");
}

/* An operator behind which not everything is evaluated. */
static bool is_choice(const struct lex_token *token,
		      const struct lex_token *last)
{
	return lex_token_is(token, "?") ||
	       (last->start &&
		((lex_token_is(token, "&") && lex_token_is(last, "&")) ||
		 (lex_token_is(token, "|") && lex_token_is(last, "|"))));
}

static void read_expression_token(struct body *body,
				  const struct lex_token *token,
				  const struct lex_token *last,
				  struct lexer lexer)
{
	if (lex_token_is(token, "(") && last->kind == LEX_IDENTIFIER)
		read_arguments(body, last, lexer);
	else if (is_vma(body, token))
		read_store(body, lexer);
}

/* The condition of a branch, which runs; its flags are kept as tested. */
static void read_condition(struct body *body, struct lexer *lexer)
{
	struct lex_token token, last = { 0 };
	bool is_sure = true;
	guint depth = 0;

	while (lexer_next(lexer, &token)) {
		if (lex_token_is(&token, "("))
			depth++;
		if (is_flag(&token) && body->tested)
			add_flag(body->tested, &token);
		if (last.start && is_choice(&token, &last))
			is_sure = false;
		if (is_sure && depth > 1 && !body->tested)
			read_expression_token(body, &token, &last, *lexer);
		if (lex_token_is(&token, ")") && --depth == 0)
			return;
		last = token;
	}
}

static void read_statement(struct body *body, struct lex_token first,
			   struct lexer *lexer);

/* Up to the brace that closes a block. */
static void read_block(struct body *body, struct lexer *lexer)
{
	struct lex_token token;

	while (lexer_next(lexer, &token) && !lex_token_is(&token, "}")) {
		if (!token.in_directive)
			read_statement(body, token, lexer);
	}
}

static void read_branch(struct body *body, const struct lex_token *keyword,
			struct lexer *lexer)
{
	GPtrArray *outer = body->tested;
	const bool was_loop = body->is_loop;
	struct lexer condition = *lexer;
	struct lex_token token;

	if (is_condition(keyword) && !outer)
		read_condition(body, &condition);
	body->tested = g_ptr_array_new_with_free_func(g_free);
	body->is_loop = lex_token_is(keyword, "for") && (!outer || was_loop);
	if (!lex_token_is(keyword, "else"))
		read_condition(body, lexer);
	if (lexer_next(lexer, &token))
		read_statement(body, token, lexer);
	g_ptr_array_unref(body->tested);
	body->tested = outer;
	body->is_loop = was_loop;
}

/* A simple statement, up to its semicolon. */
static void read_simple(struct body *body, struct lex_token token,
			struct lexer *lexer)
{
	struct lex_token last = { 0 };
	bool is_sure = true;
	guint depth = 0;

	do {
		if (lex_token_is(&token, "(") || lex_token_is(&token, "{"))
			depth++;
		else if (depth > 0 && (lex_token_is(&token, ")") ||
				       lex_token_is(&token, "}")))
			depth--;
		if (depth == 0 && (lex_token_is(&token, ";") ||
				   (is_sure && lex_token_is(&token, ":"))))
			return; /* or behind a label */
		if (last.start && is_choice(&token, &last))
			is_sure = false;
		if (is_sure)
			read_expression_token(body, &token, &last, *lexer);
		last = token;
	} while (lexer_next(lexer, &token));
}

static void read_statement(struct body *body, struct lex_token first,
			   struct lexer *lexer)
{
	body->depth++;
	if (body->depth > NEST_LIMIT)
		read_simple(body, first, lexer);
	else if (lex_token_is(&first, "{"))
		read_block(body, lexer);
	else if (begins_branch(&first))
		read_branch(body, &first, lexer);
	else if (!lex_token_is(&first, "do"))
		read_simple(body, first, lexer);
	body->depth--;
}

/* The head of a declaration, as far as it was read. */
struct head {
	struct lex_token name; /* what stands before the first parenthesis */
	struct lex_token vma;  /* the parameter that is a VMA */
	struct lex_token last, before;
	bool is_static;
};

static void read_head_token(struct head *head, const struct lex_token *token)
{
	if (lex_token_is(token, "static"))
		head->is_static = true;
	if (!head->name.start && lex_token_is(token, "(") &&
	    head->last.kind == LEX_IDENTIFIER)
		head->name = head->last;
	if (head->name.start && !head->vma.start && head->last.start &&
	    token->kind == LEX_IDENTIFIER && lex_token_is(&head->last, "*") &&
	    head->before.start && lex_token_is(&head->before, "vm_area_struct"))
		head->vma = *token;
	head->before = head->last;
	head->last = *token;
}

static void read_body(struct setters *setters, const struct head *head,
		      bool is_header, struct lexer *lexer)
{
	struct body body = { .vma = head->vma };

	body.function = g_new0(struct vma_function, 1);
	body.function->name = lex_token_text(&head->name);
	body.function->is_static = head->is_static && !is_header;
	body.function->calls = g_ptr_array_new_with_free_func(free_call);
	read_block(&body, lexer);
	g_ptr_array_add(setters->functions, body.function);
}

static void skip_block(struct lexer *lexer)
{
	struct lex_token token;
	guint depth = 1;

	while (depth > 0 && lexer_next(lexer, &token)) {
		if (lex_token_is(&token, "{"))
			depth++;
		else if (lex_token_is(&token, "}"))
			depth--;
	}
}

void setters_read(struct setters *setters, const char *text, gsize length,
		  bool is_header)
{
	struct head head = { 0 };
	struct lex_token token;
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (token.in_directive) {
			if (is_header && lex_token_is(&token, "define"))
				read_define(setters, lexer);
			continue;
		}
		if (lex_token_is(&token, "{")) {
			if (head.vma.start)
				read_body(setters, &head, is_header, &lexer);
			else
				skip_block(&lexer);
		}
		if (lex_token_is(&token, "{") || lex_token_is(&token, ";"))
			memset(&head, 0, sizeof(head));
		else
			read_head_token(&head, &token);
	}
}
