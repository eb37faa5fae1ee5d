import { UsageError } from '../../cli/errors.ts';

/**
 * Reads how much a mirror may take of a line: `200k` and `1.5M` are bytes a second, `512kbit` and `2Mbit` bits, as lines are sold.
 *
 * @returns bytes a second
 * @throws UsageError
 */
export function parseRate(text: string): number {
  const { number, unit, bit } =
    /^(?<number>\d{1,6}(?:\.\d{1,3})?)(?<unit>[kM])(?<bit>bit)?$/.exec(text)?.groups ?? {};
  const bytes = (Number(number) * (unit === 'k' ? 1000 : 1_000_000)) / (bit === undefined ? 1 : 8);
  if (number === undefined || bytes < 1000)
    throw new UsageError(
      `--limit: "${text}" is no rate; for example 200k (bytes a second), 1.5M, 512kbit or 2Mbit; at least 1k`,
    );
  return Math.round(bytes);
}
