// SPDX-License-Identifier: GPL-2.0-only
/* Single nodes, their children, and their operators. */
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

struct node *lower_node_at(const struct lowering *lowering, guint32 index)
{
	return &g_array_index(lowering->facts->nodes, struct node, index);
}

void lower_append(struct lowering *lowering, guint32 parent, guint32 *last,
		  guint32 child)
{
	if (child == 0)
		return;
	if (*last == 0)
		lower_node_at(lowering, parent)->first = child;
	else
		lower_node_at(lowering, *last)->next = child;
	*last = child;
}

enum node_op lower_binary_operator(enum CXBinaryOperatorKind kind)
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

enum node_op lower_unary_operator(enum CXUnaryOperatorKind kind)
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
