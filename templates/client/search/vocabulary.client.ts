/**
 * The keys of all texts, by their first letter: what is asked for is looked up here first, so that a slip of the finger is mended, and
 * Pagefind is never asked for what it does not have (it would answer with what is only like it).
 */
import { isNear } from './near.ts';
import { leastBeginning, sharedBeginning } from './rank.ts';

/** A beginning of keys to ask Pagefind for, and what it is worth beside the word itself. */
export interface Term {
  readonly beginning: string;
  readonly share: number;
}

export type Vocabulary = (asked: string) => Promise<readonly Term[]>;

/** More of them are rather words of their own. */
const mostNear = 3;

/** @param bundle of the language */
export function openVocabulary(bundle: URL): Vocabulary {
  const known = new Map<string, Promise<readonly string[]>>();
  return async (asked) => {
    const letter = asked.charAt(0);
    const loading = known.get(letter) ?? loadWords(new URL(`words-${letter}.json`, bundle));
    known.set(letter, loading);
    loading.catch(() => known.delete(letter));
    return termsFor(asked, await loading);
  };
}

async function loadWords(address: URL): Promise<readonly string[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as string[];
}

function termsFor(asked: string, words: readonly string[]): Term[] {
  if (words.some((word) => word.startsWith(asked))) return [{ beginning: asked, share: 1 }];
  const near = words.filter((word) => isNear(asked, word)).slice(0, mostNear);
  if (near.length > 0) return near.map((word) => ({ beginning: word, share: 0.7 }));
  const shared = words.reduce((most, word) => Math.max(most, sharedBeginning(asked, word)), 0);
  return shared < leastBeginning(asked) ? [] : [{ beginning: asked.slice(0, shared), share: 0.6 }];
}
