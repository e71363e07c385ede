// node screenshots.mjs FOLDER PATH...
// Whole pages, wide and narrow, light and dark, of the server at PLUMBLINE_URL (http://127.0.0.1:3000 if it is not set),
// signed in as PLUMBLINE_EMAIL with PLUMBLINE_PASSWORD where they are set.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from './support/browser.mjs';

const [folder, ...paths] = process.argv.slice(2);
if (!folder || paths.length === 0) {
  console.error('usage: node screenshots.mjs FOLDER PATH...');
  process.exit(2);
}

const base = process.env.PLUMBLINE_URL ?? 'http://127.0.0.1:3000';
const { PLUMBLINE_EMAIL: email, PLUMBLINE_PASSWORD: password } = process.env;
const nameOf = (address) => address.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'index';

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(launchOptions);
try {
  for (const width of [1280, 375]) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ baseURL: base, colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      if (email && password) {
        await page.goto('/login');
        await page.getByLabel('Email address').fill(email);
        await page.getByLabel('Password').fill(password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.waitForURL('**/dashboard');
      }
      for (const address of paths) {
        await page.goto(address, { waitUntil: 'networkidle' });
        const file = path.join(folder, `${nameOf(address)}-${width}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
        console.log(file);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
