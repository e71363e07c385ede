// With scripting off: ordinary forms, from the landing page to the confirmation.
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
  await expect(page.getByText('from 0 to 100')).toBeVisible();
  await axe(page);
});
