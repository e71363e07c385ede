// Nothing typed is lost: offline, over a reload, in two tabs, on a slow answer, and when the round closes.
import type { BrowserContext, Page } from '@playwright/test';
import { begin as beginBy, close, invite, openRound } from '../support/invited.ts';
import { Line } from '../support/line.ts';
import { axe, expect, test } from '../support/test.ts';

/** Starts a round and goes to a section of a response of one's own. */
async function begin(page: Page, section: string, server = ''): Promise<string> {
  await page.goto(`${server}/`);
  await page.getByRole('button', { name: 'Start a round' }).click();
  await page.getByRole('link', { name: 'Answer yourself' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('h1')).toHaveText('About you');
  const respond = new URL(page.url()).pathname;
  await page.goto(`${server}${respond}?section=${section}`);
  return `${server}${respond}`;
}

const saved = /^Saved \d\d:\d\d$/;
const status = (page: Page) => page.locator('.save-status');

/** Answers over a line that is cut, leaves the page offline, and comes back: all of it is saved, and nothing is kept here. */
async function goesThroughATunnel(page: Page, context: BrowserContext, line: Line, respond: string): Promise<void> {
  await page.goto(`${respond}?section=TE1`);
  await page.locator('input[name="TE1-1"][value="2"]').check();
  await expect(status(page)).toHaveText(saved);

  line.cut();
  await context.setOffline(true);
  await page.locator('input[name="TE1-1"][value="4"]').check();
  await page.locator('fieldset#q-TE1-2 summary', { hasText: 'comment' }).click();
  await page.locator('[name="comment.TE1-2"]').fill('Written in a tunnel\nwith two lines; and a semicolon');
  await expect(status(page)).toHaveText(/^Not saved, offline/);
  await expect(page.getByRole('status')).toContainText('Not saved');
  // Going on is no way to lose it.
  await page.getByRole('button', { name: /^Next/ }).click();
  await expect(status(page)).toHaveText(/^Not saved/);
  await expect(page.locator('h1')).toHaveText('Training and release pipelines');
  await page.reload().catch(() => undefined);
  // Chromium's own page would reload by itself once the connection is back; leaving it may need a second try.
  await expect(() => page.goto('about:blank')).toPass();

  line.mend();
  await context.setOffline(false);
  await page.goto(`${respond}?section=AD1`);
  await expect(status(page)).toHaveText(saved);
  await page.goto(`${respond}?section=TE1`);
  await expect(page.locator('input[name="TE1-1"][value="4"]')).toBeChecked();
  await expect(page.locator('[name="comment.TE1-2"]')).toHaveValue('Written in a tunnel\nwith two lines; and a semicolon');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('plumbline:/respond')))).toEqual([]);
}

test('what is typed offline survives a reload and is sent when the connection is back', async ({ page, context, faults, server }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const line = await Line.to(server.url);
  await goesThroughATunnel(page, context, line, await begin(page, 'TE1', line.url));
  await line.close();
});

test('in a confidential round, too, what is typed offline is sent when the connection is back', async ({ page, context, faults, demonstration, visitor }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const owner = await visitor();
  const round = await openRound(owner, demonstration, 'Tunnel', 'confidential');
  const links = await invite(owner, round, ['Jo Example']);
  const line = await Line.to(demonstration.url);
  await goesThroughATunnel(page, context, line, await beginBy(page, `${line.url}${new URL(links.get('Jo Example') ?? '').pathname}`));
  await line.close();
});

test('what waits is shown where it was typed, and sent from there', async ({ page, context, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource|503/);
  const respond = await begin(page, 'TE1');
  // The server is there but cannot save: pages come, changes do not.
  await page.route('**/autosave', (route) => route.fulfill({ status: 503 }));
  await page.locator('input[name="TE1-3"][value="DK"]').check();
  await expect(status(page)).toHaveText('Not saved, retrying');
  await page.goto(`${respond}?section=TE1`);
  await expect(page.locator('input[name="TE1-3"][value="DK"]')).toBeChecked();
  await page.unroute('**/autosave');
  await expect(status(page)).toHaveText(saved, { timeout: 40_000 });
  await expect(page.getByRole('status')).toHaveText('Saved again');
  await page.reload();
  await expect(page.locator('input[name="TE1-3"][value="DK"]')).toBeChecked();
});

test('an answer whose acknowledgement was lost is no conflict with itself', async ({ page, faults }) => {
  faults.expect(/ERR_FAILED|Failed to load resource/);
  await begin(page, 'TE1');
  let lost = 0;
  await page.route('**/autosave', async (route) => {
    await route.fetch();
    lost += 1;
    await (lost === 1 ? route.abort() : route.fallback());
  });
  await page.locator('input[name="TE1-1"][value="2"]').check();
  await expect(status(page)).toHaveText('Not saved, retrying');
  await page.locator('input[name="TE1-1"][value="5"]').check();
  await expect(status(page)).toHaveText(saved, { timeout: 20_000 });
  await expect(page.locator('.conflict')).toBeHidden();
  await page.reload();
  await expect(page.locator('input[name="TE1-1"][value="5"]')).toBeChecked();
});

test('two tabs: both texts are shown and the person chooses', async ({ page, context, faults }) => {
  faults.expect(/409/);
  const respond = await begin(page, 'open');
  const other = await context.newPage();
  await other.goto(`${respond}?section=open`);
  const field = '[name="open.change"]';
  await page.locator(field).fill('from the first tab');
  await page.locator(field).blur();
  await expect(status(page)).toHaveText(saved);

  await other.locator(field).fill('from the second tab');
  await other.locator(field).blur();
  await expect(status(other)).toHaveText('Not saved: choose below.');
  const conflict = other.getByRole('region', { name: 'Changed in two places' });
  await expect(conflict).toContainText('from the first tab');
  await expect(conflict).toContainText('from the second tab');
  await expect(conflict).toBeFocused();
  await axe(other);
  // Going on waits for the choice.
  await other.getByRole('button', { name: /^Next/ }).click();
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: 'Keep what is here' }).click();
  await expect(status(other)).toHaveText(saved);
  await expect(conflict).toBeHidden();

  await page.locator(field).fill('from the first tab, once more');
  await page.locator(field).blur();
  await page.getByRole('button', { name: 'Keep the other' }).click();
  await expect(page.locator(field)).toHaveValue('from the second tab');
  await page.goto(`${respond}/history`);
  await expect(page.locator('[data-field="open.change"] .typed')).toHaveText(['from the second tab', 'from the first tab']);
});

test('two tabs, a thousand edits: each acknowledged one is current or in the history', async ({ page, context, faults }) => {
  test.setTimeout(180_000);
  faults.expect(/409/);
  const respond = await begin(page, 'open');
  const other = await context.newPage();
  await other.goto(`${respond}?section=open`);
  // In each tab: types, waits for the server's word, and insists where the other tab was quicker.
  const edit = async (tab: Page, name: string) => {
    const acknowledged: string[] = [];
    tab.on('response', (response) => {
      if (!response.url().endsWith('/autosave') || response.status() !== 204) return;
      const text = new URLSearchParams(response.request().postData() ?? '').get('open.change');
      if (text) acknowledged.push(text);
    });
    await tab.evaluate(async (tabName) => {
      const field = document.querySelector<HTMLTextAreaElement>('[name="open.change"]')!;
      const shown = document.querySelector('.save-status')!;
      const mine = document.querySelector<HTMLButtonElement>('.conflict button')!;
      const settled = () => new Promise<void>((resolve) => {
        const look = () => {
          if (/^Saved/.test(shown.textContent ?? '')) return resolve();
          if (!document.querySelector<HTMLElement>('.conflict')!.hidden) mine.click();
          setTimeout(look, 1);
        };
        look();
      });
      for (let n = 0; n < 500; n++) {
        field.value = `${tabName} ${n}`;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
        await settled();
      }
    }, name);
    return acknowledged;
  };
  const [first, second] = await Promise.all([edit(page, 'left'), edit(other, 'right')]);
  expect(first.length).toBeGreaterThan(400);
  expect(second.length).toBeGreaterThan(400);
  await page.goto(`${respond}/history`);
  const kept = new Set(await page.locator('[data-field="open.change"] .typed').allTextContents());
  expect([...first, ...second].filter((text) => !kept.has(text)), 'acknowledged and lost').toEqual([]);
  expect(kept.has('left 499') && kept.has('right 499')).toBe(true);
});

test('who types while the round closes is told, and keeps the text', async ({ page, demonstration, visitor, faults }) => {
  faults.expect(/409/);
  const round = await openRound(page, demonstration, 'Closing');
  const links = await invite(page, round, ['Dee Example']);
  const writer = await visitor();
  const own = await beginBy(writer, links.get('Dee Example') ?? '');
  await writer.goto(`${own}?section=open`);
  await close(page, round);
  const field = writer.locator('[name="open.change"]');
  await field.fill('Half a thought');
  await expect(status(writer)).toContainText('The round is closed');
  await expect(field).toHaveValue('Half a thought');
  await axe(writer);
});
