// SPDX-License-Identifier: GPL-2.0-only
/*
 * A configuration as a GVariant: what was asked, the files read with their
 * stamps, and the values. One process reads what another one of the
 * same machine wrote; anything else fails the check of its form.
 */
#include "config_store.h"

#include <glib.h>

#include "arguments/kconfig/kconfig.h"
#include "base/beneath.h"
#include "keep/notices.h"
#include "keep/stamps.h"
#include "keep/variant_file.h"

#define STORE_TYPE "(ay" STAMPS_TYPE "a(ayayu)ay" NOTICES_TYPE ")"
#define STORE_NAME "configuration"

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

static bool is_current(GVariant *store, const struct kconfig_request *request,
		       GHashTable *looked)
{
	g_autofree char *wanted = describe(request);
	g_autoptr(GVariant) asked = g_variant_get_child_value(store, 0);
	g_autoptr(GVariant) files = g_variant_get_child_value(store, 1);

	return g_str_equal(g_variant_get_bytestring(asked), wanted) &&
	       stamps_are_current(files, looked);
}

static GPtrArray *files_of(GVariant *store)
{
	g_autoptr(GVariant) files = g_variant_get_child_value(store, 1);

	return stamps_paths(files);
}

static void take_values(GVariant *store, struct kconfig *config)
{
	g_autoptr(GVariant) values = g_variant_get_child_value(store, 2);
	const char *name, *value;
	GVariantIter iter;
	guint32 type;

	kconfig_init(config);
	g_ptr_array_unref(config->files);
	config->files = files_of(store);
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

	return variant_file_read(path, STORE_TYPE);
}

bool config_store_load(struct session *session, const char *folder,
		       const struct kconfig_request *request,
		       GHashTable *looked, struct kconfig *ret_config)
{
	g_autoptr(GVariant) store = read_store(folder);
	g_autoptr(GVariant) notices = NULL;

	if (!store || !is_current(store, request, looked))
		return false;
	take_values(store, ret_config);
	notices = g_variant_get_child_value(store, 4);
	notices_tell(notices, session);
	return true;
}

GPtrArray *config_store_files(const char *folder)
{
	g_autoptr(GVariant) store = read_store(folder);

	return store ? files_of(store) : NULL;
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
		       const struct kconfig *config, gint64 since_ns,
		       GVariant *notices)
{
	g_autoptr(GVariant) told = g_variant_ref_sink(notices);
	g_autofree char *path = g_build_filename(folder, STORE_NAME, NULL);
	g_autofree char *asked = describe(request);
	g_autoptr(GVariant) store = NULL;
	GVariant *files = stamps_pack((const char *const *)config->files->pdata,
				      config->files->len, since_ns);

	if (!files)
		return;
	store = g_variant_ref_sink(g_variant_new(
		"(^ay@" STAMPS_TYPE "@a(ayayu)^ay@" NOTICES_TYPE ")", asked,
		files, pack_values(config), config->title ? config->title : "",
		told));
	if (beneath_make(folder))
		variant_file_write(path, store);
}
