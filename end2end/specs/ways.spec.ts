// Ways into a round: a personal link, the link to share, two people at once, and a round that closes while somebody types.
import type { Page } from '@playwright/test';
import { signIn } from '../support/organisation.ts';
import type { Server } from '../support/server.ts';
import { axe, expect, test } from '../support/test.ts';

/** Opens a named round of the first team as the demonstration's owner; its address. */
async function openRound(page: Page, demonstration: Server, name: string): Promise<string> {
  await signIn(page, demonstration);
  await page.goto(`${demonstration.url}/rounds/new`);
  await page.locator('input[name=team]').first().check();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.locator('input[name=mode][value=named]').check();
  await page.getByRole('button', { name: 'Open it now' }).click();
  await expect(page.locator('h1')).toContainText(name);
  return page.url();
}

/** Makes personal links; by the name that each is for. */
async function invite(page: Page, round: string, names: string[]): Promise<Map<string, string>> {
  await page.goto(`${round}/invitations`);
  await page.getByLabel('Whom to invite').fill(names.join('\n'));
  await page.getByRole('button', { name: 'Make the links' }).click();
  const links = new Map<string, string>();
  for (const name of names) links.set(name, await page.getByLabel(`Link for ${name}`).inputValue());
  return links;
}

async function begin(page: Page, link: string): Promise<string> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Before the first question' })).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('h1')).toHaveText('About you');
  return page.url().split('?')[0];
}

test('a personal link makes one response, and leads back to it from another device', async ({ page, demonstration, visitor }) => {
  const round = await openRound(page, demonstration, 'Personal links');
  const links = await invite(page, round, ['Ada Example', 'Bob Example']);
  await axe(page);
  const link = links.get('Ada Example') ?? '';
  const [laptop, telephone] = [await visitor(), await visitor()];
  const own = await begin(laptop, link);
  await laptop.goto(`${own}?section=TE1`);
  await laptop.locator('input[name="TE1-1"][value="4"]').check();
  await laptop.getByRole('button', { name: /^Next/ }).click();
  await expect(laptop.locator('h1')).not.toHaveText('Training and release pipelines');

  // The same link on another device: no second notice, and what was answered is there.
  await telephone.goto(link);
  expect(telephone.url().split('?')[0]).toBe(own);
  await telephone.goto(`${own}?section=TE1`);
  await expect(telephone.locator('input[name="TE1-1"][value="4"]')).toBeChecked();

  await page.goto(`${round}/invitations`);
  await expect(page.getByRole('heading', { name: '2 invited, 1 begun' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New link for Ada Example' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New link for Bob Example' })).toBeVisible();
});

test('two people answer one round at once, by a personal link and by the link to share', async ({ page, demonstration, visitor }) => {
  const round = await openRound(page, demonstration, 'Two devices');
  const shared = await page.getByLabel('Link to share', { exact: true }).inputValue();
  await page.getByText('Show as a code for a meeting').click();
  await expect(page.getByRole('img', { name: 'The link to share, as a square code' })).toBeVisible();
  await axe(page);
  const links = await invite(page, round, ['Cy Example']);
  const [one, other] = [await visitor(), await visitor()];
  const [first, second] = [await begin(one, links.get('Cy Example') ?? ''), await begin(other, shared)];
  expect(first).not.toBe(second);
  for (const [who, own, value] of [[one, first, '2'], [other, second, '5']] as const) {
    await who.goto(`${own}?section=TE1`);
    await who.locator(`input[name="TE1-1"][value="${value}"]`).check();
    await who.getByRole('button', { name: /^Next/ }).click();
    await expect(who.locator('h1')).not.toHaveText('Training and release pipelines');
  }
  await one.goto(`${first}?section=TE1`);
  await expect(one.locator('input[name="TE1-1"][value="2"]')).toBeChecked();
  await page.goto(round);
  await expect(page.getByRole('heading', { name: '2 people have answered' })).toBeVisible();
});

test('who types while the round closes is told, and keeps the text', async ({ page, demonstration, visitor, faults }) => {
  faults.expect(/409/);
  const round = await openRound(page, demonstration, 'Closing');
  const links = await invite(page, round, ['Dee Example']);
  const writer = await visitor();
  const own = await begin(writer, links.get('Dee Example') ?? '');
  await writer.goto(`${own}?section=open`);
  await page.goto(`${round}/close`);
  await page.getByRole('button', { name: /^Close/ }).click();
  await expect(page.locator('h1')).toContainText('closed');
  const field = writer.locator('[name="open.change"]');
  await field.fill('Half a thought');
  await expect(writer.locator('.save-status')).toContainText('The round is closed');
  await expect(field).toHaveValue('Half a thought');
});
