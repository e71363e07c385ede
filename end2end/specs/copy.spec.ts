// The button beside an address, which copies it.
import { openRound } from '../support/invited.ts';
import { axe, expect, test } from '../support/test.ts';

test('a link is copied by its button, or selected where the browser does not let it', async ({ page, context, demonstration }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const round = await openRound(page, demonstration, 'To copy');
  const box = page.getByLabel('Link to share', { exact: true });
  const [copy, copied] = ['Copy Link to share', 'Copied Link to share'].map((name) => page.getByRole('button', { name }));
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(copied).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await box.inputValue());
  await expect(copy).toBeFocused();
  await axe(page);

  // Over plain http there is no clipboard, and the old way may be shut as well.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await page.goto(round);
  await copy.click();
  await expect(page.getByRole('button', { name: 'Selected: copy it by hand Link to share' })).toBeVisible();
  await expect(box).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await box.inputValue());
});
