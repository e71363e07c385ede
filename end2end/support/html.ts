import { HtmlValidate } from 'html-validate';
import config from '../.htmlvalidate.mjs';

const validator = new HtmlValidate(config);

/** What is wrong with a page, a line a fault. */
export async function faultsOf(html: string, name: string) {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`));
}
