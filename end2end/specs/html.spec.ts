// The HTML of every kind of page, as the server sends it, against the standard.
import { faultsOf } from '../support/html.ts';
import { organisationPaths, signIn } from '../support/organisation.ts';
import { pages } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('every page is valid HTML', async ({ request, round, server }) => {
  for (const shown of pages) {
    await test.step(shown.name, async () => {
      const address = shown.at(round);
      const answer = shown.send
        ? await request.post(address, { form: { ...shown.send, action: 'next' } })
        : await request.get(address);
      expect(answer.status()).toBe(shown.status ?? 200);
      expect(new URL(answer.url()).href, 'not led elsewhere').toBe(new URL(address, server.url).href);
      expect.soft(await faultsOf(await answer.text(), shown.name), shown.name).toEqual([]);
    });
  }
});

test('every page of an organisation is valid HTML', async ({ page, demonstration }) => {
  test.setTimeout(120_000);
  const login = await page.request.get(`${demonstration.url}/login`);
  expect.soft(await faultsOf(await login.text(), 'login'), 'login').toEqual([]);
  await signIn(page, demonstration);
  const paths = await organisationPaths(page, demonstration);
  // The cookies of the browser, but not its document: that is mended while it is read.
  for (const path of paths) {
    await test.step(path, async () => {
      const answer = await page.request.get(`${demonstration.url}${path}`);
      expect(answer.status()).toBe(200);
      expect(new URL(answer.url()).href, 'not led elsewhere').toBe(new URL(path, demonstration.url).href);
      expect.soft(await faultsOf(await answer.text(), path), path).toEqual([]);
    });
  }
});
