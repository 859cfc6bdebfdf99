# SPDX-License-Identifier: GPL-2.0-only
"""A client of the Language Server Protocol that shares no word with ours."""
import json
import queue
import subprocess
import threading
from pathlib import Path

TIMEOUT_SECONDS = 60
# How long a server is heard that should say nothing.
SILENCE_SECONDS = 1.0


class Client:
    """A server, and what it has said that nobody has asked for yet."""

    def __init__(self, words, cwd=None, env=None):
        self.process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, cwd=cwd, env=env)
        self.messages = queue.Queue()
        self.kept = []
        self.next_id = 0
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        """Frames, as the specification has them, until the stream ends."""
        stream = self.process.stdout
        while True:
            length = None
            for line in iter(stream.readline, b"\r\n"):
                if not line:
                    self.messages.put(None)
                    return
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            self.messages.put(json.loads(stream.read(length)))

    def send_bytes(self, text):
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def send(self, **message):
        text = json.dumps({"jsonrpc": "2.0", **message},
                          ensure_ascii=False).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(text) + text)

    def notify(self, method, **params):
        self.send(method=method, params=params)

    def wait(self, wanted, timeout=TIMEOUT_SECONDS):
        """The first message that is wanted; others are kept, in order."""
        for at, message in enumerate(self.kept):
            if wanted(message):
                return self.kept.pop(at)
        while True:
            try:
                message = self.messages.get(timeout=timeout)
            except queue.Empty:
                return None
            if message is None:
                raise EOFError("the server is gone")
            if "method" in message and "id" in message:
                self.send(id=message["id"], result=None)
            if wanted(message):
                return message
            self.kept.append(message)

    def wait_for(self, method, timeout=TIMEOUT_SECONDS, **values):
        """The parameters of a notification or request, some as given."""
        message = self.wait(
            lambda message: message.get("method") == method
            and values.items() <= message["params"].items(), timeout)
        return message and message["params"]

    def begin(self, method, **params):
        self.next_id += 1
        self.send(id=self.next_id, method=method, params=params)
        return self.next_id

    def answer(self, number):
        message = self.wait(lambda message: message.get("id") == number
                            and "method" not in message)
        if message is None:
            raise TimeoutError(f"no answer to {number}")
        return message

    def request(self, method, **params):
        return self.answer(self.begin(method, **params))

    def initialize(self, root, encodings=(), progress=False):
        capabilities = {"window": {"workDoneProgress": progress},
                        "workspace": {"didChangeWatchedFiles": {
                            "dynamicRegistration": True}}}
        if encodings:
            capabilities["general"] = {"positionEncodings": list(encodings)}
        result = self.request("initialize", processId=None,
                              rootUri=Path(root).as_uri(),
                              capabilities=capabilities)["result"]
        self.notify("initialized")
        return result

    def open(self, path, text=None, version=1):
        if text is None:
            text = Path(path).read_text(encoding="utf-8")
        self.notify("textDocument/didOpen", textDocument={
            "uri": Path(path).as_uri(), "languageId": "c",
            "version": version, "text": text})

    def change(self, path, text, version):
        self.notify("textDocument/didChange",
                    textDocument={"uri": Path(path).as_uri(),
                                  "version": version},
                    contentChanges=[{"text": text}])

    def diagnostics(self, path, version):
        """Those of one state of a file."""
        params = self.wait_for("textDocument/publishDiagnostics",
                               uri=Path(path).as_uri(), version=version)
        if params is None:
            raise TimeoutError(f"no diagnostics of {path} {version}: "
                               f"{self.kept}")
        return params["diagnostics"]

    def is_silent(self, method):
        return self.wait_for(method, SILENCE_SECONDS) is None

    def leave(self):
        """As the protocol has it; the exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(TIMEOUT_SECONDS)

    def close(self):
        self.process.kill()
        self.process.wait()
        self.reader.join()
        for stream in (self.process.stdin, self.process.stdout,
                       self.process.stderr):
            stream.close()
