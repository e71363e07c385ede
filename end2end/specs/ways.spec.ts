// Ways into a round: a personal link, the link to share, two people at once.
import { answer, begin, expectAnswer, invite, openRound } from '../support/invited.ts';
import { axe, expect, test } from '../support/test.ts';

test('a personal link makes one response, and leads back to it from another device', async ({ page, demonstration, visitor }) => {
  const round = await openRound(page, demonstration, 'Personal links');
  const links = await invite(page, round, ['Ada Example', 'Bob Example']);
  await axe(page);
  const link = links.get('Ada Example') ?? '';
  const [laptop, telephone] = [await visitor(), await visitor()];
  const own = await begin(laptop, link);
  await axe(laptop);
  await answer(laptop, own, '4');

  // The same link again, on this device and on another one: no second notice, and what was answered is there.
  for (const device of [laptop, telephone]) {
    await device.goto(link);
    expect(device.url().split('?')[0]).toBe(own);
    await expectAnswer(device, own, '4');
  }

  await page.goto(`${round}/invitations`);
  await expect(page.getByRole('heading', { name: '2 invited, 1 begun' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New link for Ada Example' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New link for Bob Example' })).toBeVisible();
  await page.goto(round);
  await expect(page.getByRole('heading', { name: '1 person has answered' })).toBeVisible();
});

test('two people answer one round at once, by a personal link and by the link to share', async ({ page, demonstration, visitor }) => {
  const round = await openRound(page, demonstration, 'Two devices');
  const shared = await page.getByLabel('Link to share', { exact: true }).inputValue();
  await page.getByText('Show as a code for a meeting').click();
  await expect(page.getByRole('img', { name: 'The link to share, as a square code' })).toBeVisible();
  await axe(page);
  const links = await invite(page, round, ['Cy Example']);
  const [one, other] = [await visitor(), await visitor()];
  const [first, second] = [await begin(one, links.get('Cy Example') ?? ''), await begin(other, shared)];
  expect(first).not.toBe(second);
  await answer(one, first, '2');
  await answer(other, second, '5');
  await expectAnswer(one, first, '2');
  await expectAnswer(other, second, '5');
  await page.goto(round);
  await expect(page.getByRole('heading', { name: '2 people have answered' })).toBeVisible();
});
