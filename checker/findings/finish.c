// SPDX-License-Identifier: GPL-2.0-only
/*
 * Turns what arrived in any order into one order: sorts, merges what was seen
 * more than once, and gives each finding its fingerprint.
 */
#include <string.h>

#include "findings/findings.h"
#include "findings/lines.h"

#define FINGERPRINT_DIGITS 32

static int compare_numbers(unsigned int a, unsigned int b)
{
	return (a > b) - (a < b);
}

static int compare_starts(const struct place *a, const struct place *b)
{
	int order = strcmp(a->path, b->path);

	if (!order)
		order = compare_numbers(a->line, b->line);
	if (!order)
		order = compare_numbers(a->column, b->column);
	return order;
}

static int compare_places(const struct place *a, const struct place *b)
{
	int order = compare_starts(a, b);

	if (!order)
		order = compare_numbers(a->end_line, b->end_line);
	if (!order)
		order = compare_numbers(a->end_column, b->end_column);
	return order;
}

/* The longer list comes first; of equally long ones the lesser element. */
static int compare_lists(const GArray *a, const GArray *b,
			 int (*compare)(gconstpointer left,
					gconstpointer right))
{
	const gsize size = g_array_get_element_size((GArray *)a);
	int order = compare_numbers(b->len, a->len);

	for (guint i = 0; !order && i < a->len; i++)
		order = compare(a->data + i * size, b->data + i * size);
	return order;
}

static int compare_related(gconstpointer left, gconstpointer right)
{
	const struct related *a = left, *b = right;
	int order = compare_places(&a->at, &b->at);

	return order ? order : strcmp(a->message, b->message);
}

static int compare_edits(gconstpointer left, gconstpointer right)
{
	const struct edit *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = compare_numbers(a->offset, b->offset);
	if (!order)
		order = compare_numbers(a->length, b->length);
	return order ? order : strcmp(a->text, b->text);
}

static int compare_macros(gconstpointer left, gconstpointer right)
{
	const struct written_macro *a = left, *b = right;
	int order = strcmp(a->name, b->name);

	return order ? order : strcmp(a->path, b->path);
}

static int compare_identity(const struct finding *a, const struct finding *b)
{
	int order = compare_starts(&a->at, &b->at);

	return order ? order : strcmp(a->rule, b->rule);
}

/* Complete: findings that are equal here differ in severity at most. */
static int compare_content(const struct finding *a, const struct finding *b)
{
	int order = strcmp(a->arch, b->arch);

	if (!order)
		order = strcmp(a->message, b->message);
	if (!order)
		order = compare_places(&a->at, &b->at);
#define COMPARE(name) \
	if (!order)   \
		order = strcmp(a->name, b->name);
	FINDING_TEXTS(COMPARE)
#undef COMPARE
	if (!order)
		order = compare_lists(a->macros, b->macros, compare_macros);
	if (!order)
		order = compare_lists(a->edits, b->edits, compare_edits);
	if (!order)
		order = compare_lists(a->related, b->related, compare_related);
	return order;
}

static gint compare_findings(gconstpointer left, gconstpointer right)
{
	const struct finding *a = *(const struct finding *const *)left;
	const struct finding *b = *(const struct finding *const *)right;
	int order = compare_identity(a, b);

	return order ? order : compare_content(a, b);
}

static void absorb(struct finding *kept, struct finding *other)
{
	kept->severity = MAX(kept->severity, other->severity);
	if (!*kept->confirmed_by)
		kept->confirmed_by = other->confirmed_by;
	if (compare_lists(other->related, kept->related, compare_related) < 0) {
		GArray *related = kept->related;

		kept->related = other->related;
		other->related = related;
	}
}

/* Moves the first finding of each group of equal ones to the front. */
static void merge_findings(struct report *report)
{
	GPtrArray *findings = report->findings;
	guint nr_kept = 0;

	for (guint i = 0; i < findings->len; i++) {
		struct finding *finding = g_ptr_array_index(findings, i);
		struct finding *last =
			nr_kept ? g_ptr_array_index(findings, nr_kept - 1) :
				  NULL;

		if (last && !compare_identity(last, finding)) {
			absorb(last, finding);
			continue;
		}
		findings->pdata[i] = findings->pdata[nr_kept];
		findings->pdata[nr_kept++] = finding;
	}
	report->merged += findings->len - nr_kept;
	g_ptr_array_set_size(findings, (gint)nr_kept);
}

static char *fold_blanks(const char *text)
{
	GString *folded = g_string_new(NULL);

	for (; *text; text++) {
		if (!g_ascii_isspace(*text))
			g_string_append_c(folded, *text);
		else if (folded->len && folded->str[folded->len - 1] != ' ')
			g_string_append_c(folded, ' ');
	}
	return g_strchomp(g_string_free(folded, FALSE));
}

/* With its NUL, so that "a" "bc" and "ab" "c" differ. */
static void checksum_text(GChecksum *checksum, const char *text)
{
	g_checksum_update(checksum, (const guchar *)text,
			  (gssize)strlen(text) + 1);
}

static void set_fingerprint(struct report *report, struct finding *finding,
			    GHashTable *ordinals)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GChecksum) twin_checksum = NULL;
	g_autofree char *expression = fold_blanks(finding->expression);
	g_autofree char *digits = NULL;
	g_autofree char *ordinal_text = NULL;
	const char *twins;
	guint ordinal;

	checksum_text(checksum, finding->rule);
	checksum_text(checksum, report_path(report, finding->at.path));
	checksum_text(checksum, finding->function);
	checksum_text(checksum, expression);
	twin_checksum = g_checksum_copy(checksum);
	twins = g_checksum_get_string(twin_checksum);
	ordinal = GPOINTER_TO_UINT(g_hash_table_lookup(ordinals, twins)) + 1;
	g_hash_table_insert(ordinals, g_strdup(twins),
			    GUINT_TO_POINTER(ordinal));
	ordinal_text = g_strdup_printf("%u", ordinal);
	checksum_text(checksum, ordinal_text);
	digits = g_strndup(g_checksum_get_string(checksum), FINGERPRINT_DIGITS);
	finding->fingerprint = report_string(report, digits);
}

static void finish_findings(struct report *report)
{
	g_autoptr(GHashTable) ordinals =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	g_ptr_array_sort(report->findings, compare_findings);
	merge_findings(report);
	for (guint i = 0; i < report->findings->len; i++)
		set_fingerprint(report, g_ptr_array_index(report->findings, i),
				ordinals);
}

static int file_end_rank(enum file_end end)
{
	static const int ranks[NR_FILE_ENDS] = {
		[FILE_SKIPPED] = 0,
		[FILE_ANALYSED] = 1,
		[FILE_ANALYSED_WITH_ERRORS] = 2,
		[FILE_FAILED] = 3,
	};

	return ranks[end];
}

/* By path; the worst end of a path first, and of these the first command. */
static gint compare_files(gconstpointer left, gconstpointer right)
{
	const struct file_result *a = left;
	const struct file_result *b = right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = file_end_rank(b->end) - file_end_rank(a->end);
	if (!order)
		order = !*a->reproduce - !*b->reproduce;
	if (!order)
		order = strcmp(a->reproduce, b->reproduce);
	return order;
}

static gint compare_texts(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static const char *join_reasons(struct report *report,
				const struct file_result *files, guint nr_files)
{
	g_autoptr(GPtrArray) reasons = g_ptr_array_new();
	g_autoptr(GString) joined = g_string_new(NULL);
	const char *last = "";

	for (guint i = 0; i < nr_files; i++)
		g_ptr_array_add(reasons, (gpointer)files[i].reason);
	g_ptr_array_sort(reasons, compare_texts);
	for (guint i = 0; i < reasons->len; i++) {
		const char *reason = g_ptr_array_index(reasons, i);

		if (strcmp(reason, last) != 0)
			g_string_append_printf(joined, "%s%s",
					       joined->len ? "; " : "", reason);
		last = reason;
	}
	return report_string(report, joined->str);
}

static guint same_path(const struct file_result *files, guint nr_files)
{
	guint same = 1;

	while (same < nr_files && !strcmp(files[same].path, files->path))
		same++;
	return same;
}

static void finish_files(struct report *report)
{
	struct file_result *files = (struct file_result *)report->files->data;
	guint nr_files = report->files->len;
	guint nr_kept = 0;

	g_array_sort(report->files, compare_files);
	for (guint i = 0, same; i < nr_files; i += same) {
		struct file_result result = files[i];

		same = same_path(&files[i], nr_files - i);
		result.reason = result.end == FILE_ANALYSED ?
					"" :
					join_reasons(report, &files[i], same);
		files[nr_kept++] = result;
	}
	g_array_set_size(report->files, nr_kept);
}

static gint compare_problems(gconstpointer left, gconstpointer right)
{
	const struct report_problem *a = left, *b = right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	return order ? order : strcmp(a->text, b->text);
}

void report_finish(struct report *report)
{
	finish_findings(report);
	finish_files(report);
	g_array_sort(report->problems, compare_problems);
	lines_finish(report);
}
