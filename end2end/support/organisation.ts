// Every page that people with accounts see, on the demonstration data: to add one is a line.
import { expect, type Page } from '@playwright/test';
import type { Server } from './server.ts';

/** Signs in as one of the demonstration's people, its owner if nobody is named. */
export async function signIn(page: Page, demonstration: Server, who = 'owner') {
  await page.goto(`${demonstration.url}/login`);
  await page.getByLabel('Email address').fill(`${who}@demo.example`);
  await page.getByLabel('Password').fill(demonstration.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('h1')).toHaveText('Dashboard');
}

/** The addresses of every page that a signed-in owner can open. */
export async function organisationPaths(page: Page, demonstration: Server): Promise<string[]> {
  const every = async (list: string, pattern: RegExp) => {
    await page.goto(`${demonstration.url}${list}`);
    const all = await page.locator('main a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const paths = all.map((address) => new URL(address)).map(({ pathname, search }) => pathname + search);
    const found = paths.filter((path) => pattern.test(path));
    if (!found.length) {
      throw new Error(`${list} leads nowhere like ${pattern}`);
    }
    return found;
  };
  const first = async (list: string, pattern: RegExp) => (await every(list, pattern))[0];
  const id = '[0-9a-f-]{36}';
  const team = await first('/teams', new RegExp(`^/teams/${id}$`));
  const member = await first(team, new RegExp(`^${team}/members\\?person=${id}$`));
  const round = await first('/dashboard', new RegExp(`^/rounds/${id}$`));
  const person = await first('/admin/people', new RegExp(`^/admin/people/${id}$`));
  const did = await first(person, new RegExp(`^/admin/audit\\?person=${id}$`));
  const unit = await first('/admin/units', new RegExp(`^/admin/units/${id}$`));
  const several = await first(team, /^\/compare\?rounds=/);
  const two = await first(`${round}/results`, /^\/compare\?rounds=/);
  const plan = await first('/plan', new RegExp(`^/teams/${id}/plan$`));
  const action = await first(plan, new RegExp(`^${plan}/${id}$`));
  // The oldest is the demonstration's own; another test may have closed a round since, with nothing to plan from.
  const [planned] = (await every(plan, new RegExp(`^/rounds/${id}/results$`))).slice(-1);
  const add = await first(planned, new RegExp(`^${plan}/new\\?`));
  const worksheet = await first(planned, /^\/rounds\/.*\/worksheet$/);
  return [
    '/dashboard', '/teams/overview', '/teams/overview?sort=index&order=down&since=2020-01-01', '/compare', several, two,
    '/plan', '/plan?status=done', plan, `${plan}/new`, add, action, `${action}/delete`, worksheet,
    '/teams', '/teams/new', team, member, `${team}/archive`, '/rounds/new', round, `${round}/edit`, `${round}/close`,
    `${round}/invitations`, `${round}/remind`,
    `${round}/results`, '/search?q=a', '/admin', '/admin/people', '/admin/people/new', person, `${person}/switch`, `${person}/delete`,
    '/admin/units', unit, `${unit}/delete`, '/admin/settings', '/admin/letterhead', '/admin/import', '/admin/audit', did, '/account', '/account/password',
    '/account/sessions', '/account/second-factor', '/account/data', '/account/delete',
  ];
}
