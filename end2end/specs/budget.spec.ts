// What a page of the questionnaire costs whoever opens it for the first time, in bytes as they were transferred.
//
// budget.json holds what is allowed: the present figures, rounded up by 3 % at most. They may only go down.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/test.ts';

type Kind = 'everything but fonts' | 'script and wasm' | 'fonts';

const budget = JSON.parse(readFileSync(path.join(import.meta.dirname, '../budget.json'), 'utf8')) as Record<Kind, number>;

/** What no budget may ever allow. */
const limits: Record<Kind, number> = { 'everything but fonts': 88_000, 'script and wasm': 60_000, fonts: 70_000 };

test('a page of the questionnaire stays within its budget', async ({ visitor, round }) => {
  for (const kind of Object.keys(limits) as Kind[]) {
    expect(budget[kind], `the budget of ${kind} against its limit`).toBeLessThanOrEqual(limits[kind]);
  }
  const page = await visitor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const sent = new Map<string, { kind: string; url: string; encoding: string; bytes: number }>();
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1] ?? '';
    sent.set(requestId, { kind: type, url: response.url, encoding, bytes: 0 });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const response = sent.get(requestId);
    if (response) response.bytes = encodedDataLength;
  });
  await page.goto(`${round.respond}?section=TE1`, { waitUntil: 'networkidle' });

  const all = [...sent.values()];
  console.log(all.map(({ bytes, encoding, url }) => `${String(bytes).padStart(7)} ${encoding || '-'}\t${new URL(url).pathname.replace(/^\/(respond|assets)\/\w+/, '/$1/…')}`).join('\n'));
  const fonts = all.filter(({ kind }) => kind === 'Font');
  const rest = all.filter(({ kind }) => kind !== 'Font');
  const program = rest.filter(({ url }) => /\.(js|wasm)$/.test(new URL(url).pathname));
  expect(fonts.length, 'fonts').toBeGreaterThan(0);
  expect(program.length, 'script and wasm').toBeGreaterThan(1);
  for (const { url, encoding, bytes } of rest) {
    // What is too small to become smaller is sent as it is.
    if (bytes > 1_000) expect(encoding, url).toBe('br');
  }

  const weigh = (responses: typeof all) => responses.reduce((sum, { bytes }) => sum + bytes, 0);
  const weights: Record<Kind, number> = { 'everything but fonts': weigh(rest), 'script and wasm': weigh(program), fonts: weigh(fonts) };
  for (const kind of Object.keys(limits) as Kind[]) {
    console.log(`${kind}: ${weights[kind]} bytes, of ${budget[kind]} allowed`);
    if (budget[kind] > weights[kind] * 1.03) console.log(`  ${kind} got lighter: lower its budget`);
    expect.soft(weights[kind], `bytes of ${kind}`).toBeLessThanOrEqual(budget[kind]);
  }
  const loading = await page.evaluate(() => [...document.fonts].map((font) => font.display));
  expect(new Set(loading), 'text can be read before the fonts are there').toEqual(new Set(['swap']));
});
