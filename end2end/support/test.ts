// What specs import instead of @playwright/test: a server, and browsers that must not complain.
//
// To add a spec: a file in specs/, its name in one of the lists of playwright.config.ts.
import { test as base, type Page } from '@playwright/test';
import { Faults } from './faults.ts';
import { Letterbox } from './letterbox.ts';
import { makeRound, type Round } from './round.ts';
import { Server } from './server.ts';

export { expect } from '@playwright/test';
export { axe } from './axe.ts';

interface Fixtures {
  /** Complaints of all browsers of the test; none is allowed that was not expected. */
  faults: Faults;
  /** A server that nobody has set up yet, of the test's own. */
  fresh: Server;
  /** A server of the test's own with the demonstration data, and where the mails arrive that it sends. */
  mailing: { server: Server; letterbox: Letterbox };
  /** Opens a browser of somebody else: no cookies or storage in common with `page`. */
  visitor: () => Promise<Page>;
}

interface WorkerFixtures {
  /** One server a worker; tests share its database and so make rounds of their own. */
  server: Server;
  /** A server that serves the demonstration data, one a worker that needs it. */
  demonstration: Server;
  /** A round with answers, one a worker, for tests that only look. */
  round: Round;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  demonstration: [
    async ({}, use) => {
      const server = await Server.start('--demo');
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  fresh: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.stop();
  },
  mailing: async ({}, use) => {
    const letterbox = await Letterbox.open();
    const server = await Server.start('--demo', '--smtp-url', letterbox.url);
    await use({ server, letterbox });
    await server.stop();
    await letterbox.close();
  },
  round: [async ({ server }, use) => use(await makeRound(server.url)), { scope: 'worker' }],
  baseURL: async ({ server }, use) => use(server.url),
  faults: [
    async ({ context }, use) => {
      const faults = new Faults();
      await faults.watch(context);
      await use(faults);
      faults.verify();
    },
    { auto: true },
  ],
  visitor: async ({ browser, faults }, use) => {
    const opened: Page[] = [];
    await use(async () => {
      // The project's options (base address, scripting) apply to every context.
      const context = await browser.newContext();
      await faults.watch(context);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
});
