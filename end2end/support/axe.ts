import axeCore, { type AxeResults } from 'axe-core';
import { expect, test, type Page } from '@playwright/test';

/** Every rule that is on by itself, and the one for what a finger can hit. Of what passes, only that it does is wanted. */
const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } } as const;

/** Fails if axe finds fault with the page as it is now; best practices count like the WCAG rules. */
export async function axe(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled !== false) return analyse(page);
  const copy = await copyWithScripting(page);
  await analyse(copy);
  await copy.context().close();
}

async function analyse(page: Page): Promise<void> {
  expect(page.frames().length, 'frames, of which the first alone is looked at').toBe(1);
  // Once a document: what the script weighs is most of what looking again would cost.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeCore.source);
  const { violations, passes } = await page.evaluate(
    (run) => (window as unknown as { axe: typeof axeCore }).axe.run(document, run as never) as Promise<AxeResults>,
    options,
  );
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`);
  expect(found, `faults that axe found in ${page.url()}`).toEqual([]);
  expect(passes.length, 'rules that axe could apply').toBeGreaterThan(0);
}

/** Axe is a script, so a page without scripting is shown to it as a copy: what was rendered, without the page's own scripts. */
async function copyWithScripting(page: Page): Promise<Page> {
  const body = await page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    root.querySelectorAll('script').forEach((script) => script.remove());
    root.querySelectorAll('noscript').forEach((shown) => shown.replaceWith(...shown.childNodes));
    return `<!doctype html>${root.outerHTML}`;
  });
  const browser = page.context().browser();
  if (!browser) throw new Error('the page is in no browser that could open another one');
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  const copy = await context.newPage();
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await copy.goto(page.url());
  return copy;
}
