"""The server that is measured, from outside: a process, its memory, and rounds that were answered over HTTP."""

import http.client
import os
import random
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse

PEOPLE = 8
"""How many people answer a round."""


class Server:
    """The release binary on a database of its own, as a context."""

    def __init__(self, binary):
        self.binary = binary

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        environment = {
            "PATH": os.environ["PATH"],
            "PLUMBLINE_ADDR": f"127.0.0.1:{self.port}",
            "DATABASE_URL": f"sqlite://{self.folder.name}/bench.db",
            "PLUMBLINE_LOG": "error",
        }
        self.process = subprocess.Popen([self.binary, "serve"], env=environment, stdout=subprocess.DEVNULL)
        for _ in range(200):
            try:
                if self.connect().get("/readyz").status == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.05)
        raise RuntimeError("the server does not get ready")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.folder.cleanup()

    def connect(self):
        return Client(self.port)

    def memory(self, what):
        """In MB: `VmRSS` is held now, `VmHWM` the most that was ever held."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(rf"{what}:\s+(\d+) kB", status.read())[1]) / 1024


class Client:
    """A connection that is kept."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, fields=()):
        return self.ask("POST", path, urllib.parse.urlencode(list(fields)))

    def ask(self, method, path, body=None):
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        answer.body = answer.read()
        return answer


def instrument_items(binary):
    """The questions that are answered from 1 to 5."""
    shown = subprocess.run([binary, "instrument", "show"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"\b(?:AD|TE|CE|IS|CH|BE)\d-\d\b", shown)


def answered_round(client, items, seed):
    """Starts a round, lets people answer nearly all of it, and gives the path that it is managed under."""
    chance = random.Random(seed)
    manage = client.post("/start").getheader("location")
    join = re.search(rb'/join/[^"]+', client.get(manage).body)[0].decode()
    for person in range(PEOPLE):
        respond = client.post(join).getheader("location")
        fields = [(item, chance.choice("12345") if chance.random() > 0.05 else "DK") for item in items]
        fields += [(f"comment.{items[0]}", f"What person {person} wrote beside a question.")]
        saved = client.post(f"{respond}/autosave", fields)
        assert saved.status == 204, (saved.status, saved.body[:300])
    return manage
