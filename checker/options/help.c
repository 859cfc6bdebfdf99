// SPDX-License-Identifier: GPL-2.0-only
/* Puts the texts of --help together; the options come from their table. */
#include "options/help.h"

#include "options/table.h"

/* Wide enough for the longest option, "--format NAME[:FILE]". */
#define OPTION_COLUMN 24

static const char purpose[] =
	"vmalint finds misuse of VMA flags (vm_flags, vma_flags_t, VM_*, VMA_*_BIT)\n"
	"in Linux kernel trees: every architecture, nothing configured, nothing built.\n";

static const char program_usage[] =
	"\nUsage:\n"
	"  vmalint check [OPTION..] [PATH..]   check a tree, folders or files\n"
	"  vmalint rules [NAME]                list the rules, or explain one\n"
	"  vmalint hook ACTION                 install, uninstall or run the commit hook\n"
	"  vmalint kbuild -- WORD..            check a file for make: see its help\n"
	"  vmalint b4 check|review             check the patch in a mail for b4\n"
	"  vmalint merge REPORT..              join the reports of shards to one\n"
	"  vmalint cache stats|clear           what is kept between runs\n"
	"  vmalint help [COMMAND]              this text, or the one on a command\n"
	"  vmalint --version                   versions of vmalint and libclang\n";

static const char check_usage[] =
	"Checks a kernel tree, or files and folders of one, for misuse of VMA flags.\n"
	"Findings go to standard output, the tally and all else to standard error.\n"
	"\nUsage:\n"
	"  vmalint check [OPTION..] [PATH..]\n"
	"\n"
	"PATH is a tree, or a folder or file of one; the default is the tree around\n"
	"the current folder. '--' ends the options.\n";

static const char check_examples[] =
	"\nExamples:\n"
	"  vmalint check ~/linux\n"
	"      the whole tree on every architecture\n"
	"  vmalint check --arch x86,arm64 mm fs/proc/task_mmu.c\n"
	"      a folder and a file of the tree around here, on two of them\n"
	"  vmalint check --format text --format json:out.json --fail-on error\n"
	"      text to read and JSON to keep; warnings leave the exit code at 0\n";

static const char check_exit_codes[] =
	"\nExit codes:\n"
	"  0  complete, and nothing found at or above --fail-on\n"
	"  1  complete, and something found\n"
	"  2  misused or incomplete: a file failed, too few lines were seen, or an\n"
	"     output could not be written; what was found is printed all the same\n";

static const char rules_help[] =
	"Lists the rules with a sentence each, or explains one of them: what it finds,\n"
	"why it matters, a bad and a good example, and what it cannot see.\n"
	"\nUsage:\n"
	"  vmalint rules [NAME]\n"
	"\nOptions:\n"
	"  -h, --help            this text\n"
	"\nExamples:\n"
	"  vmalint rules\n"
	"  vmalint rules direct_write\n"
	"  vmalint rules bit_as_mask | less\n"
	"\nExit codes:\n"
	"  0  printed\n"
	"  2  misused, or the output could not be written\n";

static const char hook_help[] =
	"Keeps misuse of VMA flags out of commits: git runs the hook before each commit\n"
	"and each merge, and the hook checks what the commit adds, from the index.\n"
	"\nUsage:\n"
	"  vmalint hook install                put it in the repository around here\n"
	"  vmalint hook uninstall              take it out again\n"
	"  vmalint hook run [OPTION..] [FILE..]\n"
	"                                      what the hook does; options of check\n"
	"\n"
	"A hook that is there already is kept and runs first. 'git commit --no-verify'\n"
	"goes past all hooks once. A file .vmalint in the tree holds settings.\n"
	"\nOptions:\n"
	"  -h, --help            this text\n"
	"\nExamples:\n"
	"  vmalint hook install\n"
	"  vmalint hook run && git commit\n"
	"\nExit codes:\n"
	"  0  done; to run: nothing found\n"
	"  1  something found\n"
	"  2  misused or incomplete\n";

static const char kbuild_help[] =
	"Checks one file while make builds it. Kbuild, sparse and 0day pass their own\n"
	"words; a file without VMA flags costs a few milliseconds.\n"
	"\nUsage:\n"
	"  make C=1 CHECK=\"vmalint kbuild --\"    what make compiles; C=2: every file\n"
	"  vmalint kbuild [OPTION..] -- WORD.. FILE\n"
	"\n"
	"OPTION is one of 'vmalint check'. In CF= an option with an argument is one\n"
	"word, as in CF=--select=direct_write; it can be baseline, branches, cache-dir,\n"
	"fail-on, ignore, no-settings, no-suppressions, select, settings or timeout.\n"
	"Only what the build compiles is looked at, unless CF=--branches=all.\n"
	"Findings go to standard error, one line each. V=1 also tells which lines with\n"
	"flags were not seen, and why.\n"
	"\nOptions:\n"
	"  -h, --help            this text\n"
	"\nExamples:\n"
	"  make C=2 CHECK=\"vmalint kbuild --\" mm/\n"
	"  make C=1 CHECK=\"vmalint kbuild --\" CF=--fail-on=error\n"
	"  make -C /lib/modules/$(uname -r)/build M=$PWD C=2 CHECK=\"vmalint kbuild --\"\n"
	"\nExit codes:\n"
	"  0  always, unless failing is asked for: make deletes an object whose check\n"
	"     fails\n"
	"  1  something found at or above --fail-on\n"
	"  2  misused; with --fail-on also: the file could not be checked\n";

static const char b4_help[] =
	"Checks the patch of a mail on standard input, for b4. Findings that were there\n"
	"before are left out; a mail without any is answered with silence.\n"
	"\nUsage:\n"
	"  vmalint b4 check [OPTION..]    for b4.prep-perpatch-check-cmd and\n"
	"                                 b4.am-perpatch-check-cmd: a line a finding\n"
	"  vmalint b4 review [OPTION..]   for b4.review-perpatch-check-cmd: JSON\n"
	"\n"
	"OPTION is one of 'vmalint check'. The patch is for the blobs that it names, or\n"
	"else for the files as they are, of the tree around the current folder. Nothing\n"
	"is written to standard error.\n"
	"\nOptions:\n"
	"  -h, --help            this text\n"
	"\nExamples:\n"
	"  git config b4.prep-perpatch-check-cmd 'vmalint b4 check'\n"
	"  git config b4.am-perpatch-check-cmd 'vmalint b4 check'\n"
	"  git config b4.review-perpatch-check-cmd 'vmalint b4 review'\n"
	"  git format-patch -1 --stdout | vmalint b4 check\n"
	"\nExit codes:\n"
	"  0  done, whatever was found\n"
	"  2  misused\n";

static const char merge_usage[] =
	"Joins the JSON reports of all shards of a run to what one run would have said:\n"
	"the same findings, fingerprints, counts and exit code. The order of the reports\n"
	"does not matter; one that is missing, twice there or of another run is refused.\n"
	"\nUsage:\n"
	"  vmalint merge [OPTION..] REPORT..\n"
	"\n"
	"REPORT is a file that 'vmalint check --shard K/N --format json:REPORT' wrote.\n"
	"The result goes to standard output, as JSON unless --format says otherwise.\n"
	"The tree is needed only for lines of source in the formats that show them;\n"
	"--tree says where it is here. --fail-on, --min-coverage and --baseline are\n"
	"those of the shards unless they are given.\n"
	"\nOptions:\n";

static const char merge_examples[] =
	"\nExamples:\n"
	"  vmalint check --shard 1/2 --format json:1.json ~/linux   on one machine\n"
	"  vmalint check --shard 2/2 --format json:2.json ~/linux   on another\n"
	"  vmalint merge 1.json 2.json >whole.json\n"
	"  vmalint merge --format text --format html:page.html [12].json\n"
	"\nExit codes:\n"
	"  0  all shards were complete, and nothing found at or above --fail-on\n"
	"  1  all were complete, and something found\n"
	"  2  misused, the reports are not those of one run, or a shard was incomplete\n";
static const char cache_usage[] =
	"Shows or removes what is kept between runs: results, headers, scans of trees.\n"
	"It may be removed at any time and costs the next run no more than time. Files\n"
	"in the folder that vmalint has not made are counted and left alone.\n"
	"\nUsage:\n"
	"  vmalint cache stats [OPTION..]      what is kept, how much, and how much of\n"
	"                                      it the last run could take\n"
	"  vmalint cache clear [OPTION..]      remove it; generated headers stay while\n"
	"                                      a run is using the folder\n"
	"\nOptions:\n";

static const char cache_examples[] =
	"\nExamples:\n"
	"  vmalint cache stats\n"
	"  vmalint cache clear --cache-dir /tmp/vmalint\n"
	"\nExit codes:\n"
	"  0  done; also if nothing is kept\n"
	"  2  misused, or something could not be removed\n";

static void append_option(GString *text, const struct option_row *row)
{
	g_autoptr(GString) words = g_string_new("  ");
	g_autofree char *help = option_help(row);
	g_auto(GStrv) lines = g_strsplit(help, "\n", -1);

	if (row->letter)
		g_string_append_printf(words, "-%c, ", row->letter);
	g_string_append_printf(words, "--%s", row->name);
	if (row->argument)
		g_string_append_printf(words, "%s%s",
				       row->argument[0] == '[' ? "" : " ",
				       row->argument);
	for (char **line = lines; *line; line++)
		g_string_append_printf(text, "%-*s%s\n", OPTION_COLUMN,
				       line == lines ? words->str : "", *line);
}

static void append_options(GString *text, enum option_scope left_out)
{
	for (size_t i = 0; i < nr_option_rows; i++) {
		if (option_rows[i].scope != left_out)
			append_option(text, &option_rows[i]);
	}
}

/* The help of a command that has the options of one scope. */
static void append_command(GString *text, const char *usage,
			   enum option_scope scope, const char *examples)
{
	g_string_append(text, usage);
	for (size_t i = 0; i < nr_option_rows; i++) {
		if (option_rows[i].scope == scope ||
		    option_rows[i].scope == SCOPE_ANY)
			append_option(text, &option_rows[i]);
	}
	g_string_append(text, examples);
}

char *help_text(enum command topic)
{
	GString *text = g_string_new(NULL);

	if (topic == COMMAND_RULES) {
		g_string_append(text, rules_help);
		return g_string_free(text, FALSE);
	}
	if (topic == COMMAND_MERGE) {
		append_command(text, merge_usage, SCOPE_OUTPUT, merge_examples);
		return g_string_free(text, FALSE);
	}
	if (topic == COMMAND_HOOK) {
		g_string_append(text, hook_help);
		return g_string_free(text, FALSE);
	}
	if (topic == COMMAND_B4) {
		g_string_append(text, b4_help);
		return g_string_free(text, FALSE);
	}
	if (topic == COMMAND_KBUILD) {
		g_string_append(text, kbuild_help);
		return g_string_free(text, FALSE);
	}
	if (topic == COMMAND_CACHE) {
		append_command(text, cache_usage, SCOPE_CACHE, cache_examples);
		return g_string_free(text, FALSE);
	}
	if (topic == COMMAND_CHECK) {
		g_string_append(text, check_usage);
		g_string_append(text, "\nOptions:\n");
		append_options(text, SCOPE_PROGRAM);
	} else {
		g_string_append(text, purpose);
		g_string_append(text, program_usage);
		g_string_append(text, "\nOptions of check:\n");
		append_options(text, SCOPE_PROGRAM);
	}
	g_string_append(text, check_examples);
	g_string_append(text, check_exit_codes);
	return g_string_free(text, FALSE);
}
