import { describe, expect, test } from 'vitest';
import { faults, minimalContent, po } from '../support/content.ts';
import { type Changes, course } from './changed.ts';

const spelling =
  'write words: letters, digits, spaces, hyphens and apostrophes, and a star at the end for any ending';

const russianPlurals =
  'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);';

describe('site.yml', () => {
  test.each<[string, Changes, string[]]>([
    [
      'missing',
      { 'site.yml': null },
      [
        'site.yml:1:1 error site/missing: the file is missing (it says at least "sourceLanguage: en" and the "name" of the platform in each language; or is this not the content folder?)',
      ],
    ],
    [
      'faulty',
      { 'site.yml': 'sourceLanguage: english\nname: Passport\n' },
      [
        'site.yml:1:17 error front-matter/pattern: sourceLanguage: "english" cannot be used here (did you mean "en"?)',
        'site.yml:2:7 error front-matter/type: name: "Passport" is not a map of fields (write one line for each language below it, such as "en: Passport")',
      ],
    ],
    [
      'spellings that are none',
      {
        'site.yml':
          'sourceLanguage: en\nname:\n  en: Passport\nspellings:\n  uz-Cyrl:\n    yod: "<b>"\n    "x<": йод\n  uzbek:\n    a: b\n',
      },
      [
        `site.yml:6:10 error front-matter/pattern: spellings.uz-Cyrl.yod: "<b>" cannot be used here (${spelling})`,
        `site.yml:7:5 error front-matter/pattern: spellings.uz-Cyrl: "x<" cannot be a word (${spelling})`,
        'site.yml:8:3 error front-matter/language: spellings: "uzbek" is not a language tag (did you mean "uz-Latn"?)',
      ],
    ],
    [
      'a source language that does not exist',
      { 'site.yml': 'sourceLanguage: eg\nname:\n  en: Passport\n' },
      ['site.yml:1:17 error site/language: sourceLanguage: "eg" is no language (did you mean "en"?)'],
    ],
    [
      'an empty folder',
      Object.fromEntries(Object.keys(minimalContent).map((file) => [file, null])),
      [
        'site.yml:1:1 error site/missing: the file is missing (it says at least "sourceLanguage: en" and the "name" of the platform in each language; or is this not the content folder?)',
      ],
    ],
    [
      'no country',
      { 'countries/kg/country.yml': null },
      [
        'site.yml:1:1 error country/missing: there is no national version, and so no site (add content/countries/<code>/country.yml with "code", "name", "languages" and "url")',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('vocabularies', () => {
  test.each<[string, Changes, string[]]>([
    [
      'missing, reported once',
      { 'taxonomy/domains.yml': null },
      [
        'taxonomy/domains.yml:1:1 error taxonomy/missing: the vocabulary "domain" is missing: no file in content/taxonomy/ says "kind: domain" (add the file with "kind: domain" and its terms)',
      ],
    ],
    [
      'faulty, and not reported where it is used',
      { 'taxonomy/domains.yml': 'kind: domain\nterms:\n  - id: Bad Id\n    label:\n      en: Bad\n' },
      [
        'taxonomy/domains.yml:3:9 error front-matter/pattern: terms[0].id: "Bad Id" cannot be used here (did you mean "bad-id"?)',
      ],
    ],
    [
      'a kind that no field takes',
      { 'taxonomy/more.yml': 'kind: domian\nterms:\n  - id: a\n    label:\n      en: A\n' },
      [
        'taxonomy/more.yml:1:7 error taxonomy/kind: kind: no field takes terms of a vocabulary "domian" (did you mean "domain"?)',
      ],
    ],
    [
      'a term twice',
      {
        'taxonomy/settings.yml':
          'kind: setting\nterms:\n  - id: home\n    label:\n      en: Home\n  - id: home\n    label:\n      en: House\n',
      },
      [
        'taxonomy/settings.yml:6:9 error taxonomy/duplicate: the term "home" stands here twice (remove one of them)',
      ],
    ],
    [
      'a vocabulary twice',
      { 'taxonomy/more.yml': String(minimalContent['taxonomy/settings.yml']) },
      [
        'taxonomy/settings.yml:1:7 error taxonomy/duplicate: another file already is the vocabulary "setting" (put all terms into one file)',
      ],
    ],
    [
      'a code of a framework twice',
      {
        'taxonomy/frameworks/play-first.yml':
          'name:\n  en: Play first\ncountry: kg\ncodes:\n  - code: 1.10\n    label:\n      en: A\n  - code: "1.10"\n    label:\n      en: B\n',
      },
      [
        'taxonomy/frameworks/play-first.yml:8:11 error taxonomy/duplicate: the code "1.10" stands here twice (remove one of them)',
      ],
    ],
    [
      'a code that only looks like another number',
      { ...course('lessons:', 'alignments:\n  - framework: play-first\n    code: 1.10\nlessons:') },
      [
        'shared/courses/play/index.en.md:10:11 error reference/alignment: the framework "play-first" has no code "1.10" (did you mean "1.1"?)',
      ],
    ],
    [
      'a label in no language',
      { 'taxonomy/settings.yml': 'kind: setting\nterms:\n  - id: home\n    label:\n      english: Home\n' },
      [
        'taxonomy/settings.yml:5:7 error front-matter/language: terms[0].label: "english" is not a language tag (did you mean "en"?)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('strings', () => {
  test.each<[string, Changes, string[]]>([
    [
      'no format',
      { 'strings/ru.po': 'hello\n' },
      [
        'strings/ru.po:1:1 error strings/syntax: the line is not in the format of gettext catalogues (a line begins with msgid, msgstr, msgctxt, #, or is a quoted text)',
      ],
    ],
    [
      'a quotation mark that is not closed',
      { 'strings/ru.po': `${minimalContent['strings/ru.po']}\nmsgid "a\nmsgstr "b"\n` },
      [
        'strings/ru.po:6:1 error strings/syntax: the line is not in the format of gettext catalogues (write msgid "a")',
      ],
    ],
    [
      'a quotation mark in the text',
      { 'strings/ru.po': `${minimalContent['strings/ru.po']}\nmsgid "a"\nmsgstr "так "и" так"\n` },
      [
        'strings/ru.po:7:1 error strings/syntax: the line is not in the format of gettext catalogues (write msgstr "так \\"и\\" так")',
      ],
    ],
    [
      'an empty file',
      { 'strings/ru.po': '' },
      [
        'strings/ru.po:1:1 error strings/plural-forms: the header has no usable Plural-Forms line (for Russian it is "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n")',
      ],
    ],
    [
      'no Plural-Forms',
      { 'strings/ru.po': 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n' },
      [
        'strings/ru.po:1:1 error strings/plural-forms: the header has no usable Plural-Forms line (for Russian it is "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n")',
      ],
    ],
    [
      'a plural rule that is a program',
      { 'strings/ru.po': po('nplurals=3; plural=process.exit(1);') },
      [
        'strings/ru.po:4:1 error strings/plural-forms: the header has no usable Plural-Forms line (for Russian it is "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n")',
      ],
    ],
    [
      'a plural rule that names too many forms',
      { 'strings/ru.po': po('nplurals=2; plural=n;') },
      [
        'strings/ru.po:4:1 error strings/plural-forms: the header has no usable Plural-Forms line (for Russian it is "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n")',
      ],
    ],
    [
      'a plural form too few',
      {
        'strings/ru.po': po(
          'nplurals=2; plural=n!=1;',
          '\nmsgid "{count} lesson"\nmsgid_plural "{count} lessons"\nmsgstr[0] "{count} урок"\n',
        ),
      },
      [
        'strings/ru.po:6:1 error strings/plural-count: the translation of "{count} lesson" has 1 of 2 plural forms (write msgstr[0] to msgstr[1])',
      ],
    ],
    [
      'an unknown placeholder',
      { 'strings/ru.po': po('nplurals=1; plural=0;', '\nmsgid "Lesson {number}"\nmsgstr "Урок {номер}"\n') },
      [
        'strings/ru.po:6:1 error strings/placeholder: the translation of "Lesson {number}" uses {номер}, which the English text does not have (keep the words in braces as they are in the English text)',
      ],
    ],
    [
      'a placeholder left out',
      { 'strings/ru.po': po('nplurals=1; plural=0;', '\nmsgid "Lesson {number}"\nmsgstr "Урок"\n') },
      [
        'strings/ru.po:6:1 warning strings/placeholder: the translation of "Lesson {number}" leaves {number} out (keep the words in braces as they are in the English text)',
      ],
    ],
    [
      'a number left out of a form for several numbers',
      {
        'strings/ru.po': po(
          russianPlurals,
          '\nmsgid "{count} lesson"\nmsgid_plural "{count} lessons"\nmsgstr[0] "один урок"\nmsgstr[1] "{count} урока"\nmsgstr[2] "{count} уроков"\n',
        ),
      },
      [
        'strings/ru.po:6:1 warning strings/placeholder: msgstr[0] of "{count} lesson" leaves {count} out (keep the words in braces as they are in the English text)',
      ],
    ],
    [
      'a form for one number does without it, and not without anything else',
      {
        'strings/ru.po': po(
          'nplurals=2; plural=n!=1;',
          '\nmsgid "{count} lesson"\nmsgid_plural "{count} lessons"\nmsgstr[0] "один урок"\nmsgstr[1] "{count} урока"\n\nmsgid "{from}–{count} year"\nmsgid_plural "{from}–{count} years"\nmsgstr[0] "один год"\nmsgstr[1] "{from}–{count} лет"\n',
        ),
      },
      [
        'strings/ru.po:11:1 warning strings/placeholder: msgstr[0] of "{from}–{count} year" leaves {from} out (keep the words in braces as they are in the English text)',
      ],
    ],
    [
      'white space at an end that the English text does not have, and the other way round',
      {
        'strings/ru.po': po(
          'nplurals=1; plural=0;',
          '\nmsgid "Lesson"\nmsgstr "Урок "\n\nmsgid " or"\nmsgstr "или"\n\nmsgid "and"\nmsgstr ""\n',
        ),
      },
      [
        'strings/ru.po:6:1 warning strings/space: the translation of "Lesson" ends with other white space than the English text (remove the space beside the quotation mark, or add the one that the English text has)',
        'strings/ru.po:9:1 warning strings/space: the translation of " or" begins with other white space than the English text (remove the space beside the quotation mark, or add the one that the English text has)',
      ],
    ],
    [
      'a message twice',
      { 'strings/ru.po': po('nplurals=1; plural=0;', '\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n') },
      [
        'strings/ru.po:9:1 error strings/duplicate: the text "a" stands here a second time; the first is on line 6 (keep one of the two)',
      ],
    ],
    [
      'the same words in two contexts are fine',
      {
        'strings/ru.po': po(
          'nplurals=1; plural=0;',
          '\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "y"\nmsgid "a"\nmsgstr "c"\n',
        ),
      },
      [],
    ],
    [
      'another encoding in the header',
      { 'strings/ru.po': String(minimalContent['strings/ru.po']).replace('UTF-8', 'windows-1251') },
      [
        'strings/ru.po:3:1 error strings/charset: the header says that the file is in windows-1251 (save the file in UTF-8, and write "Content-Type: text/plain; charset=UTF-8\\n")',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});
