// A team in one room: the question on a screen, votes on telephones, one answer.
import { type Page } from '@playwright/test';
import { axe, expect, test } from '../support/test.ts';

const PASSWORD = 'correct horse battery staple';

/** Sets a server up and makes a round with one answer for the team; the page then shows it. */
async function makeRound(page: Page, setup: string) {
  await page.goto(setup);
  await page.getByLabel('Organisation').fill('Tarn & Sons');
  await page.getByLabel('Your name').fill('Olga');
  await page.getByLabel('Email address').fill('olga@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the organisation' }).click();
  await page.getByRole('link', { name: 'Make a team' }).click();
  await page.getByLabel('Name').fill('Fraud');
  await page.getByRole('button', { name: 'Make the team' }).click();
  await expect(page.locator('h1')).toHaveText('Fraud');
  // Who runs the meeting answers for the team, and so belongs to it.
  await page.getByText('Add somebody').click();
  await page.getByLabel('Name or address of somebody in the organisation').fill('Olga');
  await page.getByRole('button', { name: 'Look for them' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { name: '1 member' })).toBeVisible();
  await page.getByRole('link', { name: 'New round' }).click();
  await page.getByLabel(/One answer for the team/).check();
  await page.getByRole('button', { name: 'Open it now' }).click();
}

/** The address for telephones, as the screen shows it. */
async function address(page: Page): Promise<string> {
  return (await page.locator('.address a').getAttribute('href')) ?? '';
}

test('five telephones vote, all votes are shown at once, and what is agreed on is the answer', async ({ page, fresh, visitor, faults }) => {
  await makeRound(page, fresh.setup);
  const round = page.url();
  await page.getByRole('link', { name: 'Answer together in a meeting' }).click();
  await axe(page);
  await page.getByRole('button', { name: 'Start the meeting' }).click();
  await expect(page.getByText('question 1 of 60')).toBeVisible();
  await axe(page);
  const question = (await page.locator('h1').textContent()) ?? '';

  const phones: Page[] = [];
  for (let number = 1; number <= 5; number += 1) {
    const phone = await visitor();
    await phone.setViewportSize({ width: 375, height: 700 });
    await phone.goto(await address(page));
    await phone.getByRole('button', { name: 'Join' }).click();
    await expect(phone.locator('h1')).toHaveText(question);
    phones.push(phone);
  }
  await axe(phones[0]);
  // The screen counts by itself.
  await expect(page.locator('.pulse')).toContainText('5 phones are here');

  const votes = ['1', '1', '5', '4'];
  for (const [place, vote] of votes.entries()) {
    await phones[place].getByRole('button', { name: new RegExp(`^${vote} `) }).click();
    await expect(phones[place].getByText(`Your vote: ${vote} `)).toBeVisible();
    await expect(page.locator('.pulse')).toContainText(`${place + 1} of 5 ha`);
  }
  // One changes its mind, one does not know: nobody sees it yet.
  await phones[3].getByRole('button', { name: /^5 / }).click();
  await expect(phones[3].getByText('Your vote: 5 ')).toBeVisible();
  await phones[4].getByRole('button', { name: 'Don’t know' }).click();
  await expect(page.locator('.pulse')).toContainText('5 of 5 have voted');
  await expect(page.locator('.votes')).toHaveCount(0);
  await expect(phones[0].locator('.votes')).toHaveCount(0);
  await expect(phones[4].getByRole('button', { name: 'Don’t know' })).toHaveAttribute('aria-pressed', 'true');

  // By keyboard: the button has the focus from the start.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (const shown of [page, ...phones]) {
    await expect(shown.getByRole('heading', { name: 'You disagree: talk first' })).toBeVisible();
    await expect(shown.locator('.points .votes b')).toHaveText(['2', '0', '0', '0', '2']);
    await expect(shown.getByText('1 don’t know')).toBeVisible();
    await expect(shown.getByRole('button', { name: /^1 / })).toHaveCount(0);
  }
  await axe(page);
  await axe(phones[0]);

  await expect(page.getByRole('radio', { name: /^1 / })).toBeChecked();
  await page.getByRole('radio', { name: /^2 / }).check();
  await page.getByLabel('Note').fill('Two models are served by hand.');
  await page.getByRole('button', { name: 'Record' }).click();
  await expect(page.getByText(/^Recorded: 2 /)).toBeVisible();
  await axe(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('question 2 of 60')).toBeVisible();
  await expect(page.locator('.pulse')).toContainText('0 of 5 have voted');
  // Telephones follow.
  const next = (await page.locator('h1').textContent()) ?? '';
  for (const phone of phones) {
    await expect(phone.locator('h1')).toHaveText(next);
    await expect(phone.getByText('Tap what fits.')).toBeVisible();
  }

  faults.expect(/404/);
  await page.getByRole('button', { name: 'End the meeting' }).click();
  await expect(phones[0].getByText('The meeting is over')).toBeVisible();
  expect(page.url()).toBe(round);
  await page.getByRole('button', { name: 'Go on answering' }).click();
  await page.goto(`${page.url().split('?')[0]}?section=AD1`);
  await expect(page.getByRole('radio', { name: /^Emerging/ }).first()).toBeChecked();
  await expect(page.getByText('Two models are served by hand.')).toBeVisible();
  await page.goto(`${round}/results`);
  // The team's one answer, and no vote, is in the result.
  await expect(page.locator('main')).toContainText('1 person answered');
  await expect(page.locator('main')).toContainText('Median 2, Emerging.');
});

test('the screen and the telephone fit and are read in the dark and by narrow columns', async ({ page, fresh, visitor }) => {
  await makeRound(page, fresh.setup);
  await page.goto(`${page.url()}/meeting`);
  await page.getByRole('button', { name: 'Start the meeting' }).click();
  const phone = await visitor();
  await phone.goto(await address(page));
  await phone.getByRole('button', { name: 'Join' }).click();
  const look = async (shown: Page) => {
    for (const width of [1280, 320]) {
      await shown.setViewportSize({ width, height: 700 });
      await shown.emulateMedia({ colorScheme: width === 320 ? 'dark' : 'light' });
      expect(await shown.evaluate(() => document.documentElement.scrollWidth), `at ${width}`).toBeLessThanOrEqual(width);
      await axe(shown);
    }
  };
  await look(page);
  await look(phone);
  await phone.getByRole('button', { name: /^3 / }).click();
  await expect(phone.getByText('Your vote: 3 ')).toBeVisible();
  await page.getByRole('button', { name: 'Reveal' }).click();
  await expect(page.getByText('One vote: too few to tell')).toBeVisible();
  await look(page);
  await expect(phone.getByText('One vote: too few to tell')).toBeVisible();
  await look(phone);
});
