/**
 * What the pages of published sites weigh.
 *
 * In: a folder of sites. Out: for each template the heaviest page of each country, against what it may weigh, with its scripts. Weighed
 * when somebody asks, from the files as they lie there.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import type { PageKind } from '../../templates/model/page.ts';
import type { ScriptName } from '../client/script-names.ts';
import { type OutputPath, toOutputPath } from '../model/paths.ts';
import { brotliBytes } from './brotli.ts';
import { pageBudgets, scriptBudgetsBytes } from './budgets.ts';
import { budgetBytesOf } from './heavy-page.ts';
import { bytesBeyond, compressingScales } from './scales.ts';

export interface TemplateWeight {
  readonly kind: PageKind;
  /** How many there are in all countries. */
  readonly pages: number;
  /** By country: the page that is nearest to its budget. */
  readonly heaviest: ReadonlyMap<CountryCode, PageWeight>;
}

export interface PageWeight {
  readonly output: OutputPath;
  readonly bytes: number;
  readonly budgetBytes: number;
  /** All its scripts together. */
  readonly scriptBytes: number;
  readonly scriptBudgetBytes: number;
}

/** @returns in the order of the budgets */
export async function weighSites(
  out: string,
  countries: readonly CountryCode[],
): Promise<readonly TemplateWeight[]> {
  const pages = new Map<PageKind, number>();
  const heaviest = new Map<PageKind, Map<CountryCode, PageWeight>>();
  const scripts = scriptScale(out);
  for (const country of countries)
    for (const output of await pagesOf(out, country)) {
      const html = await readFile(path.join(out, output), 'utf8');
      const kind = /data-page="([a-z-]+)"/.exec(html)?.[1] as PageKind;
      pages.set(kind, (pages.get(kind) ?? 0) + 1);
      const known = heaviest.get(kind) ?? new Map<CountryCode, PageWeight>();
      heaviest.set(kind, known);
      const budgetBytes = budgetBytesOf(kind, html);
      const bytes = bytesBeyond(html, shareOf(known.get(country)) * budgetBytes, compressingScales);
      if (bytes !== undefined)
        known.set(country, { output, bytes, budgetBytes, ...(await scripts(output, html)) });
    }
  return (Object.keys(pageBudgets) as PageKind[]).flatMap((kind) => {
    const found = heaviest.get(kind);
    return found === undefined ? [] : [{ kind, pages: pages.get(kind) ?? 0, heaviest: found }];
  });
}

/** Of its budget. */
export const shareOf = (page: PageWeight | undefined): number =>
  page === undefined ? 0 : page.bytes / page.budgetBytes;

/** Long ones first, so that most others need not be weighed exactly. */
async function pagesOf(out: string, country: CountryCode): Promise<readonly OutputPath[]> {
  const files = await readdir(path.join(out, country), { recursive: true });
  const pages: { readonly output: OutputPath; readonly sizeBytes: number }[] = [];
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const output = toOutputPath(`${country}/${file.replaceAll('\\', '/')}`);
    pages.push({ output, sizeBytes: (await stat(path.join(out, output))).size });
  }
  return pages
    .toSorted((a, b) => b.sizeBytes - a.sizeBytes || (a.output < b.output ? -1 : 1))
    .map(({ output }) => output);
}

type ScriptWeight = Pick<PageWeight, 'scriptBytes' | 'scriptBudgetBytes'>;

function scriptScale(out: string): (output: OutputPath, html: string) => Promise<ScriptWeight> {
  const known = new Map<string, number>();
  return async (output, html) => {
    let scriptBytes = 0;
    let scriptBudgetBytes = 0;
    for (const [, source = ''] of html.matchAll(/<script type="module" src="([^"]+)"/g)) {
      const name = path.posix.basename(source).split('.')[0] as ScriptName;
      const file = path.resolve('/', path.posix.dirname(output), source);
      const bytes = known.get(name) ?? brotliBytes(await readFile(path.join(out, file)));
      known.set(name, bytes);
      scriptBytes += bytes;
      scriptBudgetBytes += scriptBudgetsBytes[name];
    }
    return { scriptBytes, scriptBudgetBytes };
  };
}
