// Single keys: answering without leaving the home row, and switching that off.
import { axe, expect, test } from '../support/test.ts';

test('1 to 5, D and N answer and lead on; the question mark explains; both can be switched off', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start a round' }).click();
  await page.getByRole('link', { name: 'Answer yourself' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: /^Next/ }).click();
  await expect(page.locator('h1')).toHaveText('Reach and ownership');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();

  const chosen = (item: string, value: string) => page.locator(`input[name="${item}"][value="${value}"]`);
  await page.keyboard.press('4');
  await expect(chosen('AD1-1', '4')).toBeChecked();
  await page.keyboard.press('d');
  await expect(chosen('AD1-2', 'DK')).toBeChecked();
  await page.keyboard.press('n');
  await expect(chosen('AD1-3', 'NA')).toBeChecked();
  await expect(page.getByRole('button', { name: /^Next/ })).toBeFocused();
  await expect(page.locator('.save-status')).toHaveText(/^Saved/);
  // Arrow keys move within a question, as in any group of radio buttons.
  await chosen('AD1-1', '4').focus();
  await page.keyboard.press('ArrowDown');
  await expect(chosen('AD1-1', '5')).toBeChecked();

  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  await axe(page);
  await dialog.getByLabel('Use single keys on this device').uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await chosen('AD1-1', '5').focus();
  await page.keyboard.press('2');
  await page.keyboard.press('?');
  await expect(dialog).toBeHidden();
  await expect(chosen('AD1-1', '5')).toBeChecked();
  await page.reload();
  await page.keyboard.press('2');
  await expect(chosen('AD1-1', '5')).toBeChecked();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await dialog.getByLabel('Use single keys on this device').check();
  await page.keyboard.press('Escape');
  await chosen('AD1-1', '5').focus();
  await page.keyboard.press('2');
  await expect(chosen('AD1-1', '2')).toBeChecked();
  // Typing is typing.
  await page.locator('fieldset#q-AD1-1 summary', { hasText: 'comment' }).click();
  await page.locator('[name="comment.AD1-1"]').pressSequentially('3 days? No');
  await expect(chosen('AD1-1', '2')).toBeChecked();
  await expect(page.locator('[name="comment.AD1-1"]')).toHaveValue('3 days? No');
});
