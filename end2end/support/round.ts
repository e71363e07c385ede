// A round with eight people's answers, made without a browser.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the pages of a round are. */
export interface Round {
  /** Address of the manage page. */
  manage: string;
  /** Address of the link to share. */
  join: string;
  /** Address of a response that was begun but not submitted, and is asked every question. */
  respond: string;
  /** Address of a response that was submitted. */
  submitted: string;
  /** Address of a quick check's result. */
  check: string;
}

/** Posts a form and gives the path that it leads to, if it leads anywhere. */
async function post(server: string, address: string, fields: [string, string][]): Promise<string> {
  const answer = await fetch(new URL(address, server), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  if (answer.status !== 303 && answer.status !== 204) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return answer.headers.get('location') ?? '';
}

/** Answers of a realistic team, by field name. */
function people(): [string, string][][] {
  const file = path.join(import.meta.dirname, '../../app/domain/tests/samples/team.csv');
  const [head, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/).map((line) => line.split(','));
  return rows.map(([, roles, ...cells]) => [
    ...roles.split(';').map((role): [string, string] => ['job_role', role]),
    ...cells.map((cell, place): [string, string] => [head[place + 2], cell]).filter(([, cell]) => cell !== ''),
  ]);
}

/** Makes the round. The last person says nothing of a role and keeps the response open; the others submit. */
export async function makeRound(server: string): Promise<Round> {
  const manage = await post(server, '/start', [['team', 'Payments Risk'], ['subject', 'Fraud score']]);
  const page = await (await fetch(new URL(manage, server))).text();
  const join = new URL(/value="([^"]*\/join\/[^"]*)"/.exec(page)?.[1] ?? '').pathname;
  const [last, ...others] = people();
  let submitted = '';
  for (const [place, answers] of others.entries()) {
    submitted = await post(server, join, [['name', `Person ${place + 1}`]]);
    await post(server, `${submitted}/autosave`, answers);
    await post(server, `${submitted}?section=review`, [['action', 'submit']]);
  }
  const respond = await post(server, join, [['name', 'Somebody with a name that is long enough to need two lines on a phone']]);
  await post(server, `${respond}/autosave`, last.filter(([field]) => field !== 'job_role'));
  // One answer taken back and one changed, so that something is left and something has a history.
  await post(server, `${respond}/autosave`, [['TE5-2', ''], ['open.change', 'Fewer tools.\nOne registry.']]);
  await post(server, `${respond}/autosave`, [['open.change', 'Alerts on drift.']]);
  const check = await post(server, '/check', [['AD1-1', '3'], ['TE1-1', '4'], ['TE4-1', '2'], ['IS2-1', 'DK'], ['CH2-2', '4'], ['PM1', '3']]);
  return { manage, join, respond, submitted, check };
}
