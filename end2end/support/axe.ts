import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** Fails if axe finds fault with the page as it is now; best practices count like the WCAG rules. */
export async function axe(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled !== false) return analyse(page);
  const copy = await copyWithScripting(page);
  await analyse(copy);
  await copy.context().close();
}

async function analyse(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze();
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
