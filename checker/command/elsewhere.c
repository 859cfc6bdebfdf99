// SPDX-License-Identifier: GPL-2.0-only
#include "elsewhere.h"

#include <glib.h>

#include "base/project_root.h"
#include "base/session.h"
#include "options/options.h"

bool elsewhere_is_tree(const struct options *options, const char *root)
{
	return g_file_test(root, G_FILE_TEST_IS_DIR) &&
	       (options->select.tree || is_kernel_tree(root));
}

void elsewhere_tell(struct session *session, const char *stage,
		    const struct options *options, const char *root)
{
	if (elsewhere_is_tree(options, root))
		return;
	for (guint i = 0; i < options->output.outputs->len; i++) {
		if (g_array_index(options->output.outputs,
				  struct output_request, i)
			    .format == FORMAT_JSON)
			continue;
		session_notice(session, stage, root, 0,
			       "the tree is not here: lines of source are left "
			       "out; --tree says where it is");
		return;
	}
}
