# SPDX-License-Identifier: GPL-2.0-only
"""An #include is one to every stage, however it is written."""
import re

from repository import PROPER, RepositoryTest, function, source
from scratch import ProgramTest, main

GRAB = "#define GRAB(v) (*(unsigned long *)&(v)->vm_flags |= VM_IO)\n"
HOLD = "#define GRAB(v) vm_flags_set(v, VM_IO)\n"
USER = function("a_mmap", "\tGRAB(vma);\n")

# Of a header beside the file; the compiler takes each of them.
FORMS = (
    '#include "NAME"',
    '# include "NAME"',
    '#\tinclude "NAME"',
    ' \t#include"NAME"',
    '#include/**/"NAME"',
    '/* why */ #include "NAME" /* what */',
    '/* why\n */ # /* here */ include "NAME" // what',
    '#\\\ninclude \\\n"NAME"',
    '#\\\r\ninclude \\\r\n"NAME"\r',
    '#inc\\\nlude "NA\\\nME"',
    '%:include "NAME"',
    '#include_next "NAME"',
    '#import "NAME"',
    '#include <NAME>',
    '#define HEADER "NAME"\n#include HEADER',
    '#define PART(x) #x\n#define HEADER PART(NAME)\n#include HEADER',
    'static const char said[] = "/*";\n#include "NAME"',
    "#pragma it's /* no comment\n#include \"NAME\"",
)

# None to the compiler.
NO_FORMS = (
    '/*\n#include "NAME"\n*/',
    '// \\\n#include "NAME"',
    'static const char said[] = "\\\n#include \'NAME\'";',
    '#if 0\n??=include "NAME"\n#endif',
)


def form(text, name):
    """One of the forms, with this name; the splice in it stays."""
    return text.replace("NAME", name).replace(
        "NA\\\nME", name[:1] + "\\\n" + name[1:])


def user(text, name="a.h"):
    return "#include <linux/mm.h>\n" + form(text, name) + "\n" + USER


def expected(path, text):
    line = text[:text.index("GRAB(vma)")].count("\n") + 1
    return f"{path}:{line} const_cast_write"


class Change(RepositoryTest):
    """The files that changed name no flag; the headers beside them do."""

    def assert_found(self, found):
        """In all ways to ask for the change that the index holds."""
        found = sorted(found)
        self.git("tag", "-f", "start")
        self.assertEqual(sorted(self.found("--staged")), found)
        self.commit()
        self.assertEqual(sorted(self.found("--since", "start")), found)
        path = self.folder / "x.patch"
        path.write_bytes(self.git("format-patch", "--stdout", "start..HEAD",
                                  text=False))
        self.git("reset", "-q", "--hard", "start")
        self.assertEqual(sorted(self.found("--patch", path)), found)

    def add_users(self, forms=FORMS):
        """Files that include the header in each form; what is to be found."""
        found = []
        for number, shape in enumerate(forms):
            path = f"drivers/{number}/a.c"
            self.add(path, user(shape))
            found.append(expected(path, user(shape)))
        return found

    def add_headers(self, text, forms=FORMS, name="a.h"):
        for number, shape in enumerate(forms):
            self.add(f"drivers/{number}/{name}",
                     text.replace("FORM", form(shape, "in.h")))

    def test_each_alone(self):
        """Nothing else says that the change may matter."""
        self.add_headers(GRAB)
        self.commit()
        for number, shape in enumerate(FORMS):
            path = f"drivers/{number}/a.c"
            with self.subTest(shape):
                self.add(path, user(shape))
                found = self.found("--staged")
                self.git("rm", "-q", "--cached", path)
                self.assertEqual(found, [expected(path, user(shape))])

    def test_header_beside(self):
        self.add_headers(GRAB)
        self.commit()
        self.assert_found(self.add_users())

    def test_header_of_a_header(self):
        self.add_headers("FORM\n")
        self.add_headers(GRAB, name="in.h")
        self.commit()
        self.assert_found(self.add_users(['#include "a.h"'] * len(FORMS)))

    def test_header_that_changed(self):
        """Who includes it is looked at, too."""
        self.add_headers(HOLD)
        found = self.add_users()
        self.commit()
        self.add_headers(GRAB)
        self.assert_found(found)

    def test_header_of_the_index(self):
        """What is on disk is another."""
        self.add_headers(GRAB)
        found = self.add_users()
        for number in range(len(FORMS)):
            self.place(f"drivers/{number}/a.h", "#error broken\n")
        self.assertEqual(sorted(self.found("--staged")), sorted(found))

    def test_no_include(self):
        """What only looks like one is none."""
        self.add_headers(GRAB, NO_FORMS)
        self.commit()
        for number, shape in enumerate(NO_FORMS):
            self.add(f"drivers/{number}/a.c",
                     user(shape).replace("GRAB(vma)", "(void)vma"))
        self.assert_found([])


def needy(*names):
    """A source that needs a macro of the last of its headers."""
    return "".join(f'#include "{name}"\n' for name in names) + source(
        function("a_mmap", PROPER, "\t(void)PARTS;\n"))


class Folders(ProgramTest):
    """Headers in folders that only a Makefile would name."""

    def parses(self):
        run = self.check("--stats", "--arch", "x86", self.tree / "drivers")
        self.assertIn("1 selected = 1 analysed", run.err)
        return int(re.search(r"parses: (\d+)", run.err)[1])

    def place_chain(self, include):
        """Each header needs a folder of its own for the next one."""
        self.place("drivers/a/core/a.c", needy("first.h"))
        self.place("drivers/a/one/first.h", include("second.h"))
        for folder in "two", "two/driver":
            self.place(f"drivers/a/{folder}/second.h",
                       include("shared.h") + include("third.h"))
            # Found by the folder that second.h needed.
            self.place(f"drivers/a/{folder}/shared.h", include("third.h"))
        self.place("drivers/a/three/driver/third.h", "#define PARTS 8\n")
        self.place("drivers/a/three/third.h", "#define PARTS 8\n")

    def test_chain(self):
        """No parse is spent to learn what is missing."""
        for include in ('#include "{}"\n', "#include <{}>\n",
                        "#include <driver/{}>\n"):
            with self.subTest(include):
                self.place_chain(include.format)
                self.assertEqual(self.parses(), 1)

    def test_folder_of_another(self):
        """What only a header behind a known folder includes."""
        self.place("drivers/a/core/a.c",
                   needy("first.h", "other.h"))
        self.place("drivers/a/one/first.h", "")
        self.place("drivers/a/one/other.h", '#include "third.h"\n')
        self.place("drivers/a/three/third.h", "#define PARTS 8\n")
        self.assertEqual(self.parses(), 1)

    def test_many(self):
        """A driver of a hundred headers beside its source."""
        names = [f"part{number}.h" for number in range(100)]
        for name in names:
            self.place(f"drivers/a/core/{name}", "")
        self.place("drivers/a/core/all.h",
                   "".join(f'#include "{name}"\n' for name in names))
        self.place("drivers/a/core/part99.h", '#include "far.h"\n')
        self.place("drivers/a/core/a.c", needy("all.h"))
        self.place("drivers/a/far/far.h", "#define PARTS 8\n")
        self.assertEqual(self.parses(), 1)


if __name__ == "__main__":
    main()
