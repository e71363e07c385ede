import { defineConfig } from '@playwright/test';
import { launchOptions } from '../support/browser.mjs';

// Measurements, not tests: npm run bench. They print, and fail only if nothing can be measured.
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../test-results/bench',
  reporter: 'list',
  workers: 1,
  timeout: 180_000,
  use: { launchOptions, locale: 'en-GB' },
});
