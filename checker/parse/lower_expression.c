// SPDX-License-Identifier: GPL-2.0-only
/* Expressions to nodes. */
#include <stdlib.h>
#include <string.h>

#include "clang_handles.h"
#include "lower.h"

static enum CXChildVisitResult collect(CXCursor cursor, CXCursor parent,
				       CXClientData data)
{
	(void)parent;
	g_array_append_val((GArray *)data, cursor);
	return CXChildVisit_Continue;
}

GArray *lower_children(CXCursor cursor)
{
	GArray *children = g_array_new(FALSE, FALSE, sizeof(CXCursor));

	clang_visitChildren(cursor, collect, children);
	return children;
}

guint32 lower_new_node(struct lowering *lowering, enum node_kind kind,
		       CXCursor cursor)
{
	struct node node = {
		.kind = (guint8)kind,
		.text = "",
		.origin = "",
		.origin_path = "",
	};

	lower_place(lowering, cursor, &node);
	if (clang_isExpression(clang_getCursorKind(cursor)))
		node.type = lower_type(lowering, clang_getCursorType(cursor));
	g_array_append_val(lowering->facts->nodes, node);
	return lowering->facts->nodes->len - 1;
}

static struct node *node_at(const struct lowering *lowering, guint32 index)
{
	return &g_array_index(lowering->facts->nodes, struct node, index);
}

void lower_append(struct lowering *lowering, guint32 parent, guint32 *last,
		  guint32 child)
{
	if (child == 0)
		return;
	if (*last == 0)
		node_at(lowering, parent)->first = child;
	else
		node_at(lowering, *last)->next = child;
	*last = child;
}

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

static enum node_op binary_op(enum CXBinaryOperatorKind kind)
{
	static const guint8 table[] = {
		[CXBinaryOperator_Mul] = OP_MUL,
		[CXBinaryOperator_Div] = OP_DIV,
		[CXBinaryOperator_Rem] = OP_REM,
		[CXBinaryOperator_Add] = OP_ADD,
		[CXBinaryOperator_Sub] = OP_SUB,
		[CXBinaryOperator_Shl] = OP_SHL,
		[CXBinaryOperator_Shr] = OP_SHR,
		[CXBinaryOperator_LT] = OP_LT,
		[CXBinaryOperator_GT] = OP_GT,
		[CXBinaryOperator_LE] = OP_LE,
		[CXBinaryOperator_GE] = OP_GE,
		[CXBinaryOperator_EQ] = OP_EQ,
		[CXBinaryOperator_NE] = OP_NE,
		[CXBinaryOperator_And] = OP_AND,
		[CXBinaryOperator_Xor] = OP_XOR,
		[CXBinaryOperator_Or] = OP_OR,
		[CXBinaryOperator_LAnd] = OP_LOGICAL_AND,
		[CXBinaryOperator_LOr] = OP_LOGICAL_OR,
		[CXBinaryOperator_Assign] = OP_NONE,
		[CXBinaryOperator_MulAssign] = OP_MUL,
		[CXBinaryOperator_DivAssign] = OP_DIV,
		[CXBinaryOperator_RemAssign] = OP_REM,
		[CXBinaryOperator_AddAssign] = OP_ADD,
		[CXBinaryOperator_SubAssign] = OP_SUB,
		[CXBinaryOperator_ShlAssign] = OP_SHL,
		[CXBinaryOperator_ShrAssign] = OP_SHR,
		[CXBinaryOperator_AndAssign] = OP_AND,
		[CXBinaryOperator_XorAssign] = OP_XOR,
		[CXBinaryOperator_OrAssign] = OP_OR,
		[CXBinaryOperator_Comma] = OP_COMMA,
	};

	return (gsize)kind < G_N_ELEMENTS(table) ? table[kind] : OP_OTHER;
}

static guint32 lower_binary(struct lowering *lowering, CXCursor cursor)
{
	enum CXBinaryOperatorKind operator=
		clang_getCursorBinaryOperatorKind(cursor);
	bool is_store = operator>= CXBinaryOperator_Assign && operator<=
		CXBinaryOperator_OrAssign;
	guint32 index = lower_new_node(
		lowering, is_store ? NODE_ASSIGN : NODE_BINARY, cursor);

	node_at(lowering, index)->op = (guint8)binary_op(operator);
	lower_all(lowering, index, cursor);
	return index;
}

static enum node_op unary_op(enum CXUnaryOperatorKind kind)
{
	switch (kind) {
	case CXUnaryOperator_PostInc:
		return OP_POST_INC;
	case CXUnaryOperator_PostDec:
		return OP_POST_DEC;
	case CXUnaryOperator_PreInc:
		return OP_PRE_INC;
	case CXUnaryOperator_PreDec:
		return OP_PRE_DEC;
	case CXUnaryOperator_AddrOf:
		return OP_ADDRESS;
	case CXUnaryOperator_Deref:
		return OP_DEREFERENCE;
	case CXUnaryOperator_Plus:
		return OP_PLUS;
	case CXUnaryOperator_Minus:
		return OP_MINUS;
	case CXUnaryOperator_Not:
		return OP_NOT;
	case CXUnaryOperator_LNot:
		return OP_LOGICAL_NOT;
	default:
		return OP_OTHER;
	}
}

static guint32 lower_unary(struct lowering *lowering, CXCursor cursor)
{
	enum node_op op = unary_op(clang_getCursorUnaryOperatorKind(cursor));
	guint32 index;
	CXCursor operand;

	/* __extension__ means nothing. */
	if (op == OP_OTHER && last_expression(cursor, &operand))
		return lower_expression(lowering, operand);
	index = lower_only_operand(lowering, NODE_UNARY, cursor);
	node_at(lowering, index)->op = (guint8)op;
	return index;
}

static guint32 lower_member(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_only_operand(lowering, NODE_MEMBER, cursor);
	guint32 symbol =
		lower_symbol(lowering, clang_getCursorReferenced(cursor));
	guint32 owner = node_at(lowering, index)->first;

	node_at(lowering, index)->symbol = symbol;
	if (owner) {
		guint32 type = node_at(lowering, owner)->type;

		if (facts_type(lowering->facts, type)->class == TYPE_POINTER)
			node_at(lowering, index)->flags |= NODE_ARROW;
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
	struct node *node = node_at(lowering, index);

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

	node_at(lowering, index)->value = evaluated(cursor);
	return index;
}

static guint32 lower_name(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, NODE_NAME, cursor);
	CXCursor declaration = clang_getCursorReferenced(cursor);
	guint32 symbol = lower_symbol(lowering, declaration);

	node_at(lowering, index)->symbol = symbol;
	node_at(lowering, index)->value =
		facts_symbol(lowering->facts, symbol)->value;
	return index;
}

static guint32 lower_text(struct lowering *lowering, CXCursor cursor)
{
	guint32 index = lower_new_node(lowering, NODE_TEXT, cursor);

	node_at(lowering, index)->text =
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
	       from->bits != 0 && from->bits != bits;
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
		node_at(lowering, index)->symbol = symbol;
		return index;
	}
	if (nr == 1) {
		if (!changes_integer(lowering, cursor, only))
			return lower_expression(lowering, only);
		index = lower_only_operand(lowering, NODE_CAST, cursor);
		node_at(lowering, index)->flags |= NODE_IMPLICIT;
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

static guint32 lower_by_kind(struct lowering *lowering, CXCursor cursor)
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
	index = lower_by_kind(lowering, cursor);
	lowering->depth--;
	return index;
}
