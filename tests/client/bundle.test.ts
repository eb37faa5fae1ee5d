import { expect, test } from 'vitest';
import { bundleScripts } from '../../build/client/bundle.ts';
import { styleSheets } from '../../templates/styles/stylesheet.ts';

test('rules that a script adds name no property that pages do not declare', async () => {
  // What stands on every page that has such a script.
  const { css } = styleSheets({ accent: '#b23a2e' })(
    '<i class="mark"></i><form class="quiz"><label><b class="yes"></b></label></form><div class="felt"></div>',
  );
  const declared = new Set([...css.matchAll(/(--[a-z]+):/g)].map(([, name]) => name));
  const scripts = Object.entries(await bundleScripts());
  const undeclared = scripts.flatMap(([name, { bytes }]) =>
    [
      ...Buffer.from(bytes)
        .toString()
        .matchAll(/var\((--[a-z]+)\)/g),
    ]
      .filter(([, property]) => !declared.has(property) && property !== '--sign')
      .map(([use]) => `${name}: ${use}`),
  );
  expect(scripts.length).toBeGreaterThan(5);
  expect(undeclared).toEqual([]);
});
