import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../templates/head/content-security-policy.ts';
import { renderPage } from '../../templates/pages/render-page.ts';
import { samplePages } from './sample-pages.ts';

const policyOf = (document: string): string =>
  /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(document)?.[1] ?? '';

describe.each(Object.keys(samplePages))('%s', (name) => {
  const document = renderPage(samplePages[name] as never);

  test('the policy comes first, right after the character set', () => {
    expect(document).toContain('<meta charset="utf-8"><meta http-equiv="content-security-policy"');
  });

  test('it knows the one sheet of the page by its digest', () => {
    const sheets = [...document.matchAll(/<style>(.*?)<\/style>/gs)];
    expect(sheets).toHaveLength(1);
    const digest = createHash('sha256')
      .update(sheets[0]?.[1] ?? '')
      .digest('base64');
    expect(policyOf(document)).toContain(`style-src 'sha256-${digest}'`);
  });

  test('it allows nothing by default and nothing inline', () => {
    expect(policyOf(document)).toMatch(/^default-src 'none';base-uri 'none';/);
    expect(policyOf(document)).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(document).not.toMatch(/<base\b/);
    expect(document.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/<[a-z][^>]*\s(?:style|on[a-z]+)=/);
  });
});

describe('a page is allowed what it holds', () => {
  const policy = (markup: string, wasm = false): string[] =>
    contentSecurityPolicy({ markup: [markup], sheetSha256: 'x', wasm }).split(';');

  test.each([
    ['<script type="module" src="a.js"></script>', "script-src 'self'"],
    ['<link rel="manifest" href="a">', "manifest-src 'self'"],
    ['<video src="a.mp4"></video>', "media-src 'self'"],
    ['<audio src="a.mp3"></audio>', "media-src 'self'"],
    ['<form class="find" method="get">', "form-action 'self'"],
  ])('%s: %s', (markup, directive) => {
    expect(policy(markup)).toContain(directive);
    expect(policy('<p>')).not.toContain(directive);
  });

  test('files of its own site, which Lighthouse reads from within it', () => {
    expect(policy('<p>')).toContain("connect-src 'self'");
  });

  test('data are no script, and a quiz is never sent', () => {
    expect(policy('<script type="application/ld+json">{}</script><form method="dialog">')).toEqual(
      policy('<p>'),
    );
  });

  test('WebAssembly only where a script asks for it', () => {
    const script = '<script type="module" src="a.js"></script>';
    expect(policy(script, true)).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(
      Object.entries(samplePages)
        .filter(([, page]) => policyOf(renderPage(page)).includes('wasm'))
        .map(([name]) => name),
    ).toEqual(['search']);
  });
});
