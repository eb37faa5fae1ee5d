/**
 * Measures how well search finds: builds the catalogue with the documents of the evaluation, and asks in a real browser.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSites } from '../../../build/pipeline.ts';
import { transliterator } from '../../../build/transliterate/transliteration.ts';
import { toLocale } from '../../../schemas/brands.ts';
import { launchBrowser } from '../../browser/browser.ts';
import { serveSites } from '../../support/built-sites.ts';
import {
  type EvaluationDocument,
  type QuerySet,
  readEvaluation,
  type Variant,
  variants,
} from './evaluation.ts';
import { writeEvaluationContent } from './evaluation-content.ts';
import { type Answers, askPlain, askSite } from './measure-search.ts';
import { writePlainBundle } from './plain-bundle.ts';

export interface VariantResult {
  readonly variant: Variant;
  readonly ours: Answers;
  readonly plain: Answers;
  /** Nonsense that something was found for. */
  readonly junk: readonly string[];
}

export interface SearchBenchOptions {
  readonly set: QuerySet;
  /** Without it, all. */
  readonly tags?: readonly string[];
  readonly onProgress: (line: string) => void;
}

export async function benchSearch({ set, tags, onProgress }: SearchBenchOptions): Promise<VariantResult[]> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'passport-search-'));
  const [content, out] = [path.join(work, 'content'), path.join(work, 'sites')];
  try {
    onProgress('building the sites …');
    await writeEvaluationContent(content);
    const { sites } = await buildSites({ contentFolder: content, out, drafts: false });
    if (sites.length === 0) throw new Error('the content of the evaluation has faults');
    const asked = variants.filter(({ tag }) => tags?.includes(tag) ?? true);
    for (const { tag } of asked)
      await writePlainBundle(await documentsOf(tag), tag, path.join(out, 'plain', tag));
    const server = await serveSites(out, true);
    const browser = await launchBrowser();
    try {
      const results: VariantResult[] = [];
      for (const variant of asked) {
        onProgress(`asking in ${variant.tag} …`);
        const { queries, nonsense } = await readEvaluation(variant.tag);
        const bundle = `${server.url}plain/${variant.tag}/`;
        const pageUrl = `${server.url}${variant.root}/search/`;
        const nothing = nonsense.map((q) => ({ q, class: 'nonsense', expect: [] }));
        const { answers: toNonsense } = await askSite(browser, server.url, variant, nothing);
        results.push({
          variant,
          ours: await askSite(browser, server.url, variant, queries[set]),
          plain: await askPlain(browser, pageUrl, bundle, queries[set]),
          junk: toNonsense.filter(({ found }) => found.length > 0).map(({ query }) => query.q),
        });
      }
      return results;
    } finally {
      await Promise.all([browser.close(), server.close()]);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** In a script without documents of its own, those of the other one. */
async function documentsOf(tag: string): Promise<readonly EvaluationDocument[]> {
  const { documents } = await readEvaluation(tag);
  const [language = ''] = tag.split('-');
  const other = variants.find(
    ({ tag: candidate }) => candidate !== tag && candidate.startsWith(`${language}-`),
  );
  if (documents.length > 0 || other === undefined) return documents;
  const convert = transliterator(toLocale(other.tag), toLocale(tag));
  const written = (await readEvaluation(other.tag)).documents;
  if (convert === undefined) throw new TypeError(`nothing converts ${other.tag} into ${tag}`);
  return written.map(({ id, title, summary, body }) => ({
    id,
    title: convert(title),
    summary: convert(summary),
    body: convert(body),
  }));
}
