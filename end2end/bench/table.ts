/** A figure's rounds, each with the limit that was measured beside it. */
export type Rounds = { measured: number; limit: number }[];

const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
const median = (values: number[]) => sorted(values)[Math.floor(values.length / 2)];

export const HEAD = `${''.padEnd(76)}${'measured'.padStart(10)}${'limit'.padStart(10)}${'ratio'.padStart(8)}   range`;

/** A line of the table: medians in milliseconds; the ratios are those of single rounds. */
export function line(what: string, rounds: Rounds): string {
  const ratios = sorted(rounds.map(({ measured, limit }) => measured / limit));
  const figure = (value: number) => value.toFixed(1).padStart(10);
  return [
    what.padEnd(76),
    figure(median(rounds.map(({ measured }) => measured))),
    figure(median(rounds.map(({ limit }) => limit))),
    median(ratios).toFixed(1).padStart(8),
    `   ${ratios[0].toFixed(1)} to ${ratios[ratios.length - 1].toFixed(1)}`,
  ].join('');
}
