// The quick check from the first page to the full assessment, and the sample result.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, expect, test } from '../support/test.ts';

const ANSWERS = {
  'AD1-1': '3', 'TE1-1': '4', 'TE1-2': '4', 'TE2-2': '2', 'TE3-1': '4', 'TE4-1': '2', 'TE5-3': '2', 'CE1-1': '3', 'IS2-1': 'DK',
  'CH1-1': '2', 'CH2-2': '4', 'CH3-1': '5', 'BE1-2': '4', PM1: '3',
};

async function fillIn(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(ANSWERS)) {
    await page.locator(`input[type=radio][name="${name}"][value="${value}"]`).check();
  }
}

async function paperOf(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PDF' }).click();
  const file = await (await download).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
}

test('fifteen answers say where one seems to stand and go on to the full assessment', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Quick check, 4 minutes' }).click();
  await expect(page.locator('h1')).toHaveText('Quick check');
  await expect(page.locator('fieldset.question')).toHaveCount(15);
  await axe(page);
  await fillIn(page);
  await page.locator('#PM4-number').fill('12.5 %');
  await page.getByRole('button', { name: 'See what it says' }).click();

  await expect(page).toHaveURL(/\/check\/[0-9a-z]{32}$/);
  const check = page.url();
  await expect(page.locator('h1')).toHaveText('What your quick check says');
  await expect(page.locator('#rough-mean')).toHaveText('3.0');
  const watching = page.locator('#TE4-1');
  await expect(watching).toContainText('Emerging');
  await expect(watching).toContainText('We hear of problems from users.');
  await expect(page.locator('.look-first li').first()).toContainText('Service health is watched');
  await axe(page);
  const paper = await paperOf(page);
  expect(paper).toContain(await page.locator('.summary').innerText());
  expect(paper).toContain('Page 1 of 1');

  await page.getByLabel('Team').fill('Payments Risk');
  await page.getByRole('button', { name: 'Go on to the full assessment' }).click();
  await expect(page).toHaveURL(/\/respond\//);
  await expect(page.getByText('Payments Risk')).toBeVisible();
  await page.goto(`${page.url().split('?')[0]}?section=TE4`);
  await expect(page.locator('input[name="TE4-1"][value="2"]')).toBeChecked();

  await page.goto(check);
  await axe(page);
  await page.getByRole('link', { name: 'Manage the round and see results' }).click();
  await expect(page.getByText('1 person has answered')).toBeVisible();
  await page.goto(check);
  await page.getByRole('link', { name: 'Continue answering' }).click();
  await expect(page).toHaveURL(/\/respond\//);
});

test('what cannot be taken comes back with everything that was entered', async ({ page, faults }) => {
  faults.expect(/422/);
  await page.goto('/check');
  await page.getByRole('button', { name: 'See what it says' }).click();
  await expect(page.getByRole('alert')).toContainText('One answer is needed');
  await fillIn(page);
  await page.locator('#PM4-number').fill('120');
  await page.getByRole('button', { name: 'See what it says' }).click();
  await expect(page.getByRole('alert')).toContainText('all you entered is still on this page');
  await expect(page.locator('#PM4-error')).toContainText('from 0 to 100');
  await expect(page.locator('#PM4-number')).toHaveValue('120');
  for (const [name, value] of Object.entries(ANSWERS)) {
    await expect(page.locator(`input[type=radio][name="${name}"][value="${value}"]`)).toBeChecked();
  }
  await axe(page);
});

test('the sample opens from its picture on the first page and says that it is invented', async ({ page }) => {
  await page.goto('/');
  const index = await page.locator('.picture .big-number').innerText();
  await page.getByRole('link', { name: 'See a sample result' }).click();
  await expect(page).toHaveURL(/\/sample$/);
  await expect(page.getByText('its answers are invented')).toBeVisible();
  await expect(page.locator('#maturity-index')).toHaveText(index);
  await axe(page);
  const paper = await paperOf(page);
  expect(paper).toContain('its answers are invented');
  expect(paper).toContain(await page.locator('.summary').innerText());
});
