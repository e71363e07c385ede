// Every page that people with accounts see, on the demonstration data.
import { axe, expect, test } from '../support/test.ts';

test('every page of an organisation is accessible and fits, wide and narrow, light and dark', async ({ page, demonstration }) => {
  test.setTimeout(240_000);
  await page.goto(`${demonstration.url}/login`);
  await page.getByLabel('Email address').fill('owner@demo.example');
  await page.getByLabel('Password').fill(demonstration.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('h1')).toHaveText('Dashboard');
  const first = async (list: string, pattern: RegExp) => {
    await page.goto(`${demonstration.url}${list}`);
    const all = await page.locator('main a').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    return all.find((path) => pattern.test(path)) ?? '';
  };
  const id = '[0-9a-f-]{36}';
  const team = await first('/teams', new RegExp(`^/teams/${id}$`));
  const round = await first('/dashboard', new RegExp(`^/rounds/${id}$`));
  const person = await first('/admin/people', new RegExp(`^/admin/people/${id}$`));
  const unit = await first('/admin/units', new RegExp(`^/admin/units/${id}$`));
  const paths = [
    '/dashboard', '/teams', '/teams/new', team, `${team}/archive`, '/rounds/new', round, `${round}/edit`, `${round}/close`, `${round}/results`,
    '/search?q=a', '/admin', '/admin/people', '/admin/people/new', person, `${person}/switch`, '/admin/units', unit, '/admin/settings',
    '/admin/import', '/admin/audit', '/account', '/account/password', '/account/sessions', '/account/second-factor', '/account/data', '/account/delete',
  ];
  for (const path of paths) {
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
