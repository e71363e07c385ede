// With scripting off: ordinary forms, from the landing page to the confirmation.
import { begin, close, invite, openRound } from '../support/invited.ts';
import { signIn } from '../support/organisation.ts';
import { axe, expect, test } from '../support/test.ts';

test('two sections and submitting, with nothing but forms', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Team').fill('Plain forms');
  await page.getByRole('button', { name: 'Start a round' }).click();
  const manage = page.url();
  await page.getByRole('link', { name: 'Answer yourself' }).click();
  await page.getByLabel('Your name').fill('Kim');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel(/^Data scientist/).check();
  await page.getByRole('button', { name: /^Next/ }).click();

  for (const title of ['Reach and ownership', 'Training and release pipelines']) {
    await expect(page.locator('h1')).toHaveText(title);
    await axe(page);
    for (const question of await page.locator('fieldset.question').all()) await question.locator('input[value="4"]').check();
    await page.getByRole('button', { name: /^Next/ }).click();
  }
  await expect(page.locator('h1')).toHaveText('Data pipelines and quality');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.locator('input[name="TE1-1"][value="4"]')).toBeChecked();
  await page.getByRole('button', { name: 'Save and see what is left' }).click();
  await expect(page.getByText('6 of 66 questions have an answer')).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.locator('h1')).toHaveText('Submitted');

  await page.goto(manage);
  await expect(page.getByText('Kim')).toBeVisible();
  await expect(page.getByText('submitted', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'See the results' }).click();
  await expect(page.getByText('Too few to tell').first()).toBeVisible();
  await axe(page);
});

test('what cannot be taken comes back with what was typed', async ({ page, faults }) => {
  faults.expect(/422/);
  await page.goto('/');
  await page.getByRole('button', { name: 'Start a round' }).click();
  await page.getByRole('link', { name: 'Answer yourself' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.goto(`${page.url()}?section=PM`);
  await page.locator('#PM4-number').fill('120');
  await page.getByRole('button', { name: /^Next/ }).click();
  await expect(page.getByRole('alert')).toContainText('Please check');
  await expect(page.locator('#PM4-number')).toHaveValue('120');
  await expect(page.locator('#PM4-error')).toContainText('from 0 to 100');
  await page.getByRole('alert').getByRole('link', { name: '"120" is not a percentage' }).click();
  await expect(page.locator('#q-PM4')).toBeInViewport();
  await axe(page);
});

test('who sends a page after the round was closed is told, and keeps the text', async ({ page, demonstration, visitor, faults }) => {
  faults.expect(/409/);
  const round = await openRound(page, demonstration, 'Closing, by forms');
  const links = await invite(page, round, ['Kay Example']);
  const writer = await visitor();
  const own = await begin(writer, links.get('Kay Example') ?? '');
  await writer.goto(`${own}?section=open`);
  await close(page, round);
  await writer.locator('[name="open.change"]').fill('Half a thought');
  await writer.getByRole('button', { name: /^Next/ }).click();
  await expect(writer.getByRole('alert')).toContainText('this round was closed meanwhile');
  await expect(writer.locator('[name="open.change"]')).toHaveValue('Half a thought');
  await axe(writer);
});

test('a telephone joins a meeting, votes, changes its mind and sees the votes, by loading its page', async ({ page, demonstration, visitor, faults }) => {
  faults.expect(/404/);
  faults.expect(/409/);
  const round = await openRound(page, demonstration, 'Voting, by forms', 'one_answer');
  // Who runs a meeting belongs to the team.
  const screen = await visitor();
  await signIn(screen, demonstration, 'lead');
  await screen.goto(round);
  await screen.getByRole('link', { name: 'Answer together in a meeting' }).click();
  await screen.getByRole('button', { name: 'Start the meeting' }).click();
  const phone = await visitor();
  await phone.goto((await screen.locator('.address a').getAttribute('href')) ?? '');
  await axe(phone);
  await phone.getByRole('button', { name: 'Join' }).click();
  await phone.getByRole('button', { name: /^2 / }).click();
  await expect(phone.getByText('Your vote: 2 ')).toBeVisible();
  await phone.getByRole('button', { name: /^4 / }).click();
  await expect(phone.getByText('Your vote: 4 ')).toBeVisible();
  await expect(phone.getByRole('button', { name: /^4 / })).toHaveAttribute('aria-pressed', 'true');
  await axe(phone);
  await screen.getByRole('link', { name: 'Count again' }).click();
  await expect(screen.locator('.pulse')).toContainText('1 of 1 has voted');
  await screen.getByRole('button', { name: 'Reveal' }).click();

  // The page of before: a vote from it comes too late, and is said to.
  await phone.getByRole('button', { name: /^1 / }).click();
  await expect(phone.getByRole('alert')).toContainText('Your vote was not counted');
  await expect(phone.getByText('Your vote: 4 ')).toBeVisible();
  await phone.getByRole('link', { name: 'Show the current question' }).click();
  await expect(phone.getByRole('heading', { name: 'One vote: too few to tell' })).toBeVisible();
  await axe(phone);
  await screen.getByRole('button', { name: 'End the meeting' }).click();
  await phone.getByRole('link', { name: 'Show the current question' }).click();
  await expect(phone.locator('h1')).toHaveText('The meeting is over');
});
