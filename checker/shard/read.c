// SPDX-License-Identifier: GPL-2.0-only
/* Reads reports of shards, which may be anything, and says if they fit. */
#include <jansson.h>
#include <string.h>

#include "base/session.h"
#include "findings/findings.h"
#include "options/options.h"
#include "shard/json.h"
#include "shard/layout.h"
#include "shard/packing.h"
#include "shard/shard.h"
#include "stored/stored.h"

static void refuse(struct session *session, const char *path,
		   const char *format, ...) G_GNUC_PRINTF(3, 4);

static void refuse(struct session *session, const char *path,
		   const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	session_problem(session, "merge", path, 0, "%s", text);
}

/* A text in an object in an object, borrowed; NULL if there is none. */
static const char *text_at(const json_t *root, const char *outer,
			   const char *inner)
{
	return json_string_value(
		json_object_get(json_object_get(root, outer), inner));
}

static double seconds_of(const json_t *root)
{
	return json_number_value(
		json_object_get(json_object_get(root, "summary"), "seconds"));
}

static char *shard_type(void)
{
	g_autofree char *report = report_portable_type();

	return g_strconcat(
		"(uu" SHARD_TREE_TYPE OPTIONS_TYPE SHARD_BASELINE_TYPE
		"aay" SHARD_FILES_TYPE COMMENTS_TYPE SHARD_PROBLEMS_TYPE,
		report, ")", NULL);
}

static GVariant *unpack(struct session *session, const char *path,
			const json_t *root)
{
	const json_t *node = json_object_get(root, "shard");
	g_autofree char *fault = NULL;
	g_autofree char *type = shard_type();
	GVariant *value;

	if (!node) {
		refuse(session, path,
		       "is the report of a whole run; merge takes those of "
		       "'vmalint check --shard K/N --format json'");
		return NULL;
	}
	value = variant_from_json(node, type, &shard_names, &fault);
	if (value)
		return g_variant_ref_sink(value);
	refuse(session, path, "shard%s%s", *fault == ':' ? "" : ".", fault);
	return NULL;
}

static bool has_numbers(struct session *session, struct shard *shard)
{
	g_variant_get_child(shard->packed, SHARD_INDEX, "u", &shard->index);
	g_variant_get_child(shard->packed, SHARD_COUNT, "u", &shard->count);
	if (shard->index >= 1 && shard->index <= shard->count &&
	    shard->count <= SHARDS_LIMIT)
		return true;
	refuse(session, shard->path, "there is no shard %u/%u", shard->index,
	       shard->count);
	return false;
}

struct shard *shard_read(struct session *session, const char *path)
{
	json_auto_t *root = stored_open(session, "merge", path);
	const char *version = text_at(root, "tool", "version");
	const char *libclang = text_at(root, "tool", "libclang");
	GVariant *packed = root ? unpack(session, path, root) : NULL;
	struct shard *shard;

	if (!packed)
		return NULL;
	shard = g_new0(struct shard, 1);
	shard->path = path;
	shard->packed = packed;
	shard->version = g_strdup(version ? version : "");
	shard->libclang = g_strdup(libclang ? libclang : "");
	shard->seconds = seconds_of(root);
	if (has_numbers(session, shard))
		return shard;
	shard_free(shard);
	return NULL;
}

void shard_free(struct shard *shard)
{
	if (!shard)
		return;
	g_variant_unref(shard->packed);
	g_free(shard->version);
	g_free(shard->libclang);
	g_free(shard);
}

static gint compare_shards(gconstpointer left, gconstpointer right)
{
	const struct shard *a = *(const struct shard *const *)left;
	const struct shard *b = *(const struct shard *const *)right;

	return (a->index > b->index) - (a->index < b->index);
}

/* The first option of which two shards were told different things, or NULL. */
static const char *other_option(const struct shard *a, const struct shard *b)
{
	g_autoptr(GVariant) left =
		g_variant_get_child_value(a->packed, SHARD_OPTIONS);
	g_autoptr(GVariant) right =
		g_variant_get_child_value(b->packed, SHARD_OPTIONS);
	const char *other = NULL;

	for (gsize i = 0; i < g_variant_n_children(left) && !other; i++) {
		g_autoptr(GVariant) one = g_variant_get_child_value(left, i);
		g_autoptr(GVariant) two = g_variant_get_child_value(right, i);

		/* What is in the file counts, not where it is. */
		if (strcmp(options_names.names[i], "settings") != 0 &&
		    !g_variant_equal(one, two))
			other = options_names.names[i];
	}
	return other;
}

static bool has_other_baseline(const struct shard *a, const struct shard *b)
{
	const char *path;

	return g_strcmp0(shard_baseline(a, &path), shard_baseline(b, &path));
}

/* Two shards of one run; false with a problem recorded if they are not. */
static bool fits(struct session *session, const struct shard *first,
		 const struct shard *shard)
{
	const char *other = other_option(first, shard);

	if (strcmp(shard->libclang, first->libclang) != 0)
		refuse(session, shard->path,
		       "was made with libclang %s, %s with %s", shard->libclang,
		       first->path, first->libclang);
	else if (shard->count != first->count)
		refuse(session, shard->path, "is one of %u shards, %s of %u",
		       shard->count, first->path, first->count);
	else if (shard->index == first->index)
		refuse(session, shard->path, "is shard %u/%u, as %s is",
		       shard->index, shard->count, first->path);
	else if (other)
		refuse(session, shard->path,
		       "was run with another choice of '%s' than %s", other,
		       first->path);
	else if (has_other_baseline(first, shard))
		refuse(session, shard->path,
		       "was run with another baseline than %s", first->path);
	else if (strcmp(shard_tree(shard).digest, shard_tree(first).digest) !=
		 0)
		refuse(session, shard->path,
		       "is of another tree than %s, or of another state or "
		       "other folders of it",
		       first->path);
	else
		return true;
	return false;
}

static bool is_ours(struct session *session, const struct shard *shard,
		    const char *version)
{
	if (strcmp(shard->version, version) == 0)
		return true;
	refuse(session, shard->path, "was written by vmalint %s, this is %s",
	       *shard->version ? shard->version : "of no version", version);
	return false;
}

/* To be called when all fit, and none is there twice. */
static bool are_all(struct session *session, const GPtrArray *shards)
{
	const struct shard *first = g_ptr_array_index(shards, 0);
	g_autoptr(GString) missing = g_string_new(NULL);
	guint next = 0;

	for (guint i = 1; i <= first->count; i++) {
		const struct shard *shard =
			next < shards->len ? g_ptr_array_index(shards, next) :
					     NULL;

		if (shard && shard->index == i)
			next++;
		else
			g_string_append_printf(missing, "%s%u/%u",
					       missing->len ? ", " : "", i,
					       first->count);
	}
	if (missing->len > 0)
		refuse(session, NULL, "of the shards %s %s missing",
		       missing->str, strchr(missing->str, ',') ? "are" : "is");
	return missing->len == 0;
}

bool shards_fit(struct session *session, GPtrArray *shards, const char *version)
{
	bool do_fit = true;

	for (guint i = 0; i < shards->len; i++)
		do_fit &=
			is_ours(session, g_ptr_array_index(shards, i), version);
	for (guint i = 1; i < shards->len && do_fit; i++)
		do_fit &= fits(session, g_ptr_array_index(shards, 0),
			       g_ptr_array_index(shards, i));
	g_ptr_array_sort(shards, compare_shards);
	for (guint i = 1; i < shards->len && do_fit; i++)
		do_fit &= fits(session, g_ptr_array_index(shards, i - 1),
			       g_ptr_array_index(shards, i));
	return do_fit && are_all(session, shards);
}
