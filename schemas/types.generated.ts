/* Generated from schemas/*.schema.json by `npm run schemas`. Do not edit: change the schema. */

/**
 * A course: an ordered row of lessons. Its text is the introduction that a teacher reads before she starts.
 */
export interface Course {
  /**
   * The name of the page, as its heading, in lists and in search results.
   */
  title: string;
  /**
   * One or two sentences that say what the reader gets from this page. Shown in lists, search results and shared links; best below 200 characters.
   */
  summary: string;
  /**
   * draft and review are shown in the preview only; published is on the site. Without this field the text is published.
   */
  status?: 'draft' | 'review' | 'published';
  /**
   * The people or organisations who wrote the text, as they wish to be named.
   *
   * Items: One author.
   */
  authors?: string[];
  /**
   * The day on which the text last changed in a way that matters to a reader, as year-month-day: 2026-03-01.
   */
  updated?: string;
  /**
   * The licence of this text where it differs from the licence of the whole catalogue in site.yml.
   */
  licence?: string;
  /**
   * The picture of this page, in a file beside the text.
   */
  image?: {
    /**
     * The name of a picture file in the same folder: svg, png, jpg, webp or avif.
     */
    src: string;
    /**
     * What the picture shows, for those who cannot see it.
     */
    alt: string;
    /**
     * Who made the picture.
     */
    credit?: string;
  };
  /**
   * Further words under which teachers would look for this page.
   *
   * Items: One word or short phrase.
   */
  tags?: string[];
  /**
   * Who this is written for.
   *
   * @minItems 1
   *
   * Items: An audience.
   */
  audience: string[];
  /**
   * The ages of the children that this is meant for.
   */
  ages: {
    /**
     * The youngest age, in months: three years are 36.
     */
    fromMonths: number;
    /**
     * The oldest age, in months: six years are 72.
     */
    toMonths: number;
  };
  /**
   * The lessons in the order in which they are read: names of folders inside the course's folder.
   *
   * @minItems 1
   *
   * Items: A lesson.
   */
  lessons: string[];
  /**
   * How much experience the course expects of its readers.
   */
  level?: string;
  /**
   * The level of education of the children, after UNESCO's ISCED.
   */
  isced?: string;
  /**
   * The areas of a child's development that this supports.
   *
   * @minItems 1
   *
   * Items: A domain of development.
   */
  domains?: string[];
  /**
   * Where this fits into a national framework or curriculum.
   *
   * Items: One place in one framework.
   */
  alignments?: {
    /**
     * A framework: the name of its file in content/taxonomy/frameworks/ without .yml.
     */
    framework: string;
    /**
     * A code of that framework.
     */
    code: string;
  }[];
  /**
   * Courses that should be read before this one.
   *
   * Items: A course.
   */
  prerequisites?: string[];
  /**
   * What the certificate of completion asks for, where the country offers one. Without it, all lessons have to be done.
   */
  certificate?: {
    /**
     * Beside all lessons done, the share of the questions of all lessons that have to be answered right, in per cent. A question can be tried again, and once right stays right; reflections do not count.
     */
    passMark: number;
  };
  /**
   * The first 16 hexadecimal digits of the SHA-256 of a text. Written by `npm run status -- --accept`, never by hand.
   */
  basedOn?: string;
}

/**
 * A lesson of a course: one page that is read in one sitting.
 */
export interface Lesson {
  /**
   * The name of the page, as its heading, in lists and in search results.
   */
  title: string;
  /**
   * One or two sentences that say what the reader gets from this page. Shown in lists, search results and shared links; best below 200 characters.
   */
  summary: string;
  /**
   * draft and review are shown in the preview only; published is on the site. Without this field the text is published.
   */
  status?: 'draft' | 'review' | 'published';
  /**
   * The people or organisations who wrote the text, as they wish to be named.
   *
   * Items: One author.
   */
  authors?: string[];
  /**
   * The day on which the text last changed in a way that matters to a reader, as year-month-day: 2026-03-01.
   */
  updated?: string;
  /**
   * The licence of this text where it differs from the licence of the whole catalogue in site.yml.
   */
  licence?: string;
  /**
   * The picture of this page, in a file beside the text.
   */
  image?: {
    /**
     * The name of a picture file in the same folder: svg, png, jpg, webp or avif.
     */
    src: string;
    /**
     * What the picture shows, for those who cannot see it.
     */
    alt: string;
    /**
     * Who made the picture.
     */
    credit?: string;
  };
  /**
   * Further words under which teachers would look for this page.
   *
   * Items: One word or short phrase.
   */
  tags?: string[];
  /**
   * How long it takes, in minutes.
   */
  durationMinutes: number;
  /**
   * What the reader can do after the lesson, each as the end of the sentence “After this lesson you can …”.
   *
   * @minItems 1
   *
   * Items: One objective.
   */
  objectives?: string[];
  /**
   * Materials of the library that are used in the lesson.
   *
   * Items: A material.
   */
  materials?: string[];
  /**
   * The community in which the lesson is talked about.
   */
  discussion?: string;
  /**
   * The first 16 hexadecimal digits of the SHA-256 of a text. Written by `npm run status -- --accept`, never by hand.
   */
  basedOn?: string;
}

/**
 * Something to use with children or families: an activity, a story, a song, a lesson plan, a guide, a poster, an assessment tool …
 */
export interface Material {
  /**
   * The name of the page, as its heading, in lists and in search results.
   */
  title: string;
  /**
   * One or two sentences that say what the reader gets from this page. Shown in lists, search results and shared links; best below 200 characters.
   */
  summary: string;
  /**
   * draft and review are shown in the preview only; published is on the site. Without this field the text is published.
   */
  status?: 'draft' | 'review' | 'published';
  /**
   * The people or organisations who wrote the text, as they wish to be named.
   *
   * Items: One author.
   */
  authors?: string[];
  /**
   * The day on which the text last changed in a way that matters to a reader, as year-month-day: 2026-03-01.
   */
  updated?: string;
  /**
   * The licence of this text where it differs from the licence of the whole catalogue in site.yml.
   */
  licence?: string;
  /**
   * The picture of this page, in a file beside the text.
   */
  image?: {
    /**
     * The name of a picture file in the same folder: svg, png, jpg, webp or avif.
     */
    src: string;
    /**
     * What the picture shows, for those who cannot see it.
     */
    alt: string;
    /**
     * Who made the picture.
     */
    credit?: string;
  };
  /**
   * Further words under which teachers would look for this page.
   *
   * Items: One word or short phrase.
   */
  tags?: string[];
  /**
   * What sort of material this is.
   */
  type: string;
  /**
   * The ages of the children that this is meant for.
   */
  ages: {
    /**
     * The youngest age, in months: three years are 36.
     */
    fromMonths: number;
    /**
     * The oldest age, in months: six years are 72.
     */
    toMonths: number;
  };
  /**
   * The areas of a child's development that this supports.
   *
   * @minItems 1
   *
   * Items: A domain of development.
   */
  domains: string[];
  /**
   * Who this is written for.
   *
   * @minItems 1
   *
   * Items: An audience.
   */
  audience?: string[];
  /**
   * Where it can be done.
   *
   * @minItems 1
   *
   * Items: A setting.
   */
  setting?: string[];
  /**
   * How long it takes, in minutes.
   */
  durationMinutes?: number;
  /**
   * How many children take part, in words: “4–8 children”.
   */
  groupSize?: string;
  /**
   * The things that are needed, best such as are found in any home.
   *
   * Items: One thing, with its number where that matters.
   */
  resources?: string[];
  /**
   * Where this fits into a national framework or curriculum.
   *
   * Items: One place in one framework.
   */
  alignments?: {
    /**
     * A framework: the name of its file in content/taxonomy/frameworks/ without .yml.
     */
    framework: string;
    /**
     * A code of that framework.
     */
    code: string;
  }[];
  /**
   * Materials that go well with this one.
   *
   * Items: A material.
   */
  related?: string[];
  /**
   * The first 16 hexadecimal digits of the SHA-256 of a text. Written by `npm run status -- --accept`, never by hand.
   */
  basedOn?: string;
}

/**
 * A community of practice: what it is for, who looks after it and by which rules people talk there.
 */
export interface Group {
  /**
   * The name of the page, as its heading, in lists and in search results.
   */
  title: string;
  /**
   * One or two sentences that say what the reader gets from this page. Shown in lists, search results and shared links; best below 200 characters.
   */
  summary: string;
  /**
   * draft and review are shown in the preview only; published is on the site. Without this field the text is published.
   */
  status?: 'draft' | 'review' | 'published';
  /**
   * The people or organisations who wrote the text, as they wish to be named.
   *
   * Items: One author.
   */
  authors?: string[];
  /**
   * The day on which the text last changed in a way that matters to a reader, as year-month-day: 2026-03-01.
   */
  updated?: string;
  /**
   * The licence of this text where it differs from the licence of the whole catalogue in site.yml.
   */
  licence?: string;
  /**
   * The picture of this page, in a file beside the text.
   */
  image?: {
    /**
     * The name of a picture file in the same folder: svg, png, jpg, webp or avif.
     */
    src: string;
    /**
     * What the picture shows, for those who cannot see it.
     */
    alt: string;
    /**
     * Who made the picture.
     */
    credit?: string;
  };
  /**
   * Further words under which teachers would look for this page.
   *
   * Items: One word or short phrase.
   */
  tags?: string[];
  /**
   * Who this is written for.
   *
   * @minItems 1
   *
   * Items: An audience.
   */
  audience: string[];
  /**
   * The courses that this community accompanies.
   *
   * Items: A course.
   */
  courses?: string[];
  /**
   * Who looks after the conversation: names or roles, as the readers may see them.
   *
   * Items: A name or a role.
   */
  moderators?: string[];
  /**
   * The rules of the conversation, in Markdown, usually a short list.
   */
  rules?: string;
  /**
   * The first 16 hexadecimal digits of the SHA-256 of a text. Written by `npm run status -- --accept`, never by hand.
   */
  basedOn?: string;
}

/**
 * A page of plain text, such as About, Privacy, Accessibility or Safeguarding.
 */
export interface Page {
  /**
   * The name of the page, as its heading, in lists and in search results.
   */
  title: string;
  /**
   * One or two sentences that say what the reader gets from this page. Shown in lists, search results and shared links; best below 200 characters.
   */
  summary: string;
  /**
   * draft and review are shown in the preview only; published is on the site. Without this field the text is published.
   */
  status?: 'draft' | 'review' | 'published';
  /**
   * The people or organisations who wrote the text, as they wish to be named.
   *
   * Items: One author.
   */
  authors?: string[];
  /**
   * The day on which the text last changed in a way that matters to a reader, as year-month-day: 2026-03-01.
   */
  updated?: string;
  /**
   * The licence of this text where it differs from the licence of the whole catalogue in site.yml.
   */
  licence?: string;
  /**
   * The picture of this page, in a file beside the text.
   */
  image?: {
    /**
     * The name of a picture file in the same folder: svg, png, jpg, webp or avif.
     */
    src: string;
    /**
     * What the picture shows, for those who cannot see it.
     */
    alt: string;
    /**
     * Who made the picture.
     */
    credit?: string;
  };
  /**
   * Further words under which teachers would look for this page.
   *
   * Items: One word or short phrase.
   */
  tags?: string[];
  /**
   * Where a link to the page stands on every page of the site.
   */
  nav?: 'footer' | 'header' | 'none';
  /**
   * The first 16 hexadecimal digits of the SHA-256 of a text. Written by `npm run status -- --accept`, never by hand.
   */
  basedOn?: string;
}

/**
 * What a translation says about itself. Beside it a translation carries only the fields that its kind marks as translatable, and the text.
 */
export interface Translation {
  /**
   * Where the translation comes from, and how far it can be trusted.
   */
  translation: {
    /**
     * The language that it was translated from.
     */
    of: string;
    /**
     * Who translated: a human or a machine.
     */
    by: 'human' | 'machine';
    /**
     * Whether a person who knows both languages has compared the two texts.
     */
    reviewed: boolean;
    /**
     * The state of the original that was translated. Without it nobody can tell whether the translation is up to date.
     */
    hash?: string;
    /**
     * Doubts and choices of the translator, for those who review.
     *
     * Items: One note.
     */
    notes?: string[];
  };
  /**
   * draft and review are shown in the preview only; published is on the site. Without this field the text is published.
   */
  status?: 'draft' | 'review' | 'published';
  /**
   * The day on which the text last changed in a way that matters to a reader, as year-month-day: 2026-03-01.
   */
  updated?: string;
}

/**
 * What a country's patch of a shared text says about itself. Beside it a patch carries any field of its kind: maps are merged, lists replaced, and a field that is null is removed.
 */
export interface Patch {
  /**
   * Of a patch with a text of its own: where that text comes from.
   */
  translation?: {
    /**
     * The language that it was translated from.
     */
    of: string;
    /**
     * Who translated: a human or a machine.
     */
    by: 'human' | 'machine';
    /**
     * Whether a person who knows both languages has compared the two texts.
     */
    reviewed: boolean;
    /**
     * The state of the original that was translated. Without it nobody can tell whether the translation is up to date.
     */
    hash?: string;
    /**
     * Doubts and choices of the translator, for those who review.
     *
     * Items: One note.
     */
    notes?: string[];
  };
  /**
   * The first 16 hexadecimal digits of the SHA-256 of a text. Written by `npm run status -- --accept`, never by hand.
   */
  basedOn?: string;
}

/**
 * A national version: its languages, its choice from the shared catalogue, its look and the people responsible for it.
 */
export interface Country {
  /**
   * The ISO 3166-1 code of the country in small letters, the same as the name of its folder.
   */
  code: string;
  /**
   * The name of the country in each of its languages.
   */
  name: {
    [k: string]: string;
  };
  /**
   * The languages of the site, in the order in which they are offered. The source language of the catalogue is published and fallen back to as the last, also where it is not named.
   *
   * @minItems 1
   *
   * Items: One language of the site.
   */
  languages: {
    /**
     * The language, as a BCP 47 tag; content/strings/ holds its interface strings.
     */
    tag: string;
    /**
     * The language in the other script from whose texts this one is converted.
     */
    transliterate?: string;
    /**
     * Languages that stand in, in this order, where a text does not exist in this one.
     *
     * Items: A BCP 47 language tag in its canonical case, such as ky, sr-Cyrl or uz-Latn.
     */
    fallback?: string[];
    /**
     * The direction of writing, where it is not the usual one of the language.
     */
    dir?: 'ltr' | 'rtl';
  }[];
  /**
   * The public address of the site, with a slash at its end.
   */
  url: string;
  /**
   * The language in which texts of the country's own are written first. Without it, that of the catalogue.
   */
  sourceLanguage?: string;
  /**
   * What the country takes from the shared catalogue. Without it, everything.
   */
  include?: {
    /**
     * A choice of entries of one kind: a list of ids, or a map of ids and of terms of the taxonomy. An entry is chosen when any of them fits.
     */
    courses?:
      | string[]
      | {
          /**
           * Ids of entries.
           *
           * Items: The name of a folder: small Latin letters, digits and hyphens. The same in every language and country, and part of the address of the page.
           */
          ids?: string[];
          /**
           * Types of material.
           *
           * Items: A type.
           */
          type?: string[];
          /**
           * Domains of development.
           *
           * Items: A domain.
           */
          domains?: string[];
          /**
           * Audiences.
           *
           * Items: An audience.
           */
          audience?: string[];
          /**
           * Settings.
           *
           * Items: A setting.
           */
          setting?: string[];
          /**
           * Levels.
           *
           * Items: A level.
           */
          level?: string[];
          /**
           * ISCED levels.
           *
           * Items: An ISCED level.
           */
          isced?: string[];
        };
    /**
     * A choice of entries of one kind: a list of ids, or a map of ids and of terms of the taxonomy. An entry is chosen when any of them fits.
     */
    materials?:
      | string[]
      | {
          /**
           * Ids of entries.
           *
           * Items: The name of a folder: small Latin letters, digits and hyphens. The same in every language and country, and part of the address of the page.
           */
          ids?: string[];
          /**
           * Types of material.
           *
           * Items: A type.
           */
          type?: string[];
          /**
           * Domains of development.
           *
           * Items: A domain.
           */
          domains?: string[];
          /**
           * Audiences.
           *
           * Items: An audience.
           */
          audience?: string[];
          /**
           * Settings.
           *
           * Items: A setting.
           */
          setting?: string[];
          /**
           * Levels.
           *
           * Items: A level.
           */
          level?: string[];
          /**
           * ISCED levels.
           *
           * Items: An ISCED level.
           */
          isced?: string[];
        };
    /**
     * A choice of entries of one kind: a list of ids, or a map of ids and of terms of the taxonomy. An entry is chosen when any of them fits.
     */
    groups?:
      | string[]
      | {
          /**
           * Ids of entries.
           *
           * Items: The name of a folder: small Latin letters, digits and hyphens. The same in every language and country, and part of the address of the page.
           */
          ids?: string[];
          /**
           * Types of material.
           *
           * Items: A type.
           */
          type?: string[];
          /**
           * Domains of development.
           *
           * Items: A domain.
           */
          domains?: string[];
          /**
           * Audiences.
           *
           * Items: An audience.
           */
          audience?: string[];
          /**
           * Settings.
           *
           * Items: A setting.
           */
          setting?: string[];
          /**
           * Levels.
           *
           * Items: A level.
           */
          level?: string[];
          /**
           * ISCED levels.
           *
           * Items: An ISCED level.
           */
          isced?: string[];
        };
    /**
     * A choice of entries of one kind: a list of ids, or a map of ids and of terms of the taxonomy. An entry is chosen when any of them fits.
     */
    pages?:
      | string[]
      | {
          /**
           * Ids of entries.
           *
           * Items: The name of a folder: small Latin letters, digits and hyphens. The same in every language and country, and part of the address of the page.
           */
          ids?: string[];
          /**
           * Types of material.
           *
           * Items: A type.
           */
          type?: string[];
          /**
           * Domains of development.
           *
           * Items: A domain.
           */
          domains?: string[];
          /**
           * Audiences.
           *
           * Items: An audience.
           */
          audience?: string[];
          /**
           * Settings.
           *
           * Items: A setting.
           */
          setting?: string[];
          /**
           * Levels.
           *
           * Items: A level.
           */
          level?: string[];
          /**
           * ISCED levels.
           *
           * Items: An ISCED level.
           */
          isced?: string[];
        };
  };
  /**
   * What the country leaves out of the shared catalogue.
   */
  exclude?: {
    /**
     * A choice of entries of one kind: a list of ids, or a map of ids and of terms of the taxonomy. An entry is chosen when any of them fits.
     */
    courses?:
      | string[]
      | {
          /**
           * Ids of entries.
           *
           * Items: The name of a folder: small Latin letters, digits and hyphens. The same in every language and country, and part of the address of the page.
           */
          ids?: string[];
          /**
           * Types of material.
           *
           * Items: A type.
           */
          type?: string[];
          /**
           * Domains of development.
           *
           * Items: A domain.
           */
          domains?: string[];
          /**
           * Audiences.
           *
           * Items: An audience.
           */
          audience?: string[];
          /**
           * Settings.
           *
           * Items: A setting.
           */
          setting?: string[];
          /**
           * Levels.
           *
           * Items: A level.
           */
          level?: string[];
          /**
           * ISCED levels.
           *
           * Items: An ISCED level.
           */
          isced?: string[];
        };
    /**
     * A choice of entries of one kind: a list of ids, or a map of ids and of terms of the taxonomy. An entry is chosen when any of them fits.
     */
    materials?:
      | string[]
      | {
          /**
           * Ids of entries.
           *
           * Items: The name of a folder: small Latin letters, digits and hyphens. The same in every language and country, and part of the address of the page.
           */
          ids?: string[];
          /**
           * Types of material.
           *
           * Items: A type.
           */
          type?: string[];
          /**
           * Domains of development.
           *
           * Items: A domain.
           */
          domains?: string[];
          /**
           * Audiences.
           *
           * Items: An audience.
           */
          audience?: string[];
          /**
           * Settings.
           *
           * Items: A setting.
           */
          setting?: string[];
          /**
           * Levels.
           *
           * Items: A level.
           */
          level?: string[];
          /**
           * ISCED levels.
           *
           * Items: An ISCED level.
           */
          isced?: string[];
        };
    /**
     * A choice of entries of one kind: a list of ids, or a map of ids and of terms of the taxonomy. An entry is chosen when any of them fits.
     */
    groups?:
      | string[]
      | {
          /**
           * Ids of entries.
           *
           * Items: The name of a folder: small Latin letters, digits and hyphens. The same in every language and country, and part of the address of the page.
           */
          ids?: string[];
          /**
           * Types of material.
           *
           * Items: A type.
           */
          type?: string[];
          /**
           * Domains of development.
           *
           * Items: A domain.
           */
          domains?: string[];
          /**
           * Audiences.
           *
           * Items: An audience.
           */
          audience?: string[];
          /**
           * Settings.
           *
           * Items: A setting.
           */
          setting?: string[];
          /**
           * Levels.
           *
           * Items: A level.
           */
          level?: string[];
          /**
           * ISCED levels.
           *
           * Items: An ISCED level.
           */
          isced?: string[];
        };
    /**
     * A choice of entries of one kind: a list of ids, or a map of ids and of terms of the taxonomy. An entry is chosen when any of them fits.
     */
    pages?:
      | string[]
      | {
          /**
           * Ids of entries.
           *
           * Items: The name of a folder: small Latin letters, digits and hyphens. The same in every language and country, and part of the address of the page.
           */
          ids?: string[];
          /**
           * Types of material.
           *
           * Items: A type.
           */
          type?: string[];
          /**
           * Domains of development.
           *
           * Items: A domain.
           */
          domains?: string[];
          /**
           * Audiences.
           *
           * Items: An audience.
           */
          audience?: string[];
          /**
           * Settings.
           *
           * Items: A setting.
           */
          setting?: string[];
          /**
           * Levels.
           *
           * Items: A level.
           */
          level?: string[];
          /**
           * ISCED levels.
           *
           * Items: An ISCED level.
           */
          isced?: string[];
        };
  };
  /**
   * Parts of the platform that the country switches on or off. A part that is not named is on.
   */
  modules?: {
    /**
     * Professional development courses.
     */
    courses?: boolean;
    /**
     * Teaching and learning materials.
     */
    materials?: boolean;
    /**
     * Communities of practice.
     */
    community?: boolean;
    /**
     * Certificates of completion: a learner who has done all lessons of a course prints one on her own device, with a code that a page of the site checks. Nobody vouches for it, and it says so.
     */
    certificates?: boolean;
    /**
     * The entrance for parents: materials for use at home and courses for parents, with a place in the menu and on the front page. Without anything to show there is none.
     */
    parents?: boolean;
  };
  /**
   * What the front page says, and what it begins with.
   */
  home?: {
    /**
     * Words of the country's own in place of those of the catalogue: one sentence that is set large, and what follows it.
     */
    tagline?: {
      [k: string]: string;
    };
    /**
     * The course that stands first, and whose first lesson the button starts. Without it, the first by title.
     */
    course?: string;
    /**
     * The material under “Today with the children”. Without it, the first activity by title.
     */
    material?: string;
  };
  /**
   * The look of the site.
   */
  theme?: {
    /**
     * The colour of links and buttons as #rrggbb. Its lightness is adjusted until it can be read.
     */
    accent?: string;
    /**
     * The sign of the ministry: an SVG file in the country's folder. It stands beside the ministry's name at the foot of every page, on paper too, and on certificates. Small and plain is best: it is loaded with the first page, and shown 40 pixels high, in the dark on a light ground.
     */
    logo?: string;
    /**
     * A small SVG file in the country's folder whose shape is repeated at the head and foot of the page.
     */
    motif?: string;
  };
  /**
   * The ministry that is responsible for the site.
   */
  ministry?: {
    /**
     * The name of the ministry.
     */
    name: {
      [k: string]: string;
    };
    /**
     * Its web site.
     */
    url?: string;
  };
  /**
   * Organisations that carry the site together with the ministry.
   *
   * Items: One partner.
   */
  partners?: {
    /**
     * The name of the partner.
     */
    name: string;
    /**
     * Its name in those languages of the site in which it is another.
     */
    names?: {
      [k: string]: string;
    };
    /**
     * Its web site.
     */
    url?: string;
  }[];
  /**
   * The national frameworks whose codes are shown on this site.
   *
   * Items: A framework.
   */
  frameworks?: string[];
  /**
   * The domains of development that come first on this site.
   *
   * Items: A domain.
   */
  priorities?: string[];
  /**
   * Where readers can turn to.
   */
  contact?: {
    /**
     * An e-mail address that somebody reads.
     */
    email?: string;
    /**
     * A page with further ways to get in touch.
     */
    url?: string;
  };
}

/**
 * What is true of the whole catalogue, in every country.
 */
export interface Site {
  /**
   * The language in which shared texts are written first.
   */
  sourceLanguage: string;
  /**
   * The name of the platform.
   */
  name: {
    [k: string]: string;
  };
  /**
   * One sentence that says what the platform is for, shown on the home page.
   */
  tagline?: {
    [k: string]: string;
  };
  /**
   * The organisation that publishes the catalogue.
   */
  publisher?: string;
  /**
   * The licence of every text and picture that names no other.
   */
  licence?: string;
  /**
   * For a language that is converted from its other script, by its tag: words whose spelling no rule knows.
   */
  spellings?: {
    /**
     * The word as texts have it, in small letters, and how it is spelt in the other script; the same on both sides leaves it as it is, and a star at the end of both stands for any ending.
     */
    [k: string]: {
      /**
       * The spelling in the other script: letters, digits, spaces and hyphens.
       */
      [k: string]: string;
    };
  };
  /**
   * Where the editor in the browser keeps texts when it is opened from a web site: a server for Git, on which authors have accounts. Without it, the editor works on the author's own machine only.
   */
  editor?: {
    /**
     * The software of that server: gitlab, github, or gitea (Forgejo, too). With gitlab and github a change is proposed, reviewed and then published; gitea publishes it at once.
     */
    backend: 'gitlab' | 'github' | 'gitea';
    /**
     * The project on that server as its address names it, group and name with a slash between them: ministry/learning-passport.
     */
    repo: string;
    /**
     * The branch that is published. Without it, the one that the server names as its default.
     */
    branch?: string;
    /**
     * The address of the server's interface for programs, where it is the ministry's own: https://git.example.org/api/v4 for GitLab, …/api/v1 for Gitea, …/api/v3 for GitHub Enterprise.
     */
    apiRoot?: string;
    /**
     * The address at which authors sign in: of the ministry's own server, such as https://git.example.org; for github, of the small service that lets them in. Without it, authors of github sign in with an access token.
     */
    baseUrl?: string;
    /**
     * The number (“Application ID”, “Client ID”) under which the administrator has registered the editor on the server; it is no secret. Without it, authors sign in with an access token.
     */
    appId?: string;
  };
}

/**
 * A vocabulary: the terms that a field of the front matter can take, with their names in every language.
 */
export interface Taxonomy {
  /**
   * The name by which the schemas refer to this vocabulary.
   */
  kind: string;
  /**
   * The terms, in the order in which they are shown.
   *
   * @minItems 1
   *
   * Items: One term.
   */
  terms: {
    /**
     * The word that authors write.
     */
    id: string;
    /**
     * The name that readers see.
     */
    label: {
      [k: string]: string;
    };
    /**
     * What the term means, for authors.
     */
    description?: {
      [k: string]: string;
    };
  }[];
}

/**
 * The terms of the catalogue in its languages, for those who write, translate and review. `npm run check` looks for them in the texts.
 */
export interface Glossary {
  /**
   * What this file is.
   */
  kind: 'glossary';
  /**
   * The terms, in the order in which people read them.
   *
   * @minItems 1
   *
   * Items: One term.
   */
  terms: {
    /**
     * The name of the term in this file.
     */
    id: string;
    /**
     * The word to use, as it is written inside a sentence.
     */
    label: {
      [k: string]: string;
    };
    /**
     * Words that are also right in a text.
     */
    alternatives?: {
      /**
       * The words in one language.
       *
       * @minItems 1
       *
       * Items: A word or a few, as written inside a sentence.
       */
      [k: string]: string[];
    };
    /**
     * Words that must not stand in any text of the language, because they hurt or mislead.
     */
    avoid?: {
      /**
       * The words in one language.
       *
       * @minItems 1
       *
       * Items: A word or a few, as written inside a sentence.
       */
      [k: string]: string[];
    };
    /**
     * Whether translations are asked for a label of one word, too. Those of several words are asked for in any case.
     */
    strict?: boolean;
    /**
     * What the term means, for those who write.
     */
    description?: {
      [k: string]: string;
    };
  }[];
}

/**
 * A national framework or curriculum, and the places in it that content can be aligned to.
 */
export interface Framework {
  /**
   * The name of the framework.
   */
  name: {
    [k: string]: string;
  };
  /**
   * The ISO 3166-1 code of the country, in small letters.
   */
  country: string;
  /**
   * Where the framework is published.
   */
  url?: string;
  /**
   * The places that content can be aligned to.
   *
   * @minItems 1
   *
   * Items: One place in the framework.
   */
  codes: {
    /**
     * The code, as authors write it in alignments.
     */
    code: string;
    /**
     * What the code stands for.
     */
    label: {
      [k: string]: string;
    };
  }[];
}
