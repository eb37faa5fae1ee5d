import { describe, expect, test } from 'vitest';
import { faults, minimalContent } from '../support/content.ts';
import { type Changes, country, languages } from './changed.ts';

const ky = {
  'strings/ky.po': String(minimalContent['strings/ru.po']),
  'strings/tg.po': String(minimalContent['strings/ru.po']),
};

/** A second country with this address. */
const twin = (url: string): Changes => ({
  'countries/tj/country.yml': `code: tj\nname:\n  en: Tajikistan\nlanguages:\n  - tag: ru\nurl: ${url}\n`,
});

describe('languages', () => {
  test.each<[string, Changes, string[]]>([
    [
      'no language',
      languages('  - tag: rv\n  - tag: en\n'),
      [
        'countries/kg/country.yml:6:10 error country/language: languages[0].tag: "rv" is no language (did you mean "ru"?)',
      ],
    ],
    [
      'three letters where two are right',
      languages('  - tag: rus\n  - tag: en\n'),
      [
        'countries/kg/country.yml:6:10 error country/language: languages[0].tag: "rus" is no language (did you mean "ru"?)',
      ],
    ],
    [
      'a language without strings',
      languages('  - tag: kaa\n  - tag: en\n'),
      [
        'countries/kg/country.yml:6:10 warning country/strings: languages[0].tag: "kaa" has no interface strings yet; English words stand in (translate content/strings/en.po to content/strings/kaa.po)',
      ],
    ],
    [
      'in words',
      languages('  - tag: Russian\n'),
      [
        'countries/kg/country.yml:6:10 error front-matter/pattern: languages[0].tag: "Russian" cannot be used here (did you mean "ru"?)',
      ],
    ],
    [
      'in capitals',
      languages('  - tag: RU\n'),
      [
        'countries/kg/country.yml:6:10 error front-matter/pattern: languages[0].tag: "RU" cannot be used here (did you mean "ru"?)',
      ],
    ],
    [
      'with underscore',
      languages('  - tag: sr_cyrl\n'),
      [
        'countries/kg/country.yml:6:10 error front-matter/pattern: languages[0].tag: "sr_cyrl" cannot be used here (did you mean "sr-Cyrl"?)',
      ],
    ],
    [
      'not even nearly a tag',
      languages('  - tag: "1"\n'),
      [
        'countries/kg/country.yml:6:10 error front-matter/pattern: languages[0].tag: "1" cannot be used here (use a tag such as ky, ru, sr-Cyrl or uz-Latn)',
      ],
    ],
    [
      'a list of tags',
      languages('  - ru\n  - en\n'),
      [
        'countries/kg/country.yml:6:5 error front-matter/type: languages[0]: "ru" is not a map of fields (write - tag: ru)',
        'countries/kg/country.yml:7:5 error front-matter/type: languages[1]: "en" is not a map of fields (write - tag: en)',
      ],
    ],
    [
      'twice',
      languages('  - tag: ru\n  - tag: ru\n'),
      [
        'countries/kg/country.yml:7:10 error country/language-twice: languages[1].tag: "ru" is listed twice (remove one of the two)',
      ],
    ],
    [
      'a circle of one',
      languages('  - tag: ru\n    fallback: [ru]\n'),
      [
        'countries/kg/country.yml:7:16 error country/fallback-cycle: the languages stand in for each other in a circle: ru → ru (remove "ru" here, or another of these steps)',
      ],
    ],
    [
      'a circle of two',
      { ...ky, ...languages('  - tag: ky\n    fallback: [ru]\n  - tag: ru\n    fallback: [ky]\n') },
      [
        'countries/kg/country.yml:9:16 error country/fallback-cycle: the languages stand in for each other in a circle: ky → ru → ky (remove "ky" here, or another of these steps)',
      ],
    ],
    [
      'a circle of three',
      {
        ...ky,
        ...languages(
          '  - tag: ky\n    fallback: [ru]\n  - tag: ru\n    fallback: [tg]\n  - tag: tg\n    fallback: [ky]\n',
        ),
      },
      [
        'countries/kg/country.yml:11:16 error country/fallback-cycle: the languages stand in for each other in a circle: ky → ru → tg → ky (remove "ky" here, or another of these steps)',
      ],
    ],
    [
      'fallback to a language that the site lacks',
      { ...ky, ...languages('  - tag: ky\n    fallback: [tg]\n') },
      [
        'countries/kg/country.yml:7:16 error country/fallback: languages[0].fallback[0]: "tg" is not a language of this site (add "- tag: tg" to the languages, or remove it here)',
      ],
    ],
    [
      'fallback to no language',
      languages('  - tag: ru\n    fallback: [eng]\n'),
      [
        'countries/kg/country.yml:7:16 error country/language: languages[0].fallback[0]: "eng" is no language (did you mean "en"?)',
      ],
    ],
    [
      'fallback without brackets',
      { ...ky, ...languages('  - tag: ky\n    fallback: ru\n  - tag: ru\n') },
      [
        'countries/kg/country.yml:7:15 error front-matter/type: languages[0].fallback: "ru" is not a list (write fallback: [ru])',
      ],
    ],
    [
      'converted from itself',
      languages('  - tag: ru\n    transliterate: ru\n'),
      [
        'countries/kg/country.yml:7:20 error country/transliterate: languages[0].transliterate: a language cannot be converted from itself (name the language in the other script, or remove the line)',
      ],
    ],
    [
      'converted from a language in the same script',
      languages('  - tag: ru\n  - tag: ky\n    transliterate: ru\n'),
      [
        'countries/kg/country.yml:7:10 warning country/strings: languages[1].tag: "ky" has no interface strings yet; English words stand in (translate content/strings/en.po to content/strings/ky.po)',
        'countries/kg/country.yml:8:20 error country/transliterate: languages[1].transliterate: nothing converts "ru" into "ky" (there are sr-Cyrl → sr-Latn, sr-Latn → sr-Cyrl, cnr-Cyrl → cnr-Latn, cnr-Latn → cnr-Cyrl, uz-Latn → uz-Cyrl; for any other language write the texts, or say "fallback: [ru]")',
      ],
    ],
    [
      'a name in no language',
      country('en: Kyrgyzstan', 'eng: Kyrgyzstan'),
      [
        'countries/kg/country.yml:3:3 error language/unknown: "eng" is no language, so that nobody would see this text (did you mean "en"?)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

test('languages that all stand in for each other are one fault each, at once', async () => {
  const tags = [
    'ru',
    'ky',
    'tg',
    'kk',
    'uz-Latn',
    'uz-Cyrl',
    'sr-Latn',
    'sr-Cyrl',
    'mk',
    'bg',
    'ro',
    'uk',
    'hy',
    'ka',
    'az',
    'tr',
  ];
  const others = (tag: string): string => tags.filter((other) => other !== tag).join(', ');
  const found = await faults(
    languages(tags.map((tag) => `  - tag: ${tag}\n    fallback: [${others(tag)}]\n`).join('')),
  );
  expect(found.filter((fault) => fault.includes('country/fallback-cycle')).length).toBe(tags.length - 1);
});

describe('addresses', () => {
  test('are one when only a slash or the case of their path differs', async () => {
    for (const url of ['https://kg.example.org/Preschool', 'https://kg.example.org/preschool/']) {
      const changes = {
        ...country('https://kg.example.org/', 'https://kg.example.org/preschool/'),
        ...twin(url),
      };
      expect((await faults(changes))[0]).toBe(
        'countries/tj/country.yml:6:6 error country/url: url: countries/kg/country.yml has the same address (each national site needs an address of its own)',
      );
    }
  });

  test.each<[string, Changes, string[]]>([
    [
      'twice',
      twin('https://kg.example.org/'),
      [
        'countries/tj/country.yml:6:6 error country/url: url: countries/kg/country.yml has the same address (each national site needs an address of its own)',
      ],
    ],
    [
      'twice, in another case',
      twin('https://KG.example.org/'),
      [
        'countries/tj/country.yml:6:6 error country/url: url: countries/kg/country.yml has the same address (each national site needs an address of its own)',
      ],
    ],
    [
      'twice, without the slash',
      twin('https://kg.example.org'),
      [
        'countries/tj/country.yml:6:6 error country/url: url: countries/kg/country.yml has the same address (each national site needs an address of its own)',
        'countries/tj/country.yml:6:6 error front-matter/url: url: "https://kg.example.org" is not the address of a site, with a slash at its end (write https://kg.example.org/)',
      ],
    ],
    [
      'twice, without TLS and with its port',
      twin('http://kg.example.org:80/'),
      [
        'countries/tj/country.yml:6:6 error country/url: url: countries/kg/country.yml has the same address (each national site needs an address of its own)',
      ],
    ],
    [
      'without slash',
      twin('https://tj.example.org'),
      [
        'countries/tj/country.yml:6:6 error front-matter/url: url: "https://tj.example.org" is not the address of a site, with a slash at its end (write https://tj.example.org/)',
      ],
    ],
    [
      'without scheme',
      twin('tj.example.org'),
      [
        'countries/tj/country.yml:6:6 error front-matter/url: url: "tj.example.org" is not the address of a site, with a slash at its end (write https://tj.example.org/)',
      ],
    ],
    [
      'with a query',
      twin('https://tj.example.org/?a'),
      [
        'countries/tj/country.yml:6:6 error front-matter/url: url: "https://tj.example.org/?a" is not the address of a site, with a slash at its end (write https://tj.example.org/)',
      ],
    ],
    [
      'in Cyrillic',
      twin('https://тж.example/'),
      [
        'countries/tj/country.yml:6:6 error front-matter/url: url: "https://тж.example/" is not the address of a site, with a slash at its end (write https://xn--f1ax.example/)',
      ],
    ],
    [
      'with a password',
      twin('https://user:secret@tj.example.org/'),
      [
        'countries/tj/country.yml:6:6 error country/url: url: the address holds a user name, which every reader would see (remove what stands before the @, and the @)',
      ],
    ],
    [
      'no address',
      twin('javascript:alert(1)/'),
      [
        'countries/tj/country.yml:6:6 error front-matter/url: url: "javascript:alert(1)/" is not the address of a site, with a slash at its end (write it in full, such as https://example.org/)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('the rest of country.yml', () => {
  test.each<[string, Changes, string[]]>([
    [
      'another code than the folder',
      country('code: kg', 'code: uz'),
      [
        'countries/kg/country.yml:1:7 error country/code: code: "uz" is not the name of the folder (write kg)',
      ],
    ],
    [
      'a code in capitals',
      country('code: kg', 'code: KG'),
      [
        'countries/kg/country.yml:1:7 error front-matter/pattern: code: "KG" cannot be used here (did you mean "kg"?)',
      ],
    ],
    [
      'a colour in words',
      country('url:', 'theme:\n  accent: red\nurl:'),
      [
        'countries/kg/country.yml:9:11 error front-matter/pattern: theme.accent: "red" cannot be used here (write a colour such as "#b23a2e")',
      ],
    ],
    [
      'a colour without quotes',
      country('url:', 'theme:\n  accent: #b23a2e\nurl:'),
      [
        'countries/kg/country.yml:9:11 error front-matter/type: theme.accent: nothing is not text (put the colour in quotes, because # begins a remark: "#b23a2e")',
      ],
    ],
    [
      'a short colour',
      country('url:', 'theme:\n  accent: "#b32"\nurl:'),
      [
        'countries/kg/country.yml:9:11 error front-matter/pattern: theme.accent: "#b32" cannot be used here (write a colour such as "#bb3322")',
      ],
    ],
    [
      'a sign without a ministry',
      {
        ...country('url:', 'theme:\n  logo: logo.svg\nurl:'),
        'countries/kg/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      },
      [
        'countries/kg/country.yml:9:9 warning country/logo: theme.logo: the sign is shown beside the name of the ministry, and there is none (add ministry: with its name, or remove the line)',
      ],
    ],
    [
      'no motif',
      country('url:', 'theme:\n  motif: motif.svg\nurl:'),
      [
        'countries/kg/country.yml:9:10 error country/file: theme.motif: there is no file "motif.svg" beside country.yml (put the file into content/countries/kg/)',
      ],
    ],
    [
      'a motif that is no SVG',
      country('url:', 'theme:\n  motif: motif.png\nurl:'),
      [
        'countries/kg/country.yml:9:10 error front-matter/pattern: theme.motif: "motif.png" cannot be used here (name an SVG file in the same folder, such as motif.svg)',
      ],
    ],
    [
      'a module that does not exist',
      country('url:', 'modules:\n  course: true\n  forum: true\nurl:'),
      [
        'countries/kg/country.yml:9:3 error front-matter/unknown-field: there is no field "modules.course" (did you mean "courses"?)',
        'countries/kg/country.yml:10:3 error front-matter/unknown-field: there is no field "modules.forum" (the fields here are: courses, materials, community, certificates, parents)',
      ],
    ],
    [
      'a framework that does not exist',
      country('url:', 'frameworks: [play-frist]\nurl:'),
      [
        'countries/kg/country.yml:8:14 error country/framework: frameworks[0]: there is no framework "play-frist" in content/taxonomy/frameworks/ (did you mean "play-first"?)',
      ],
    ],
    [
      'a domain that does not exist',
      country('url:', 'priorities: [cognitoin]\nurl:'),
      [
        'countries/kg/country.yml:8:14 error front-matter/enum: priorities[0]: "cognitoin" is not one of: language-literacy, cognition (did you mean "cognition"?)',
      ],
    ],
    [
      'include and exclude of what does not exist',
      country(
        'url:',
        'include:\n  courses: [plya]\nexclude:\n  materials:\n    ids: [other]\n    type: [storry]\nurl:',
      ),
      [
        'countries/kg/country.yml:9:13 error reference/course: include.courses: there is no course "plya" (did you mean "play"?)',
        'countries/kg/country.yml:12:11 error reference/material: exclude.materials: there is no material "other" (write one of: bag)',
        'countries/kg/country.yml:13:12 error front-matter/enum: exclude.materials.type[0]: "storry" is not one of: activity, story (did you mean "story"?)',
      ],
    ],
    [
      'include of what has no ids',
      country('url:', 'include:\n  lessons: [first]\nexclude:\n  groups: talk\nurl:'),
      [
        'countries/kg/country.yml:9:3 error front-matter/unknown-field: there is no field "include.lessons" (the fields here are: courses, materials, groups, pages)',
        'countries/kg/country.yml:11:11 error front-matter/type: exclude.groups: must be a list of ids, or a map of ids and terms (write groups: [talk])',
      ],
    ],
    [
      'a name without language',
      country(/name:\n.*\n.*\n/, 'name: Kyrgyzstan\n'),
      [
        'countries/kg/country.yml:2:7 error front-matter/type: name: "Kyrgyzstan" is not a map of fields (write one line for each language below it, such as "en: Kyrgyzstan")',
      ],
    ],
    [
      'an e-mail address',
      country('url:', 'contact:\n  email: nobody\nurl:'),
      [
        'countries/kg/country.yml:9:10 error front-matter/email: contact.email: "nobody" is not an e-mail address (write it as in name@example.org)',
      ],
    ],
    [
      'fences as in a text',
      { 'countries/kg/country.yml': `---\n${minimalContent['countries/kg/country.yml']}---\n` },
      [
        'countries/kg/country.yml:10:1 error front-matter/divided: a line "---" or "..." divides the fields into two parts (remove the line; the fields of a file are one part)',
      ],
    ],
    [
      'an empty file',
      { 'countries/kg/country.yml': '' },
      [
        'countries/kg/country.yml:1:1 error front-matter/required: the field "code" is missing (add a line "code: …")',
        'countries/kg/country.yml:1:1 error front-matter/required: the field "languages" is missing (add a line "languages: …")',
        'countries/kg/country.yml:1:1 error front-matter/required: the field "name" is missing (add a line "name: …")',
        'countries/kg/country.yml:1:1 error front-matter/required: the field "url" is missing (add a line "url: …")',
      ],
    ],
    [
      'a list',
      { 'countries/kg/country.yml': '- kg\n' },
      [
        'countries/kg/country.yml:1:1 error front-matter/not-a-map: holds a list; fields are written as "name: value" (write one field on each line, for example "title: The treasure bag")',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});
