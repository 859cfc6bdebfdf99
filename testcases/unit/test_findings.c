// SPDX-License-Identifier: GPL-2.0-only
/* Reports: order, merging, fingerprints, lines, and the way through a pipe. */
#include <glib.h>
#include <stdbool.h>

#include "findings/findings.h"
#include "findings/variant.h"

static const struct finding sample = {
	.rule = "direct_write",
	.severity = SEVERITY_ERROR,
	.at = { "mm/a.c", 10, 2, 10, 15 },
	.message = "'f' stores VM_IO",
	.function = "f",
	.arch = "x86",
	.advice = "use vm_flags_set(vma, VM_IO)",
	.expression = "vma->vm_flags = VM_IO",
};

static const struct finding *finding_at(const struct report *report, guint i)
{
	return g_ptr_array_index(report->findings, i);
}

static void add_related(struct report *report, struct finding *finding,
			const char *message)
{
	struct related related = {
		.at = { "mm/b.h", 1, 1, 1, 2 },
		.message = message,
	};

	report_add_related(report, finding, &related);
}

/* Six findings at four places, told apart by arch and line. */
static void add_numbered(struct report *report, int number)
{
	struct finding finding = sample;
	struct finding *added;

	switch (number) {
	case 0:
		finding.arch = "arm";
		finding.message = "as arm has it";
		finding.severity = SEVERITY_WARNING;
		break;
	case 1:
		finding.at.line = finding.at.end_line = 9;
		break;
	case 2:
		finding.rule = "const_cast_write";
		break;
	case 3:
		finding.at.path = "arch/x.c";
		break;
	case 4:
		finding.arch = "s390";
		break;
	default:
		break;
	}
	added = report_add(report, &finding);
	if (number >= 4)
		add_related(report, added, number == 4 ? "b" : "a");
}

static void test_order_of_arrival(void)
{
	static const int orders[][6] = { { 0, 1, 2, 3, 4, 5 },
					 { 5, 4, 3, 2, 1, 0 },
					 { 2, 5, 0, 4, 1, 3 } };

	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
		const struct finding *merged;
		struct report report;

		report_init(&report);
		for (gsize j = 0; j < 6; j++)
			add_numbered(&report, orders[i][j]);
		report_finish(&report);
		g_assert_cmpuint(report.findings->len, ==, 4);
		g_assert_cmpuint(report.merged, ==, 2);
		g_assert_cmpstr(finding_at(&report, 0)->at.path, ==,
				"arch/x.c");
		g_assert_cmpuint(finding_at(&report, 1)->at.line, ==, 9);
		g_assert_cmpstr(finding_at(&report, 2)->rule, ==,
				"const_cast_write");
		merged = finding_at(&report, 3);
		g_assert_cmpstr(merged->arch, ==, "arm");
		g_assert_cmpstr(merged->message, ==, "as arm has it");
		g_assert_cmpint(merged->severity, ==, SEVERITY_ERROR);
		g_assert_cmpuint(merged->related->len, ==, 1);
		g_assert_cmpstr(
			g_array_index(merged->related, struct related, 0)
				.message,
			==, "a");
		report_release(&report);
	}
}

/* The digits come from sha256sum over the texts, each with its NUL. */
static void test_fingerprint(void)
{
	struct finding second = sample;
	struct finding moved = sample;
	struct report report;

	report_init(&report);
	moved.at.line = moved.at.end_line = 7000;
	moved.expression = "  vma->vm_flags\n\t\t=  VM_IO ";
	second.at.line = second.at.end_line = 8000;
	second.arch = "arm";
	second.message = "other words";
	report_add(&report, &second);
	report_add(&report, &moved);
	report_finish(&report);
	g_assert_cmpstr(finding_at(&report, 0)->fingerprint, ==,
			"35960afc88d1c94290d233500ec5b418");
	g_assert_cmpstr(finding_at(&report, 1)->fingerprint, ==,
			"9afa7a203be20ec45dd9fe1be48d6847");
	report_release(&report);
}

static void test_places_are_clamped(void)
{
	struct finding finding = {
		.rule = "struct_copy",
		.at = { .path = "a.c", .line = 5 },
	};
	struct finding *added;
	struct report report;

	report_init(&report);
	added = report_add(&report, &finding);
	g_assert_cmpuint(added->at.column, ==, 1);
	g_assert_cmpuint(added->at.end_line, ==, 5);
	g_assert_cmpuint(added->at.end_column, ==, 1);
	g_assert_cmpstr(added->message, ==, "");
	g_assert_cmpuint(added->edits->len, ==, 0);
	report_release(&report);
}

static void assert_file(const struct report *report, guint i, const char *path,
			enum file_end end, const char *reason)
{
	const struct file_result *file =
		&g_array_index(report->files, struct file_result, i);

	g_assert_cmpstr(file->path, ==, path);
	g_assert_cmpint(file->end, ==, end);
	g_assert_cmpstr(file->reason, ==, reason);
}

static void test_worst_end_of_a_file(void)
{
	struct report report;

	report_init(&report);
	report_file(&report, "b.c", FILE_SKIPPED, "no word for arm", NULL);
	report_file(&report, "b.c", FILE_ANALYSED, NULL, NULL);
	report_file(&report, "a.c", FILE_ANALYSED_WITH_ERRORS, "x.h", NULL);
	report_file(&report, "a.c", FILE_FAILED, "timeout", "clang a.c");
	report_file(&report, "a.c", FILE_FAILED, "crash", NULL);
	report_file(&report, "a.c", FILE_ANALYSED_WITH_ERRORS, "x.h", "no");
	report_file(&report, "c.c", FILE_ANALYSED_WITH_ERRORS, "x.h", NULL);
	report_file(&report, "c.c", FILE_ANALYSED, NULL, NULL);
	report_finish(&report);
	g_assert_cmpuint(report.files->len, ==, 3);
	assert_file(&report, 0, "a.c", FILE_FAILED, "crash; timeout; x.h");
	g_assert_cmpstr(
		g_array_index(report.files, struct file_result, 0).reproduce,
		==, "clang a.c");
	assert_file(&report, 1, "b.c", FILE_ANALYSED, "");
	assert_file(&report, 2, "c.c", FILE_ANALYSED_WITH_ERRORS, "x.h");
	g_assert_cmpuint(report_count_files(&report, FILE_FAILED), ==, 1);
	report_release(&report);
}

static void assert_unseen(const struct report *report, guint i,
			  const char *path, unsigned int line,
			  const char *reason)
{
	const struct unseen_line *unseen =
		&g_array_index(report->unseen, struct unseen_line, i);

	g_assert_cmpstr(unseen->path, ==, path);
	g_assert_cmpuint(unseen->line, ==, line);
	g_assert_cmpstr(unseen->reason, ==, reason);
}

/* What the architectures say, then what is relevant: the order is free. */
static void say_lines(struct report *report)
{
	static const guint32 lines_of_b[] = { 30, 4, 5 };
	static const guint32 lines_of_a[] = { 8 };

	report_unseen(report, "b.c", 4, "#if 0");
	report_line_seen(report, "b.c", 4);
	report_unseen(report, "b.c", 5, "needs CONFIG_Z");
	report_unseen(report, "b.c", 5, "needs CONFIG_A");
	report_unseen(report, "b.c", 30, NULL);
	report_unseen(report, "b.c", 31, "not relevant");
	report_line_seen(report, "c.h", 1);
	report_lines(report, "b.c", lines_of_b, 3);
	report_lines(report, "a.c", lines_of_a, 1);
}

static void assert_lines(const struct report *report)
{
	g_assert_cmpuint(report->relevant, ==, 4);
	g_assert_cmpuint(report->unseen->len, ==, 3);
	assert_unseen(report, 0, "a.c", 8, "not reached by any analysis");
	assert_unseen(report, 1, "b.c", 5, "needs CONFIG_A");
	assert_unseen(report, 2, "b.c", 30, "not reached by any analysis");
	g_assert_cmpfloat(report_coverage_percent(report), ==, 25.0);
}

static void test_lines(void)
{
	struct report report;

	report_init(&report);
	g_assert_cmpfloat(report_coverage_percent(&report), ==, 100.0);
	say_lines(&report);
	report_finish(&report);
	assert_lines(&report);
	report_release(&report);
}

/* A report with something in every part, and bytes that are no UTF-8. */
static void fill(struct report *report)
{
	struct finding finding = sample;
	struct finding *added;
	struct edit edit = { "mm/a.c", 3, 4, "\xff" };

	finding.message = "caf\xe9\n";
	added = report_add(report, &finding);
	report_add_edit(report, added, &edit);
	add_related(report, added, "here");
	report_file(report, "mm/a.c", FILE_FAILED, "timeout", "clang");
	say_lines(report);
	report->suppressed = 2;
}

static void test_variant_round_trip(void)
{
	g_autoptr(GVariant) value = NULL;
	g_autoptr(GVariant) again = NULL;
	struct report from, into;
	const struct finding *finding;

	report_init(&from);
	report_init(&into);
	fill(&from);
	value = report_to_variant(&from);
	g_assert_true(report_merge_variant(&into, value));
	again = report_to_variant(&into);
	g_assert_true(g_variant_equal(value, again));
	report_release(&from);
	g_assert_true(report_merge_variant(&into, value));
	report_finish(&into);
	g_assert_cmpuint(into.findings->len, ==, 1);
	g_assert_cmpuint(into.merged, ==, 1);
	g_assert_cmpuint(into.suppressed, ==, 4);
	finding = finding_at(&into, 0);
	g_assert_cmpstr(finding->message, ==, "caf\xe9\n");
	g_assert_cmpstr(g_array_index(finding->edits, struct edit, 0).text, ==,
			"\xff");
	assert_file(&into, 0, "mm/a.c", FILE_FAILED, "timeout");
	assert_lines(&into);
	report_release(&into);
}

#define FINDING_TEXT(severity, path, numbers, edit, macro)                  \
	"([(b'direct_write', b'm', b'f', b'x86', b'', b'e', b'', " severity \
	", (b'" path "', " numbers "), [" edit "], [], [" macro             \
	"])], [], [], [], (0, 0, 0))"

/* The text of a report, with one behind that nothing was read; owned. */
static char *with_inputs(const char *text)
{
	return g_strdup_printf("%.*s, (false, [], []))", (int)strlen(text) - 1,
			       text);
}

static void test_hostile_values(void)
{
	static const struct {
		const char *text;
		bool good;
	} values[] = {
		{ FINDING_TEXT("2", "a.c", "1, 1, 1, 1", "", ""), true },
		{ FINDING_TEXT("3", "a.c", "1, 1, 1, 1", "", ""), false },
		{ FINDING_TEXT("2", "", "1, 1, 1, 1", "", ""), false },
		{ FINDING_TEXT("2", "/etc/a.c", "1, 1, 1, 1", "", ""), true },
		{ FINDING_TEXT("2", "mm/../../a.c", "1, 1, 1, 1", "", ""),
		  false },
		{ FINDING_TEXT("2", "mm/a..c", "1, 1, 1, 1", "", ""), true },
		{ FINDING_TEXT("2", "a.c", "0, 1, 1, 1", "", ""), false },
		{ FINDING_TEXT("2", "a.c", "1, 0, 1, 1", "", ""), false },
		{ FINDING_TEXT("2", "a.c", "2, 1, 1, 9", "", ""), false },
		{ FINDING_TEXT("2", "a.c", "2, 5, 2, 4", "", ""), false },
		{ FINDING_TEXT("2", "a.c", "1, 1, 1, 1", "(b'../b', 0, 0, b'')",
			       ""),
		  false },
		{ FINDING_TEXT("2", "a.c", "1, 1, 1, 1", "",
			       "(b'VM_X', b'b.h')"),
		  true },
		{ FINDING_TEXT("2", "a.c", "1, 1, 1, 1", "",
			       "(b'VM_X', b'../b.h')"),
		  false },
		{ "([], [(b'a.c', 3, b'', b'')], [], [], (0, 0, 0))", true },
		{ "([], [(b'a.c', 4, b'', b'')], [], [], (0, 0, 0))", false },
		{ "([], [], [(b'a.c', [1, 0], [], [])], [], (0, 0, 0))",
		  false },
		{ "([], [], [(b'a.c', [1], [0], [])], [], (0, 0, 0))", false },
		{ "([], [], [(b'a.c', [], [], [(0, b'')])], [], (0, 0, 0))",
		  false },
		{ "([], [], [], [(b's', b'a.c', 3, b't', 1)], (0, 0, 0))",
		  true },
		{ "([], [], [], [(b's', b'a.c', 3, b't', 2)], (0, 0, 0))",
		  false },
		{ "([], [], [], [(b's', b'../a', 3, b't', 1)], (0, 0, 0))",
		  false },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(values); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *text = with_inputs(values[i].text);
		g_autoptr(GVariant) value = g_variant_parse(
			G_VARIANT_TYPE(REPORT_TYPE), text, NULL, NULL, &error);
		struct report report;

		g_assert_no_error(error);
		report_init(&report);
		g_assert_cmpint(report_merge_variant(&report, value), ==,
				values[i].good);
		if (!values[i].good) {
			g_assert_cmpuint(report.findings->len, ==, 0);
			g_assert_cmpuint(report.files->len, ==, 0);
		}
		report_release(&report);
	}
}

static void test_other_type(void)
{
	g_autoptr(GVariant) value =
		g_variant_ref_sink(g_variant_new("(us)", 1, "a"));
	struct report report;

	report_init(&report);
	g_assert_false(report_merge_variant(&report, value));
	report_release(&report);
}

/* Damaged bytes may be refused or taken, but never crash. */
static void test_damaged_bytes(void)
{
	g_autoptr(GVariant) value = NULL;
	struct report report;

	report_init(&report);
	fill(&report);
	value = report_to_variant(&report);
	report_release(&report);
	for (int i = 0; i < 3000; i++) {
		gsize size = g_variant_get_size(value);
		guchar *bytes = g_memdup2(g_variant_get_data(value), size);
		g_autoptr(GVariant) damaged = NULL;

		for (int j = 0; j < 3; j++)
			bytes[g_test_rand_int_range(0, (gint32)size)] =
				(guchar)g_test_rand_int();
		if (i % 3 == 0)
			size = (gsize)g_test_rand_int_range(0, (gint32)size);
		damaged = g_variant_ref_sink(g_variant_new_from_data(
			g_variant_get_type(value), bytes, size, FALSE, g_free,
			bytes));
		report_init(&report);
		report_merge_variant(&report, damaged);
		report_finish(&report);
		report_release(&report);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/findings/order_of_arrival", test_order_of_arrival);
	g_test_add_func("/findings/fingerprint", test_fingerprint);
	g_test_add_func("/findings/places_are_clamped",
			test_places_are_clamped);
	g_test_add_func("/findings/worst_end_of_a_file",
			test_worst_end_of_a_file);
	g_test_add_func("/findings/lines", test_lines);
	g_test_add_func("/findings/variant_round_trip",
			test_variant_round_trip);
	g_test_add_func("/findings/hostile_values", test_hostile_values);
	g_test_add_func("/findings/other_type", test_other_type);
	g_test_add_func("/findings/damaged_bytes", test_damaged_bytes);
	return g_test_run();
}
