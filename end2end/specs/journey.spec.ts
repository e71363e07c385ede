// The main job from end to end by keyboard: start, share, answer everything, reload half-way, submit, read, take away.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, expect, test } from '../support/test.ts';

/** Which answer is given to the n-th question: spread, so that the result has something to say. */
const answerTo = (n: number) => [3, 4, 2, 5, 3][n % 5];

/** Moves the focus by Tab until something matching `selector` has it; the tool inventory has the most stops. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`no Tab leads to ${selector} on ${page.url()}`);
}

/** Chooses the value of the radio group that has the focus, with arrow keys and space as a keyboard does. */
async function choose(page: Page, name: string, value: number): Promise<void> {
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press('Space');
  for (let step = 1; step < value; step++) await page.keyboard.press('ArrowDown');
  await expect(page.locator(`input[type=radio][name="${name}"][value="${value}"]`)).toBeChecked();
}

async function names(page: Page): Promise<string[]> {
  return page.locator('.stage input[value="1"]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name));
}

test('the whole questionnaire by keyboard, with a reload half-way, to the same numbers on screen and paper', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/');
  await tabTo(page, 'input[name=team]');
  await page.keyboard.type('Payments Risk');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/manage\//);
  await axe(page);
  const manage = page.url();
  await page.getByRole('link', { name: 'Answer yourself' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Before the first question' })).toBeVisible();
  await axe(page);
  await tabTo(page, 'button[value=next]');
  await page.keyboard.press('Enter');

  let asked = 0;
  let reloaded = false;
  for (let section = 0; section < 25; section++) {
    await expect(page.locator('h1')).toBeVisible();
    if (section < 3 || section > 20) await axe(page);
    for (const name of await names(page)) {
      // The status says Saved only after the server's word for this very change.
      const saved = page.waitForResponse((response) => response.url().endsWith('/autosave') && response.status() === 204);
      await choose(page, name, answerTo(asked++));
      await saved;
      if (asked === 33) {
        await expect(page.locator('.save-status')).toHaveText(/^Saved \d\d:\d\d$/);
        await page.reload();
        reloaded = true;
        await expect(page.locator(`input[name="${name}"][value="${answerTo(asked - 1)}"]`)).toBeChecked();
      }
    }
    for (const percentage of await page.locator('.percent input[type=text]').all()) {
      await tabTo(page, `#${await percentage.getAttribute('id')}`);
      await page.keyboard.type('12.5 %');
      asked++;
    }
    const here = page.url();
    await tabTo(page, 'button[value=next]');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.toString() !== here);
  }
  expect(asked).toBe(66);
  expect(reloaded).toBe(true);

  await expect(page.locator('h1')).toHaveText('Review');
  await expect(page.getByText('All 66 questions have an answer')).toBeVisible();
  await axe(page);
  await tabTo(page, 'button[value=submit]');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Submitted');
  await axe(page);

  await page.goto(manage);
  await expect(page.getByText('1 person has answered')).toBeVisible();
  await page.getByRole('link', { name: 'See the results' }).press('Enter');
  await expect(page.locator('h1')).toHaveText('Where Payments Risk stands');
  await axe(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PDF' }).press('Enter');
  const file = await (await download).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  const paper = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  const index = await page.locator('#maturity-index').innerText();
  expect(Number(index)).toBeGreaterThan(0);
  expect(paper).toContain('Where Payments Risk stands');
  expect(paper).toMatch(new RegExp(`\\b${index}\\b`));
  const summary = await page.locator('.summary').innerText();
  expect(paper).toContain(summary);
  const shares = (await page.locator('.rung .share').allInnerTexts()).filter((share) => share !== '');
  expect(shares).toHaveLength(4);
  for (const share of shares) expect(paper).toContain(share);
  for (const row of await page.locator('.construct').all()) {
    const name = await row.locator('.name').first().innerText();
    const figure = (await row.locator('.figure [aria-hidden]').first().innerText()).trim();
    expect(figure).toMatch(/^\d+$/);
    expect(paper, `${name} ${figure}`).toMatch(new RegExp(`\\b${figure}\\b`));
  }
});

test('an answer given while the server is out of reach is sent when it is back', async ({ page, context, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await page.goto('/');
  await page.getByRole('button', { name: 'Start a round' }).click();
  await page.getByRole('link', { name: 'Answer yourself' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: /^Next/ }).click();
  await expect(page.locator('h1')).toHaveText('Reach and ownership');
  const first = page.locator('input[name="AD1-1"][value="2"]');
  await first.check();
  await expect(page.locator('.save-status')).toHaveText(/^Saved/);
  await context.setOffline(true);
  await page.locator('input[name="AD1-2"][value="4"]').check();
  await expect(page.locator('.save-status')).toHaveText(/^Not saved, offline/);
  await context.setOffline(false);
  await expect(page.locator('.save-status')).toHaveText(/^Saved/, { timeout: 40_000 });
  await page.reload();
  await expect(page.locator('input[name="AD1-2"][value="4"]')).toBeChecked();
});

test('pages without an island load no program, and what an island costs is told', async ({ page }) => {
  let scripts: { url: string; size: Promise<number> }[] = [];
  page.on('requestfinished', (request) => {
    if (!/\.(js|wasm)$/.test(new URL(request.url()).pathname)) return;
    scripts.push({ url: request.url(), size: request.sizes().then((sizes) => sizes.responseBodySize) });
  });
  const told: string[] = [];
  /** Bytes of script and wasm, as they were sent, since the last page. */
  const cost = async (name: string): Promise<number> => {
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(scripts.map((script) => script.size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    scripts = [];
    told.push(`${name}: ${bytes} bytes of script and wasm`);
    return bytes;
  };

  await page.goto('/');
  expect(await cost('first page')).toBe(0);
  await page.getByRole('button', { name: 'Start a round' }).click();
  await expect(page).toHaveURL(/\/manage\//);
  // Its addresses have a button that copies, and no more than that.
  await expect.poll(() => scripts.map(({ url }) => url.split('/').at(-1))).toEqual(['copy.js']);
  expect(await cost('round')).toBeLessThan(1_000);
  const manage = page.url();
  await page.goto(`${manage}/results`);
  await expect(page.locator('h1')).toBeVisible();
  expect(await cost('result')).toBe(0);
  await page.goto(manage);
  await cost('round, again');
  await page.getByRole('link', { name: 'Answer yourself' }).click();
  expect(await cost('invitation')).toBe(0);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('h1')).toHaveText('About you');
  expect(await cost('section of the questionnaire')).toBeGreaterThan(0);
  await page.goto(`${page.url()}/history`);
  expect(await cost('earlier versions')).toBe(0);
  console.log(told.join('\n'));
});
