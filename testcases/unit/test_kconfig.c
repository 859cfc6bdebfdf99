// SPDX-License-Identifier: GPL-2.0-only
/* Kconfig: small trees, one for each rule of the language. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "arguments/kconfig/kconfig.h"
#include "base/session.h"

struct fixture {
	struct session session;
	struct kconfig config;
	char *root;
	GPtrArray *files; /* to be removed, folders last */
};

static void set_up(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	session_init(&fixture->session);
	kconfig_init(&fixture->config);
	fixture->root = g_dir_make_tmp("kconfig-XXXXXX", NULL);
	fixture->files = g_ptr_array_new_with_free_func(g_free);
	g_assert_nonnull(fixture->root);
}

static void tear_down(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	for (guint i = 0; i < fixture->files->len; i++) {
		g_autofree char *path =
			g_strdup(g_ptr_array_index(fixture->files, i));

		g_remove(path);
		for (char *slash = strrchr(path, '/');
		     slash && strcmp(path, fixture->root) != 0;
		     slash = strrchr(path, '/')) {
			*slash = '\0';
			g_rmdir(path);
		}
	}
	g_rmdir(fixture->root);
	g_ptr_array_free(fixture->files, TRUE);
	g_free(fixture->root);
	kconfig_release(&fixture->config);
	session_release(&fixture->session);
}

static void write_file(struct fixture *fixture, const char *name,
		       const char *text)
{
	char *path = g_build_filename(fixture->root, name, NULL);
	g_autofree char *folder = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	g_ptr_array_add(fixture->files, path);
}

static void evaluate_with(struct fixture *fixture, enum kconfig_goal goal,
			  const struct kconfig_pin *pins, size_t nr_pins)
{
	struct kconfig_request request = {
		.root = fixture->root,
		.srcarch = "x86",
		.arch = "x86_64",
		.goal = goal,
		.pins = pins,
		.nr_pins = nr_pins,
	};

	kconfig_release(&fixture->config);
	g_assert_true(kconfig_evaluate(&fixture->session, &request,
				       &fixture->config));
	g_assert_false(session_is_incomplete(&fixture->session));
}

static void evaluate(struct fixture *fixture, const char *text,
		     enum kconfig_goal goal)
{
	write_file(fixture, "Kconfig", text);
	evaluate_with(fixture, goal, NULL, 0);
}

static void assert_value(const struct fixture *fixture, const char *name,
			 const char *value)
{
	const char *found = kconfig_value(&fixture->config, name);

	if (strcmp(found, value) != 0)
		g_test_message("CONFIG_%s", name);
	g_assert_cmpstr(found, ==, value);
}

static void assert_notices(const struct fixture *fixture, guint nr_notices)
{
	const GArray *problems = fixture->session.problems;

	for (guint i = nr_notices; i < problems->len; i++)
		g_test_message("%s",
			       g_array_index(problems, struct problem, i).text);
	g_assert_cmpuint(problems->len, ==, nr_notices);
}

static void test_defaults(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	evaluate(fixture,
		 "config A\n\tdef_bool y\n"
		 "config B\n\tbool \"b\"\n\tdefault y if A\n"
		 "config C\n\tbool\n\tdefault n if A\n\tdefault y\n"
		 "config D\n\tint \"d\"\n\tdefault 12\n\trange 20 30\n"
		 "config E\n\thex\n\tdefault 0x10\n"
		 "config F\n\tstring\n\tdefault \"a \\\"b\\\"\"\n"
		 "config G\n\tbool \"g\"\n"
		 "config H\n\tstring \"h\"\n"
		 "config I\n\tint\n\tdefault D\n"
		 "config J\n\tint\n\tdepends on G\n\tdefault 1\n",
		 KCONFIG_DEFAULTS);
	assert_notices(fixture, 0);
	assert_value(fixture, "A", "y");
	assert_value(fixture, "B", "y");
	assert_value(fixture, "C", "n");
	assert_value(fixture, "D", "20");
	assert_value(fixture, "E", "0x10");
	assert_value(fixture, "F", "a \"b\"");
	assert_value(fixture, "G", "n");
	assert_value(fixture, "H", "");
	assert_value(fixture, "I", "20");
	g_assert_false(g_hash_table_contains(fixture->config.values, "J"));
}

static void test_expressions(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	evaluate(fixture,
		 "config Y\n\tdef_bool y\n"
		 "config V\n\tint\n\tdefault 190107\n"
		 "config A\n\tdef_bool !(Y && NONE) && \\\n\t\tV >= 190000\n"
		 "config B\n\tdef_bool V < 9 || Y = n\n"
		 "config C\n\tdef_bool \"x86\" = \"x86\" && Y != m\n"
		 "config D\n\tdef_bool !Y = y\n"
		 "config E\n\tdef_bool NONE = n\n"
		 "config F\n\tdef_bool 0x10 = 16\n"
		 "config G\n\tdef_bool NONE || Y && NONE\n",
		 KCONFIG_DEFAULTS);
	assert_notices(fixture, 0);
	assert_value(fixture, "A", "y");
	assert_value(fixture, "B", "n");
	assert_value(fixture, "C", "y");
	assert_value(fixture, "D", "n");
	assert_value(fixture, "E", "n");
	assert_value(fixture, "F", "y");
	assert_value(fixture, "G", "n");
}

static const char select_text[] =
	"config MODULES\n\tbool \"modules\"\n\tmodules\n\tdefault y\n"
	"config A\n\ttristate \"a\"\n\tselect B\n\tselect N if NONE\n"
	"\timply I\n\timply K\n"
	"config B\n\ttristate\n"
	"config I\n\ttristate \"i\"\n"
	"config K\n\ttristate \"k\"\n\tdepends on NONE\n"
	"config N\n\ttristate\n"
	"config M\n\ttristate \"m\"\n\tdepends on m\n"
	"config L\n\tbool\n\tdefault B\n";

static void test_select(struct fixture *fixture, gconstpointer data)
{
	static const struct kconfig_pin pin = { "A", "m" };
	static const struct kconfig_pin no_modules = { "MODULES", "n" };

	(void)data;
	write_file(fixture, "Kconfig", select_text);
	evaluate_with(fixture, KCONFIG_DEFAULTS, &pin, 1);
	assert_value(fixture, "A", "m");
	assert_value(fixture, "B", "m");
	assert_value(fixture, "I", "m");
	assert_value(fixture, "K", "n");
	assert_value(fixture, "N", "n");
	assert_value(fixture, "L", "y");
	evaluate_with(fixture, KCONFIG_ALL_MODULES, NULL, 0);
	assert_value(fixture, "A", "m");
	assert_value(fixture, "MODULES", "y");
	evaluate_with(fixture, KCONFIG_ALL_YES, NULL, 0);
	assert_value(fixture, "A", "y");
	assert_value(fixture, "M", "m");
	evaluate_with(fixture, KCONFIG_ALL_YES, &no_modules, 1);
	assert_value(fixture, "B", "y");
	assert_value(fixture, "M", "n");
	assert_notices(fixture, 0);
}

static void test_blocks(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	evaluate(fixture,
		 "mainmenu \"Test Kernel Configuration\"\n"
		 "menu \"one\"\n\tdepends on NONE\n"
		 "config A\n\tbool \"a\"\nendmenu\n"
		 "menu \"two\"\n\tvisible if NONE\n"
		 "config B\n\tbool \"b\"\n"
		 "config C\n\tbool \"c\"\n\tdefault y\nendmenu\n"
		 "if NONE\nconfig D\n\tdef_bool y\nendif\n"
		 "comment \"text\"\n\tdepends on A\n"
		 "config E\n\tbool \"e\"\n\thelp\n\t  config X\n\n\t  int\n"
		 "config F\n\tbool \"f\"\n\tdepends on E if NONE\n",
		 KCONFIG_ALL_YES);
	assert_notices(fixture, 0);
	assert_value(fixture, "A", "n");
	assert_value(fixture, "B", "n");
	assert_value(fixture, "C", "y");
	assert_value(fixture, "D", "n");
	assert_value(fixture, "E", "y");
	assert_value(fixture, "F", "y");
	g_assert_cmpstr(fixture->config.title, ==, "Test Kernel Configuration");
}

static const char choice_text[] = "choice\n\tprompt \"c\"\n\tdefault B\n"
				  "config A\n\tbool \"a\"\n"
				  "config B\n\tbool \"b\"\n"
				  "if y\n"
				  "config C\n\tbool \"c\"\n"
				  "endif\n"
				  "endchoice\n";

/* Both ways in which kernels treat choices. */
static void test_choice(struct fixture *fixture, gconstpointer is_old)
{
	static const struct kconfig_pin choose = { "C", "y" };
	static const struct kconfig_pin refuse = { "B", "n" };

	if (is_old)
		write_file(fixture, "scripts/kconfig/lexer.l",
			   "\"optional\" return T_OPTIONAL;\n");
	write_file(fixture, "Kconfig", choice_text);
	evaluate_with(fixture, KCONFIG_ALL_YES, NULL, 0);
	assert_value(fixture, "A", "n");
	assert_value(fixture, "B", "y");
	evaluate_with(fixture, KCONFIG_ALL_YES, &choose, 1);
	assert_value(fixture, "B", "n");
	assert_value(fixture, "C", "y");
	evaluate_with(fixture, KCONFIG_DEFAULTS, &refuse, 1);
	assert_value(fixture, "A", is_old ? "n" : "y");
	assert_value(fixture, "B", is_old ? "y" : "n");
	assert_notices(fixture, 0);
}

static void test_optional_choice(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	write_file(fixture, "scripts/kconfig/lexer.l", "\"optional\"\n");
	evaluate(fixture,
		 "choice NAMED\n\tbool \"c\"\n\toptional\n"
		 "config A\n\tbool \"a\"\nconfig B\n\tbool \"b\"\nendchoice\n",
		 KCONFIG_DEFAULTS);
	assert_value(fixture, "A", "n");
	evaluate_with(fixture, KCONFIG_ALL_YES, NULL, 0);
	assert_value(fixture, "A", "y");
	assert_notices(fixture, 0);
}

static void test_pins(struct fixture *fixture, gconstpointer data)
{
	static const struct kconfig_pin pins[] = {
		{ "SHOWN", "y" },   { "HIDDEN", "y" },	{ "GUARDED", "y" },
		{ "NUMBER", "99" }, { "TEXT", "a\"b" }, { "UNKNOWN", "y" },
		{ "WRONG", "x" },
	};

	(void)data;
	write_file(fixture, "Kconfig",
		   "config SHOWN\n\tbool \"s\"\nconfig HIDDEN\n\tbool\n"
		   "config GUARDED\n\tbool \"g\"\n\tdepends on HIDDEN\n"
		   "config NUMBER\n\tint \"n\"\n\trange 1 50\n"
		   "config TEXT\n\tstring \"t\"\n"
		   "config WRONG\n\tbool \"w\"\n");
	evaluate_with(fixture, KCONFIG_DEFAULTS, pins, G_N_ELEMENTS(pins));
	assert_value(fixture, "SHOWN", "y");
	assert_value(fixture, "HIDDEN", "n");
	assert_value(fixture, "GUARDED", "n");
	assert_value(fixture, "NUMBER", "50");
	assert_value(fixture, "TEXT", "a\"b");
	assert_notices(fixture, 1);
}

static void test_macros(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	write_file(fixture, "Makefile",
		   "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 3\n"
		   "EXTRAVERSION = -rc1\n");
	evaluate(
		fixture,
		"empty :=\nspace := $(empty) $(empty)\n"
		"late = $(early)\nearly := one\nearly += two\n"
		"pair = $(2)$(space)$(1)\n"
		"$(error-if,n,never)\n$(info,nothing)\n"
		"config A\n\tstring\n\tdefault \"$(late)\"\n"
		"config B\n\tstring\n\tdefault \"$(pair,x,y)\"\n"
		"config C\n\tdef_bool $(cc-option,-Wall)\n"
		"config D\n\tdef_bool $(success,test $(cc-version) -ge 180000)\n"
		"config E\n\tdef_bool $(failure,true)\n"
		"config F\n\tstring\n\tdefault \"$(ARCH)/$(SRCARCH)\"\n"
		"config G\n\tstring\n\tdefault \"$(KERNELVERSION)\"\n"
		"config H\n\tstring\n\tdefault \"$(filename):$(lineno)\"\n"
		"config I\n\tdef_bool $(success,test \"$(cc-name)\" = GCC)\n"
		"config J\n\tint\n\tdefault $(cc-version)\n"
		"config K\n\tstring\n\tdefault \"$(if-success,x,yes,no)$\"\n"
		"config L\n\tstring\n\tdefault \"$(shell,reboot)\"\n",
		KCONFIG_DEFAULTS);
	assert_notices(fixture, 0);
	assert_value(fixture, "A", "one two");
	assert_value(fixture, "B", "y x");
	assert_value(fixture, "C", "y");
	assert_value(fixture, "D", "y");
	assert_value(fixture, "E", "n");
	assert_value(fixture, "F", "x86_64/x86");
	assert_value(fixture, "G", "6.12.3-rc1");
	assert_value(fixture, "H", "Kconfig:29");
	assert_value(fixture, "I", "n");
	assert_value(fixture, "J", "190107");
	assert_value(fixture, "K", "yes$");
	assert_value(fixture, "L", "");
}

/* What a shell would print: sums are done, the rest is not known. */
static void test_shell(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	evaluate(fixture,
		 "major = $(shell,expr $(cc-version) / $(1))\n"
		 "config MAJOR\n\tint\n\tdefault $(major,10000)\n"
		 "config SAME\n\tbool\n"
		 "\tdefault y if MAJOR = $(shell,expr $(cc-version) / 10000)\n"
		 "config LESS\n\tdef_bool MAJOR < $(shell,expr 4 \\* 5)\n"
		 "config ECHO\n\tstring\n\tdefault \"$(shell,echo a  b)\"\n"
		 "config BLIND\n\tbool\n"
		 "\tdefault y if MAJOR = $(shell,uname -r)\n"
		 "config OFF\n\tdef_bool y\n\tdepends on $(shell,id -u)\n",
		 KCONFIG_DEFAULTS);
	assert_notices(fixture, 0);
	assert_value(fixture, "MAJOR", "19");
	assert_value(fixture, "SAME", "y");
	assert_value(fixture, "LESS", "y");
	assert_value(fixture, "ECHO", "a b");
	assert_value(fixture, "BLIND", "n");
	assert_value(fixture, "OFF", "n");
}

static void test_sources(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	write_file(fixture, "arch/x86/Kconfig",
		   "config X86\n\tdef_bool y\nrsource \"sub/Kconfig\"\n");
	write_file(fixture, "arch/x86/sub/Kconfig", "config SUB\n\tdef_bool y");
	write_file(fixture, "drivers/a/Kconfig", "ORDER += a\n");
	write_file(fixture, "drivers/b/Kconfig", "ORDER += b\n");
	evaluate(fixture,
		 "source \"arch/$(SRCARCH)/Kconfig\"\n"
		 "source \"drivers/*/Kconfig\"\n"
		 "osource \"none\"\norsource \"none\"\n"
		 "config ORDER\n\tstring\n\tdefault \"$(ORDER)\"\n",
		 KCONFIG_DEFAULTS);
	assert_notices(fixture, 0);
	assert_value(fixture, "X86", "y");
	assert_value(fixture, "SUB", "y");
	assert_value(fixture, "ORDER", "a b");
}

static void test_faults(struct fixture *fixture, gconstpointer data)
{
	static const char *const faulty[] = {
		"source \"Kconfig\"\n",
		"source \"none\"\n",
		"source \"../../etc/passwd\"\n",
		"endif\n",
		"nonsense here\n",
		"config B\n\tdef_bool (y\n",
		"config B\n\tbool unquoted\n",
		"config B\n\tbool \"no end\n",
		"if y\nendif\ndepends on A\n",
		"config y\n",
		"config B$(A\n",
		"loop = $(loop)\nconfig B$(loop)\n",
		"menu \"m\"\nif y\nendmenu\n",
		"if y\n",
	};

	(void)data;
	for (guint i = 0; i < G_N_ELEMENTS(faulty); i++) {
		g_autofree char *text = g_strconcat("config A\n\tdef_bool y\n",
						    faulty[i], NULL);

		evaluate(fixture, text, KCONFIG_DEFAULTS);
		assert_value(fixture, "A", "y");
		assert_notices(fixture, i + 1);
	}
}

static void test_endless(struct fixture *fixture, gconstpointer data)
{
	GString *text = g_string_new(NULL);

	(void)data;
	for (int i = 0; i < 50000; i++)
		g_string_append_printf(text,
				       "config S%d\n\tbool \"s\"\n"
				       "\tselect S%d\n",
				       i, i + 1);
	for (int i = 0; i < 200; i++)
		g_string_append_printf(text, "V%d = $(V%d)$(V%d)\n", i, i + 1,
				       i + 1);
	g_string_append(text, "config \"$(V0)\"\n");
	for (int i = 0; i < 1000; i++)
		g_string_append(text, "if y\n");
	g_string_append_printf(text, "config P\n\tdef_bool %0*d\n", 100000, 0);
	write_file(fixture, "Kconfig", text->str);
	evaluate_with(fixture, KCONFIG_ALL_YES, NULL, 0);
	g_string_assign(text, "config A\n\tdef_bool B\nconfig B\n"
			      "\tdef_bool !A\n\tselect A\n");
	evaluate(fixture, text->str, KCONFIG_DEFAULTS);
	g_string_free(text, TRUE);
}

static void test_no_top(struct fixture *fixture, gconstpointer data)
{
	struct kconfig_request request = {
		.root = fixture->root,
		.srcarch = "x86",
		.arch = "x86_64",
	};
	struct kconfig config;

	(void)data;
	g_assert_false(kconfig_evaluate(&fixture->session, &request, &config));
	g_assert_true(session_is_incomplete(&fixture->session));
}

static void test_dotconfig(struct fixture *fixture, gconstpointer data)
{
	static const char text[] =
		"#\n# Automatically generated file; DO NOT EDIT.\n"
		"# Linux/x86 6.12.0 Kernel Configuration\n#\n"
		"CONFIG_B=y\nCONFIG_A=m\nCONFIG_N=12\r\nCONFIG_X=0x1f\n"
		"CONFIG_S=\"a \\\"b\\\" \\\\\"\n# CONFIG_OFF is not set\n"
		"CONFIG_TWICE=y\n# CONFIG_TWICE is not set\n"
		"CONFIG_E=\"\"\nnonsense\nCONFIG_OPEN=\"x\n";
	g_autofree char *header = NULL;

	(void)data;
	kconfig_release(&fixture->config);
	kconfig_parse_dotconfig(&fixture->session, ".config", text,
				strlen(text), &fixture->config);
	assert_notices(fixture, 2);
	assert_value(fixture, "S", "a \"b\" \\");
	assert_value(fixture, "OFF", "n");
	assert_value(fixture, "TWICE", "n");
	header = kconfig_autoconf(&fixture->config);
	g_assert_cmpstr(header, ==,
			"/*\n * Automatically generated file; DO NOT EDIT.\n"
			" * Linux/x86 6.12.0 Kernel Configuration\n */\n"
			"#define CONFIG_A_MODULE 1\n"
			"#define CONFIG_B 1\n"
			"#define CONFIG_E \"\"\n"
			"#define CONFIG_N 12\n"
			"#define CONFIG_S \"a \\\"b\\\" \\\\\"\n"
			"#define CONFIG_X 0x1f\n");
}

static void add(const char *path, gconstpointer data,
		void (*test)(struct fixture *fixture, gconstpointer data))
{
	g_test_add(path, struct fixture, data, set_up, test, tear_down);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	add("/kconfig/defaults", NULL, test_defaults);
	add("/kconfig/expressions", NULL, test_expressions);
	add("/kconfig/select", NULL, test_select);
	add("/kconfig/blocks", NULL, test_blocks);
	add("/kconfig/choice/group", NULL, test_choice);
	add("/kconfig/choice/symbol", "old", test_choice);
	add("/kconfig/choice/optional", NULL, test_optional_choice);
	add("/kconfig/pins", NULL, test_pins);
	add("/kconfig/macros", NULL, test_macros);
	add("/kconfig/shell", NULL, test_shell);
	add("/kconfig/sources", NULL, test_sources);
	add("/kconfig/faults", NULL, test_faults);
	add("/kconfig/endless", NULL, test_endless);
	add("/kconfig/no_top", NULL, test_no_top);
	add("/kconfig/dotconfig", NULL, test_dotconfig);
	return g_test_run();
}
