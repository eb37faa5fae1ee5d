import { describe, expect, test } from 'vitest';
import { faults, minimalContent } from '../support/content.ts';
import { type Changes, course, lesson, material } from '../validate/changed.ts';

describe('names of files', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a space',
      { 'shared/materials/bag/my file.jpg': 'x' },
      [
        'shared/materials/bag/my file.jpg:1:1 error file/name: has the name "my file.jpg"; names are made of Latin letters, digits, hyphens and dots (rename it, for example to "my-file.jpg")',
      ],
    ],
    [
      'Cyrillic letters',
      { 'shared/materials/bag/Сумка №1.jpg': 'x' },
      [
        'shared/materials/bag/Сумка №1.jpg:1:1 error file/name: has the name "Сумка №1.jpg"; names are made of Latin letters, digits, hyphens and dots (rename it, for example to "sumka-1.jpg")',
      ],
    ],
    ['capitals are fine', { 'shared/materials/bag/COVER.JPG': 'x' }, []],
    [
      'a character that Windows refuses',
      { 'shared/materials/bag/a:b.jpg': 'x' },
      [
        'shared/materials/bag/a:b.jpg:1:1 error file/name: has the name "a:b.jpg"; names are made of Latin letters, digits, hyphens and dots (rename it, for example to "a-b.jpg")',
      ],
    ],
    [
      'a name that Windows keeps for itself',
      { 'shared/materials/bag/con.jpg': 'x' },
      [
        'shared/materials/bag/con.jpg:1:1 error file/name: has the name "con.jpg", which Windows does not allow (rename it, for example to "con-file.jpg")',
      ],
    ],
    [
      'a separator of Windows',
      { 'shared/materials/bag\\index.ru.md': 'x' },
      [
        'shared/materials/bag\\index.ru.md:1:1 error file/name: has the name "bag\\index.ru.md"; names are made of Latin letters, digits, hyphens and dots (rename it, for example to "bag-index.ru.md")',
      ],
    ],
    [
      'a line break',
      { 'shared/materials/bag/a\nb.jpg': 'x' },
      [
        'shared/materials/bag/a\nb.jpg:1:1 error file/name: has the name "a\nb.jpg"; names are made of Latin letters, digits, hyphens and dots (rename it, for example to "a-b.jpg")',
      ],
    ],
    [
      'two that differ only in case',
      { 'shared/materials/bag/a.jpg': 'x', 'shared/materials/bag/A.jpg': 'x' },
      [
        'shared/materials/bag/A.jpg:1:1 error file/case: differs from "a.jpg" only in case; on Windows they are one file (rename or remove one of them)',
      ],
    ],
    [
      'two folders that differ only in case',
      { 'shared/materials/Bag/index.en.md': String(minimalContent['shared/materials/bag/index.en.md']) },
      [
        'shared/materials/Bag:1:1 error file/case: differs from "bag" only in case; on Windows they are one file (rename or remove one of them)',
      ],
    ],
    [
      'a long path',
      { [`shared/materials/bag/${'a'.repeat(180)}.jpg`]: 'x' },
      [
        'shared/materials/bag/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jpg:1:1 error file/path-length: has a path of 205 characters; 200 is the most that Windows can check out (shorten the names of its folders)',
      ],
    ],
    [
      'files of editors and systems are passed over',
      {
        'shared/materials/bag/.DS_Store': 'x',
        'shared/materials/bag/index.en.md~': 'x',
        'shared/materials/bag/Thumbs.db': 'x',
      },
      [],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('names of texts', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a language in words',
      { 'shared/materials/bag/index.english.md': 'x' },
      [
        'shared/materials/bag/index.english.md:1:1 error file/language: "english" is not a language tag (name it "index.en.md")',
      ],
    ],
    [
      'a language in wrong case',
      { 'shared/materials/bag/index.sr-cyrl.md': 'x' },
      [
        'shared/materials/bag/index.sr-cyrl.md:1:1 error file/language: "sr-cyrl" is not a language tag (name it "index.sr-Cyrl.md")',
      ],
    ],
    [
      'a language with underscore and region',
      { 'shared/materials/bag/index.en_US.md': 'x' },
      [
        'shared/materials/bag/index.en_US.md:1:1 error file/language: "en_US" is not a language tag (name it "index.en.md")',
      ],
    ],
    [
      'a language of three letters that has two',
      { 'shared/materials/bag/index.rus.md': '---\ntitle: Сумка\n---\n' },
      [
        'shared/materials/bag/index.rus.md:1:1 error front-matter/required: the field "ages" is missing (add a line "ages: …")',
        'shared/materials/bag/index.rus.md:1:1 error front-matter/required: the field "domains" is missing (add a line "domains: …")',
        'shared/materials/bag/index.rus.md:1:1 error front-matter/required: the field "summary" is missing (add a line "summary: …")',
        'shared/materials/bag/index.rus.md:1:1 error front-matter/required: the field "type" is missing (add a line "type: …")',
        'shared/materials/bag/index.rus.md:2:1 error language/unknown: is in the language "rus", which no national site has, so that nobody would see it (did you mean "index.ru.md"?)',
      ],
    ],
    [
      'Montenegrin in wrong case',
      { 'shared/materials/bag/index.cnr-latn.md': 'x' },
      [
        'shared/materials/bag/index.cnr-latn.md:1:1 error file/language: "cnr-latn" is not a language tag (name it "index.cnr-Latn.md")',
      ],
    ],
    [
      'no language',
      { 'shared/materials/bag/index.md': 'x' },
      [
        'shared/materials/bag/index.md:1:1 error file/name: "index.md" is not the name of a text; texts are named "index.<language>.md" (name it "index.en.md", with the language that it is written in)',
      ],
    ],
    [
      'a language that no site has',
      { 'shared/materials/bag/index.xx.md': String(minimalContent['shared/materials/bag/index.en.md']) },
      [
        'shared/materials/bag/index.xx.md:2:1 error language/unknown: is in the language "xx", which no national site has, so that nobody would see it (add "- tag: xx" to the languages of a country.yml, or use one of: en, ru)',
      ],
    ],
    [
      'the code of a country',
      {
        'shared/materials/bag/index.kg.md': String(minimalContent['shared/materials/bag/index.en.md']),
        'strings/ky.po': String(minimalContent['strings/ru.po']),
      },
      [
        'shared/materials/bag/index.kg.md:2:1 error language/unknown: is in the language "kg", which no national site has, so that nobody would see it (did you mean "index.ky.md"?)',
      ],
    ],
    [
      'a hyphen in place of the dot',
      { 'shared/materials/bag/index-ru.md': 'x' },
      [
        'shared/materials/bag/index-ru.md:1:1 error file/name: "index-ru.md" is not the name of a text; texts are named "index.<language>.md" (name it "index.ru.md")',
      ],
    ],
    [
      'another ending',
      { 'shared/materials/bag/index.ru.markdown': 'x', 'shared/materials/bag/index.ru.md.txt': 'x' },
      [
        'shared/materials/bag/index.ru.markdown:1:1 error file/name: "index.ru.markdown" is not the name of a text; texts are named "index.<language>.md" (name it "index.ru.md")',
        'shared/materials/bag/index.ru.md.txt:1:1 error file/name: "index.ru.md.txt" is not the name of a text; texts are named "index.<language>.md" (name it "index.ru.md")',
      ],
    ],
    [
      'patch before the language',
      { 'countries/kg/materials/bag/index.patch.ru.md': 'x' },
      [
        'countries/kg/materials/bag/index.patch.ru.md:1:1 error file/name: "index.patch.ru.md" is not the name of a text; texts are named "index.<language>.md" (name it "index.ru.patch.md")',
      ],
    ],
    [
      'another name',
      { 'shared/materials/bag/text.md': 'x' },
      [
        `shared/materials/bag/text.md:1:1 error file/name: "text.md" is not the name of a text; texts are named "index.<language>.md" (rename it, for example to "index.en.md", or "index.ru.patch.md" for a country's patch)`,
      ],
    ],
    [
      'capitals beside the right name',
      { 'shared/materials/bag/Index.en.md': 'x' },
      [
        'shared/materials/bag/Index.en.md:1:1 error file/case: differs from "index.en.md" only in case; on Windows they are one file (rename or remove one of them)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('folders', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a misspelt kind, and what refers to its texts',
      {
        'shared/materials/bag/index.en.md': null,
        'shared/material/bag/index.en.md': 'x',
        'shared/material/sack/index.en.md': 'x',
        ...lesson('durationMinutes: 10', 'durationMinutes: 10\nmaterials: [bag]'),
      },
      [
        'shared/material/bag/index.en.md:1:1 error file/place: lies where no text belongs, and would not appear on any page (did you mean the folder "materials"?)',
      ],
    ],
    [
      'a misspelt top folder',
      { 'shard/materials/sack/index.en.md': 'x', 'shard/pages/x/index.en.md': 'x' },
      [
        'shard/materials/sack/index.en.md:1:1 error file/place: lies where no text belongs, and would not appear on any page (did you mean the folder "shared"?)',
      ],
    ],
    [
      'a text without a folder of its own',
      { 'shared/materials/index.en.md': 'x' },
      [
        'shared/materials/index.en.md:1:1 error file/place: lies where no text belongs, and would not appear on any page (texts lie in shared/courses/<course>/, shared/courses/<course>/<lesson>/, shared/materials/<material>/, shared/groups/<group>/ or shared/pages/<page>/, or in the same folders below countries/<country>/)',
      ],
    ],
    [
      'a text too deep',
      { 'shared/courses/play/first/deep/index.en.md': 'x' },
      [
        'shared/courses/play/first/deep/index.en.md:1:1 error file/place: lies where no text belongs, and would not appear on any page (texts lie in shared/courses/<course>/, shared/courses/<course>/<lesson>/, shared/materials/<material>/, shared/groups/<group>/ or shared/pages/<page>/, or in the same folders below countries/<country>/)',
      ],
    ],
    [
      'a text at the top',
      { 'notes.md': 'x' },
      [
        'notes.md:1:1 error file/place: lies where no text belongs, and would not appear on any page (texts lie in shared/courses/<course>/, shared/courses/<course>/<lesson>/, shared/materials/<material>/, shared/groups/<group>/ or shared/pages/<page>/, or in the same folders below countries/<country>/)',
      ],
    ],
    [
      'capitals in an id',
      {
        'shared/courses/play/first/index.en.md': null,
        'shared/courses/play/first/index.ru.md': null,
        'shared/courses/play/First/index.en.md': String(
          minimalContent['shared/courses/play/first/index.en.md'],
        ),
      },
      [
        'shared/courses/play/First/index.en.md:1:1 error file/id: lies in the folder "First"; this name is part of the address of the page and is made of small Latin letters, digits and hyphens (rename the folder to "first")',
      ],
    ],
    [
      'Cyrillic letters in an id, once for all its files',
      {
        'shared/materials/сумка/index.en.md': String(minimalContent['shared/materials/bag/index.en.md']),
        'shared/materials/сумка/cover.svg': 'x',
      },
      [
        'shared/materials/сумка/cover.svg:1:1 error file/name: has the name "сумка"; names are made of Latin letters, digits, hyphens and dots (rename it, for example to "sumka")',
        'shared/materials/сумка/index.en.md:1:1 error file/id: lies in the folder "сумка"; this name is part of the address of the page and is made of small Latin letters, digits and hyphens (rename the folder to "sumka")',
      ],
    ],
    [
      'the name of a country, once for all its files',
      { 'countries/kyrgyzstan/country.yml': 'x', 'countries/kyrgyzstan/pages/x/index.ru.md': 'x' },
      [
        `countries/kyrgyzstan/country.yml:1:1 error file/country: lies in the folder "kyrgyzstan"; a country's folder has its two-letter code (rename the folder to "kg")`,
      ],
    ],
    [
      'a code in capitals',
      { 'countries/TJ/country.yml': 'x' },
      [
        `countries/TJ/country.yml:1:1 error file/country: lies in the folder "TJ"; a country's folder has its two-letter code (rename the folder to "tj")`,
      ],
    ],
    [
      'a folder that is no country',
      { 'countries/europe/country.yml': 'x' },
      [
        `countries/europe/country.yml:1:1 error file/country: lies in the folder "europe"; a country's folder has its two-letter code (rename the folder to the two-letter code of the country, such as "kg")`,
      ],
    ],
    [
      'a country without country.yml',
      { 'countries/tj/pages/x/index.en.md': String(minimalContent['shared/pages/about/index.en.md']) },
      [
        'countries/tj/country.yml:1:1 error country/missing: the file is missing, so that the texts of this folder are on no site (it says at least the "code", "name", "languages" and "url" of the national site)',
      ],
    ],
    [
      'country.yaml',
      { 'countries/tj/country.yaml': 'x' },
      [
        'countries/tj/country.yaml:1:1 error file/name: has a name under which it is not read (name it "country.yml")',
      ],
    ],
    [
      'site.yaml',
      { 'site.yml': null, 'site.yaml': 'x' },
      ['site.yaml:1:1 error file/name: has a name under which it is not read (name it "site.yml")'],
    ],
    [
      'a vocabulary that ends in .yaml',
      { 'taxonomy/levels.yml': null, 'taxonomy/levels.yaml': 'x' },
      [
        'taxonomy/levels.yaml:1:1 error file/name: has a name under which it is not read (name it "levels.yml")',
      ],
    ],
    [
      'strings with underscore and region',
      { 'strings/ru_RU.po': 'x' },
      ['strings/ru_RU.po:1:1 error file/language: "ru_RU" is not a language tag (name it "ru.po")'],
    ],
    [
      'strings in a folder',
      { 'strings/x/ru.po': 'x' },
      [
        'strings/x/ru.po:1:1 error file/place: lies where no text belongs, and would not appear on any page (texts lie in shared/courses/<course>/, shared/courses/<course>/<lesson>/, shared/materials/<material>/, shared/groups/<group>/ or shared/pages/<page>/, or in the same folders below countries/<country>/)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});

describe('ids and paths', () => {
  test.each<[string, Changes, string[]]>([
    [
      'a path in place of an id',
      course('- first', '- ../first'),
      [
        'shared/courses/play/index.en.md:9:5 error reference/lesson: there is no lesson "../first" in the course "play" (did you mean "first"?)',
      ],
    ],
    [
      'a path in place of a picture',
      material('type:', 'image:\n  src: ../../cover.svg\n  alt: A bag\ntype:'),
      [
        'shared/materials/bag/index.en.md:5:8 error front-matter/pattern: image.src: "../../cover.svg" cannot be used here (name a picture in the same folder, without a path: svg, png, jpg, webp or avif, such as cover.jpg)',
      ],
    ],
    [
      'an absolute path in place of a picture',
      material('type:', 'image:\n  src: /etc/passwd\n  alt: A bag\ntype:'),
      [
        'shared/materials/bag/index.en.md:5:8 error front-matter/pattern: image.src: "/etc/passwd" cannot be used here (name a picture in the same folder, without a path: svg, png, jpg, webp or avif, such as cover.jpg)',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faults(changes)).toEqual(expected);
  });
});
