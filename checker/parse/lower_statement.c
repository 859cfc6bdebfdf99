// SPDX-License-Identifier: GPL-2.0-only
/* Statements and local variables to nodes. */
#include "lower.h"
#include "text/lexer.h"

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
	struct node *node =
		&g_array_index(lowering->facts->nodes, struct node, index);
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

	g_array_index(lowering->facts->nodes, struct node, index).value = nr;
	return index;
}

/* A statement that its text tells from others of its kind. */
static guint32 lower_named(struct lowering *lowering, enum node_kind kind,
			   CXCursor cursor, const char *text)
{
	guint32 index = lower_group(lowering, kind, cursor);

	g_array_index(lowering->facts->nodes, struct node, index).text = text;
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

static guint32 lower_by_kind(struct lowering *lowering, CXCursor cursor)
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
	index = lower_by_kind(lowering, cursor);
	lowering->depth--;
	return index;
}
