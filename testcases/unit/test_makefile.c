// SPDX-License-Identifier: GPL-2.0-only
/* Tests of the reader of Makefiles. */
#include <glib.h>
#include <string.h>

#include "arguments/makefile/makefile.h"
#include "base/view.h"

#define FOLDER "/tree/tools/part"

static const char *const given[] = { "SRCARCH", "x86", NULL };

/* A Makefile of a part, beside which there is ../shared/shared.mk. */
static struct makefile *read_text(const char *text, const char *shared,
				  struct view *view)
{
	g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
	g_autoptr(GBytes) more = g_bytes_new(shared, strlen(shared));
	const struct makefile_request request = {
		.view = view,
		.root = "/tree",
		.folder = FOLDER,
		.given = given,
	};
	struct makefile *makefile;

	view_set(view, FOLDER "/Makefile", bytes);
	view_set(view, "/tree/tools/shared/shared.mk", more);
	view_set(view, "/elsewhere.mk", more);
	makefile = makefile_read(&request, FOLDER "/Makefile");
	return makefile;
}

static char *value_of(const struct makefile *makefile, const char *name)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);

	makefile_add_words(makefile, name, words);
	g_ptr_array_add(words, NULL);
	return g_strjoinv(" ", (char **)words->pdata);
}

static void test_values(void)
{
	static const struct {
		const char *text, *value; /* of CFLAGS */
	} rows[] = {
		{ "CFLAGS = -I. $(MORE)\nMORE = -DA\n", "-I. -DA" },
		{ "MORE = -DA\nCFLAGS := $(MORE)\nMORE = -DB\n", "-DA" },
		{ "CFLAGS ::= -DA\nCFLAGS += -DB\nCFLAGS+=-DC", "-DA -DB -DC" },
		{ "CFLAGS ?= -DA\nCFLAGS ?= -DB\n", "-DA" },
		{ "override CFLAGS += -DA # -DB\n", "-DA" },
		{ "export CFLAGS = -DA \\\n\t-DB\\\n -DC\n", "-DA -DB -DC" },
		{ "CFLAGS = -I${CURDIR}/x\n", "-I" FOLDER "/x" },
		{ "CFLAGS = -I$(shell pwd)\n", "-I" FOLDER },
		{ "CFLAGS = $(abspath ../x ./y)\n",
		  "/tree/tools/x " FOLDER "/y" },
		{ "CFLAGS = $(addprefix -I, a b)\n", "-Ia -Ib" },
		{ "CFLAGS = -DN=$(shell date) -DA\n", "-DA" },
		{ "CFLAGS = -I $(shell ls) -include $(call f) -DA\n", "-DA" },
		{ "CFLAGS = -DT=\\\"a\\\" '-DS=a b'\n", "-DT=\"a\" -DS=a b" },
		{ "CFLAGS = $(CFLAGS) -DA\n", "-DA" },
		{ "CFLAGS := $$(A) -DA\nCFLAGS += -DB\n", "$(A) -DA -DB" },
		{ "include ../shared/shared.mk\nCFLAGS += -DB\n", "-DA -DB" },
		{ "-include ../shared/none.mk ../shared/shared.mk\n", "-DA" },
		{ "include /elsewhere.mk\nCFLAGS += -DB\n", "-DB" },
		{ "include Makefile\nCFLAGS = -DB\n", "-DB" },
		{ "ifeq ($(SRCARCH),x86)\nCFLAGS = -DA\nelse\nCFLAGS = -DB\n"
		  "endif\n",
		  "-DA" },
		{ "ifneq '$(SRCARCH)' \"x86\"\nCFLAGS = -DA\n"
		  "else ifdef SRCARCH\nCFLAGS = -DB\nelse\nCFLAGS = -DC\n"
		  "endif\n",
		  "-DB" },
		{ "ifndef SRCARCH\nSRCARCH = arm\nendif\nSRCARCH = mips\n"
		  "CFLAGS = -D$(SRCARCH)\n",
		  "-Dx86" },
		{ "ifdef NONE\nifdef SRCARCH\nCFLAGS = -DA\nendif\nelse\n"
		  "CFLAGS += -DB\nendif\n",
		  "-DB" },
		{ "ifeq ($(shell arch),x)\nCFLAGS = -DA\nendif\n", "" },
		{ "define text\nCFLAGS = -DA\nendef\nCFLAGS += -DB\n", "-DB" },
		{ "a.o: CFLAGS = -DA\na.o: a.c\n\tCFLAGS = -DB\n", "" },
		{ "endif\nelse\nCFLAGS = -DA\nifdef\nCFLAGS = -DB", "-DA" },
		{ "CFLAGS = $(A\n", "" },
		{ "A = $(B)\nB = $(A)\nCFLAGS = $(A) -DA", "-DA" },
		{ "= x\n:\n\t\n$\nCFLAGS = -DA$\n", "" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct view *view = view_new();
		struct makefile *makefile =
			read_text(rows[i].text, "CFLAGS = -DA\n", view);
		g_autofree char *value = value_of(makefile, "CFLAGS");

		g_test_message("%s", rows[i].text);
		g_assert_cmpstr(value, ==, rows[i].value);
		makefile_free(makefile);
		view_free(view);
	}
}

static void test_made(void)
{
	static const struct {
		const char *text, *made; /* what is written to g/a.h */
	} rows[] = {
		{ "g/a.h:\n\t@mkdir -p g\n\t@echo '#define A 1' > $@\n",
		  "#define A 1\n" },
		{ "g/a.h: x\n\t@if ! grep -q x $@; then \\\n"
		  "\t\techo \"Making $@\"; \\\n"
		  "\t\techo \"#define A_$(SRCARCH) 1\" > g/a.h; \\\n"
		  "\t\techo \"#define B 1\" >> $@; \\\n\tfi\n",
		  "#define A_x86 1\n#define B 1\n" },
		{ "g/b.h g/a.h:\n\tcp ../shared/shared.mk $@\n",
		  "CFLAGS = -DA\n" },
		{ "g/a.h:\n\tsed s/a/b/ x > $@\n", NULL },
		{ "g/a.h:\n\techo $(shell date) > $@\n", NULL },
		{ "g/a.h:\n\tcp /etc/passwd $@\n", NULL },
		{ "g/a.h:\n\ttouch $@\n", NULL },
		{ "g/a.h: g/b.h\ng/b.h:\n\techo x > $@\n", NULL },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct view *view = view_new();
		struct makefile *makefile =
			read_text(rows[i].text, "CFLAGS = -DA\n", view);
		g_autofree char *made = NULL;

		g_test_message("%s", rows[i].text);
		made = makefile_made_text(makefile, "g/a.h");
		g_assert_cmpstr(made, ==, rows[i].made);
		makefile_free(makefile);
		view_free(view);
	}
}

/* A text that grows with each step ends. */
static void test_growth(void)
{
	struct view *view = view_new();
	struct makefile *makefile = read_text(
		"A = $(B)$(B)\nB = $(C)$(C)\nC = $(D)$(D)\nD = $(E)$(E)\n"
		"E = $(F)$(F)\nF = $(G)$(G)\nG = $(H)$(H)\nH = $(I)$(I)\n"
		"I = $(J)$(J)\nJ = $(K)$(K)\nK = $(L)$(L)\nL = $(M)$(M)\n"
		"M = $(N)$(N)\nN = $(O)$(O)\nO = $(P)$(P)\nP = xxxxxxxx\n"
		"Q := $(A)\nQ := $(Q)$(Q)\nQ := $(Q)$(Q)\nCFLAGS = $(Q)\n",
		"", view);
	g_autofree char *value = value_of(makefile, "CFLAGS");

	g_assert_cmpuint(strlen(value), <, 1 << 20);
	makefile_free(makefile);
	view_free(view);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/makefile/values", test_values);
	g_test_add_func("/makefile/made", test_made);
	g_test_add_func("/makefile/growth", test_growth);
	return g_test_run();
}
