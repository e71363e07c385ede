// Prints "passed failed" of a result file of Playwright's JSON reporter; a file that is missing counts nothing.
import { existsSync, readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
if (existsSync(file)) {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  console.log(stats.expected + stats.flaky, stats.unexpected);
} else {
  console.log(0, 0);
}
