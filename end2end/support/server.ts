import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How long a start on an empty database, and an orderly end, may take on a busy machine. */
const PATIENCE_MS = 30_000;
const POLL_MS = 50;
const DEMO_PASSWORD = 'four lanterns under snow';

/** The released program on a database of its own. */
export class Server {
  private constructor(
    /** Where it answers, without a slash at the end. */
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly log: string[],
  ) {}

  /** Starts it with these arguments besides `serve`, on an empty database. */
  static async start(...more: string[]): Promise<Server> {
    // Before the start: killing a child that never was would kill this process group instead.
    await access(binary(), constants.X_OK).catch(() => {
      throw new Error(`${binary()} is not there: make build`);
    });
    const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-end2end-'));
    const child = spawn(binary(), ['serve', ...more], {
      // Elsewhere, so that no configuration file of the checkout is read.
      cwd: folder,
      env: {
        ...process.env,
        // Port 0: the system gives one that is free, and the server says which.
        PLUMBLINE_ADDR: '127.0.0.1:0',
        PLUMBLINE_STYLEGUIDE: 'true',
        PLUMBLINE_DEMO_PASSWORD: DEMO_PASSWORD,
        DATABASE_URL: `sqlite://${path.join(folder, 'plumbline.db')}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log: string[] = [];
    child.stdout.on('data', (data: Buffer) => log.push(data.toString()));
    child.stderr.on('data', (data: Buffer) => log.push(data.toString()));
    await once(child, 'spawn');

    return new Server(await Server.address(child, folder, log), child, folder, log);
  }

  /** Waits until the server says where it answers, which it does once it is ready. */
  private static async address(child: ChildProcess, folder: string, log: string[]): Promise<string> {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline && child.exitCode === null) {
      const url = /Open (http:\/\/127\.0\.0\.1:\d+)/.exec(log.join(''))?.[1];
      if (url && (await fetch(`${url}/readyz`).catch(() => undefined))?.ok) return url;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${binary()} serve did not become ready\n${log.join('')}`);
  }

  /** The link that makes the first owner, as the server printed it. */
  get setup(): string {
    return /(http:\/\/\S+\/setup\/\w+)/.exec(this.log.join(''))?.[1] ?? '';
  }

  /** The password of the accounts of a demonstration. */
  readonly password = DEMO_PASSWORD;

  /** Ends it as a service manager would, and insists on an orderly end. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(late);
    }
    await rm(this.folder, { recursive: true, force: true });
    const end = child.exitCode ?? child.signalCode;
    if (end !== 0) throw new Error(`the server ended with ${end}\n${this.log.join('')}`);
  }
}

function binary(): string {
  const target = process.env.CARGO_TARGET_DIR ?? path.resolve(import.meta.dirname, '../../target');
  return process.env.PLUMBLINE_BINARY ?? path.join(target, 'release/plumbline');
}
