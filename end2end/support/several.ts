// Every page of a round with several respondents, on the demonstration data: to add one is a line.
import { type Page, type Response } from '@playwright/test';
import { elsewhere, Lead, type Meeting } from './lead.ts';
import type { Server } from './server.ts';

export interface SeveralShown {
  name: string;
  /** Opens it; the answer of the server that is looked at. */
  open: (page: Page, rounds: SeveralRounds) => Promise<Response | null>;
  /** What it answers; 200 if it is not said. */
  status?: number;
}

/** Where the rounds are, as addresses without a server. */
export interface SeveralRounds {
  /** Confidential and open: some have begun, some are invited by links that nobody used. */
  confidential: string;
  /** A personal link into it that nobody has used. */
  invited: string;
  /** A response in it that was begun. */
  own: string;
  /** Confidential and closed, with figures to show. */
  published: string;
  /** A link to its result, for people without an account. */
  sent: string;
  /** A personal link into it that nobody used in time. */
  late: string;
  /** One answer for the team, and no meeting yet. */
  quiet: string;
  /** Telephones vote; the one that looks has joined and not voted. */
  voting: Meeting;
  /** Telephones vote; the one that looks has voted. */
  voted: Meeting;
  /** The votes lie far apart. */
  revealed: Meeting;
  /** What the team agrees on is recorded; the telephone that looks has not joined. */
  recorded: Meeting & { item: string };
  /** The round was closed while its meeting went on. */
  closed: Meeting;
  /** The comparison of the demonstration's own rounds. */
  compared: string;
  /** The comparison of them and of rounds that have nothing to show. */
  withEmpty: string;
}

const at = (name: string, address: (rounds: SeveralRounds) => string, status?: number): SeveralShown => ({
  name,
  open: (page, rounds) => page.goto(address(rounds)),
  status,
});

export const severalPages: SeveralShown[] = [
  at('round, confidential', ({ confidential }) => confidential),
  at('notice, by a personal link', ({ invited }) => invited),
  at('notice, too late', ({ late }) => late),
  at('response, confidential', ({ own }) => `${own}?section=profile`),
  at('response, confidential, review', ({ own }) => `${own}?section=review`),
  at('personal links', ({ confidential }) => `${confidential}/invitations`),
  {
    name: 'personal links, made',
    open: (page, { confidential }) => invite(page, confidential, 'Nadia Okafor\nTom Lindqvist <tom.lindqvist@contractor.example>'),
  },
  { name: 'personal links, refused', open: (page, { confidential }) => invite(page, confidential, 'Nadia <not an address>'), status: 422 },
  at('remind', ({ confidential }) => `${confidential}/remind`),
  at('remind, nothing was sent', ({ confidential }) => `${confidential}/remind?sent=0`),
  at('remind, closed', ({ published }) => `${published}/remind`),
  at('results, confidential and open', ({ confidential }) => `${confidential}/results`),
  at('results, confidential', ({ published }) => `${published}/results`),
  at('share the result', ({ published }) => `${published}/report-links`),
  at('share the result, open', ({ confidential }) => `${confidential}/report-links`),
  at('result by a link', ({ sent }) => sent),
  at('result by a link that ended', () => '/report/0tn48z5t0rjn2d2z5k5gyen3502jybbc', 404),
  at('compare, nothing chosen', () => '/compare'),
  at('compare', ({ compared }) => compared),
  at('compare, most have nothing to show', ({ withEmpty }) => withEmpty),
  at('all teams', () => '/teams/overview'),
  at('meeting, start', ({ quiet }) => `${quiet}/meeting`),
  at('meeting, voting', ({ voted }) => `${voted.round}/meeting`),
  at('meeting, revealed', ({ revealed }) => `${revealed.round}/meeting`),
  at('meeting, recorded', ({ recorded }) => `${recorded.round}/meeting?recorded=${recorded.item}`),
  at('meeting, over', ({ closed }) => `${closed.round}/meeting`, 409),
  at('phone, join', ({ recorded }) => recorded.vote),
  at('phone, vote', ({ voting }) => voting.vote),
  at('phone, voted', ({ voted }) => voted.vote),
  at('phone, revealed', ({ revealed }) => revealed.vote),
  at('phone, over', ({ closed }) => closed.vote, 404),
];

async function invite(page: Page, round: string, people: string): Promise<Response> {
  await page.goto(`${round}/invitations`);
  await page.getByLabel('Whom to invite').fill(people);
  const sent = (response: Response) => response.request().method() === 'POST' && response.url().endsWith('/invitations');
  const answer = page.waitForResponse(sent);
  await page.getByRole('button', { name: 'Make the links' }).click();
  await page.waitForLoadState();
  return answer;
}

/** Makes them as the lead who is signed in on the page; its browser is the telephone that looks, too. */
export async function makeSeveral(page: Page, demonstration: Server): Promise<SeveralRounds> {
  const lead = new Lead(page, demonstration.url);
  const team = await lead.link('/teams', /^\/teams\/[0-9a-f-]{36}$/, 'Claims Triage');
  const compared = await lead.link(team, /^\/compare\?rounds=/);
  const open = (name: string, mode: string) =>
    lead.post('/rounds/new', [['team', team.split('/')[2]], ['round', name], ['mode', mode], ['k', '5'], ['action', 'open']]);

  const confidential = await open('November', 'confidential');
  const links = await lead.invite(confidential, [
    'Rosa Delgado', 'Ivo Marek', 'Salma Haddad <salma.haddad@contractor.example>',
    'Bertrand de la Fontaine-Marchetti, on loan from Customer Assistant',
  ]);
  await lead.answer(links[0], [['TE1-1', '3']]);
  const own = await lead.post(`${confidential}/answer`, []);
  const published = await open('October', 'confidential');
  const [late, ...used] = await lead.invite(published, ['Gus', 'Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn']);
  for (const [place, link] of used.entries()) {
    await lead.answer(link, [['TE1-1', String(2 + place % 3)], ['TE1-2', '3'], ['TE1-3', String(1 + place % 4)]]);
  }
  await lead.post(`${published}/close`, [['action', 'next']]);
  const sent = await lead.share(published);

  const meeting = async (name: string): Promise<Meeting> => {
    const round = await open(name, 'one_answer');
    await lead.post(`${round}/meeting`, [['action', 'start']]);
    return { round, vote: await lead.link(`${round}/meeting`, /^\/vote\//) };
  };
  const quiet = await open('Together, not begun', 'one_answer');
  const voting = await meeting('Together, voting');
  await lead.joins(voting);
  const voted = await meeting('Together, voted');
  await lead.joins(voted);
  await lead.votes(voted, '3');
  for (const vote of ['2', '4', undefined]) await elsewhere(demonstration.url, voted, await lead.item(voted), vote);
  const revealed = await meeting('Together, revealed');
  await lead.joins(revealed);
  await lead.votes(revealed, '5');
  for (const vote of ['1', '1', '2', '5', 'DK']) await elsewhere(demonstration.url, revealed, await lead.item(revealed), vote);
  await lead.step(revealed, 'reveal');
  const recorded = await meeting('Together, recorded');
  const item = await lead.item(recorded);
  for (const vote of ['3', '3', '4']) await elsewhere(demonstration.url, recorded, item, vote);
  await lead.step(recorded, 'reveal');
  await lead.step(recorded, 'record', [
    [item, '3'], [`comment.${item}`, 'The second model still goes out by hand.'], [`seen.${item}`, '0'], [`seen.comment.${item}`, '0'],
  ]);
  const closed = await meeting('Together, closed');
  await lead.post(`${closed.round}/close`, [['action', 'next']]);
  const withEmpty = await lead.link(team, /^\/compare\?rounds=/);
  return { confidential, invited: links[1], own, published, sent, late, quiet, voting, voted, revealed, recorded: { ...recorded, item }, closed, compared, withEmpty };
}
