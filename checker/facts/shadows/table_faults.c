// SPDX-License-Identifier: GPL-2.0-only
/* Faults inside of one table, against what the headers define. */
#include "table_faults.h"

#include <string.h>

#include "condition.h"
#include "document_faults.h"
#include "shadows.h"

/* A table with fewer rows than that is not meant to have all flags. */
enum { COMPLETE_ROWS = 8 };

/* The bit of an entry under a condition. */
struct row_bit {
	const struct table_entry *entry;
	int bit;
	char *condition;
};

struct table_judge {
	const struct shadows *shadows;
	const struct flag_table *table;
	const GPtrArray *flags; /* const char *: of the tree */
	GArray *bits;		/* struct row_bit, in the order of the rows */
	GArray *faults;		/* struct table_fault */
};

static void clear_bit(gpointer data)
{
	struct row_bit *bit = data;

	g_free(bit->condition);
}

static const struct table_entry *entry_at(const struct flag_table *table,
					  guint index)
{
	return &g_array_index(table->entries, struct table_entry, index);
}

static void add_fault(struct table_judge *judge, struct table_fault fault)
{
	fault.table = judge->table;
	g_array_append_val(judge->faults, fault);
}

static int bit_of_value(const struct flag_value *value, const char *flag)
{
	if (!value->is_known)
		return -1;
	if (g_str_has_suffix(flag, "_BIT"))
		return value->value < 64 ? (int)value->value : -1;
	return flag_single_bit(value->value);
}

static void find_bits(struct table_judge *judge)
{
	for (guint i = 0; i < judge->table->entries->len; i++) {
		const struct table_entry *entry = entry_at(judge->table, i);
		const GPtrArray *values =
			flags_values(judge->shadows->flags, entry->flag);

		for (guint k = 0; k < values->len; k++) {
			const struct flag_value *value =
				g_ptr_array_index(values, k);
			struct row_bit bit = {
				.entry = entry,
				.bit = bit_of_value(value, entry->flag),
				.condition = condition_and(entry->guard,
							   value->condition),
			};

			if (bit.bit >= 0 &&
			    shadows_can_hold(judge->shadows, bit.condition))
				g_array_append_val(judge->bits, bit);
			else
				g_free(bit.condition);
		}
	}
}

/* The definition that makes a mask 0 where the row is compiled. */
static void judge_empty(struct table_judge *judge,
			const struct table_entry *entry)
{
	const GPtrArray *values =
		flags_values(judge->shadows->flags, entry->flag);
	g_autofree char *nonzero =
		flags_nonzero(judge->shadows->flags, entry->flag);

	if (g_str_has_suffix(entry->flag, "_BIT"))
		return;
	for (guint i = 0; i < values->len; i++) {
		const struct flag_value *value = g_ptr_array_index(values, i);
		g_autofree char *both =
			condition_and(entry->guard, value->condition);
		struct table_fault fault = {
			.kind = TABLE_EMPTY_MASK,
			.entry = entry,
			.definition = value->definition,
		};

		if (!value->is_known || value->value != 0 ||
		    !shadows_can_hold(judge->shadows, both) ||
		    !condition_may_lack(entry->guard, nonzero,
					judge->table->guard))
			continue;
		add_fault(judge, fault);
		return;
	}
}

/* Two flags that stand for one bit of an architecture's own. */
static bool are_siblings(const struct shadows *shadows, const char *a,
			 const char *b)
{
	return strcmp(a, b) != 0 && !shadows_leads_to(shadows, a, b) &&
	       !shadows_leads_to(shadows, b, a) &&
	       shadows_is_alias(shadows, a, b);
}

static bool are_one_bit(const struct table_judge *judge,
			const struct row_bit *first, const struct row_bit *next)
{
	const struct shadows *shadows = judge->shadows;
	const char *a = first->entry->flag, *b = next->entry->flag;
	g_autofree char *both =
		condition_and(first->condition, next->condition);

	if (first->bit != next->bit || first->entry == next->entry)
		return false;
	if (are_siblings(shadows, a, b))
		return condition_share_arch(first->condition, next->condition);
	/* The last one counts: the narrower name may stand behind. */
	if (judge->table->kind == TABLE_BITS && strcmp(a, b) != 0 &&
	    shadows_leads_to(shadows, b, a))
		return false;
	return shadows_can_hold(shadows, both);
}

static void judge_unknown(struct table_judge *judge,
			  const struct table_entry *entry)
{
	const struct table_fault fault = {
		.kind = TABLE_UNKNOWN,
		.entry = entry,
	};

	if (!flags_defined(judge->shadows->flags, entry->flag))
		add_fault(judge, fault);
}

static void judge_bits(struct table_judge *judge)
{
	for (guint i = 0; i < judge->bits->len; i++) {
		const struct row_bit *next =
			&g_array_index(judge->bits, struct row_bit, i);

		for (guint k = 0; k < i; k++) {
			const struct row_bit *first =
				&g_array_index(judge->bits, struct row_bit, k);
			const struct table_fault fault = {
				.kind = TABLE_SAME_BIT,
				.entry = next->entry,
				.other = first->entry,
			};

			if (!are_one_bit(judge, first, next))
				continue;
			add_fault(judge, fault);
			break;
		}
	}
}

/* "seqread" of "VM_SEQ_READ" and of "seq_read"; owned. */
static char *plain_name(const char *name)
{
	GString *plain = g_string_new(NULL);

	for (; *name; name++) {
		if (*name != '_')
			g_string_append_c(plain, g_ascii_tolower(*name));
	}
	return g_string_free(plain, FALSE);
}

static char *plain_flag(const char *flag)
{
	g_autofree char *mask = shadows_mask_of(flag);

	return plain_name(mask + strlen("VM_"));
}

/* A name in full letters that is the name of another flag of the tree. */
static void judge_full_name(struct table_judge *judge,
			    const struct table_entry *entry)
{
	g_autofree char *name = plain_name(entry->name);
	g_autofree char *own = plain_flag(entry->flag);

	for (guint i = 0; i < judge->flags->len && strcmp(name, own) != 0;
	     i++) {
		const char *flag = g_ptr_array_index(judge->flags, i);
		g_autofree char *theirs = plain_flag(flag);
		const struct table_fault fault = {
			.kind = TABLE_OTHERS_NAME,
			.entry = entry,
			.flag = flag,
		};

		if (strcmp(name, theirs) == 0 &&
		    !shadows_is_alias(judge->shadows, entry->flag, flag)) {
			add_fault(judge, fault);
			return;
		}
	}
}

/* True if the letters of a code are in a flag's name, in their order. */
static bool code_fits(const char *code, const char *flag)
{
	g_autofree char *name = plain_flag(flag);
	const char *at = name;

	for (; *code; code++) {
		at = strchr(at, *code);
		if (!at)
			return false;
		at++;
	}
	return true;
}

/* Codes of two rows that fit the flag of the other row, and not their own. */
static void judge_codes(struct table_judge *judge, guint index)
{
	const struct table_entry *entry = entry_at(judge->table, index);

	if (code_fits(entry->name, entry->flag))
		return;
	for (guint i = 0; i < index; i++) {
		const struct table_entry *other = entry_at(judge->table, i);
		const struct table_fault fault = {
			.kind = TABLE_SWAPPED,
			.entry = entry,
			.other = other,
		};

		if (*other->name && !code_fits(other->name, other->flag) &&
		    code_fits(entry->name, other->flag) &&
		    code_fits(other->name, entry->flag))
			add_fault(judge, fault);
	}
}

static void judge_names(struct table_judge *judge)
{
	const struct flag_table *table = judge->table;

	for (guint i = 0; i < table->entries->len; i++) {
		const struct table_entry *entry = entry_at(table, i);

		if (!*entry->name)
			continue;
		for (guint k = 0; k < i; k++) {
			const struct table_entry *other = entry_at(table, k);
			g_autofree char *both =
				condition_and(entry->guard, other->guard);
			const struct table_fault fault = {
				.kind = TABLE_SAME_NAME,
				.entry = entry,
				.other = other,
			};

			if (strcmp(entry->name, other->name) == 0 &&
			    strcmp(entry->flag, other->flag) != 0 &&
			    shadows_can_hold(judge->shadows, both)) {
				add_fault(judge, fault);
				break;
			}
		}
		if (strlen(entry->name) > DOCUMENT_CODE)
			judge_full_name(judge, entry);
		else
			judge_codes(judge, i);
	}
}

/* True if some row prints the bit where the flag has it. */
static bool is_covered(const struct table_judge *judge,
		       const struct flag_value *value, int bit)
{
	for (guint i = 0; i < judge->bits->len; i++) {
		const struct row_bit *row =
			&g_array_index(judge->bits, struct row_bit, i);
		g_autofree char *both =
			condition_and(row->condition, value->condition);

		if (row->bit == bit && shadows_can_hold(judge->shadows, both))
			return true;
	}
	return false;
}

/* A name for a flag that is told of by its own name. */
static bool is_second_name(const struct table_judge *judge,
			   const struct flag_value *value, const char *flag)
{
	for (guint i = 0; i < value->via->len; i++) {
		const char *name = g_ptr_array_index(value->via, i);
		g_autofree char *mask = shadows_mask_of(name);

		if (strcmp(mask, flag) != 0 && !shadows_is_placeholder(mask) &&
		    g_ptr_array_find_with_equal_func((GPtrArray *)judge->flags,
						     mask, g_str_equal, NULL))
			return true;
	}
	return false;
}

/* The row of the nearest bit below, behind which one more would come. */
static const struct table_entry *row_before(const struct table_judge *judge,
					    int bit)
{
	const struct row_bit *best = NULL;

	for (guint i = 0; i < judge->bits->len; i++) {
		const struct row_bit *row =
			&g_array_index(judge->bits, struct row_bit, i);

		if (row->bit < bit && (!best || row->bit > best->bit))
			best = row;
	}
	return best ? best->entry : NULL;
}

static void judge_flag(struct table_judge *judge, const char *flag)
{
	const GPtrArray *values = flags_values(judge->shadows->flags, flag);

	for (guint i = 0; i < values->len; i++) {
		const struct flag_value *value = g_ptr_array_index(values, i);
		const int bit = bit_of_value(value, flag);
		g_autofree char *both =
			condition_and(judge->table->guard, value->condition);
		struct table_fault fault = {
			.kind = TABLE_LACKS,
			.definition = value->definition,
			.flag = flag,
		};

		if (bit < 0 || is_second_name(judge, value, flag) ||
		    !shadows_can_hold(judge->shadows, both) ||
		    is_covered(judge, value, bit))
			continue;
		fault.entry = row_before(judge, bit);
		add_fault(judge, fault);
		return;
	}
}

/* True if most flags have a row: the others are not left out on purpose. */
static bool is_complete(const struct table_judge *judge)
{
	guint nr = 0;

	for (guint i = 0; i < judge->flags->len; i++) {
		const char *flag = g_ptr_array_index(judge->flags, i);

		for (guint k = 0; k < judge->table->entries->len; k++) {
			const struct table_entry *entry =
				entry_at(judge->table, k);
			g_autofree char *mask = shadows_mask_of(entry->flag);

			if (strcmp(mask, flag) == 0) {
				nr++;
				break;
			}
		}
	}
	return nr >= COMPLETE_ROWS && nr * 2 >= judge->flags->len;
}

static void judge_table(struct table_judge *judge)
{
	const struct flag_table *table = judge->table;

	judge->bits = g_array_new(FALSE, FALSE, sizeof(struct row_bit));
	g_array_set_clear_func(judge->bits, clear_bit);
	find_bits(judge);
	for (guint i = 0; i < table->entries->len; i++) {
		judge_unknown(judge, entry_at(table, i));
		judge_empty(judge, entry_at(table, i));
	}
	judge_bits(judge);
	judge_names(judge);
	for (guint i = 0; is_complete(judge) && i < judge->flags->len; i++) {
		if (!shadows_is_placeholder(g_ptr_array_index(judge->flags, i)))
			judge_flag(judge, g_ptr_array_index(judge->flags, i));
	}
	g_array_unref(judge->bits);
}

GArray *shadows_table_faults(const struct shadows *shadows)
{
	g_autoptr(GPtrArray) flags = shadows_flags(shadows);
	struct table_judge judge = {
		.shadows = shadows,
		.flags = flags,
		.faults = g_array_new(FALSE, FALSE, sizeof(struct table_fault)),
	};

	for (guint i = 0; i < shadows->tables->len; i++) {
		judge.table = g_ptr_array_index(shadows->tables, i);
		judge_table(&judge);
	}
	document_faults(shadows, judge.faults);
	return judge.faults;
}
