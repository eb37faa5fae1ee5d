import fc from 'fast-check';
import { expect, test } from 'vitest';
import { healthOf, healthStates } from '../../../build/mirror/health/health.ts';
import { formatMetrics } from '../../../build/mirror/health/metrics.ts';
import { parseExposition } from '../support/exposition.ts';
import { configuration, current, noon, wellState } from '../support/mirror-state.ts';

test('a well mirror is exposed in the format of Prometheus, with instants in seconds', () => {
  const metrics = parseExposition(formatMetrics(healthOf(wellState, configuration, noon)));
  const valuesOf = (name: string) => metrics.get(`passport_mirror_${name}`)?.map(({ value }) => value);
  expect(valuesOf('sequence')).toEqual([7]);
  expect(valuesOf('complete')).toEqual([1]);
  expect(valuesOf('released_timestamp_seconds')).toEqual([Date.parse(current.released) / 1000]);
  expect(metrics.get('passport_mirror_expiry_timestamp_seconds')).toEqual([
    { labels: { role: 'timestamp' }, value: Date.parse('2026-03-15T08:00:00Z') / 1000 },
  ]);
});

test('of all states exactly one is 1', () => {
  const metrics = parseExposition(formatMetrics(healthOf({ format: 1 }, configuration, noon)));
  const states = metrics.get('passport_mirror_state') ?? [];
  expect(states.map(({ labels }) => labels.state)).toEqual(healthStates);
  expect(states.filter(({ value }) => value === 1)).toEqual([{ labels: { state: 'empty' }, value: 1 }]);
});

test('whatever an address holds, it stays one label', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\\', '\n', 'a', '}', ',', '=') }), (url) => {
      const state = { ...wellState, current: { ...current, url } };
      const metrics = parseExposition(formatMetrics(healthOf(state, configuration, noon)));
      expect(metrics.get('passport_mirror_info')).toEqual([{ labels: { country: 'kg', url }, value: 1 }]);
    }),
  );
});

test('the reader of the format refuses what Prometheus refuses', () => {
  const head = '# HELP a b\n# TYPE a gauge\n';
  for (const text of [
    'a 1\n',
    `${head}a 1`,
    `${head}a{x="1} 1\n`,
    `${head}a 1\na 1\n`,
    `${head}${head}a 1\n`,
    `${head}a one\n`,
  ])
    expect(() => parseExposition(text), text).toThrow();
});
