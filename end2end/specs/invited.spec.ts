// Personal links while nobody has used them, reminders, and a confidential round from *Begin* to handing in.
import { answer, begin, expectAnswer, invite, openRound } from '../support/invited.ts';
import { signIn } from '../support/organisation.ts';
import { axe, expect, test } from '../support/test.ts';

test('a lost link is replaced and another withdrawn, as long as nobody has begun by it', async ({ page, context, demonstration, visitor, faults }) => {
  faults.expect(/404/);
  faults.expect(/409/);
  const round = await openRound(page, demonstration, 'Lost links');
  const links = await invite(page, round, ['Eve Example', 'Fay Example', 'Gil Example']);
  const guest = await visitor();
  const leadsNowhere = async (link: string) => {
    expect((await guest.goto(link))?.status(), link).toBe(404);
    await expect(guest.getByRole('button', { name: 'Begin' })).toHaveCount(0);
  };

  await page.getByRole('button', { name: 'New link for Eve Example' }).click();
  await expect(page.getByRole('heading', { name: 'One link was made' })).toBeVisible();
  const anew = await page.getByLabel('Link for Eve Example').inputValue();
  const before = links.get('Eve Example') ?? '';
  expect(anew).not.toBe(before);
  await leadsNowhere(before);
  await page.getByRole('button', { name: 'Withdraw Fay Example' }).click();
  await expect(page.getByRole('heading', { name: '2 invited, 0 begun' })).toBeVisible();
  await leadsNowhere(links.get('Fay Example') ?? '');

  // A page that still offers it, when somebody has begun meanwhile: the link stays, and so does the way back.
  const late = await context.newPage();
  await late.goto(`${round}/invitations`);
  const own = await begin(guest, anew);
  await answer(guest, own, '3');
  const refused = page.waitForResponse((response) => response.url().endsWith('/replace'));
  await page.getByRole('button', { name: 'New link for Eve Example' }).click();
  expect((await refused).status()).toBe(409);
  const kept = late.waitForResponse((response) => response.url().endsWith('/withdraw'));
  await late.getByRole('button', { name: 'Withdraw Eve Example' }).click();
  expect((await kept).status()).toBe(409);
  const elsewhere = await visitor();
  await elsewhere.goto(anew);
  expect(elsewhere.url().split('?')[0]).toBe(own);
  await expectAnswer(elsewhere, own, '3');
});

test('a reminder is for those who have not begun', async ({ page, demonstration, visitor }) => {
  const round = await openRound(page, demonstration, 'Reminders');
  const links = await invite(page, round, ['Hal Example', 'Ida Example']);
  await begin(await visitor(), links.get('Hal Example') ?? '');
  const member = await visitor();
  await signIn(member, demonstration, 'member');
  await begin(member, round);

  await page.goto(round);
  await page.getByRole('link', { name: 'Remind people' }).click();
  await expect(page.getByRole('heading', { name: 'Members of the team: 7' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'By personal links: 1' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Ida Example' })).toHaveCount(1);
  await expect(page.getByRole('listitem').filter({ hasText: 'Hal Example' })).toHaveCount(0);
  await expect(page.locator('pre')).toContainText('Reminders');
  await axe(page);
});

test('where mail is sent, a personal link and the reminders arrive, each reminder once a day', async ({ page, mailing: { server, letterbox }, visitor }) => {
  const round = await openRound(page, server, 'By mail');
  await page.goto(`${round}/invitations`);
  await page.getByLabel('Whom to invite').fill('Lea Example <lea@guest.example>');
  await page.getByRole('button', { name: 'Make the links' }).click();
  await expect(page.getByText('On their way by mail: lea@guest.example.')).toBeVisible();
  await axe(page);
  const link = () => /\/join\/[0-9a-z]+/.exec(letterbox.to('lea@guest.example')?.text ?? '')?.[0] ?? '';
  await expect.poll(link).not.toBe('');
  const guest = await visitor();
  const own = await begin(guest, server.url + link());
  await answer(guest, own, '2');

  await page.goto(`${round}/remind`);
  await expect(page.getByRole('heading', { name: 'Members of the team: 8' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /By personal links/ })).toHaveCount(0);
  await axe(page);
  await page.getByRole('button', { name: 'Send the reminders' }).click();
  await expect(page.getByText('8 reminders are on their way.')).toBeVisible();
  await expect.poll(() => letterbox.to('member@demo.example')?.text ?? '').toContain('By mail');
  await page.getByRole('button', { name: 'Send the reminders' }).click();
  await expect(page.getByText(/^No reminder was sent/)).toBeVisible();
  await axe(page);
  await expect.poll(() => letterbox.letters.length).toBe(9);
});

test('a confidential round: the way back by this browser and by one’s own address, and handing in', async ({ page, demonstration, visitor, faults }) => {
  faults.expect(/409/);
  const round = await openRound(page, demonstration, 'In confidence', 'confidential');
  const member = await visitor();
  await signIn(member, demonstration, 'member');
  await member.goto(round);
  await expect(member.getByText('only if 5 people or more')).toBeVisible();
  await axe(member);
  const own = await begin(member, round);
  await expect(member.getByText('The way back to your answers on another device')).toBeVisible();
  await axe(member);
  await answer(member, own, '4');

  // By the cookie of this browser.
  await member.goto(round);
  await member.getByRole('button', { name: 'Go on answering' }).click();
  await expect(member.locator('h1')).toBeVisible();
  expect(member.url().split('?')[0]).toBe(own);
  // On another device the account leads nowhere, the address does.
  const elsewhere = await visitor();
  await signIn(elsewhere, demonstration, 'member');
  await elsewhere.goto(round);
  await elsewhere.getByRole('button', { name: 'Go on answering' }).click();
  await expect(elsewhere.locator('h1')).toHaveText('Only your own link leads there');
  await axe(elsewhere);
  await expectAnswer(elsewhere, own, '4');

  await elsewhere.goto(`${own}?section=review`);
  await elsewhere.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(elsewhere.locator('h1')).toHaveText('Submitted');
  await axe(elsewhere);
  // Who runs the round knows that somebody has answered and who has begun, not that they are through.
  await page.goto(round);
  await expect(page.getByRole('heading', { name: '1 person has answered' })).toBeVisible();
  await expect(page.getByText('begun', { exact: true })).toHaveCount(1);
  await expect(page.getByText('not begun', { exact: true })).toHaveCount(7);
  await expect(page.getByText('submitted', { exact: true })).toHaveCount(0);
});
