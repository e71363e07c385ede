// Prints the failed tests of a result file of Playwright's JSON reporter, each with the first lines of what went wrong.
import { existsSync, readFileSync } from 'node:fs';

const LINES = 6;
const [file] = process.argv.slice(2);

function* tests(suite) {
  for (const spec of suite.specs ?? []) for (const test of spec.tests) yield { spec, test };
  for (const inner of suite.suites ?? []) yield* tests(inner);
}

if (existsSync(file)) {
  const { suites } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { spec, test } of suites.flatMap((suite) => [...tests(suite)])) {
    if (test.status !== 'unexpected') continue;
    console.log(`${test.projectName}: ${spec.file}:${spec.line} ${spec.title}`);
    const message = test.results.at(-1)?.error?.message ?? '';
    // Colours are for terminals only.
    const plain = message.replace(/\u001b\[[0-9;]*m/g, '');
    for (const line of plain.split('\n').slice(0, LINES)) console.log(`    ${line}`);
  }
}
