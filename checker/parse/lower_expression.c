// SPDX-License-Identifier: GPL-2.0-only
/*
 * Expressions, statements and local variables to nodes: each may hold the
 * others.
 */
#include <stdlib.h>
#include <string.h>

#include "clang_handles.h"
#include "lower.h"
#include "text/lexer.h"

/* Appends all children that are expressions or statements. */
static void lower_all(struct lowering *lowering, guint32 parent,
		      CXCursor cursor)
{
	g_autoptr(GArray) children = lower_children(cursor);
	guint32 last = 0;

	for (guint i = 0; i < children->len; i++) {
		CXCursor child = g_array_index(children, CXCursor, i);

		if (clang_isExpression(clang_getCursorKind(child)))
			lower_append(lowering, parent, &last,
				     lower_expression(lowering, child));
		else if (clang_isStatement(clang_getCursorKind(child)))
			lower_append(lowering, parent, &last,
				     lower_statement(lowering, child));
	}
}

/* The last child that is an expression: the operand behind any typeof. */
static bool last_expression(CXCursor cursor, CXCursor *ret_child)
{
	g_autoptr(GArray) children = lower_children(cursor);

	for (guint i = children->len; i > 0; i--) {
		CXCursor child = g_array_index(children, CXCursor, i - 1);

		if (clang_isExpression(clang_getCursorKind(child))) {
			*ret_child = child;
			return true;
		}
	}
	return false;
}

static guint32 lower_only_operand(struct lowering *lowering,
				  enum node_kind kind, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, kind, cursor);
	CXCursor operand;
	guint32 last = 0;

	if (last_expression(cursor, &operand))
		lower_append(lowering, index, &last,
			     lower_expression(lowering, operand));
	return index;
}

static guint32 lower_binary(struct lowering *lowering, CXCursor cursor)
{
	enum CXBinaryOperatorKind operator=
		clang_getCursorBinaryOperatorKind(cursor);
	bool is_store = operator>= CXBinaryOperator_Assign && operator<=
		CXBinaryOperator_OrAssign;
	guint32 index = lower_new_node(
		lowering, is_store ? NODE_ASSIGN : NODE_BINARY, cursor);

	lower_node_at(lowering, index)->op =
		(guint8)lower_binary_operator(operator);
	lower_all(lowering, index, cursor);
	return index;
}

static guint32 lower_unary(struct lowering *lowering, CXCursor cursor)
{
	enum node_op op =
		lower_unary_operator(clang_getCursorUnaryOperatorKind(cursor));
	guint32 index;
	CXCursor operand;

	/* __extension__ means nothing. */
	if (op == OP_OTHER && last_expression(cursor, &operand))
		return lower_expression(lowering, operand);
	index = lower_only_operand(lowering, NODE_UNARY, cursor);
	lower_node_at(lowering, index)->op = (guint8)op;
	return index;
}

static guint32 lower_member(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_only_operand(lowering, NODE_MEMBER, cursor);
	guint32 symbol =
		lower_symbol(lowering, clang_getCursorReferenced(cursor));
	guint32 owner = lower_node_at(lowering, index)->first;

	lower_node_at(lowering, index)->symbol = symbol;
	if (owner) {
		guint32 type = lower_node_at(lowering, owner)->type;

		if (facts_type(lowering->facts, type)->class == TYPE_POINTER)
			lower_node_at(lowering, index)->flags |= NODE_ARROW;
	}
	return index;
}

/* The token where a literal is spelled, perhaps in a macro of a header. */
static const char *literal_text(struct lowering *lowering, CXCursor cursor)
{
	CXSourceLocation start =
		clang_getRangeStart(clang_getCursorExtent(cursor));
	g_autofree char *text = NULL;
	const char *contents;
	CXFile file = NULL;
	unsigned int offset = 0;
	gsize length = 0, end;

	clang_getSpellingLocation(start, &file, NULL, NULL, &offset);
	contents = file ? lower_file_text(lowering, file, &length) : NULL;
	if (!contents || offset >= length)
		return "";
	for (end = offset; end < length && end < offset + 64; end++) {
		if (!g_ascii_isalnum(contents[end]))
			break;
	}
	text = g_strndup(contents + offset, end - offset);
	return facts_string(lowering->facts, text);
}

/* The value of a literal that no file spells: two tokens pasted together. */
static gint64 evaluated(CXCursor cursor)
{
	CXEvalResult result = clang_Cursor_Evaluate(cursor);
	gint64 value = 0;

	if (result && clang_EvalResult_getKind(result) == CXEval_Int)
		value = clang_EvalResult_getAsLongLong(result);
	if (result)
		clang_EvalResult_dispose(result);
	return value;
}

static guint32 lower_integer(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, NODE_CONSTANT, cursor);
	const char *text = literal_text(lowering, cursor);
	struct node *node = lower_node_at(lowering, index);

	node->text = text;
	node->value = g_ascii_isdigit(*text) ? (gint64)strtoull(text, NULL, 0) :
					       evaluated(cursor);
	if (node->flags & NODE_FROM_MACRO)
		lower_origin(lowering, cursor, node);
	return index;
}

static guint32 lower_size(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, NODE_SIZE, cursor);

	lower_node_at(lowering, index)->value = evaluated(cursor);
	return index;
}

static guint32 lower_name(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, NODE_NAME, cursor);
	CXCursor declaration = clang_getCursorReferenced(cursor);
	guint32 symbol = lower_symbol(lowering, declaration);

	lower_node_at(lowering, index)->symbol = symbol;
	lower_node_at(lowering, index)->value =
		facts_symbol(lowering->facts, symbol)->value;
	return index;
}

static guint32 lower_text(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, NODE_TEXT, cursor);

	lower_node_at(lowering, index)->text =
		lower_string(lowering, clang_getCursorSpelling(cursor));
	return index;
}

/* offsetof() and designators: the last member that is named. */
static guint32 last_field(struct lowering *lowering, const GArray *children)
{
	guint32 symbol = 0;

	for (guint i = 0; i < children->len; i++) {
		CXCursor child = g_array_index(children, CXCursor, i);

		if (clang_getCursorKind(child) == CXCursor_MemberRef)
			symbol = lower_symbol(lowering,
					      clang_getCursorReferenced(child));
	}
	return symbol;
}

static guint count_expressions(const GArray *children, CXCursor *ret_last)
{
	guint nr = 0;

	for (guint i = 0; i < children->len; i++) {
		CXCursor child = g_array_index(children, CXCursor, i);

		if (clang_isExpression(clang_getCursorKind(child))) {
			*ret_last = child;
			nr++;
		}
	}
	return nr;
}

/* From a long to an int or back, which is no change where both have 32 bits. */
static bool changes_rank(CXCursor outer, CXCursor inner)
{
	enum CXTypeKind to =
		clang_getCanonicalType(clang_getCursorType(outer)).kind;
	enum CXTypeKind from =
		clang_getCanonicalType(clang_getCursorType(inner)).kind;
	bool is_to_long = to == CXType_Long || to == CXType_ULong;
	bool is_from_long = from == CXType_Long || from == CXType_ULong;
	bool is_to_int = to == CXType_Int || to == CXType_UInt;
	bool is_from_int = from == CXType_Int || from == CXType_UInt;

	return (is_to_long && is_from_int) || (is_to_int && is_from_long);
}

static bool changes_integer(struct lowering *lowering, CXCursor outer,
			    CXCursor inner)
{
	const struct type *to =
		facts_type(lowering->facts,
			   lower_type(lowering, clang_getCursorType(outer)));
	enum type_class class = (enum type_class)to->class;
	guint32 bits = to->bits;
	const struct type *from =
		facts_type(lowering->facts,
			   lower_type(lowering, clang_getCursorType(inner)));

	return (class == TYPE_INTEGER || class == TYPE_ENUM ||
		class == TYPE_BOOL) &&
	       from->bits != 0 &&
	       (from->bits != bits || changes_rank(outer, inner));
}

/*
 * libclang 19 has no cursor kinds for implicit casts, designated initialisers,
 * offsetof() and expressions with errors; they are told by their shape.
 */
static guint32 lower_unexposed(struct lowering *lowering, CXCursor cursor)
{
	g_autoptr(GArray) children = lower_children(cursor);
	guint32 symbol = last_field(lowering, children);
	CXCursor only = cursor;
	guint nr = count_expressions(children, &only);
	guint32 index;

	if (symbol) {
		bool is_offset = clang_getCursorType(cursor).kind !=
				 CXType_Void;

		index = lower_only_operand(
			lowering, is_offset ? NODE_OFFSET : NODE_DESIGNATED,
			cursor);
		lower_node_at(lowering, index)->symbol = symbol;
		return index;
	}
	if (nr == 1) {
		if (!changes_integer(lowering, cursor, only))
			return lower_expression(lowering, only);
		index = lower_only_operand(lowering, NODE_CAST, cursor);
		lower_node_at(lowering, index)->flags |= NODE_IMPLICIT;
		return index;
	}
	index = lower_new_node(lowering, NODE_OPAQUE, cursor);
	lower_all(lowering, index, cursor);
	return index;
}

static guint32 lower_with_children(struct lowering *lowering,
				   enum node_kind kind, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, kind, cursor);

	lower_all(lowering, index, cursor);
	return index;
}

static guint32 expression_by_kind(struct lowering *lowering, CXCursor cursor)
{
	CXCursor operand;

	switch (clang_getCursorKind(cursor)) {
	case CXCursor_ParenExpr:
		return last_expression(cursor, &operand) ?
			       lower_expression(lowering, operand) :
			       0;
	case CXCursor_UnexposedExpr:
		return lower_unexposed(lowering, cursor);
	case CXCursor_IntegerLiteral:
	case CXCursor_CharacterLiteral:
		return lower_integer(lowering, cursor);
	case CXCursor_StringLiteral:
		return lower_text(lowering, cursor);
	case CXCursor_DeclRefExpr:
		return lower_name(lowering, cursor);
	case CXCursor_MemberRefExpr:
		return lower_member(lowering, cursor);
	case CXCursor_ArraySubscriptExpr:
		return lower_with_children(lowering, NODE_INDEX, cursor);
	case CXCursor_UnaryOperator:
		return lower_unary(lowering, cursor);
	case CXCursor_BinaryOperator:
	case CXCursor_CompoundAssignOperator:
		return lower_binary(lowering, cursor);
	case CXCursor_ConditionalOperator:
		return lower_with_children(lowering, NODE_CONDITION, cursor);
	case CXCursor_CallExpr:
		return lower_with_children(lowering, NODE_CALL, cursor);
	case CXCursor_CStyleCastExpr:
		return lower_only_operand(lowering, NODE_CAST, cursor);
	case CXCursor_CompoundLiteralExpr:
		return lower_only_operand(lowering, NODE_COMPOUND, cursor);
	case CXCursor_InitListExpr:
		return lower_with_children(lowering, NODE_INITIALIZER, cursor);
	case CXCursor_StmtExpr:
		return lower_with_children(lowering, NODE_STATEMENTS, cursor);
	case CXCursor_UnaryExpr:
		return lower_size(lowering, cursor);
	default:
		return lower_with_children(lowering, NODE_OPAQUE, cursor);
	}
}

guint32 lower_expression(struct lowering *lowering, CXCursor cursor)
{
	guint32 index;

	if (lowering->depth >= LOWER_DEPTH_LIMIT) {
		lowering->too_deep = true;
		return 0;
	}
	lowering->depth++;
	index = expression_by_kind(lowering, cursor);
	lowering->depth--;
	return index;
}

static guint32 lower_any(struct lowering *lowering, CXCursor cursor)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);

	if (clang_isExpression(kind))
		return lower_expression(lowering, cursor);
	if (clang_isStatement(kind))
		return lower_statement(lowering, cursor);
	if (kind == CXCursor_VarDecl)
		return lower_variable(lowering, cursor);
	return 0;
}

static guint32 lower_group(struct lowering *lowering, enum node_kind kind,
			   CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, kind, cursor);
	g_autoptr(GArray) children = lower_children(cursor);
	guint32 last = 0;

	for (guint i = 0; i < children->len; i++)
		lower_append(lowering, index, &last,
			     lower_any(lowering,
				       g_array_index(children, CXCursor, i)));
	return index;
}

guint32 lower_variable(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, NODE_VARIABLE, cursor);
	guint32 symbol = lower_symbol(lowering, cursor);
	CXCursor value = clang_Cursor_getVarDeclInitializer(cursor);
	struct node *node = lower_node_at(lowering, index);
	guint32 last = 0;

	node->symbol = symbol;
	node->type = facts_symbol(lowering->facts, symbol)->type;
	if (!clang_Cursor_isNull(value))
		lower_append(lowering, index, &last,
			     lower_expression(lowering, value));
	return index;
}

/* Counts the constraint strings "=.." and "+.." in the text of an asm. */
static gint64 count_outputs(struct lowering *lowering, guint32 index)
{
	struct code_place at = facts_node(lowering->facts, index)->at;
	gsize length = 0;
	const char *text = lower_file_text(lowering, lowering->file, &length);
	struct lex_token token;
	struct lexer lexer;
	gint64 nr = 0;

	if (!text || at.end_offset > length)
		return 0;
	lexer_init(&lexer, text + at.offset, at.end_offset - at.offset);
	while (lexer_next(&lexer, &token))
		nr += token.kind == LEX_LITERAL && token.length > 1 &&
		      token.start[0] == '"' &&
		      (token.start[1] == '=' || token.start[1] == '+');
	return nr;
}

/* Outputs come first among the children (libclang 19). */
static guint32 lower_asm(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_group(lowering, NODE_ASM, cursor);
	gint64 nr = count_outputs(lowering, index);

	lower_node_at(lowering, index)->value = nr;
	return index;
}

/* A statement that its text tells from others of its kind. */
static guint32 lower_named(struct lowering *lowering, enum node_kind kind,
			   CXCursor cursor, const char *text)
{
	guint32 index = lower_group(lowering, kind, cursor);

	lower_node_at(lowering, index)->text = text;
	return index;
}

/* The name of the label that a goto names; "" if it computes one. */
static const char *target_label(struct lowering *lowering, CXCursor cursor)
{
	g_autoptr(GArray) children = lower_children(cursor);

	if (children->len == 0)
		return "";
	return lower_string(lowering, clang_getCursorSpelling(g_array_index(
					      children, CXCursor, 0)));
}

static guint32 statement_by_kind(struct lowering *lowering, CXCursor cursor)
{
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_IfStmt:
		return lower_group(lowering, NODE_IF, cursor);
	case CXCursor_WhileStmt:
	case CXCursor_DoStmt:
	case CXCursor_ForStmt:
		return lower_group(lowering, NODE_LOOP, cursor);
	case CXCursor_SwitchStmt:
		return lower_group(lowering, NODE_SWITCH, cursor);
	case CXCursor_CaseStmt:
		return lower_group(lowering, NODE_CASE, cursor);
	case CXCursor_DefaultStmt:
		return lower_named(lowering, NODE_CASE, cursor, "default");
	case CXCursor_ReturnStmt:
		return lower_group(lowering, NODE_RETURN, cursor);
	case CXCursor_GotoStmt:
		return lower_named(lowering, NODE_JUMP, cursor,
				   target_label(lowering, cursor));
	case CXCursor_IndirectGotoStmt:
		return lower_group(lowering, NODE_JUMP, cursor);
	case CXCursor_BreakStmt:
		return lower_named(lowering, NODE_JUMP, cursor, "break");
	case CXCursor_ContinueStmt:
		return lower_named(lowering, NODE_JUMP, cursor, "continue");
	case CXCursor_LabelStmt:
		return lower_named(
			lowering, NODE_LABEL, cursor,
			lower_string(lowering,
				     clang_getCursorSpelling(cursor)));
	case CXCursor_GCCAsmStmt:
		return lower_asm(lowering, cursor);
	case CXCursor_NullStmt:
		return 0;
	default:
		return lower_group(lowering, NODE_BLOCK, cursor);
	}
}

guint32 lower_statement(struct lowering *lowering, CXCursor cursor)
{
	guint32 index;

	if (lowering->depth >= LOWER_DEPTH_LIMIT) {
		lowering->too_deep = true;
		return 0;
	}
	lowering->depth++;
	index = statement_by_kind(lowering, cursor);
	lowering->depth--;
	return index;
}
