// Every page of a round with several respondents: valid HTML, and good in every mode.
import { faultsOf } from '../support/html.ts';
import { inEveryMode } from '../support/modes.ts';
import { signIn } from '../support/organisation.ts';
import { makeSeveral, severalPages, type SeveralRounds } from '../support/several.ts';
import { expect, test as base } from '../support/test.ts';

/** The rounds, made once a worker, and the cookies of who made them. */
interface Made {
  rounds: SeveralRounds;
  cookies: Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>;
}

const test = base.extend<object, { made: Made }>({
  made: [
    async ({ browser, demonstration }, use) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await signIn(page, demonstration, 'lead');
      const rounds = await makeSeveral(page, demonstration);
      const cookies = await context.storageState();
      await context.close();
      await use({ rounds, cookies });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demonstration }, use) => use(demonstration.url),
  storageState: async ({ made }, use) => use(made.cookies),
});

test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const shown of severalPages) {
  test(`${shown.name}: valid, and good in every mode`, async ({ page, made, faults }) => {
    if (shown.status) faults.expect(new RegExp(String(shown.status)));
    const answer = await shown.open(page, made.rounds);
    expect(answer?.status()).toBe(shown.status ?? 200);
    expect(page.url(), 'not led elsewhere').toBe(answer?.url());
    expect.soft(await faultsOf((await answer?.text()) ?? '', shown.name)).toEqual([]);
    await expect(page.locator('h1')).toHaveCount(1);
    await inEveryMode(page);
  });
}
