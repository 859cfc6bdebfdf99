// SPDX-License-Identifier: GPL-2.0-only
/* Outputs byte by byte, the tally, and exit codes. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

#include "base/session.h"
#include "findings/findings.h"
#include "options/stages.h"
#include "output/output.h"

/* A run that has ended, with a tree of one file in a folder of its own. */
struct run {
	char *root;
	struct session session;
	struct output_options options;
	struct arguments_options told;
	struct report report;
	GPtrArray *arches;
	struct output_context context;
};

static const char source[] = "int a;\r\n"
			     "\tif\t(\xc3\xa9\033x\tvma)\n"
			     "\xff"
			     "last";

static void run_init(struct run *run)
{
	g_autofree char *file = NULL;

	run->root = g_dir_make_tmp("vmalint-XXXXXX", NULL);
	file = g_build_filename(run->root, "a.c", NULL);
	g_assert_true(g_file_set_contents(file, source, -1, NULL));
	session_init(&run->session);
	run->options = (struct output_options){
		.fail_on = FAIL_ON_WARNING,
		.outputs =
			g_array_new(FALSE, TRUE, sizeof(struct output_request)),
	};
	report_init(&run->report);
	run->arches = g_ptr_array_new();
	run->told = (struct arguments_options){ .arches = run->arches };
	g_ptr_array_add(run->arches, (gpointer) "x86");
	run->context = (struct output_context){
		.root = "/tree",
		.tree_version = "6.12.117",
		.api = "const",
		.api_words = "const word\nno locks\n",
		.tool_version = "1.2",
		.libclang_version = "19.1.7",
		.arches = run->arches,
		.told = &run->told,
	};
}

static void run_release(struct run *run)
{
	g_autoptr(GDir) folder = g_dir_open(run->root, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(folder))) {
		g_autofree char *path = g_build_filename(run->root, name, NULL);

		g_unlink(path);
	}
	g_rmdir(run->root);
	g_free(run->root);
	g_ptr_array_free(run->arches, TRUE);
	report_release(&run->report);
	g_array_free(run->options.outputs, TRUE);
	session_release(&run->session);
}

static void run_request(struct run *run, enum format format, const char *file)
{
	struct output_request request = { .format = format, .file = file };

	g_array_append_val(run->options.outputs, request);
}

static int run_write(struct run *run)
{
	report_finish(&run->report);
	return output_write(&run->session, &run->options, &run->context,
			    &run->report);
}

static struct finding *add_finding(struct run *run, unsigned int line,
				   unsigned int column, unsigned int end)
{
	struct finding finding = {
		.rule = "direct_write",
		.severity = SEVERITY_ERROR,
		.at = { "a.c", line, column, line, end },
		.message = "'f' stores\nVM_IO",
		.function = "f",
		.arch = "x86",
	};

	return report_add(&run->report, &finding);
}

static void add_full_finding(struct run *run)
{
	struct finding finding = {
		.rule = "struct_copy",
		.severity = SEVERITY_WARNING,
		.at = { "no/such\n.c", 7, 3, 8, 1 },
		.message = "caf\xe9 \"x\"",
		.function = "g",
		.arch = "arm",
		.advice = "use vm_area_dup()",
	};
	struct edit edit = { "no/such\n.c", 3, 4, "new" };
	struct related related = { { "b.h", 1, 2, 1, 3 }, "declared here" };
	struct finding *added = report_add(&run->report, &finding);

	report_add_edit(&run->report, added, &edit);
	report_add_related(&run->report, added, &related);
}

/* One of everything; the same whatever the root of the run is. */
static void fill(struct run *run)
{
	static const guint32 relevant[] = { 1, 2, 3 };

	add_finding(run, 2, 2, 4);
	add_finding(run, 2, 2, 4);
	add_full_finding(run);
	report_file(&run->report, "a.c", FILE_ANALYSED, NULL, NULL);
	report_file(&run->report, "b.c", FILE_SKIPPED, "no code", NULL);
	report_lines(&run->report, "a.c", relevant, 3);
	report_line_seen(&run->report, "a.c", 1);
	report_line_seen(&run->report, "a.c", 2);
	report_unseen(&run->report, "a.c", 3, "#if 0");
	run->report.seconds = 0.1;
	session_notice(&run->session, "kconfig", "z/Kconfig", 3, "odd\nword");
	session_notice(&run->session, "kconfig", "a/Kconfig", 0, "odd");
	session_notice(&run->session, "kconfig", "a/Kconfig", 0, "odd");
}

static char *read_output(const struct run *run, const char *name)
{
	g_autofree char *path = g_build_filename(run->root, name, NULL);
	char *text;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return text;
}

static void assert_text(struct run *run, const char *expected)
{
	g_autofree char *file = g_build_filename(run->root, "out", NULL);
	g_autofree char *text = NULL;

	run->context.root = run->root;
	run_request(run, FORMAT_TEXT, file);
	run_write(run);
	text = read_output(run, "out");
	g_assert_cmpstr(text, ==, expected);
}

static void test_text(void)
{
	struct run run;

	run_init(&run);
	fill(&run);
	assert_text(&run,
		    "a.c:2:2: error: 'f' stores\\nVM_IO [direct_write]\n"
		    "    2 | \tif\t(\xc3\xa9\\x1bx\tvma)\n"
		    "      | \t^~\n"
		    "no/such\\n.c:7:3: warning: caf\\xe9 \"x\" [struct_copy]\n"
		    "  no/such\\n.c:7:3: note: use vm_area_dup()\n"
		    "b.h:1:2: note: declared here\n");
	run_release(&run);
}

/*
 * Columns: the bytes of line 2 are tab, i, f, tab, (, two of e acute, escape,
 * x, tab, v, m, a and ); the last tab reaches from column 23 to 24.
 */
static void test_marks(void)
{
	struct run run;

	run_init(&run);
	add_finding(&run, 1, 5, 6);
	add_finding(&run, 1, 7, 7);
	add_finding(&run, 1, 8, 9);
	add_finding(&run, 2, 1, 3);
	add_finding(&run, 2, 5, 99);
	add_finding(&run, 2, 7, 8);
	add_finding(&run, 2, 11, 14);
	add_finding(&run, 3, 2, 6);
	add_finding(&run, 4, 1, 1);
#define HEAD(place) "a.c:" place ": error: 'f' stores\\nVM_IO [direct_write]\n"
#define LINE_1	    "    1 | int a;\n"
#define LINE_2	    "    2 | \tif\t(\xc3\xa9\\x1bx\tvma)\n"
	assert_text(
		&run, HEAD("1:5") LINE_1 "      |     ^\n" HEAD("1:7") LINE_1
		"      |       ^\n" HEAD("1:8") LINE_1 HEAD("2:1") LINE_2
		"      | ^~~~~~~~~\n" HEAD("2:5") LINE_2
		"      | \t  \t^~~~~~~~~~~~\n" HEAD("2:7") LINE_2
		"      | \t  \t ^\n" HEAD("2:11") LINE_2
		"      | \t  \t       \t^~~\n" HEAD(
			"3:2") "    3 | \\xfflast\n      |     ^~~~\n" HEAD("4:1"));
	run_release(&run);
}

static void test_json(void)
{
	g_autofree char *file = NULL;
	g_autofree char *text = NULL;
	struct run run;

	run_init(&run);
	fill(&run);
	file = g_build_filename(run.root, "out", NULL);
	run_request(&run, FORMAT_JSON, file);
	run_write(&run);
	text = read_output(&run, "out");
	g_assert_cmpstr(
		text, ==,
		"{\"schema\":\"vmalint/1\",\n"
		"\"tool\":{\"name\":\"vmalint\",\"version\":\"1.2\","
		"\"libclang\":\"19.1.7\"},\n"
		"\"tree\":{\"root\":\"/tree\",\"version\":\"6.12.117\","
		"\"api\":\"const\",\"level\":0,"
		"\"api_words\":[\"const word\",\"no locks\"]},\n"
		"\"summary\":{\"files\":{\"selected\":2,\"analysed\":1,"
		"\"analysed_with_errors\":0,\"skipped\":1,\"failed\":0},"
		"\"lines\":{\"relevant\":3,\"analysed\":2,\"unseen\":1},"
		"\"findings\":{\"error\":1,\"warning\":1,\"note\":0},"
		"\"suppressed\":0,\"baselined\":0,\"merged\":1,"
		"\"seconds\":0.1},\n"
		"\"findings\":[\n"
		"{\"rule\":\"direct_write\",\"severity\":\"error\","
		"\"path\":\"a.c\",\"line\":2,\"column\":2,\"end_line\":2,"
		"\"end_column\":4,\"message\":\"'f' stores\\nVM_IO\","
		"\"function\":\"f\",\"arch\":\"x86\","
		"\"fingerprint\":\"4dd7e94fea133e6e18c5a62a2dfe07d1\","
		"\"confirmed_by\":[],\"related\":[]},\n"
		"{\"rule\":\"struct_copy\",\"severity\":\"warning\","
		"\"path\":\"no/such\\n.c\",\"line\":7,\"column\":3,"
		"\"end_line\":8,\"end_column\":1,"
		"\"message\":\"caf\xef\xbf\xbd \\\"x\\\"\","
		"\"function\":\"g\",\"arch\":\"arm\","
		"\"fingerprint\":\"98bbcba36f64a7963b4b0bee2b580733\","
		"\"confirmed_by\":[],"
		"\"fix\":{\"description\":\"use vm_area_dup()\","
		"\"edits\":[{\"path\":\"no/such\\n.c\",\"offset\":3,"
		"\"length\":4,\"text\":\"new\"}]},"
		"\"related\":[{\"path\":\"b.h\",\"line\":1,\"column\":2,"
		"\"end_line\":1,\"end_column\":3,"
		"\"message\":\"declared here\"}]}],\n"
		"\"unseen\":[\n"
		"{\"path\":\"a.c\",\"line\":3,\"reason\":\"#if 0\"}],\n"
		"\"problems\":[\n"
		"{\"stage\":\"kconfig\",\"path\":\"a/Kconfig\",\"line\":0,"
		"\"text\":\"odd\"},\n"
		"{\"stage\":\"kconfig\",\"path\":\"z/Kconfig\",\"line\":3,"
		"\"text\":\"odd\\nword\"}],\n"
		"\"files\":[\n"
		"{\"path\":\"a.c\",\"end\":\"analysed\",\"arch\":\"\","
		"\"lines\":[1,2,3]},\n"
		"{\"path\":\"b.c\",\"end\":\"skipped\",\"arch\":\"\","
		"\"reason\":\"no code\",\"lines\":[]}]}\n");
	run_release(&run);
}

/* The parts of a run that decide its exit code. */
struct verdict {
	const char *severity; /* of the one finding, or NULL */
	enum fail_on fail_on;
	enum file_end end;
	double min_coverage_percent;
	bool problem;
	int code;
};

static void add_severity(struct run *run, const char *severity)
{
	struct finding *finding;

	if (!severity)
		return;
	finding = add_finding(run, 1, 1, 2);
	finding->severity = SEVERITY_NOTE;
	while (strcmp(severity_name(finding->severity), severity) != 0)
		finding->severity++;
}

static void test_exit_codes(void)
{
	static const struct verdict verdicts[] = {
		{ NULL, FAIL_ON_NOTE, FILE_ANALYSED, 0, false, 0 },
		{ "note", FAIL_ON_WARNING, FILE_ANALYSED, 0, false, 0 },
		{ "note", FAIL_ON_NOTE, FILE_ANALYSED, 0, false, 1 },
		{ "warning", FAIL_ON_WARNING, FILE_ANALYSED, 0, false, 1 },
		{ "warning", FAIL_ON_ERROR, FILE_ANALYSED, 0, false, 0 },
		{ "error", FAIL_ON_ERROR, FILE_SKIPPED, 0, false, 1 },
		{ "error", FAIL_ON_NEVER, FILE_ANALYSED, 0, false, 0 },
		{ "error", FAIL_ON_NOTE, FILE_FAILED, 0, false, 2 },
		{ NULL, FAIL_ON_NOTE, FILE_FAILED, 0, false, 2 },
		{ NULL, FAIL_ON_NOTE, FILE_SKIPPED, 0, false, 0 },
		{ NULL, FAIL_ON_NOTE, FILE_ANALYSED_WITH_ERRORS, 0, false, 0 },
		{ NULL, FAIL_ON_NOTE, FILE_ANALYSED, 50, false, 0 },
		{ NULL, FAIL_ON_NOTE, FILE_ANALYSED, 50.1, false, 2 },
		{ "error", FAIL_ON_NEVER, FILE_ANALYSED, 0, true, 2 },
	};
	static const guint32 relevant[] = { 1, 2 };

	for (gsize i = 0; i < G_N_ELEMENTS(verdicts); i++) {
		const struct verdict *verdict = &verdicts[i];
		struct run run;

		run_init(&run);
		add_severity(&run, verdict->severity);
		report_file(&run.report, "a.c", verdict->end, "why", NULL);
		report_lines(&run.report, "a.c", relevant, 2);
		report_line_seen(&run.report, "a.c", 2);
		run.options.fail_on = verdict->fail_on;
		run.options.min_coverage_percent =
			verdict->min_coverage_percent;
		if (verdict->problem)
			session_problem(&run.session, "select", "x", 0, "lost");
		g_assert_cmpint(run_write(&run), ==, verdict->code);
		run_release(&run);
	}
}

/* What fill_stats() is in words. */
#define STATS_TEXT                                              \
	"time of each stage:\n*"                                \
	"     1.500 s  wait for the workers\n*"                 \
	"results: 3 of 5 taken from earlier runs\n"             \
	"workers: 2 at a time, busy 75.0% of their time; the "  \
	"last began to lack work 0.250 s before the end\n"      \
	"memory: 300 MiB at most in a worker; 3 processes, of " \
	"which 1 ended above 320 MiB and 0 lost their job\n"    \
	"time of the workers, added up:\n*"                     \
	"attempts: 4 at 2 files: 1 at other branches, 0 with "  \
	"other configurations\n"                                \
	"parses: 6, of which 0 over a precompiled header, in "  \
	"0 attempts in vain\n"                                  \
	"precompiled headers: 1 built, 0 reused\n"              \
	"slowest files:\n"                                      \
	"     1.250 s  slow\\n.c\n"                             \
	"     0.250 s  fast.c\n"

static void fill_stats(struct run_stats *stats)
{
	*stats = (struct run_stats){ .workers = 2,
				     .tail_us = 250000,
				     .peak_kib = 300 << 10,
				     .limit_kib = 320 << 10 };
	stats->amounts[STATS_ANALYSE_US] = 1500000;
	stats->amounts[STATS_TAKEN] = 3;
	stats->amounts[STATS_JOBS] = 2;
	stats->amounts[STATS_BUSY_US] = 3;
	stats->amounts[STATS_CAPACITY_US] = 4;
	stats->amounts[STATS_PROCESSES] = 3;
	stats->amounts[STATS_RECYCLED] = 1;
	stats->amounts[STATS_ATTEMPTS] = 4;
	stats->amounts[STATS_VARIANTS] = 1;
	stats->amounts[STATS_PARSES] = 6;
	stats->amounts[STATS_PCH_BUILT] = 1;
	run_stats_note_file(stats, "fast.c", 250);
	run_stats_note_file(stats, "slow\n.c", 1250);
}

/* In a process of its own: what goes to the standard streams. */
static void test_summary(void)
{
	g_autofree char *long_reason = g_strnfill(1000, 'x');
	struct run run;

	if (!g_test_subprocess()) {
		g_test_trap_subprocess(NULL, 0, 0);
		g_test_trap_assert_passed();
		g_test_trap_assert_stderr(
			"vmalint: a/Kconfig: odd\n"
			"vmalint: z/Kconfig:3: odd\\nword\n"
			"tree: Linux 6.12.117, API typed level 2, x86\n"
			"files: 14 selected = 1 analysed + 0 with errors + "
			"12 skipped + 1 failed\n"
			"  failed: z.c: timeout; xxx*xxx ...\n"
			"    to repeat: clang z.c\n"
			"  skipped: 11 files: other: s00.c, s01.c*s10.c\n"
			"  skipped: b.c: no code\n"
			"lines: 3 relevant = 2 analysed (66.6%) + 1 unseen\n"
			"findings: 1 error, 1 warning, 0 notes; 1 repeat "
			"merged\n"
			"flag API, as the headers have it:\n"
			"  const word\n"
			"  no locks\n"
			"findings of each rule:\n"
			"      1  direct_write\n"
			"      1  struct_copy\n"
			"files skipped, by reason:\n"
			"     11  other\n"
			"      1  no code\n"
			"lines unseen, by reason:\n"
			"      1  #if 0\n"
			"time: 0.100 s\n" STATS_TEXT);
		return;
	}
	run_init(&run);
	fill(&run);
	for (int i = 0; i < 11; i++) {
		g_autofree char *path = g_strdup_printf("s%02d.c", i);

		report_file(&run.report, path, FILE_SKIPPED, "other", NULL);
	}
	report_file(&run.report, "z.c", FILE_FAILED, "timeout", "clang z.c");
	report_file(&run.report, "z.c", FILE_FAILED, long_reason, "x.c");
	run.context.api = "typed";
	run.context.level = 2;
	run.options.stats = true;
	fill_stats(&run.report.stats);
	g_assert_cmpint(run_write(&run), ==, 2);
	run_release(&run);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/output/text", test_text);
	g_test_add_func("/output/marks", test_marks);
	g_test_add_func("/output/json", test_json);
	g_test_add_func("/output/exit_codes", test_exit_codes);
	g_test_add_func("/output/summary", test_summary);
	return g_test_run();
}
