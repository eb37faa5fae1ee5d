/**
 * Dates, numbers, lists and sorting of one locale, at build time: browsers have no ky, tg, uz data.
 *
 * `Intl` does the work; where the ICU of the pinned Node lacks a locale or has only part of it, a table fills in. Every
 * `Intl` object names a last resort, so that nothing ever depends on the locale of the machine.
 */
import { chains, sortKey } from './alphabets.ts';
import { digraphs, initialOf } from './initials.ts';
import type { LocaleFormats } from './locale.ts';

const known = new Map<string, LocaleFormats>();

/**
 * Returns the formats of a locale, made at the first call: `Intl` objects are dear, and every page asks.
 *
 * @param htmlLang BCP 47 tag as in the `lang` attribute: `ky`, `uz-Cyrl`, `sr-Latn-ME`.
 */
export function formatsOf(htmlLang: string): LocaleFormats {
  const formats = known.get(htmlLang) ?? createFormats(htmlLang);
  known.set(htmlLang, formats);
  return formats;
}

function createFormats(htmlLang: string): LocaleFormats {
  const mended = mends[htmlLang];
  const locales = [htmlLang === 'en' ? 'en-GB' : (mended?.numbers ?? htmlLang), 'en-GB'];
  const numbers = new Intl.NumberFormat(locales, { maximumFractionDigits: 1 });
  const dates = new Intl.DateTimeFormat(locales, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locales, { type: 'conjunction' });
  const writtenDates = new Map<string, string>();
  const writeDate = (isoDate: string): string => {
    const date = new Date(`${isoDate}T00:00:00Z`);
    return mended === undefined ? dates.format(date).replace(' г.', '\u00A0г.') : mended.date(date);
  };
  const sorting = [mended?.collation ?? htmlLang, 'en-GB'];
  const alphabet = chains[htmlLang];
  const keyOf = alphabet === undefined ? (text: string) => text : sortKey(alphabet);
  const collator = new Intl.Collator(sorting, { numeric: true });
  const letters = new Intl.Collator(sorting, { sensitivity: 'base' });
  return {
    number: (value) => numbers.format(value),
    date(isoDate) {
      const written = writtenDates.get(isoDate) ?? writeDate(isoDate);
      writtenDates.set(isoDate, written);
      return written;
    },
    list: (items) => (mended?.and === undefined ? lists.format(items) : joinWith(mended.and, items)),
    sort: (items, textOf, others = () => 0) =>
      // Text and key are made once, not with every comparison.
      Array.from(items, (item) => {
        const text = textOf(item);
        return { item, text, key: keyOf(text) };
      })
        .toSorted(
          (a, b) =>
            collator.compare(a.key, b.key) || collator.compare(a.text, b.text) || others(a.item, b.item),
        )
        .map(({ item }) => item),
    initial: (title) =>
      initialOf(
        title,
        digraphs[htmlLang] ?? [],
        (a, b) => letters.compare(keyOf(a), keyOf(b)) || letters.compare(a, b),
      ),
  };
}

/** What ICU 78 (Node 24) lacks or has in an odd form. */
interface Mend {
  readonly date: (date: Date) => string;
  /** The word for “and” where ICU has no list format. */
  readonly and?: string;
  /** A locale that sorts the same letters, where ICU has no collation. */
  readonly collation?: string;
  /** A locale that writes numbers alike, where ICU does not know this one. */
  readonly numbers?: string;
}

/**
 * ky: ICU writes “2026-ж., 1-март”. tg: no collation, no “and”, “01 Март 2026”. uz: “2026 M03 1” and like it; uz-Cyrl: no “and”. kaa: nothing.
 *
 * Dates as laws are dated (cbd.minjust.gov.kg, adlia.tj, lex.uz).
 */
const mends: Readonly<Record<string, Mend>> = {
  ky: {
    date: dateFrom(
      'январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры',
      (day, month, year) => `${year}-жылдын ${day}-${month}`,
    ),
  },
  tg: {
    date: dateFrom(
      'январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри',
      (day, month, year) => `${day} ${month} соли ${year}`,
    ),
    and: 'ва',
    collation: 'ru',
  },
  'uz-Latn': {
    date: dateFrom(
      'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr',
      (day, month, year) => `${year}-yil ${day}-${month}`,
    ),
  },
  'uz-Cyrl': {
    date: dateFrom(
      'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
      (day, month, year) => `${year} йил ${day} ${month}`,
    ),
    and: 'ва',
    collation: 'ru',
  },
  kaa: {
    date: dateFrom(
      'yanvar fevral mart aprel may iyun iyul avgust sentyabr oktyabr noyabr dekabr',
      (day, month, year) => `${year}-jıl ${day}-${month}`,
    ),
    and: 'hám',
    collation: 'uz',
    numbers: 'uz',
  },
};

function dateFrom(
  monthNames: string,
  arrange: (day: number, month: string, year: number) => string,
): (date: Date) => string {
  const months = monthNames.split(' ');
  return (date) => arrange(date.getUTCDate(), months[date.getUTCMonth()] ?? '', date.getUTCFullYear());
}

function joinWith(and: string, items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}
