// The whole questionnaire on a phone, by touch.
import { axe, expect, test } from '../support/test.ts';

test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true });

test('every section by touch, what is left at the end, and submitting', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await page.getByRole('button', { name: 'Start a round' }).tap();
  await page.waitForURL(/\/manage\//);
  const manage = page.url();
  await page.getByRole('link', { name: 'Answer yourself' }).tap();
  await page.getByRole('button', { name: 'Begin' }).tap();
  let asked = 0;
  for (let section = 0; section < 25; section++) {
    for (const question of await page.locator('fieldset[id^="q-"]').all()) {
      asked += 1;
      // One is left out, to be found again.
      if (asked === 20) continue;
      if (await question.locator('.percent').count()) await question.locator('.percent input[type=text]').fill('20');
      else await question.locator('.stage').nth(asked % 5).tap();
    }
    const title = await page.locator('h1').innerText();
    await page.getByRole('button', { name: /^Next/ }).tap();
    await expect(page.locator('h1')).not.toHaveText(title);
    await page.waitForLoadState();
  }
  expect(asked).toBe(66);
  await expect(page.getByText('65 of 66 questions have an answer; one is left.')).toBeVisible();
  await page.getByRole('link', { name: /^Answer only what is left/ }).tap();
  await expect(page.locator('fieldset[id^="q-"]')).toHaveCount(1);
  await axe(page);
  await page.locator('.choice', { hasText: 'Don’t know' }).tap();
  await page.getByRole('button', { name: 'Next: Review' }).tap();
  await expect(page.getByText('All 66 questions have an answer.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await page.getByRole('button', { name: 'Submit' }).tap();
  await expect(page.locator('h1')).toHaveText('Submitted');
  await page.goto(`${manage}/results`);
  await expect(page.locator('#maturity-index')).toHaveText(/^\d+$/);
});
