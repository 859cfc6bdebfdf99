# SPDX-License-Identifier: GPL-2.0-only
"""What `cmake --install` and the Debian package put where, and that it runs."""
import os
import re
import shutil
import subprocess
import unittest

from scratch import ProgramTest, driver, main

FILES = {
    "bin/vmalint", "share/man/man1/vmalint.1", "share/doc/vmalint/README.md",
    "share/doc/vmalint/DEFINITIONS.md", "share/doc/vmalint/integration.md",
    "share/doc/vmalint/ci.md", "share/doc/vmalint/editors.md",
    "share/vmalint/vmalint-1.schema.json",
    "share/bash-completion/completions/vmalint",
    "share/zsh/vendor-completions/_vmalint",
    "share/fish/vendor_completions.d/vmalint.fish",
    "share/vmalint/nipa/vmalint/vmalint.sh",
    "share/vmalint/nipa/vmalint/info.json",
}
BASH = """\
source "$1"
shift
COMP_WORDS=(vmalint "$@")
COMP_CWORD=$#
_vmalint vmalint "${@: -1}" "${COMP_WORDS[$# - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def said(*words, **keywords):
    """Standard output of a program that must succeed."""
    keywords = {"check": True, "text": True, "capture_output": True,
                "stdin": subprocess.DEVNULL, "timeout": 120, **keywords}
    return subprocess.run([str(word) for word in words], **keywords).stdout


class Install(ProgramTest):
    def setUp(self):
        super().setUp()
        self.build = self.vmalint.parents[1]
        if not (self.build / "cmake_install.cmake").exists():
            self.skipTest("the program is not in a build folder")
        self.place("drivers/a.c", driver())

    def install(self):
        said("cmake", "--install", self.build, "--prefix", "/usr",
             env={**os.environ, "DESTDIR": str(self.folder / "root")})
        return self.folder / "root/usr"

    def assert_installed(self, root):
        """All files, and a program that finds what it should."""
        for name in sorted(FILES):
            self.assertTrue((root / name).is_file(), name)
        self.assertTrue(os.access(root / "share/vmalint/nipa/vmalint/"
                                  "vmalint.sh", os.X_OK))
        run = subprocess.run(
            [root / "bin/vmalint", "check", "--cache-dir", self.cache,
             self.tree], check=False, text=True, capture_output=True)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("drivers/a.c:5:2: error: ", run.stdout)

    def options(self):
        """Options and commands, as the helps name them."""
        check = self.run_program("check", "--help").out
        program = self.run_program("--help").out
        return (set(re.findall(r"^  (?:-\w, )?--([a-z-]+)", check, re.M)),
                set(re.findall(r"^ +vmalint ([a-z0-9]+)", program, re.M)))

    def test_install(self):
        self.assert_installed(self.install())

    def test_texts_are_whole(self):
        """Each option and command is in each of the texts."""
        root = self.install()
        options, commands = self.options()
        self.assertIn("build", options)
        self.assertIn("kbuild", commands)
        for name in FILES:
            if "/man/" not in name and "complet" not in name:
                continue
            text = (root / name).read_text().replace("\\-", "-")
            for option in options:
                self.assertRegex(text, rf"(--|-l ){option}\b", name)
            for command in commands:
                self.assertRegex(text, rf"\b{command}\b", name)

    @unittest.skipUnless(shutil.which("man"), "no man")
    def test_man_page(self):
        run = subprocess.run(
            ["man", "-l", "--warnings",
             self.install() / "share/man/man1/vmalint.1"],
            check=True, text=True, capture_output=True,
            env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8",
                 "MAN_KEEP_FORMATTING": ""})
        self.assertEqual(run.stderr, "")
        text = re.sub(".\b", "", run.stdout)
        self.assertIn("--fail-on LEVEL", text)
        self.assertIn('make C=1 CHECK="vmalint kbuild --"', text)
        synopsis = text.split("SYNOPSIS")[1].split("DESCRIPTION")[0]
        self.assertIn("vmalint check [OPTION..] [PATH..]\n", synopsis)
        for command in self.options()[1]:
            self.assertIn(f"vmalint {command}", synopsis)
        for page in re.findall(r"\w+\.md", text.split("SEE ALSO")[1]):
            self.assertIn(f"share/doc/vmalint/{page}", FILES)

    def complete(self, *words):
        """What bash offers for the last of these words."""
        root = self.install()
        path = f"{root / 'bin'}:{os.environ['PATH']}"
        return said("bash", "-c", BASH, "bash",
                    root / "share/bash-completion/completions/vmalint",
                    *words, env={**os.environ, "PATH": path},
                    cwd=self.folder).split()

    def test_bash(self):
        self.assertEqual(self.complete("ch"), ["check"])
        self.assertEqual(self.complete("check", "--fail-on", "n"),
                         ["note", "never"])
        self.assertEqual(self.complete("check", "--select", "direct"),
                         ["direct_write"])
        self.assertEqual(self.complete("rules", "raw"), ["raw_bit"])
        self.assertEqual(self.complete("b4", "r"), ["review"])
        self.assertEqual(self.complete("check", "--no-set"),
                         ["--no-settings"])
        self.assertEqual(self.complete("check", "tr"), ["tree"])

    def test_offers_are_taken(self):
        """Nothing is offered that the program refuses."""
        for option in ("--branches", "--dump", "--fail-on", "--format",
                       "--progress"):
            values = self.complete("check", option, "")
            self.assertGreater(len(values), 1)
            for value in values:
                run = self.run_program("check", option, value, "--help")
                self.assert_run(run, 0)
            run = self.run_program("check", option, "nonsense", "--help")
            self.assertEqual(run.status, 2)

    def test_other_shells(self):
        root = self.install() / "share"
        for shell, name in (("zsh", "zsh/vendor-completions/_vmalint"),
                            ("fish", "fish/vendor_completions.d/vmalint.fish"),
                            ("bash", "bash-completion/completions/vmalint")):
            if shutil.which(shell):
                said(shell, "-n", root / name)

    @unittest.skipUnless(shutil.which("dpkg-shlibdeps"), "no dpkg-dev")
    def test_package(self):
        """Unpacked it runs; its dependencies are all that it loads."""
        said("cpack", "-G", "DEB", "-B", self.folder / "package",
             cwd=self.build)
        package, = (self.folder / "package").glob("vmalint_*.deb")
        said("dpkg-deb", "-x", package, self.folder / "unpacked")
        self.assert_installed(self.folder / "unpacked/usr")
        depends = said("dpkg-deb", "-f", package, "Depends")
        for name in ("libclang1-19", "libclang-common-19-dev",
                     "libglib2.0-0", "libjansson4", "libc6"):
            self.assertIn(name, depends)


if __name__ == "__main__":
    main()
