// SPDX-License-Identifier: GPL-2.0-only
/* Arithmetic on constants at the width of their type. */
#include "kind.h"

guint64 fold_low_bits(guint bits)
{
	return bits >= 64 ? G_MAXUINT64 : ((guint64)1 << bits) - 1;
}

guint64 fold_to_width(guint64 value, guint bits, bool is_signed)
{
	guint64 mask = fold_low_bits(bits);

	if (bits == 0 || bits >= 64)
		return value;
	value &= mask;
	if (is_signed && (value >> (bits - 1)) & 1)
		value |= ~mask;
	return value;
}

static bool fold_shift(enum node_op op, guint64 left, guint64 right, guint bits,
		       guint64 *ret_value)
{
	if (right >= (bits ? bits : 64))
		return false;
	*ret_value = op == OP_SHL ? left << right : left >> right;
	return true;
}

bool fold_binary(enum node_op op, guint64 left, guint64 right, guint bits,
		 guint64 *ret_value)
{
	switch (op) {
	case OP_ADD:
		*ret_value = left + right;
		return true;
	case OP_SUB:
		*ret_value = left - right;
		return true;
	case OP_MUL:
		*ret_value = left * right;
		return true;
	case OP_AND:
		*ret_value = left & right;
		return true;
	case OP_OR:
		*ret_value = left | right;
		return true;
	case OP_XOR:
		*ret_value = left ^ right;
		return true;
	case OP_SHL:
	case OP_SHR:
		return fold_shift(op, left, right, bits, ret_value);
	default:
		return false;
	}
}
