// Who runs rounds, without looking: forms sent as somebody who is signed in.
import { expect, type Page } from '@playwright/test';

/** A meeting: its round, and the address for telephones. */
export interface Meeting {
  round: string;
  vote: string;
}

/** Forms sent with the cookies of a page, which stays where it is. */
export class Lead {
  constructor(private readonly page: Page, private readonly server: string) {}

  /** Posts a form; the path that it leads to. */
  async post(address: string, fields: [string, string][]): Promise<string> {
    const answer = await this.send(address, fields);
    expect(answer.status(), address).toBe(303);
    return answer.headers()['location'];
  }

  /** Invites people; their links, in the order of the names. */
  async invite(round: string, people: string[]): Promise<string[]> {
    const made = await (await this.send(`${round}/invitations`, [['people', people.join('\n')], ['action', 'next']])).text();
    const links = [...made.matchAll(/value="[^"]*(\/join\/[0-9a-z]+)"/g)].map(([, link]) => link);
    expect(links).toHaveLength(people.length);
    return links;
  }

  /** Makes a link to the result of a closed round. */
  async share(round: string): Promise<string> {
    const made = await (await this.send(`${round}/report-links`, [['days', '7'], ['action', 'next']])).text();
    const link = /value="[^"]*(\/report\/[0-9a-z]+)"/.exec(made)?.[1];
    expect(link, 'a link to the result').toBeTruthy();
    return link ?? '';
  }

  /** Begins by a personal link and answers. */
  async answer(link: string, answers: [string, string][]): Promise<void> {
    const response = await this.post(link, []);
    expect((await this.send(`${response}/autosave`, answers)).status()).toBe(204);
  }

  /** The first link of a page to something like this, with these words if they are given. */
  async link(list: string, pattern: RegExp, words = ''): Promise<string> {
    const html = await this.text(list);
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, text]) => {
      const { pathname, search } = new URL(href.replaceAll('&amp;', '&'), this.server);
      return { path: pathname + search, text };
    });
    const found = links.find(({ path, text }) => pattern.test(path) && text.includes(words));
    if (!found) throw new Error(`${list} leads nowhere like ${pattern}`);
    return found.path;
  }

  /** The question that a meeting is at. */
  item({ round }: Meeting): Promise<string> {
    return this.hidden(`${round}/meeting`, 'item');
  }

  /** A step of a meeting. */
  async step(meeting: Meeting, action: string, more: [string, string][] = []): Promise<void> {
    const screen = `${meeting.round}/meeting`;
    const here: [string, string][] = [['version', await this.hidden(screen, 'version')], ['item', await this.item(meeting)]];
    await this.post(screen, [...here, ...more, ['action', action]]);
  }

  joins({ vote }: Meeting): Promise<string> {
    return this.post(vote, [['action', 'join']]);
  }

  async votes(meeting: Meeting, vote: string): Promise<string> {
    return this.post(meeting.vote, [['item', await this.item(meeting)], ['vote', vote]]);
  }

  private async hidden(address: string, name: string): Promise<string> {
    return new RegExp(`name="${name}" value="([^"]*)"`).exec(await this.text(address))?.[1] ?? '';
  }

  private async text(address: string): Promise<string> {
    return (await this.page.request.get(this.server + address)).text();
  }

  private send(address: string, fields: [string, string][]) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.page.request.post(this.server + address, { data: new URLSearchParams(fields).toString(), headers, maxRedirects: 0 });
  }
}

/** A telephone of somebody else joins, and votes if it is said what. */
export async function elsewhere(server: string, { vote }: Meeting, item: string, value?: string): Promise<void> {
  const send = (fields: Record<string, string>, cookie = '') =>
    fetch(server + vote, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie }, redirect: 'manual' });
  const joined = await send({ action: 'join' });
  const cookie = joined.headers.get('set-cookie')?.split(';')[0];
  expect(cookie, 'of the telephone').toBeTruthy();
  if (value) expect((await send({ item, vote: value }, cookie)).status).toBe(303);
}
