import { expect, type Page } from '@playwright/test';

/** How the network is: `undefined` for as fast as it is. */
export type Network = { latency: number; bytesPerSecond: number } | undefined;

/** What a page's own clock saw, in milliseconds since its navigation began. */
export interface Seen {
  painted: number;
  clicks: number[];
  /** When the server's 204 to a change had arrived. */
  acknowledged: number[];
  /** How long each task took that kept the browser from answering for over 50 ms. */
  longTasks: number[];
}

declare global {
  interface Window {
    watched: { clicks: number[]; longTasks: number[] };
  }
}

/** Makes a page that is not loaded yet watch itself, and slows down its network. */
export async function watch(page: Page, network: Network): Promise<void> {
  await page.addInitScript(() => {
    window.watched = { clicks: [], longTasks: [] };
    addEventListener('click', (event) => window.watched.clicks.push(event.timeStamp), true);
    const tasks = new PerformanceObserver((list) => {
      window.watched.longTasks.push(...list.getEntries().map((task) => task.duration));
    });
    tasks.observe({ type: 'longtask', buffered: true });
  });
  if (!network) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: network.bytesPerSecond,
    uploadThroughput: network.bytesPerSecond,
  });
}

export async function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const saves = fetched.filter((entry) => entry.name.endsWith('/autosave') && entry.responseStatus === 204);
    return {
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      acknowledged: saves.map((entry) => entry.responseEnd),
      ...window.watched,
    };
  });
}

/** When the first text or picture was on the screen; told only a moment later. */
export async function painted(page: Page): Promise<number> {
  await expect.poll(async () => (await seen(page)).painted).toBeGreaterThan(0);
  return (await seen(page)).painted;
}

/** How long it takes to ask the server for next to nothing. */
export async function roundTrip(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const began = performance.now();
    await (await fetch('/healthz', { cache: 'no-store' })).text();
    return performance.now() - began;
  });
}
