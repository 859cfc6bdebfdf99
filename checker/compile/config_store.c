// SPDX-License-Identifier: GPL-2.0-only
/*
 * A configuration as a GVariant: what was asked, the files read with size and
 * time of change, and the values. One process reads what another one of the
 * same machine wrote; anything else fails the check of its form.
 */
#include "config_store.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/text_file.h"
#include "kconfig/kconfig.h"

#define STORE_TYPE  "(aya(aytx)a(ayayu)ay)"
#define STORE_NAME  "configuration"
#define NANOSECONDS 1000000000

/*
 * All that a configuration depends on beside files; the version of what is
 * generated is in the name of the folder.
 */
static char *describe(const struct kconfig_request *request)
{
	GString *text = g_string_new(request->root);

	g_string_append_printf(text, "\n%s %s %d", request->srcarch,
			       request->arch, (int)request->goal);
	for (size_t i = 0; i < request->nr_pins; i++)
		g_string_append_printf(text, "\n%s=%s", request->pins[i].name,
				       request->pins[i].value);
	return g_string_free(text, FALSE);
}

/* Size and time of a file; what is not there has a size of its own. */
static void measure(const char *path, guint64 *ret_size, gint64 *ret_time)
{
	struct stat status;

	*ret_size = G_MAXUINT64;
	*ret_time = 0;
	if (stat(path, &status) < 0)
		return;
	*ret_size = (guint64)status.st_size;
	*ret_time = (gint64)status.st_mtim.tv_sec * NANOSECONDS +
		    status.st_mtim.tv_nsec;
}

static bool is_same(const char *path, guint64 size, gint64 time)
{
	guint64 size_now;
	gint64 time_now;

	measure(path, &size_now, &time_now);
	return size == size_now && time == time_now;
}

static bool is_current(GVariant *store, const struct kconfig_request *request)
{
	g_autofree char *wanted = describe(request);
	g_autoptr(GVariant) asked = g_variant_get_child_value(store, 0);
	g_autoptr(GVariant) files = g_variant_get_child_value(store, 1);
	GVariantIter iter;
	const char *path;
	guint64 size;
	gint64 time;

	if (!g_str_equal(g_variant_get_bytestring(asked), wanted))
		return false;
	g_variant_iter_init(&iter, files);
	while (g_variant_iter_next(&iter, "(^&aytx)", &path, &size, &time)) {
		if (!is_same(path, size, time))
			return false;
	}
	return true;
}

static void take_files(GVariant *store, GPtrArray *paths)
{
	g_autoptr(GVariant) files = g_variant_get_child_value(store, 1);
	GVariantIter iter;
	char *path;

	g_variant_iter_init(&iter, files);
	while (g_variant_iter_next(&iter, "(^aytx)", &path, NULL, NULL))
		g_ptr_array_add(paths, path);
}

static void take_values(GVariant *store, struct kconfig *config)
{
	g_autoptr(GVariant) values = g_variant_get_child_value(store, 2);
	const char *name, *value;
	GVariantIter iter;
	guint32 type;

	kconfig_init(config);
	take_files(store, config->files);
	g_variant_get_child(store, 3, "^ay", &config->title);
	g_variant_iter_init(&iter, values);
	while (g_variant_iter_next(&iter, "(^&ay^&ayu)", &name, &value,
				   &type)) {
		g_hash_table_insert(config->values, g_strdup(name),
				    g_strdup(value));
		g_hash_table_insert(config->types, g_strdup(name),
				    GUINT_TO_POINTER(type));
	}
}

static GVariant *read_store(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, STORE_NAME, NULL);
	g_autofree char *reason = NULL;
	g_autoptr(GVariant) store = NULL;
	gsize length = 0;
	char *bytes = text_file_read(path, &length, &reason);

	if (!bytes)
		return NULL;
	store = g_variant_ref_sink(
		g_variant_new_from_data(G_VARIANT_TYPE(STORE_TYPE), bytes,
					length, FALSE, g_free, bytes));
	return g_variant_is_normal_form(store) ? g_steal_pointer(&store) : NULL;
}

bool config_store_load(const char *folder,
		       const struct kconfig_request *request,
		       struct kconfig *ret_config)
{
	g_autoptr(GVariant) store = read_store(folder);

	if (!store || !is_current(store, request))
		return false;
	take_values(store, ret_config);
	return true;
}

bool config_store_files(const char *folder, GPtrArray *paths)
{
	g_autoptr(GVariant) store = read_store(folder);

	if (store)
		take_files(store, paths);
	return store != NULL;
}

static GVariant *pack_files(const struct kconfig *config)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a(aytx)"));
	for (guint i = 0; i < config->files->len; i++) {
		const char *path = g_ptr_array_index(config->files, i);
		guint64 size;
		gint64 time;

		measure(path, &size, &time);
		g_variant_builder_add(&list, "(^aytx)", path, size, time);
	}
	return g_variant_builder_end(&list);
}

static GVariant *pack_values(const struct kconfig *config)
{
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer name, value;

	g_variant_builder_init(&list, G_VARIANT_TYPE("a(ayayu)"));
	g_hash_table_iter_init(&iter, config->values);
	while (g_hash_table_iter_next(&iter, &name, &value)) {
		gpointer type = g_hash_table_lookup(config->types, name);

		g_variant_builder_add(&list, "(^ay^ayu)", name, value,
				      GPOINTER_TO_UINT(type));
	}
	return g_variant_builder_end(&list);
}

void config_store_save(const char *folder,
		       const struct kconfig_request *request,
		       const struct kconfig *config)
{
	g_autofree char *path = g_build_filename(folder, STORE_NAME, NULL);
	g_autofree char *asked = describe(request);
	g_autoptr(GVariant) store = g_variant_ref_sink(g_variant_new(
		"(^ay@a(aytx)@a(ayayu)^ay)", asked, pack_files(config),
		pack_values(config), config->title ? config->title : ""));

	if (g_mkdir_with_parents(folder, 0755) == 0)
		g_file_set_contents(path, g_variant_get_data(store),
				    (gssize)g_variant_get_size(store), NULL);
}
