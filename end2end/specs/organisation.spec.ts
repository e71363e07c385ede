// Every page that people with accounts see, on the demonstration data.
import { organisationPaths, signIn } from '../support/organisation.ts';
import { axe, expect, test } from '../support/test.ts';

test('every page of an organisation is accessible and fits, wide and narrow, light and dark', async ({ page, demonstration }) => {
  test.setTimeout(240_000);
  await signIn(page, demonstration);
  for (const path of await organisationPaths(page, demonstration)) {
    await test.step(path, async () => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 700 });
        await page.emulateMedia({ colorScheme: width === 320 ? 'dark' : 'light' });
        const answer = await page.goto(`${demonstration.url}${path}`);
        expect(answer?.status(), path).toBe(200);
        await expect(page.locator('h1')).toHaveCount(1);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width);
        await axe(page);
      }
    });
  }
});
