# SPDX-License-Identifier: GPL-2.0-only
"""The language server, as a client of our own and Neovim see it."""
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

from scratch import ProgramTest, driver, main

from harness.lsp import Client

RIGHT = """\
#include <linux/mm.h>

int a_mmap(struct file *file, struct vm_area_struct *vma)
{
	vm_flags_set(vma, VM_IO);
	return 0;
}
"""
# The é is two bytes and one unit of UTF-16, the last sign four and two.
WIDE = """\
#include <linux/mm.h>

/* é😀 */ void wide(struct vm_area_struct *vma) { vma->vm_flags |= VM_IO; }
"""
MACRO = """\
#include <linux/mm.h>

#define OPEN(vma) do { \\
	(vma)->vm_flags |= VM_IO; \\
	} while (0)

void area_open(struct vm_area_struct *vma)
{
	OPEN(vma);
}
"""
NEOVIM = """\
local path, program, cache = vim.env.FILE, vim.env.VMALINT, vim.env.CACHE
vim.cmd('edit ' .. path)
local id = vim.lsp.start_client({
  name = 'vmalint', cmd = { program, 'lsp', '--cache-dir', cache },
  root_dir = vim.env.TREE })
vim.lsp.buf_attach_client(0, id)
local function wait(nr)
  return vim.wait(60000, function() return #vim.diagnostic.get(0) == nr end, 50)
end
local function say(text) io.stdout:write(text .. '\\n') end
say('first ' .. tostring(wait(1)))
local one = vim.diagnostic.get(0)[1]
say('line ' .. one.lnum .. ' column ' .. one.col .. ' ' .. one.code)
local params = vim.lsp.util.make_range_params()
params.range = { start = { line = one.lnum, character = 0 },
                 ['end'] = { line = one.lnum, character = 0 } }
params.context = { diagnostics = {} }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params,
                                         60000)
local action = answers[id].result[1]
say('action ' .. action.title)
vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
say('text ' .. vim.fn.getline(one.lnum + 1))
say('mended ' .. tostring(wait(0)))
vim.cmd('qall!')
"""


class Server(ProgramTest):
    """A server over a tree with one C file."""

    def setUp(self):
        super().setUp()
        self.clients = []
        self.addCleanup(self.close)
        self.file = self.place("drivers/a.c", driver())

    def close(self):
        for client in self.clients:
            client.close()

    def start(self, *words, encodings=(), progress=False):
        client = Client(self.vmalint_words("lsp", "--cache-dir", self.cache,
                                           *words), cwd=self.folder)
        self.clients.append(client)
        self.capabilities = client.initialize(
            self.tree, encodings, progress)["capabilities"]
        return client

    def hover(self, client, path, line, character):
        answer = client.request(
            "textDocument/hover", textDocument={"uri": Path(path).as_uri()},
            position={"line": line, "character": character})["result"]
        return answer and answer["contents"]["value"]

    def actions(self, client, path, line):
        spot = {"line": line, "character": 0}
        return client.request(
            "textDocument/codeAction",
            textDocument={"uri": Path(path).as_uri()},
            range={"start": spot, "end": spot},
            context={"diagnostics": []})["result"]

    @staticmethod
    def apply(text, edits):
        """A text with edits of one line each, of plain letters."""
        lines = text.splitlines(keepends=True)
        for edit in sorted(edits, key=lambda edit: -edit["range"]["start"][
                "line"]):
            start, end = edit["range"]["start"], edit["range"]["end"]
            line = lines[start["line"]]
            lines[start["line"]] = (line[:start["character"]]
                                    + edit["newText"]
                                    + line[end["character"]:])
        return "".join(lines)


class Buffers(Server):
    """Diagnostics of what is typed, saved or not."""

    def test_typed(self):
        client = self.start()
        client.open(self.file)
        first = client.diagnostics(self.file, 1)
        self.assertEqual([(one["code"], one["severity"], one["source"],
                           one["range"]["start"])
                          for one in first],
                         [("direct_write", 1, "vmalint",
                           {"line": 4, "character": 1})])
        self.assertIn("\nuse vm_flags_set(vma, VM_IO)", first[0]["message"])
        client.change(self.file, RIGHT, 2)
        self.assertEqual(client.diagnostics(self.file, 2), [])
        client.change(self.file, "\n\n" + driver(), 3)
        self.assertEqual(client.diagnostics(self.file, 3)[0]["range"]["start"],
                         {"line": 6, "character": 1})
        # No flag at all, and one again.
        client.change(self.file, "int a;\n", 4)
        self.assertEqual(client.diagnostics(self.file, 4), [])
        client.change(self.file, driver(), 5)
        self.assertEqual(len(client.diagnostics(self.file, 5)), 1)
        self.assertEqual(self.file.read_text(), driver())
        self.assertEqual(client.leave(), 0)

    def test_same_as_check(self):
        """Many cases: what check finds in the file, the buffer has."""
        self.place_cases(9)
        report = self.report("--no-cache", self.tree)
        client = self.start()
        paths = sorted({finding["path"] for finding in report["findings"]
                        if finding["path"].endswith(".c")})[::4]
        self.assertGreater(len(paths), 5)
        for path in paths:
            wanted = [(finding["rule"], finding["line"] - 1)
                      for finding in report["findings"]
                      if finding["path"] == path]
            text = (self.tree / path).read_text(encoding="utf-8")
            client.open(self.tree / path, text)
            for version, text in ((1, None), (2, text + "\n")):
                if text:
                    client.change(self.tree / path, text, version)
                found = [(one["code"], one["range"]["start"]["line"])
                         for one in client.diagnostics(self.tree / path,
                                                       version)]
                self.assertEqual(sorted(found), sorted(wanted),
                                 f"{path} {version}")
            client.notify("textDocument/didClose", textDocument={
                "uri": (self.tree / path).as_uri()})

    def test_newest_counts(self):
        """Of many changes at once the last is told, and none before it."""
        client = self.start()
        client.open(self.file)
        for version in range(2, 30):
            client.change(self.file, driver() + "\n" * version, version)
        client.change(self.file, RIGHT, 30)
        self.assertEqual(client.diagnostics(self.file, 30), [])
        told = [message["params"]["version"] for message in client.kept
                if message.get("method") == "textDocument/publishDiagnostics"]
        self.assertLess(len(told), 28)

    def test_unsaved_file(self):
        path = self.tree / "drivers/new.c"
        client = self.start()
        client.open(path, driver("new"))
        self.assertEqual(len(client.diagnostics(path, 1)), 1)
        self.assertFalse(path.exists())

    def test_header(self):
        path = self.place("include/linux/area.h",
                          "#include <linux/mm.h>\nstatic inline void o(struct "
                          "vm_area_struct *v)\n{\n\tv->vm_flags |= VM_IO;\n}\n")
        client = self.start()
        client.open(path)
        self.assertEqual(client.diagnostics(path, 1)[0]["range"]["start"][
            "line"], 3)
        client.change(path, "\n" + path.read_text(), 2)
        self.assertEqual(client.diagnostics(path, 2)[0]["range"]["start"][
            "line"], 4)

    def test_saved_header(self):
        self.place("drivers/b.h", "#define OPEN VM_IO\n")
        path = self.place("drivers/b.c", RIGHT.replace(
            "#include <linux/mm.h>\n",
            '#include <linux/mm.h>\n#include "b.h"\n'))
        client = self.start()
        client.open(path)
        self.assertEqual(client.diagnostics(path, 1), [])
        header = self.place("drivers/b.h",
                            "#define vm_flags_set(vma, flags) "
                            "((vma)->vm_flags |= (flags))\n")
        client.notify("textDocument/didSave",
                      textDocument={"uri": header.as_uri()})
        self.assertEqual(len(client.diagnostics(path, 1)), 1)

    def test_settings(self):
        """Read again when they change, and when the file is typed in."""
        client = self.start()
        client.open(self.file)
        self.assertEqual(len(client.diagnostics(self.file, 1)), 1)
        settings = self.place(".vmalint",
                              "[severity]\ndirect_write = warning\n")
        client.notify("workspace/didChangeWatchedFiles", changes=[
            {"uri": settings.as_uri(), "type": 1}])
        self.assertEqual(client.diagnostics(self.file, 1)[0]["severity"], 2)
        self.place(".vmalint", "[check]\nignore = direct_write\n")
        client.change(self.file, driver() + "\n", 2)
        self.assertEqual(client.diagnostics(self.file, 2), [])
        self.place(".vmalint", "[check]\nignroe = direct_write\n")
        client.change(self.file, driver() + "\n\n", 3)
        client.diagnostics(self.file, 3)
        said = client.wait_for("window/logMessage")
        self.assertIn(".vmalint:2: [check]: unknown key 'ignroe'",
                      said["message"])

    def test_outside(self):
        """A file of no tree, and what is no C."""
        path = self.folder / "alone.c"
        path.write_text(driver())
        client = self.start()
        client.open(path)
        self.assertEqual(client.diagnostics(path, 1), [])
        self.assertIn("kernel tree",
                      client.wait_for("window/logMessage")["message"])
        client.open(self.tree / "Makefile", "all:\n")
        self.assertTrue(client.is_silent("textDocument/publishDiagnostics"))

    def test_two_trees(self):
        other = self.folder / "other"
        shutil.copytree(self.tree, other)
        client = self.start()
        for path in (self.file, other / "drivers/a.c"):
            client.open(path)
        for path in (self.file, other / "drivers/a.c"):
            self.assertEqual(len(client.diagnostics(path, 1)), 1)

    def test_options(self):
        client = self.start("--ignore", "direct_write")
        client.open(self.file)
        self.assertEqual(client.diagnostics(self.file, 1), [])
        for words in (("--staged",), ("--format", "json"), ("mm",)):
            run = self.run_program("lsp", *words)
            self.assertEqual((run.status, run.out), (2, ""), str(run))


class Positions(Server):
    """In UTF-16 units, or in bytes where the client takes them."""

    def test_wide(self):
        path = self.place("drivers/wide.c", WIDE)
        line = WIDE.splitlines()[2]
        for encodings, name, length in (
                ((), "utf-16",
                 lambda text: len(text.encode("utf-16-le")) // 2),
                (("utf-8", "utf-16"), "utf-8",
                 lambda text: len(text.encode()))):
            client = self.start(encodings=encodings)
            self.assertEqual(self.capabilities["positionEncoding"], name)
            client.open(path)
            found = client.diagnostics(path, 1)[0]
            start = length(line[:line.index("vma->vm_flags")])
            end = length(line[:line.index(";")])
            self.assertEqual(found["range"],
                             {"start": {"line": 2, "character": start},
                              "end": {"line": 2, "character": end}})
            self.assertEqual(found["data"]["edits"][0]["range"],
                             found["range"])
            client.change(path, WIDE + "\n", 2)
            client.diagnostics(path, 2)
            flag = length(line[:line.index("VM_IO")])
            self.assertIn("`VM_IO`", self.hover(client, path, 2, flag))


class Helps(Server):
    """Code actions, hovers, and what explains a finding."""

    def test_fix(self):
        client = self.start()
        client.open(self.file)
        client.diagnostics(self.file, 1)
        actions = self.actions(client, self.file, 4)
        self.assertEqual([action["title"] for action in actions],
                         ["use vm_flags_set(vma, VM_IO)",
                          "Allow direct_write here, with a reason"])
        self.assertTrue(actions[0]["isPreferred"])
        self.assertEqual(self.actions(client, self.file, 0), [])
        for version, action in enumerate(actions, 2):
            text = self.apply(driver(), action["edit"]["changes"][
                self.file.as_uri()])
            self.assertNotEqual(text, driver())
            client.change(self.file, text, version)
            self.assertEqual(client.diagnostics(self.file, version), [], text)

    def test_allow_in_a_macro(self):
        """The line above is continued, and so is the comment."""
        path = self.place("drivers/m.c", MACRO)
        client = self.start()
        client.open(path)
        found = client.diagnostics(path, 1)
        line = found[0]["range"]["start"]["line"]
        allow = self.actions(client, path, line)[-1]
        text = self.apply(MACRO, allow["edit"]["changes"][path.as_uri()])
        client.change(path, text, 2)
        self.assertEqual(client.diagnostics(path, 2), [], text)

    def test_related(self):
        path = self.place("drivers/two.c", """\
#include <linux/mm.h>

vm_fault_t two_fault(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;

	vm_flags_set(vma, VM_IO);
	return 0;
}
""")
        report = self.report(path)
        wanted = [place["line"] - 1
                  for finding in report["findings"]
                  for place in finding["related"]]
        self.assertTrue(wanted)
        client = self.start()
        client.open(path)
        found = [place["location"]["range"]["start"]["line"]
                 for one in client.diagnostics(path, 1)
                 for place in one["relatedInformation"]]
        self.assertEqual(found, wanted)

    def test_hover(self):
        client = self.start()
        client.open(self.file)
        client.diagnostics(self.file, 1)
        text = self.hover(client, self.file, 4, driver().splitlines()[4].index(
            "VM_IO") + 2)
        self.assertIn("`VM_IO`: a mask of VMA flags", text)
        self.assertIn("0x4000, bit 14", text)
        self.assertRegex(text, r"declared in include/linux/mm\.h:\d+")
        text = self.hover(client, self.file, 4, 8)
        self.assertIn("`vma->vm_flags`: all flags of a VMA, as a mask", text)
        self.assertIsNone(self.hover(client, self.file, 0, 0))

    def test_hover_optional(self):
        path = self.place("drivers/o.c", driver().replace("VM_IO",
                                                          "VM_SOFTDIRTY"))
        client = self.start()
        client.open(path)
        client.diagnostics(path, 1)
        self.assertIn("it needs `CONFIG_MEM_SOFT_DIRTY`", self.hover(
            client, path, 4, path.read_text().splitlines()[4].index("SOFT")))


def descendants(pid):
    """Processes below one, the youngest last."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [one for child in map(int, children)
            for one in (child, *descendants(child))]


class Ends(Server):
    """What goes wrong costs no more than an answer."""

    def kill(self, client, at):
        pids = descendants(client.process.pid)
        self.assertGreater(len(pids), 1)
        os.kill(pids[at], signal.SIGKILL)
        time.sleep(0.2)

    def begin(self):
        client = self.start()
        client.open(self.file)
        client.diagnostics(self.file, 1)
        client.change(self.file, driver() + "\n", 2)
        client.diagnostics(self.file, 2)
        return client

    def test_parser_lost(self):
        client = self.begin()
        self.kill(client, -1)
        client.change(self.file, driver() + "\n\n", 3)
        self.assertEqual(len(client.diagnostics(self.file, 3)), 1)

    def test_process_lost(self):
        client = self.begin()
        self.kill(client, 0)
        said = client.wait_for("window/showMessage")["message"]
        self.assertIn(f"{self.file} was lost; it was started anew", said)
        client.change(self.file, RIGHT, 3)
        self.assertEqual(client.diagnostics(self.file, 3), [])

    def test_lost_while_it_works(self):
        """A parser that dies in the middle of a file."""
        client = self.begin()
        parser = descendants(client.process.pid)[-1]
        os.kill(parser, signal.SIGSTOP)
        client.change(self.file, driver() + "\n\n", 3)
        time.sleep(0.5)
        os.kill(parser, signal.SIGKILL)
        self.assertEqual(len(client.diagnostics(self.file, 3)), 1)
        said = client.wait_for("window/showMessage")["message"]
        self.assertIn("the parser was lost", said)
        self.assertIn("started anew", said)

    def test_progress(self):
        client = self.start(progress=True)
        client.open(self.file)
        token = client.wait_for("window/workDoneProgress/create")["token"]
        for kind in ("begin", "end"):
            value = client.wait_for("$/progress", token=token)["value"]
            self.assertEqual(value["kind"], kind)
        self.assertEqual(len(client.diagnostics(self.file, 1)), 1)

    def test_cancelled(self):
        client = self.start(progress=True)
        client.open(self.file)
        token = client.wait_for("window/workDoneProgress/create")["token"]
        client.notify("window/workDoneProgress/cancel", token=token)
        client.wait(lambda message: message.get("method") == "$/progress"
                    and message["params"]["value"]["kind"] == "end")
        client.change(self.file, driver() + "\n", 2)
        self.assertEqual(len(client.diagnostics(self.file, 2)), 1)

    def test_cancelled_request(self):
        client = self.begin()
        parser = descendants(client.process.pid)[-1]
        os.kill(parser, signal.SIGSTOP)
        client.change(self.file, driver() + "\n\n", 3)
        number = client.begin(
            "textDocument/hover", textDocument={"uri": self.file.as_uri()},
            position={"line": 4, "character": 8})
        client.notify("$/cancelRequest", id=number)
        self.assertEqual(client.answer(number)["error"]["code"], -32800)
        os.kill(parser, signal.SIGCONT)
        client.diagnostics(self.file, 3)

    def test_nothing_is_left(self):
        """However it ends, no process stays."""
        for end in ("leave", "close", "kill"):
            client = self.begin()
            pids = descendants(client.process.pid)
            if end == "leave":
                self.assertEqual(client.leave(), 0)
            elif end == "close":
                client.process.stdin.close()
                self.assertEqual(client.process.wait(10), 1)
            else:
                client.process.kill()
            for _ in range(100):
                left = [pid for pid in pids if Path(f"/proc/{pid}").exists()]
                if not left:
                    break
                time.sleep(0.1)
            self.assertEqual(left, [], end)


class Protocol(Server):
    """What is no message, and what comes at the wrong time."""

    def test_order(self):
        client = Client(self.vmalint_words("lsp"))
        self.clients.append(client)
        answer = client.request("textDocument/hover")
        self.assertEqual(answer["error"]["code"], -32002)
        client.initialize(self.tree)
        self.assertEqual(client.request("no/such")["error"]["code"], -32601)
        self.assertIsNone(client.request("shutdown")["result"])
        self.assertEqual(client.request("textDocument/hover")["error"]["code"],
                         -32600)
        client.notify("exit")
        self.assertEqual(client.process.wait(10), 0)

    def test_odd_messages(self):
        client = self.start()
        client.send_bytes(b"Content-Length: 3\r\n\r\n[1]")
        self.assertEqual(client.answer(None)["error"]["code"], -32700)
        client.send(id=77, method="textDocument/codeAction", params=[])
        self.assertEqual(client.answer(77)["result"], [])
        client.notify("textDocument/didChange", contentChanges="x")
        client.notify("textDocument/didOpen", textDocument={"uri": "x:y"})
        client.notify("textDocument/didOpen", textDocument={
            "uri": self.file.as_uri(), "text": 5})
        client.open(self.file)
        client.diagnostics(self.file, 1)
        client.send_bytes(b"hello\r\n\r\n")
        self.assertEqual(client.process.wait(10), 2)


class Neovim(Server):
    """An editor that people use, without its screen."""

    def test_neovim(self):
        if not shutil.which("nvim"):
            self.skipTest("there is no Neovim")
        script = self.folder / "test.lua"
        script.write_text(NEOVIM)
        done = subprocess.run(
            ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n",
             "-c", f"luafile {script}", "-c", "qall!"],
            env={**os.environ, "FILE": str(self.file),
                 "TREE": str(self.tree), "CACHE": str(self.cache),
                 "VMALINT": str(self.vmalint),
                 "XDG_STATE_HOME": str(self.folder / "state")},
            check=False, timeout=180, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        lines = [line.strip() for line in done.stdout.splitlines()]
        for line in ("first true", "line 4 column 1 direct_write",
                     "action use vm_flags_set(vma, VM_IO)",
                     "text vm_flags_set(vma, VM_IO);", "mended true"):
            self.assertIn(line, [" ".join(one.split()) for one in lines],
                          done.stdout)


if __name__ == "__main__":
    main()
