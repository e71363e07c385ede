// The modes that a reader may need, and what must hold in each: axe finds nothing, nothing is lost at the side, and what is to be
// pressed can be hit.
import { expect, test, type Page } from '@playwright/test';
import { axe } from './axe.ts';

export const desk = { width: 1280, height: 800 };
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

/** Looks at the page that is open in every mode. It begins and ends as wide as a desk. */
export async function inEveryMode(page: Page): Promise<void> {
  await page.setViewportSize(desk);
  for (const [mode, enter] of Object.entries(modes)) {
    await test.step(mode, async () => {
      await enter(page);
      await nothingSticksOut(page);
      await canBeHit(page);
      if (mode !== beyond) await axe(page);
    });
  }
}
