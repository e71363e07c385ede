import { axe, expect, test } from '../support/test.ts';

test('the first page answers, has one main heading and is accessible', async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page.locator('h1')).toHaveCount(1);
  await axe(page);
});
