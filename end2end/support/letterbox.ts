import { once } from 'node:events';
import { createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';

/** A mail as it came. */
export interface Letter {
  to: string;
  text: string;
}

/** A mail server that takes everything and hands nothing on. */
export class Letterbox {
  readonly letters: Letter[] = [];
  private readonly callers = new Set<Socket>();

  private constructor(private readonly listener: Listener) {}

  static async open(): Promise<Letterbox> {
    const box = new Letterbox(createServer());
    box.listener.on('connection', (caller) => box.serve(caller));
    box.listener.listen(0, '127.0.0.1');
    await once(box.listener, 'listening');
    return box;
  }

  /** What a server is told so that it mails to here. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.listener.address() as AddressInfo).port}?tls=none`;
  }

  /** The newest letter to somebody. */
  to(address: string): Letter | undefined {
    return this.letters.findLast(({ to }) => to === address);
  }

  async close(): Promise<void> {
    for (const caller of this.callers) caller.destroy();
    this.listener.close();
    await once(this.listener, 'close');
  }

  /** Speaks as much of SMTP (RFC 5321) as a sender needs. */
  private serve(caller: Socket): void {
    this.callers.add(caller);
    caller.on('close', () => this.callers.delete(caller)).on('error', () => caller.destroy());
    const say = (line: string) => caller.write(`${line}\r\n`);
    let [received, to, body] = ['', '', undefined as string[] | undefined];
    const hear = (line: string) => {
      if (body) {
        if (line !== '.') return body.push(line);
        this.letters.push({ to, text: plain(body) });
        body = undefined;
        return say('250 kept');
      }
      const word = line.slice(0, 4).toUpperCase();
      if (word === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (word === 'DATA') body = [];
      return say(word === 'DATA' ? '354 go on' : word === 'QUIT' ? '221 bye' : '250 well');
    };
    caller.on('data', (data) => {
      const lines = (received + data.toString()).split('\r\n');
      received = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('220 letterbox');
  }
}

/** Quoted-printable (RFC 2045) as it reads, as far as addresses need. */
function plain(body: string[]): string {
  return body.join('\n').replaceAll('=\n', '').replaceAll('=3D', '=');
}
