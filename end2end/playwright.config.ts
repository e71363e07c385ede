import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/browser.mjs';

// Every page works without scripting, so a spec is in `both` unless it is about what only one of them has.
const both = ['accounts.spec.ts', 'landing.spec.ts', 'check.spec.ts', 'phone.spec.ts', 'ways.spec.ts', 'invited.spec.ts'];
const quality = ['modes.spec.ts', 'organisation.spec.ts', 'several.spec.ts', 'html.spec.ts', 'budget.spec.ts', 'slow.spec.ts'];
const scriptingOnly: string[] = ['copy.spec.ts', 'journey.spec.ts', 'keeping.spec.ts', 'keyboard.spec.ts', 'meeting.spec.ts', 'results.spec.ts', ...quality];
const noScriptingOnly: string[] = ['plain.spec.ts'];

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results/traces',
  reporter: [['list'], ['json', { outputFile: 'test-results/result.json' }]],
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Conditions are waited for; how long a page may take is what `make bench` measures, not these.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { launchOptions, trace: 'retain-on-failure', locale: 'en-GB' },
  projects: [
    { name: 'scripting', testMatch: [...both, ...scriptingOnly] },
    { name: 'no-scripting', testMatch: [...both, ...noScriptingOnly], use: { javaScriptEnabled: false } },
  ],
});
