import { expect, type BrowserContext } from '@playwright/test';

/** What a browser complained about: console errors, exceptions, violations of the content security policy. */
export class Faults {
  private readonly seen: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Says that a complaint belongs to the test, such as the 422 of a form sent back. */
  expect(complaint: RegExp): void {
    this.expected.push(complaint);
  }

  /** Listens to all pages of a context, those to come included. */
  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() === 'error') this.seen.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (fault) => {
      const error = fault.error();
      this.seen.push(`uncaught: ${error.stack || error.message || error.name} on ${fault.page()?.url()}`);
    });
    // Chromium reports most violations on the console; the event has them all. Without scripting the console is left.
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI} (${event.sample})`);
      });
    });
  }

  /** Fails if there was a complaint that nobody expected, or an expected one did not come. */
  verify(): void {
    const unexpected = this.seen.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
    const missing = this.expected.filter((pattern) => !this.seen.some((fault) => pattern.test(fault)));
    expect(unexpected, 'complaints of the browser').toEqual([]);
    expect(missing.map(String), 'expected complaints that did not come').toEqual([]);
  }
}
