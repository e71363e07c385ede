// The HTML of every kind of page, as the server sends it, against the standard.
import { HtmlValidate } from 'html-validate';
import config from '../.htmlvalidate.mjs';
import { pages } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('every page is valid HTML', async ({ request, round, server }) => {
  const validator = new HtmlValidate(config);
  for (const shown of pages) {
    await test.step(shown.name, async () => {
      const address = shown.at(round);
      const answer = shown.send
        ? await request.post(address, { form: { ...shown.send, action: 'next' } })
        : await request.get(address);
      expect(answer.status()).toBe(shown.status ?? 200);
      expect(new URL(answer.url()).href, 'not led elsewhere').toBe(new URL(address, server.url).href);
      const { results } = await validator.validateString(await answer.text(), shown.name);
      const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`));
      expect.soft(found, shown.name).toEqual([]);
    });
  }
});
