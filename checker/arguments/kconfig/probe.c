// SPDX-License-Identifier: GPL-2.0-only
/*
 * The fixed answers. A probe succeeds unless a table says otherwise; the
 * tables were made by comparing with what the real tools say.
 */
#include "probe.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A probe that holds this text; what the answer is for where it applies. */
struct probe_answer {
	const char *archs; /* "a b": only there; "!a b": not there; NULL: all */
	const char *part;
	const char *answer;
};

/* Commands of $(success,...) that fail. */
static const struct probe_answer failing_commands[] = {
	{ NULL, "rust", NULL },
	{ NULL, "bindgen", NULL },
	{ NULL, "grep -qv llvm", NULL },
	{ NULL, "grep -q gcc", NULL },
	{ NULL, "plugin-version.h", NULL },
	{ NULL, "__nonstring__", NULL },
	{ NULL, "openssl list", NULL },
	{ NULL, "gcc-thunk-extern.sh", NULL },
	{ NULL, "gcc-check-mprofile-kernel.sh", NULL },
	{ NULL, "gcc-check-fpatchable-function-entry.sh", NULL },
};

/* Flags of $(cc-option,...) that clang refuses. */
static const struct probe_answer failing_options[] = {
	{ NULL, "-D__SIZEOF_INT128__=0", NULL },
	{ NULL, "-Wa,-mthin-add-sub", NULL },
	{ NULL, "-Wimplicit-fallthrough=", NULL },
	{ NULL, "-enable-trivial-auto-var-init-zero", NULL },
	{ NULL, "-fconserve-stack", NULL },
	{ NULL, "-finline-stringops=", NULL },
	{ NULL, "-fmin-function-alignment=", NULL },
	{ NULL, "-fms-anonymous-structs", NULL },
	{ NULL, "-fsanitize=bounds-strict", NULL },
	{ NULL, "-fsanitize-coverage-stack-depth-callback-min", NULL },
	{ NULL, "-fsanitize-kcfi-arity", NULL },
	{ NULL, "-march=native", NULL },
	{ NULL, "-max-store-memset=", NULL },
	{ NULL, "-mbacktrace", NULL },
	{ NULL, "-mindirect-branch", NULL },
	{ NULL, "-mno-branch-likely", NULL },
	{ NULL, "-mstack-protector-guard-reg=r13", NULL },
	{ NULL, "-mstack-protector-guard-reg=r2", NULL },
	{ NULL, "-mstack-protector-guard-reg=tp", NULL },
	{ "riscv", "_zacas", NULL },
	{ "riscv", "_zicfiss", NULL },
	{ NULL, "--param", NULL },
	{ "arm hexagon m68k mips powerpc s390 sparc",
	  "-fpatchable-function-entry=", NULL },
	{ "riscv", "-gsplit-dwarf", NULL },
	{ "!s390", "-mrecord-mcount", NULL },
	{ "!arm64 um x86", "-fsanitize=kernel-hwaddress", NULL },
	{ "!arm64 um x86", "-fzero-call-used-regs=", NULL },
	{ "!powerpc s390 um x86", "-fsanitize=kernel-memory", NULL },
	{ "!arm64 loongarch powerpc riscv s390 um x86", "-fsanitize=thread",
	  NULL },
};

/* Instructions of $(as-instr,...) that clang's assembler refuses. */
static const struct probe_answer failing_instructions[] = {
	{ NULL, ".arch_extension lsui", NULL },
};

/* Output of $(shell,...); anything else prints nothing. */
static const struct probe_answer shell_outputs[] = {
	{ NULL, "pahole-version.sh", "0" },
	{ NULL, "rustc-version.sh", "0" },
	{ NULL, "rustc-llvm-version.sh", "0" },
	{ NULL, "cc-version.sh", "Clang 190107" },
	{ NULL, "as-version.sh", "LLVM 190107" },
	{ NULL, "ld-version.sh", "LLD 190107" },
	{ NULL, "clang-version.sh", "190107" },
	{ NULL, "gcc-version.sh", "40201" },
};

/* Variables that scripts/Kconfig.include takes apart with the shell. */
static const struct probe_answer tool_variables[] = {
	{ NULL, "cc-info", "Clang 190107" }, { NULL, "cc-name", "Clang" },
	{ NULL, "cc-version", "190107" },    { NULL, "as-info", "LLVM 190107" },
	{ NULL, "as-name", "LLVM" },	     { NULL, "as-version", "190107" },
	{ NULL, "ld-info", "LLD 190107" },   { NULL, "ld-name", "LLD" },
	{ NULL, "ld-version", "190107" },    { NULL, "rustc-version", "0" },
	{ NULL, "rustc-llvm-version", "0" },
};

static const struct probe_answer environment_variables[] = {
	{ NULL, "CC", "clang" },
	{ NULL, "HOSTCC", "clang" },
	{ NULL, "HOSTCXX", "clang++" },
	{ NULL, "LD", "ld.lld" },
	{ NULL, "AR", "llvm-ar" },
	{ NULL, "NM", "llvm-nm" },
	{ NULL, "OBJCOPY", "llvm-objcopy" },
	{ NULL, "OBJDUMP", "llvm-objdump" },
	{ NULL, "READELF", "llvm-readelf" },
	{ NULL, "STRIP", "llvm-strip" },
	{ NULL, "PAHOLE", "pahole" },
	{ NULL, "PAHOLE_VERSION", "0" },
	{ NULL, "RUSTC", "rustc" },
	{ NULL, "BINDGEN", "bindgen" },
	{ NULL, "PYTHON3", "python3" },
	{ NULL, "CONFIG_SHELL", "sh" },
	{ NULL, "CC_VERSION_TEXT", "clang version 19.1.7" },
	{ NULL, "RUSTC_VERSION_TEXT", "" },
	{ NULL, "CLANG_FLAGS", "-fintegrated-as" },
};

static bool is_named(const char *archs, const char *srcarch)
{
	gsize length = strlen(srcarch);
	const char *at = archs;

	while (length > 0 && (at = strstr(at, srcarch))) {
		bool starts = at == archs || at[-1] == ' ';

		if (starts && (at[length] == ' ' || at[length] == '\0'))
			return true;
		at += length;
	}
	return false;
}

static bool matches(const struct probe_answer *row, const char *srcarch,
		    const char *text)
{
	if (!strstr(text, row->part))
		return false;
	if (!row->archs)
		return true;
	if (row->archs[0] == '!')
		return !is_named(row->archs + 1, srcarch);
	return is_named(row->archs, srcarch);
}

static bool is_listed(const struct probe_answer *table, gsize length,
		      const char *srcarch, const char *text)
{
	for (gsize i = 0; i < length; i++) {
		if (matches(&table[i], srcarch, text))
			return true;
	}
	return false;
}

static bool test_pair(const char *left, const char *operation,
		      const char *right)
{
	long long first = strtoll(left, NULL, 10);
	long long second = strtoll(right, NULL, 10);

	if (strcmp(operation, "=") == 0 || strcmp(operation, "==") == 0)
		return strcmp(left, right) == 0;
	if (strcmp(operation, "!=") == 0)
		return strcmp(left, right) != 0;
	if (strcmp(operation, "-eq") == 0)
		return first == second;
	if (strcmp(operation, "-ne") == 0)
		return first != second;
	if (strcmp(operation, "-lt") == 0)
		return first < second;
	if (strcmp(operation, "-le") == 0)
		return first <= second;
	if (strcmp(operation, "-gt") == 0)
		return first > second;
	return strcmp(operation, "-ge") == 0 && first >= second;
}

/* test(1) and [(1) with one or two operands; file tests fail. */
static bool test_succeeds(char **words)
{
	guint length = g_strv_length(words);

	if (length > 0 && strcmp(words[length - 1], "]") == 0)
		length--;
	if (length == 3 && strcmp(words[1], "-z") == 0)
		return words[2][0] == '\0';
	if (length == 3 && strcmp(words[1], "-n") == 0)
		return words[2][0] != '\0';
	if (length == 4)
		return test_pair(words[1], words[2], words[3]);
	return false;
}

static bool command_succeeds(const char *srcarch, const char *command)
{
	g_auto(GStrv) words = NULL;

	if (is_listed(failing_commands, G_N_ELEMENTS(failing_commands), srcarch,
		      command))
		return false;
	if (!g_str_has_prefix(command, "test ") &&
	    !g_str_has_prefix(command, "[ "))
		return true;
	if (!g_shell_parse_argv(command, NULL, &words, NULL))
		return false;
	return test_succeeds(words);
}

static char *yes_or_no(bool is_yes)
{
	return g_strdup(is_yes ? "y" : "n");
}

static char *probe_toolchain(const char *srcarch, const char *name,
			     const char *argument)
{
	if (strcmp(name, "cc-option") == 0 || strcmp(name, "cc-option-yn") == 0)
		return yes_or_no(!is_listed(failing_options,
					    G_N_ELEMENTS(failing_options),
					    srcarch, argument));
	if (strcmp(name, "as-instr") == 0 || strcmp(name, "as-instr64") == 0)
		return yes_or_no(!is_listed(failing_instructions,
					    G_N_ELEMENTS(failing_instructions),
					    srcarch, argument));
	if (strcmp(name, "as-option") == 0 || strcmp(name, "ld-option") == 0)
		return yes_or_no(true);
	if (strcmp(name, "rustc-option") == 0)
		return yes_or_no(false);
	if (strcmp(name, "cc-option-bit") == 0)
		return g_strdup(argument);
	return NULL;
}

/* A sum of expr(1), as in `expr 190107 / 10000`; owned, NULL if it is none. */
static char *calculate(const char *command)
{
	g_auto(GStrv) words = NULL;
	char *left_end, *right_end;
	long long left, right;

	if (!g_shell_parse_argv(command, NULL, &words, NULL) ||
	    g_strv_length(words) != 4 || strcmp(words[0], "expr") != 0)
		return NULL;
	left = strtoll(words[1], &left_end, 10);
	right = strtoll(words[3], &right_end, 10);
	/* Far from where anything overflows. */
	if (*left_end || *right_end || strlen(words[2]) != 1 ||
	    llabs(left) > G_MAXINT32 || llabs(right) > G_MAXINT32)
		return NULL;
	switch (words[2][0]) {
	case '+':
		return g_strdup_printf("%lld", left + right);
	case '-':
		return g_strdup_printf("%lld", left - right);
	case '*':
		return g_strdup_printf("%lld", left * right);
	case '/':
		return right ? g_strdup_printf("%lld", left / right) : NULL;
	case '%':
		return right ? g_strdup_printf("%lld", left % right) : NULL;
	default:
		return NULL;
	}
}

/* `echo words`, which nothing else happens to. */
static char *echo(const char *command)
{
	g_auto(GStrv) words = NULL;

	if (strpbrk(command, "|<>;&`$*?") ||
	    !g_shell_parse_argv(command, NULL, &words, NULL) ||
	    strcmp(words[0], "echo") != 0)
		return NULL;
	return g_strjoinv(" ", words + 1);
}

static char *shell_output(const char *srcarch, const char *command)
{
	char *output;

	for (gsize i = 0; i < G_N_ELEMENTS(shell_outputs); i++) {
		if (matches(&shell_outputs[i], srcarch, command))
			return g_strdup(shell_outputs[i].answer);
	}
	output = calculate(command);
	if (!output)
		output = echo(command);
	return output ? output : g_strdup("");
}

static char *probe_shell(const char *srcarch, const char *name,
			 char *const *arguments)
{
	bool succeeds;

	if (strcmp(name, "shell") == 0)
		return shell_output(srcarch, arguments[0]);
	succeeds = command_succeeds(srcarch, arguments[0]);
	if (strcmp(name, "success") == 0)
		return yes_or_no(succeeds);
	if (strcmp(name, "failure") == 0)
		return yes_or_no(!succeeds);
	if (strcmp(name, "if-success") != 0 || !arguments[1])
		return NULL;
	if (succeeds)
		return g_strdup(arguments[1]);
	return g_strdup(arguments[2] ? arguments[2] : "");
}

static char *tool_variable(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(tool_variables); i++) {
		if (strcmp(name, tool_variables[i].part) == 0)
			return g_strdup(tool_variables[i].answer);
	}
	return NULL;
}

void kconfig_probe_add_environment(GHashTable *environment)
{
	for (gsize i = 0; i < G_N_ELEMENTS(environment_variables); i++)
		g_hash_table_insert(environment,
				    g_strdup(environment_variables[i].part),
				    g_strdup(environment_variables[i].answer));
}

char *kconfig_probe_answer(const char *srcarch, const char *name,
			   char *const *arguments)
{
	char *answer;

	if (!arguments[0])
		return tool_variable(name);
	answer = probe_toolchain(srcarch, name, arguments[0]);
	return answer ? answer : probe_shell(srcarch, name, arguments);
}
