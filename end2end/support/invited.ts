// A round with several respondents, as its owner and they themselves make and enter it by the pages.
import { expect, type Page } from '@playwright/test';
import { signIn } from './organisation.ts';
import type { Server } from './server.ts';

/** Opens a round of a team of eight as the demonstration's owner; its address. */
export async function openRound(page: Page, demonstration: Server, name: string, mode = 'named'): Promise<string> {
  await signIn(page, demonstration);
  await page.goto(`${demonstration.url}/rounds/new`);
  await page.getByRole('checkbox', { name: 'Claims Triage' }).check();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.locator(`input[name=mode][value=${mode}]`).check();
  await page.getByRole('button', { name: 'Open it now' }).click();
  await expect(page.locator('h1')).toContainText(name);
  return page.url();
}

/** Makes personal links; by the name that each is for. */
export async function invite(page: Page, round: string, names: string[]): Promise<Map<string, string>> {
  await page.goto(`${round}/invitations`);
  await page.getByLabel('Whom to invite').fill(names.join('\n'));
  await page.getByRole('button', { name: 'Make the links' }).click();
  const links = new Map<string, string>();
  for (const name of names) links.set(name, await page.getByLabel(`Link for ${name}`).inputValue());
  return links;
}

/** Begins by a link; the address of the response. */
export async function begin(page: Page, link: string): Promise<string> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Before the first question' })).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('h1')).toHaveText('About you');
  return page.url().split('?')[0];
}

/** Answers a question and goes on. */
export async function answer(page: Page, own: string, value: string): Promise<void> {
  await page.goto(`${own}?section=TE1`);
  await page.locator(`input[name="TE1-1"][value="${value}"]`).check();
  await page.getByRole('button', { name: /^Next/ }).click();
  await expect(page.locator('h1')).not.toHaveText('Training and release pipelines');
}

/** Fails unless the response holds this answer. */
export async function expectAnswer(page: Page, own: string, value: string): Promise<void> {
  await page.goto(`${own}?section=TE1`);
  await expect(page.locator(`input[name="TE1-1"][value="${value}"]`)).toBeChecked();
}

/** Closes a round as who runs it. */
export async function close(page: Page, round: string): Promise<void> {
  await page.goto(`${round}/close`);
  await page.getByRole('button', { name: /^Close/ }).click();
  await expect(page.locator('h1')).toContainText('closed');
}
