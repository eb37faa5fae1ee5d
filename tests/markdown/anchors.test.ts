import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Anchors } from '../../build/markdown/anchors.ts';
import '../support/fuzz-seed.ts';

/** A space of no width is in no anchor, and in no heading that is read the quick way. */
const slowly = (heading: string): string => new Anchors([]).of(`${heading}\u200b`);

test('a heading of common characters gets the anchor that Unicode gives it', () => {
  const character = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0x400, max: 0x52f }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('«', '»', '—', '–', '“', '’', 'é', 'İ', 'ı', '\u0301', '№', ' '),
  );
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 20 }), (heading) => {
      expect(new Anchors([]).of(heading)).toBe(slowly(heading));
    }),
    { numRuns: 5000 },
  );
});
