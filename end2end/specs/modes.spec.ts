// Every kind of page in every mode that a reader may need: axe finds nothing, nothing is lost at the side, and what is to be
// pressed can be hit.
import type { Page } from '@playwright/test';
import { desk, inEveryMode } from '../support/modes.ts';
import { pages, type Shown } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Opens a page and leaves it as a reader would meet it. */
async function open(page: Page, shown: Shown, address: string): Promise<void> {
  const answer = await page.goto(address);
  if (shown.send) {
    for (const [field, value] of Object.entries(shown.send)) await page.locator(`input[type=text][name="${field}"]`).fill(value);
    const sent = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith(address));
    await page.locator('button[value=next]').click();
    expect((await sent).status()).toBe(shown.status);
    await page.waitForLoadState();
  } else {
    expect(answer?.status()).toBe(shown.status ?? 200);
  }
  expect(page.url(), 'not led elsewhere').toMatch(new RegExp(`${address.replace(/[?]/g, '\\?')}$`));
  await expect(page.locator('h1')).toHaveCount(1);
}

for (const shown of pages) {
  test(`${shown.name} in every mode`, async ({ page, round, faults }) => {
    if (shown.status) faults.expect(new RegExp(String(shown.status)));
    await page.setViewportSize(desk);
    await open(page, shown, shown.at(round));
    await inEveryMode(page);
  });
}
