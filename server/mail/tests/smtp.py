"""A mail server that prints its port and then each mail as a line of JSON."""

import email.policy
import json
import sys
import time

from aiosmtpd.controller import Controller


class Printer:
    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        part = lambda kind: mail.get_body(preferencelist=(kind,)).get_content()
        told = {
            "to": envelope.rcpt_tos,
            "from": mail["from"],
            "subject": mail["subject"],
            "text": part("plain"),
            "html": part("html"),
        }
        print(json.dumps(told), flush=True)
        return "250 OK"


controller = Controller(Printer(), hostname="127.0.0.1", port=0)
controller.start()
print(controller.server.sockets[0].getsockname()[1], flush=True)
# Ends with the program that started it, whose end closes the pipe.
sys.stdin.read()
controller.stop()
