// On a slow line: the page can be read and answered before the program has arrived, and that answer is kept.
import { expect, test } from '../support/test.ts';

test('an answer chosen before the program arrives is saved when it does', async ({ visitor, round }) => {
  const page = await visitor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  let arrived = false;
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('.wasm')) arrived = true;
  });
  const saved = page.waitForResponse((response) => response.url().endsWith('/autosave'));

  // A response of its own, so that nothing is chosen before.
  await page.goto(round.join, { waitUntil: 'commit' });
  await page.locator('button[value=next]').click();
  await page.waitForURL(/\/respond\//, { waitUntil: 'commit' });
  const response = new URL(page.url()).pathname;
  await page.goto(`${response}?section=TE1`, { waitUntil: 'commit' });
  const early = page.locator('input[name="TE1-1"][value="3"]');
  await early.check();
  await expect(early).toBeChecked();
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  expect(painted, 'the page is in sight').toBe(1);
  expect(arrived, 'the program has arrived').toBe(false);

  const answer = await saved;
  expect(answer.status()).toBe(204);
  expect(answer.request().postData()).toBe('TE1-1=3&seen.TE1-1=0');
  await expect(page.locator('.save-status')).toHaveText(/^Saved/);
  const elsewhere = await visitor();
  await elsewhere.goto(`${response}?section=TE1`);
  await expect(elsewhere.locator('input[name="TE1-1"][value="3"]')).toBeChecked();

  await page.getByRole('button', { name: /^Next/ }).click();
  await expect(page).not.toHaveURL(/section=TE1/);
  await expect(page.locator('h1')).toBeVisible();
});
