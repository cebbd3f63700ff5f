"""A real SMTP server for the tests of letters: takes them, refuses some, and says on standard output what it took.

The first line is its port; each further line is one letter, as JSON. By mailbox: whoever is called "later" is refused
the second time with 451, whoever is called "never" from the second time on with 550.
"""

import asyncio
import json
from email.parser import BytesParser
from email.policy import default

from aiosmtpd.smtp import SMTP


class Door:
    def __init__(self):
        self.asked = {}

    async def handle_RCPT(self, server, session, envelope, address, options):
        times = self.asked[address] = self.asked.get(address, 0) + 1
        if address.startswith("later@") and times == 2:
            return "451 4.7.1 Come back later"
        if address.startswith("never@") and times >= 2:
            return "550 5.1.1 No such mailbox: " + address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = BytesParser(policy=default).parsebytes(envelope.original_content)
        parts = {part.get_content_type(): part.get_content() for part in letter.walk() if not part.is_multipart()}
        said = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "kind": letter.get_content_type(),
            "headers": [[name, str(value)] for name, value in letter.items()],
            "text": parts.get("text/plain", ""),
            "html": parts.get("text/html", ""),
        }
        print(json.dumps(said), flush=True)
        return "250 Taken"


async def main():
    door = Door()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(door, hostname="mail.test", loop=loop), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
