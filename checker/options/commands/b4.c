// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint b4`: a mail on standard input; what is found goes to b4. */
#include "options/commands.h"

#include "options/options.h"
#include "options/reader.h"

static const struct choice actions[] = {
	{ "check", FORMAT_B4_CHECK },
	{ "review", FORMAT_B4_REVIEW },
	{ NULL, 0 },
};

static bool finish(struct reader *reader)
{
	struct options *options = reader->options;
	struct output_request request = { 0 };
	int format;

	if (options->select.paths->len == 0 ||
	    options->output.outputs->len > 0 ||
	    options->change.kind != CHANGE_NONE)
		return reader_fail(
			reader,
			"'vmalint b4' is told check or review, and nothing of formats and changes");
	if (!reader_take_action(reader, "b4", actions, "check or review",
				&format))
		return false;
	request.format = (enum format)format;
	g_array_append_val(options->output.outputs, request);
	options->change.kind = CHANGE_PATCH;
	options->change.is_mail = true;
	options->change.patch = "-";
	return check_finish(reader);
}

static const char head[] =
	"Checks the patch of a mail on standard input, for b4. Findings that were there\n"
	"before are left out; a mail without any is answered with silence.\n"
	"\nUsage:\n"
	"  vmalint b4 check [OPTION..]    for b4.prep-perpatch-check-cmd and\n"
	"                                 b4.am-perpatch-check-cmd: a line a finding\n"
	"  vmalint b4 review [OPTION..]   for b4.review-perpatch-check-cmd: JSON\n"
	"\n"
	"OPTION is one of 'vmalint check'. The patch is for the blobs that it names, or\n"
	"else for the files as they are, of the tree around the current folder. Nothing\n"
	"is written to standard error.\n";

static const char tail[] =
	"\nExamples:\n"
	"  git config b4.prep-perpatch-check-cmd 'vmalint b4 check'\n"
	"  git config b4.am-perpatch-check-cmd 'vmalint b4 check'\n"
	"  git config b4.review-perpatch-check-cmd 'vmalint b4 review'\n"
	"  git format-patch -1 --stdout | vmalint b4 check\n"
	"\nExit codes:\n"
	"  0  done, whatever was found\n"
	"  2  misused\n";

const struct command_row b4_command = {
	.usage =
		"  vmalint b4 check|review             check the patch in a mail for b4\n",
	.summary = "check the patch in a mail for b4",
	.actions = actions,
	.is_rare = true,
	.scope = SCOPE_CHECK,
	.listed = SCOPE_ANY,
	.head = head,
	.tail = tail,
	.finish = finish,
};
