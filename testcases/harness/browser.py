# SPDX-License-Identifier: GPL-2.0-only
"""A headless Chromium, spoken to through pipes by its DevTools protocol.

    with Browser(folder) as browser:
        page = browser.open(path, width=390, dark=True)
        page.value("document.title")
"""
import base64
import json
import os
import select
import shutil
import subprocess
import time

PROGRAM = "chromium"
TIMEOUT_SECONDS = 60
# Nothing but the page: no profile of anybody, no talk with the network.
SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--hide-scrollbars", "--remote-debugging-pipe")


def is_there():
    return shutil.which(PROGRAM) is not None


class Browser:
    def __init__(self, folder):
        self.folder = folder
        self.program = None
        self.number = 0
        self.unread = b""
        self.events = []

    def __enter__(self):
        theirs_in, self.ours_out = os.pipe()
        self.ours_in, theirs_out = os.pipe()

        def wire():
            # The protocol is on descriptors 3 and 4.
            reader, writer = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(reader, 3)
            os.dup2(writer, 4)

        self.program = subprocess.Popen(
            [PROGRAM, *SWITCHES, f"--user-data-dir={self.folder}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, preexec_fn=wire, close_fds=False)
        os.close(theirs_in)
        os.close(theirs_out)
        return self

    def __exit__(self, *reason):
        self.program.terminate()
        try:
            self.program.wait(10)
        except subprocess.TimeoutExpired:
            self.program.kill()
            self.program.wait()
        os.close(self.ours_in)
        os.close(self.ours_out)

    def read_message(self, deadline):
        while b"\0" not in self.unread:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.ours_in], [], [], left)[0]:
                raise TimeoutError("the browser does not answer")
            piece = os.read(self.ours_in, 1 << 20)
            if not piece:
                raise EOFError("the browser has ended")
            self.unread += piece
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        """The result of one command; events that come before it are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        text = json.dumps(message).encode() + b"\0"
        while text:
            text = text[os.write(self.ours_out, text):]
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while True:
            answer = self.read_message(deadline)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while not any(event.get("method") == method
                      for event in self.events):
            self.events.append(self.read_message(deadline))

    def open(self, path, width=1200, height=900, dark=False):
        target = self.call("Target.createTarget", url="about:blank")
        session = self.call("Target.attachToTarget", flatten=True,
                            targetId=target["targetId"])["sessionId"]
        page = Page(self, session)
        for domain in ("Page", "Runtime", "Log", "Accessibility"):
            page.call(f"{domain}.enable")
        page.call("Emulation.setDeviceMetricsOverride", width=width,
                  height=height, deviceScaleFactor=1, mobile=width < 600)
        page.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme",
             "value": "dark" if dark else "light"}])
        self.events.clear()
        page.call("Page.navigate", url=path.resolve().as_uri())
        self.wait("Page.loadEventFired")
        return page


class Page:
    def __init__(self, browser, session):
        self.browser, self.session = browser, session

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def value(self, expression):
        """What an expression of JavaScript is in the page."""
        answer = self.call("Runtime.evaluate", expression=expression,
                           returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, key, modifiers=0):
        """One key, as a person presses it; modifiers: 8 is shift."""
        words = {"key": key, "modifiers": modifiers}
        if len(key) == 1:
            words["text"] = key
        codes = {"Tab": 9, "Escape": 27, "Enter": 13, " ": 32}
        if key in codes:
            words["windowsVirtualKeyCode"] = codes[key]
        if key == "Enter":
            words["text"] = "\r"
        self.call("Input.dispatchKeyEvent", type="keyDown", **words)
        self.call("Input.dispatchKeyEvent", type="keyUp", **words)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def complaints(self):
        """Errors and warnings of the console, and uncaught exceptions."""
        self.value("0")
        texts = []
        for event in self.browser.events:
            if event.get("method") in ("Runtime.exceptionThrown",
                                       "Log.entryAdded",
                                       "Runtime.consoleAPICalled"):
                texts.append(json.dumps(event["params"])[:500])
        return texts

    def named_parts(self):
        """(role, name) of all that assistive software is told of."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [(node["role"]["value"],
                 node.get("name", {}).get("value", ""))
                for node in nodes if not node.get("ignored")]

    def picture(self, path, whole=False):
        data = self.call("Page.captureScreenshot", format="png",
                         captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))
