// An organisation from its first minute: set up, a team, an invitation, a round, an answer, and the second factor.
import { createHmac } from 'node:crypto';
import { axe, expect, test } from '../support/test.ts';

const PASSWORD = 'correct horse battery staple';

/** The code that a device with this key shows at a time (RFC 6238). */
function code(key: string, at: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

test('set up, a team, an invitation, a round made and answered, sign-in with a second factor', async ({ page, fresh, visitor }) => {
  await page.goto(`${fresh.url}/dashboard`);
  await expect(page.locator('h1')).toHaveText('Set Plumbline up');
  await axe(page);
  await page.goto(fresh.setup);
  await axe(page);
  await page.getByLabel('Organisation').fill('Tarn & Sons');
  await page.getByLabel('Your name').fill('Olga');
  await page.getByLabel('Email address').fill('olga@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the organisation' }).click();
  await expect(page.getByRole('heading', { name: 'Three steps to your first result' })).toBeVisible();
  await axe(page);

  await page.getByRole('link', { name: 'Make a team' }).click();
  await page.getByLabel('Name').fill('Fraud');
  await page.getByRole('button', { name: 'Make the team' }).click();
  await expect(page.locator('h1')).toHaveText('Fraud');
  await axe(page);
  await page.getByText('Add somebody').click();
  await page.getByLabel('Email address').fill('mara@example.org');
  await page.getByRole('button', { name: 'Invite into the team' }).click();
  const invitation = await page.getByLabel('Link', { exact: true }).inputValue();

  const mara = await visitor();
  await mara.goto(invitation);
  await expect(mara.locator('h1')).toHaveText('Tarn & Sons');
  await axe(mara);
  await mara.getByLabel('Your name').fill('Mara');
  await mara.getByLabel('Choose a password').fill(PASSWORD);
  await mara.getByRole('button', { name: 'Join' }).click();
  await expect(mara.getByText('Nothing needs you now.')).toBeVisible();

  await page.getByRole('link', { name: 'New round' }).click();
  await axe(page);
  await page.getByRole('button', { name: 'Open it now' }).click();
  await expect(page.getByRole('heading', { name: 'Nobody has answered yet' })).toBeVisible();
  await axe(page);

  await mara.goto(`${fresh.url}/dashboard`);
  await axe(mara);
  await mara.getByRole('link', { name: 'Answer', exact: true }).click();
  await expect(mara.getByRole('heading', { name: 'Before the first question' })).toBeVisible();
  await axe(mara);
  await mara.getByRole('button', { name: 'Begin' }).click();
  await expect(mara.locator('h1')).toHaveText('About you');
  await mara.goto(`${mara.url().split('?')[0]}?section=TE1`);
  await mara.locator('input[name="TE1-1"][value="3"]').check();
  await mara.getByRole('button', { name: /^Next/ }).click();
  await expect(mara.locator('h1')).not.toHaveText('Training and release pipelines');
  await page.reload();
  await expect(page.getByRole('heading', { name: '1 person has answered' })).toBeVisible();
  await page.getByRole('link', { name: 'See the results' }).click();
  await expect(page.locator('h1')).toHaveText('Where Fraud stands');

  // A second factor, and signing in with it.
  await mara.goto(`${fresh.url}/account/second-factor`);
  await axe(mara);
  const key = await mara.locator('input[name=secret]').inputValue();
  await mara.getByLabel('Code', { exact: true }).fill(code(key, Date.now()));
  await mara.getByLabel('Your password').fill(PASSWORD);
  await mara.getByRole('button', { name: 'Switch it on' }).click();
  await expect(mara.getByRole('heading', { name: 'Keep these codes now' })).toBeVisible();
  await axe(mara);
  const recovery = await mara.locator('.codes code').first().innerText();
  await mara.getByRole('button', { name: 'Sign out' }).click();
  await expect(mara).toHaveURL(`${fresh.url}/`);
  await mara.goto(`${fresh.url}/login`);
  await axe(mara);
  await mara.getByLabel('Email address').fill('mara@example.org');
  await mara.getByLabel('Password').fill(PASSWORD);
  await mara.getByRole('button', { name: 'Sign in' }).click();
  await expect(mara.locator('h1')).toHaveText('Second step');
  await axe(mara);
  // The code of the present step was used to switch it on; the next one counts as well.
  await mara.getByLabel('Code', { exact: true }).fill(code(key, Date.now() + 30_000));
  await mara.getByRole('button', { name: 'Go on' }).click();
  await expect(mara.locator('h1')).toHaveText('Dashboard');
  expect(recovery).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
});
