import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';

/**
 * The line between a browser and a server, which can be cut. A browser that is told to be offline still sends what a page
 * hands over while it goes (`keepalive`); over a line that is cut, nothing arrives.
 */
export class Line {
  private readonly ends = new Set<Socket>();
  private whole = true;

  private constructor(private readonly listener: Listener) {}

  static async to(server: string): Promise<Line> {
    const { hostname, port } = new URL(server);
    const line = new Line(createServer());
    line.listener.on('connection', (near) => line.join(near, connect(Number(port), hostname)));
    line.listener.listen(0, '127.0.0.1');
    await once(line.listener, 'listening');
    return line;
  }

  /** Where the server answers over this line. */
  get url(): string {
    return `http://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  /** Nothing gets through from now on, nor what is under way. */
  cut(): void {
    this.whole = false;
    for (const end of this.ends) end.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  async close(): Promise<void> {
    this.cut();
    this.listener.close();
    await once(this.listener, 'close');
  }

  private join(near: Socket, far: Socket): void {
    for (const [end, other] of [[near, far], [far, near]]) {
      this.ends.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        this.ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
    if (!this.whole) near.destroy();
  }
}
