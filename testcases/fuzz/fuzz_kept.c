// SPDX-License-Identifier: GPL-2.0-only
/* What is kept between runs, of which any byte may be another. */
#include "fuzz.h"

#include "findings/findings.h"
#include "findings/variant.h"
#include "keep/stamp_table.h"
#include "keep/stamps.h"

static GVariant *value_of(const guint8 *data, gsize size, const char *type)
{
	g_autoptr(GBytes) bytes = g_bytes_new(data, size);

	return g_variant_ref_sink(
		g_variant_new_from_bytes(G_VARIANT_TYPE(type), bytes, FALSE));
}

static void check_findings(const struct report *report)
{
	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		g_assert(finding->at.line > 0 && finding->message);
	}
}

static void read_report(const guint8 *data, gsize size)
{
	g_autoptr(GVariant) value = value_of(data, size, REPORT_TYPE);
	struct report report;

	report_init(&report);
	if (report_merge_variant(&report, value)) {
		check_findings(&report);
		report_finish(&report);
	} else {
		g_assert(report.findings->len == 0);
	}
	report_release(&report);
}

static void read_table(const guint8 *data, gsize size)
{
	g_autoptr(GVariant) value = value_of(data, size, STAMP_TABLE_TYPE);
	struct stamp_table table;

	if (!stamp_table_open(value, &table))
		return;
	for (gsize i = 0; i < table.nr; i++)
		g_assert(stamp_table_path(&table, i));
}

static void read_stamps(const guint8 *data, gsize size)
{
	g_autoptr(GVariant) value = value_of(data, size, STAMPS_TYPE);
	g_autoptr(GPtrArray) paths = stamps_paths(value);

	g_assert(paths);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	read_report(data, size);
	read_table(data, size);
	read_stamps(data, size);
	return 0;
}
