// Every kind of page in every mode that a reader may need: axe finds nothing, nothing is lost at the side, and what is to be
// pressed can be hit.
import type { Page } from '@playwright/test';
import { pages, type Shown } from '../support/pages.ts';
import { axe, expect, test } from '../support/test.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const desk = { width: 1280, height: 800 };
const phone = { width: 320, height: 640 };

/** Beyond what the guidelines ask, so only what is lost at the side is looked for. */
const beyond = '320 px, text at 200 %';

/** Each mode: how to bring the page into it. What one sets, the next one must set too. */
const modes: Record<string, (page: Page) => Promise<void>> = {
  light: (page) => page.emulateMedia({ colorScheme: 'light' }),
  dark: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  'forced colours': (page) => page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' }),
  'more contrast': (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'more' }),
  '320 px': async (page) => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' });
    await page.setViewportSize(phone);
  },
  [beyond]: (page) => enlarge(page),
  'text at 200 %': (page) => page.setViewportSize(desk),
};

async function enlarge(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
}

/** Opens a page and leaves it as a reader would meet it. */
async function open(page: Page, shown: Shown, address: string): Promise<void> {
  const answer = await page.goto(address);
  if (shown.send) {
    for (const [field, value] of Object.entries(shown.send)) await page.locator(`input[type=text][name="${field}"]`).fill(value);
    const sent = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith(address));
    await page.locator('button[value=next]').click();
    expect((await sent).status()).toBe(shown.status);
    await page.waitForLoadState();
  } else {
    expect(answer?.status()).toBe(shown.status ?? 200);
  }
  expect(page.url(), 'not led elsewhere').toMatch(new RegExp(`${address.replace(/[?]/g, '\\?')}$`));
  await expect(page.locator('h1')).toHaveCount(1);
}

/** Fails if the document scrolls sideways, naming what sticks out. */
async function nothingSticksOut(page: Page): Promise<void> {
  const out = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} px in ${clientWidth}`, ...wide.slice(0, 5).map((part) => part.outerHTML.slice(0, 120))];
  });
  expect(out, 'what sticks out').toEqual([]);
}

/** Fails if a control is lower than a finger: 44 px for the primary ones, 24 px for all but links in running text. */
async function canBeHit(page: Page): Promise<void> {
  const low = await page.evaluate(() => {
    const primary = '.button:not(.plain), .choice:not(.quiet), .stage, select, textarea, input:not([type=radio], [type=checkbox], [type=hidden])';
    const every = 'button, summary, nav a, .mark, .choice, li > a';
    const lower = (selector: string, least: number) =>
      [...document.querySelectorAll(selector)].filter((part) => {
        const { height } = part.getBoundingClientRect();
        return height > 0 && height < least - 0.5;
      });
    return [...lower(primary, 44), ...lower(every, 24)].map((part) => `${part.getBoundingClientRect().height} px: ${part.outerHTML.slice(0, 120)}`);
  });
  expect(low, 'what is too low to be hit').toEqual([]);
}

for (const shown of pages) {
  test(`${shown.name} in every mode`, async ({ page, round, faults }) => {
    if (shown.status) faults.expect(new RegExp(String(shown.status)));
    await page.setViewportSize(desk);
    await open(page, shown, shown.at(round));
    for (const [mode, enter] of Object.entries(modes)) {
      await test.step(mode, async () => {
        await enter(page);
        await nothingSticksOut(page);
        await canBeHit(page);
        if (mode !== beyond) await axe(page);
      });
    }
  });
}
