// How soon a section of the questionnaire is there, and how soon an answer on it is safe, for somebody who comes for the
// first time. Beside it what the same browser needs, in the same minute, for next to nothing from the same server.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { HEAD, line, type Rounds } from './table.ts';
import { painted, roundTrip, seen, watch, type Network, type Seen } from './watched.ts';

const ROUNDS = 5;
const NETWORKS: [string, Network][] = [
  ['no delay', undefined],
  ['400 ms, 50 kB/s', { latency: 400, bytesPerSecond: 50_000 }],
];

/** Makes a response and gives the address of a section of it. */
async function section(url: string): Promise<string> {
  const post = async (path: string) => {
    const answer = await fetch(url + path, { method: 'POST', redirect: 'manual' });
    return answer.headers.get('location') ?? '';
  };
  const round = await (await fetch(url + (await post('/start')))).text();
  const share = /\/join\/\w+/.exec(round)?.[0] ?? '';
  return `${url}${await post(share)}?section=TE1`;
}

/** Answers as soon as there is something to click, then once more. */
async function answerTwice(page: Page, address: string): Promise<Seen> {
  await page.goto(address, { waitUntil: 'commit' });
  for (const [place, name] of ['TE1-1', 'TE1-2'].entries()) {
    await page.locator(`input[name="${name}"][value="3"]`).click();
    await expect.poll(async () => (await seen(page)).acknowledged.length, { timeout: 30_000 }).toBe(place + 1);
  }
  return seen(page);
}

test('a section of the questionnaire', async ({ browser, server, visitor }) => {
  const table = [HEAD];
  for (const [name, network] of NETWORKS) {
    const paint: Rounds = [];
    const first: Rounds = [];
    const next: Rounds = [];
    const longTasks: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // Nobody's cache holds anything: each page is in a browser context of its own.
      const nothing = await browser.newPage();
      await watch(nothing, network);
      await nothing.goto(`${server.url}/healthz`);
      // The first one still opens a connection.
      await roundTrip(nothing);
      const limit = { painted: await painted(nothing), trip: await roundTrip(nothing) };

      const page = await visitor();
      await watch(page, network);
      const { clicks, acknowledged, ...rest } = await answerTwice(page, await section(server.url));
      paint.push({ measured: rest.painted, limit: limit.painted });
      first.push({ measured: acknowledged[0] - clicks[0], limit: limit.trip });
      next.push({ measured: acknowledged[1] - clicks[1], limit: limit.trip });
      longTasks.push(...rest.longTasks);
      await Promise.all([nothing.close(), page.context().close()]);
    }
    table.push(
      line(`${name}: ms to the first paint; limit: a page of one word`, paint),
      line(`${name}: ms from the first click to its 204; limit: a round trip`, first),
      line(`${name}: ms from the next click to its 204; limit: a round trip`, next),
      `${name}: tasks over 50 ms: ${longTasks.map((task) => `${task.toFixed(0)} ms`).join(', ') || 'none'}`,
    );
  }
  console.log(`\n${table.join('\n')}`);
});
