import type { ConfigData } from 'html-validate';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { examplesOf } from '../../build/gallery/examples.ts';
import { sample } from '../../templates/components/sample.ts';
import { renderEditions } from '../../templates/pages/editions.ts';
import { renderFaults } from '../../templates/pages/faults.ts';
import { renderPage } from '../../templates/pages/render-page.ts';
import { fragmentConfig, htmlValidateConfig } from './html-validate-config.ts';
import { lessonBody } from './sample-body.ts';
import { samplePages } from './sample-pages.ts';

const validator = (config: ConfigData) => new HtmlValidate(new StaticConfigLoader(config));
const documents = validator(htmlValidateConfig);
const fragments = validator(fragmentConfig);

async function faultsOf(markup: string, by: HtmlValidate): Promise<readonly string[]> {
  const { results } = await by.validateString(markup);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, line, message }) =>
        `${ruleId} in line ${line}: ${message} | ${markup.split('\n')[line - 1]?.slice(0, 160)}`,
    ),
  );
}

describe('every page is valid HTML', () => {
  test.each(Object.entries(samplePages))('%s', async (_, page) => {
    expect(await faultsOf(renderPage(page), documents)).toEqual([]);
  });

  test('pages of the development server', async () => {
    const editions = renderEditions([
      { code: 'kg', name: 'Kyrgyzstan', path: '/kg/', languages: ['кыргызча'] },
    ]);
    expect(await faultsOf(editions, documents)).toEqual([]);
    expect(await faultsOf(renderEditions([]), documents)).toEqual([]);
    expect(await faultsOf(renderFaults('content/x.md:4:8 error <b>'), documents)).toEqual([]);
  });
});

describe('every example of a component is valid HTML', async () => {
  for (const { name, examples } of await examplesOf(sample)) {
    test.each(examples.map(({ state, markup }) => [state, markup.toString()]))(
      `${name}: %s`,
      async (_, markup) => {
        expect(markup).not.toBe('');
        expect(await faultsOf(markup, fragments)).toEqual([]);
      },
    );
  }
});

test('a placed body is valid HTML', async () => {
  expect(await faultsOf(lessonBody.toString(), fragments)).toEqual([]);
});
