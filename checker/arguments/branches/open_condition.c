// SPDX-License-Identifier: GPL-2.0-only
/*
 * Whether a condition of a module is decided. A macro that nothing defines may
 * be one that a build gives with -D, or that a configure script writes.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arguments/arch/arch.h"
#include "arguments/arguments.h"
#include "arguments/kconfig/kconfig.h"
#include "condition.h"
#include "other_kernels.h"
#include "select/select.h"
#include "text/lexer.h"

/* The symbols of the tree's Kconfig, and the files that have them. */
struct kernel_symbols {
	GHashTable *names; /* NULL: it cannot be read */
	GPtrArray *files;
};

void kernel_symbols_free(struct kernel_symbols *symbols)
{
	if (!symbols)
		return;
	g_clear_pointer(&symbols->names, g_hash_table_destroy);
	g_ptr_array_unref(symbols->files);
	g_free(symbols);
}

static struct kernel_symbols *read_symbols(const struct compile_jobs *jobs,
					   guint target)
{
	struct kernel_symbols *symbols = g_new0(struct kernel_symbols, 1);
	const struct arch *arch =
		g_array_index(jobs->targets, struct compile_target, target)
			.arch;
	const struct kconfig_request request = {
		.root = jobs->tree->root,
		.srcarch = arch->folder,
		.arch = arch->kconfig_arch,
	};

	symbols->files = g_ptr_array_new_with_free_func(g_free);
	symbols->names = kconfig_names(NULL, &request, symbols->files);
	return symbols;
}

/* Where Kconfig cannot be read, its prefix is believed. */
static bool is_symbol(const struct condition_question *question,
		      const char *name)
{
	struct compile_jobs *jobs = question->jobs;
	const gsize prefix = strlen("CONFIG_");
	g_autofree char *bare = g_strdup(name + prefix);

	if (!jobs->symbols)
		jobs->symbols = read_symbols(jobs, question->target);
	if (!jobs->symbols->names ||
	    g_hash_table_contains(jobs->symbols->names, bare))
		return true;
	if (!g_str_has_suffix(bare, "_MODULE"))
		return false;
	bare[strlen(bare) - strlen("_MODULE")] = '\0';
	return g_hash_table_contains(jobs->symbols->names, bare);
}

const GPtrArray *kernel_symbol_files(const struct compile_jobs *jobs)
{
	return jobs->symbols ? jobs->symbols->files : NULL;
}

static bool is_open_name(const struct condition_question *question,
			 const char *name)
{
	const bool is_defined = g_hash_table_contains(question->macros, name);

	if (g_str_has_prefix(name, "__") || kernel_version_name(name) ||
	    (is_defined && !(question->is_forced && question->is_own &&
			     question->is_own(question->context, name))))
		return false;
	return !g_str_has_prefix(name, "CONFIG_") || !is_symbol(question, name);
}

/*
 * What parentheses follow is called: such a macro has to be there. What
 * __has_include() and the like ask for is decided.
 */
static bool is_open_atom(const struct condition_question *question,
			 const char *atom)
{
	struct lex_token token, previous = { 0 };
	struct lexer lexer;
	bool is_open = false;

	if (g_str_has_prefix(atom, "__has_"))
		return false;
	lexer_init(&lexer, atom, strlen(atom));
	do {
		const bool more = lexer_next(&lexer, &token);

		if (previous.kind == LEX_IDENTIFIER &&
		    !(more && lex_token_is(&token, "("))) {
			g_autofree char *name = lex_token_text(&previous);

			is_open = is_open || is_open_name(question, name);
		}
		previous = token;
		if (!more)
			break;
	} while (!is_open);
	return is_open;
}

/* "6.12.117" as LINUX_VERSION_CODE has it: at most 255 in the last byte. */
static guint32 version_code(const char *version)
{
	guint32 parts[3] = { 0 };
	char *end = (char *)version;

	for (guint i = 0; i < 3 && g_ascii_isdigit(*end); i++) {
		parts[i] = (guint32)strtoul(end, &end, 10);
		end += *end == '.';
	}
	return (parts[0] << 16) + (parts[1] << 8) + MIN(parts[2], 255);
}

static bool compare(guint32 left, const char *operator, guint32 right)
{
	switch (operator[0]) {
	case '<':
		return operator[1] == '=' ? left <= right : left<right;
	case '>':
		return operator[1] == '=' ? left >= right : left> right;
	case '=':
		return left == right;
	default:
		return left != right;
	}
}

/* `LINUX_VERSION_CODE>=KERNEL_VERSION(6,3,0)`, as an atom is written. */
static enum condition_value version_value(const struct condition_question *q,
					  const char *atom)
{
	static const char code[] = "LINUX_VERSION_CODE";
	static const char version[] = "KERNEL_VERSION(";
	const char *operator= atom + strlen(code);
	const char *wanted;
	g_autofree char *dotted = NULL;
	guint32 right;

	if (!g_str_has_prefix(atom, code) || !*q->jobs->tree->version)
		return CONDITION_UNKNOWN;
	wanted = operator+ strspn(operator, "<>=!");
	if (wanted == operator|| !g_str_has_prefix(wanted, version))
		return CONDITION_UNKNOWN;
	dotted = g_strdelimit(g_strdup(wanted + strlen(version)), ",", '.');
	right = version_code(dotted);
	return compare(version_code(q->jobs->tree->version), operator, right) ?
		       CONDITION_TRUE :
		       CONDITION_FALSE;
}

/* An undefined macro is 0; what it is compared with is not worked out. */
static enum condition_value present_value(const char *atom)
{
	return strpbrk(atom, "=<>?+-*/%&|^") ? CONDITION_UNKNOWN :
					       CONDITION_FALSE;
}

static void decide(struct decisions *decisions, const char *atom,
		   enum condition_value value)
{
	if (value != CONDITION_UNKNOWN)
		g_hash_table_insert(decisions->values, g_strdup(atom),
				    GINT_TO_POINTER((int)value));
}

bool condition_is_open(const struct condition_question *question,
		       const char *condition, bool result)
{
	g_autoptr(GPtrArray) atoms = condition_atoms(condition);
	struct decisions *now = decisions_new(), *then = decisions_new();
	enum condition_value before = result ? CONDITION_TRUE : CONDITION_FALSE;
	enum condition_value after;
	bool has_open = false;

	for (guint i = 0; i < atoms->len; i++) {
		const char *atom = g_ptr_array_index(atoms, i);
		enum condition_value value = version_value(question, atom);

		if (is_open_atom(question, atom)) {
			has_open = true;
			value = present_value(atom);
			decide(now, atom, value);
			if (value == CONDITION_FALSE)
				decide(then, atom, CONDITION_TRUE);
		} else {
			decide(now, atom, value);
			decide(then, atom, value);
		}
	}
	if (question->is_forced)
		before = condition_value(condition, now);
	after = condition_value(condition, then);
	decisions_free(now);
	decisions_free(then);
	return has_open && (after == CONDITION_UNKNOWN || after != before);
}
