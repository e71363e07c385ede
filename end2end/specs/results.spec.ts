// Results as a lead uses them in a meeting: by keyboard alone, and without a program to load.
//
// After a change that is meant: npx playwright test specs/results.spec.ts --update-snapshots, and look at what changed.
import { expect, test } from '../support/test.ts';
import { organisationPaths, signIn } from '../support/organisation.ts';
import { type Page } from '@playwright/test';

/** Presses Tab until the element with this text has the focus. */
async function tabTo(page: Page, text: string | RegExp, limit = 120): Promise<void> {
  for (let pressed = 0; pressed < limit; pressed += 1) {
    await page.keyboard.press('Tab');
    const reached = (await page.evaluate(() => document.activeElement?.textContent ?? '')).trim();
    if (typeof text === 'string' ? reached === text : text.test(reached)) return;
  }
  throw new Error(`Tab does not reach ${text}`);
}

test('a lead reads a result by keyboard alone', async ({ page, demonstration }) => {
  await page.goto(`${demonstration.url}/sample`);
  await tabTo(page, 'What acts on what');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#crossing$/);
  await expect(page.getByRole('heading', { name: 'What acts on what' })).toBeInViewport();
  await page.goto(`${demonstration.url}/sample`);
  // The first number opens what is behind it.
  await tabTo(page, 'How this was worked out');
  await page.keyboard.press('Enter');
  await expect(page.locator('details.why[open] p').first()).toContainText(/practice/i);
  await tabTo(page, /^Monitoring/);
  await page.keyboard.press('Space');
  await expect(page.locator('#TE4 details')).toHaveAttribute('open');
  await tabTo(page, 'Show as a table');
  await page.keyboard.press('Enter');
  await expect(page.locator('.drawing details[open] table').first()).toBeVisible();
});

test('pages that are only read load no program', async ({ page, demonstration }) => {
  const programs: string[] = [];
  page.on('request', (request) => {
    if (/\.wasm$/.test(new URL(request.url()).pathname)) programs.push(request.url());
  });
  await signIn(page, demonstration);
  const paths = (await organisationPaths(page, demonstration)).filter((path) => /results$|^\/compare|overview/.test(path));
  expect(paths.length).toBeGreaterThanOrEqual(5);
  for (const path of ['/sample', ...paths]) {
    await page.goto(`${demonstration.url}${path}`, { waitUntil: 'networkidle' });
  }
  expect(programs).toEqual([]);
});

test('a section and a row have an address of their own', async ({ page, demonstration }) => {
  await page.goto(`${demonstration.url}/sample`);
  const sections = await page.locator('nav.contents a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(sections.length).toBeGreaterThanOrEqual(8);
  for (const address of sections) {
    await expect(page.locator(address), address).toHaveCount(1);
  }
  await page.goto(`${demonstration.url}/sample#TE4`);
  await expect(page.locator('#TE4')).toBeInViewport();
});

test('what a result says to who does not see it stays as it was', async ({ page, demonstration }) => {
  await page.goto(`${demonstration.url}/sample`);
  await expect(page.locator('nav.contents')).toMatchAriaSnapshot({ name: 'contents.aria.yml' });
  await expect(page.locator('.headline')).toMatchAriaSnapshot({ name: 'headline.aria.yml' });
  await expect(page.locator('.dials')).toMatchAriaSnapshot({ name: 'dials.aria.yml' });
  await expect(page.locator('.constructs').first()).toMatchAriaSnapshot({ name: 'practices.aria.yml' });
  await expect(page.locator('section[aria-labelledby="crossing"]')).toMatchAriaSnapshot({ name: 'crossing.aria.yml' });
});

// Charts, and what stands beside them. A chart that is drawn wrongly says the same to who does not see it.
const drawn: Record<string, string> = {
  headline: '.headline',
  dials: '.dials',
  practices: '.constructs >> nth=0',
  roles: 'section[aria-labelledby="roles"]',
  crossing: 'section[aria-labelledby="crossing"]',
  delivery: 'section[aria-labelledby="delivery"]',
  unknown: 'section[aria-labelledby="unknown"]',
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what a result looks like stays as it was, ${colorScheme}`, async ({ page, demonstration }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${demonstration.url}/sample`);
    for (const [name, part] of Object.entries(drawn)) {
      // Letters may be smoothed a little otherwise by another build of the browser; a bar, a dot or a colour may not move.
      await expect.soft(page.locator(part)).toHaveScreenshot(`${name}-${colorScheme}.png`, { maxDiffPixelRatio: 0.01 });
    }
  });
}
