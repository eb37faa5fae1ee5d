/** Snippets for what stands behind three colons: boxes, films and files, quizzes. */
import { type ContainerName, containerNames } from '../markdown/render-container.ts';
import { lastPlace, Places, type Snippet } from './snippet.ts';

export const containerSnippets = (): Snippet[] =>
  containerNames.map((name) => {
    const { description, body } = containers[name];
    return { prefix: name, scope: 'markdown', description, body: body(new Places()) };
  });

interface ContainerSnippet {
  readonly description: string;
  readonly body: (places: Places) => readonly string[];
}

const box = (name: string, description: string): ContainerSnippet => ({
  description,
  body: (places) => [`::: ${name}`, places.text('Text'), ':::', lastPlace],
});

const file = (name: string, example: string, description: string): ContainerSnippet => ({
  description,
  body: (places) => [`::: ${name} ${places.text(example)} ${places.text('Title')}`, ':::', lastPlace],
});

const quiz = (
  name: string,
  description: string,
  body: (places: Places) => readonly string[],
): ContainerSnippet => ({
  description,
  body: (places) => [
    `::: ${name} #${places.text('q1')}`,
    places.text('Question'),
    '',
    ...body(places),
    ':::',
    lastPlace,
  ],
});

const containers: Readonly<Record<ContainerName, ContainerSnippet>> = {
  note: box('note', 'A box for what is good to know.'),
  tip: box('tip', 'A box for a piece of advice.'),
  warning: box('warning', 'A box for what is dangerous.'),
  activity: {
    description: 'Something to do with children, with its steps.',
    body: (places) => [
      `:::: activity ${places.text('Title')}`,
      `- **${places.text('Ages')}:** ${places.text('3–6')}`,
      '',
      '::: steps',
      `1. ${places.text('First')}`,
      ':::',
      '::::',
      lastPlace,
    ],
  },
  steps: {
    description: 'Steps, one after the other.',
    body: (places) => [
      '::: steps',
      `1. ${places.text('First')}`,
      `2. ${places.text('Second')}`,
      ':::',
      lastPlace,
    ],
  },
  video: file('video', 'film.mp4', 'A film beside the text.'),
  audio: file('audio', 'song.mp3', 'A recording beside the text.'),
  download: file('download', 'plan.pdf', 'A file beside the text.'),
  quiz: quiz('quiz', 'A question with answers to choose from; [x] is right, one or several.', (places) => [
    `- [ ] ${places.text('Wrong answer')}`,
    `  > ${places.text('Why not')}`,
    `- [x] ${places.text('Right answer')}`,
    `  > ${places.text('Why')}`,
  ]),
  match: quiz('match', 'What belongs to what.', (places) => [
    `- ${places.text('One')} => ${places.text('Its match')}`,
    `- ${places.text('Another')} => ${places.text('The other match')}`,
  ]),
  order: quiz('order', 'What comes first; written in the right order.', (places) => [
    `1. ${places.text('First')}`,
    `2. ${places.text('Second')}`,
    `3. ${places.text('Third')}`,
  ]),
  short: quiz('short', 'An answer to write; each line with = is right.', (places) => [
    `= ${places.text('answer')}`,
  ]),
  reflect: {
    description: 'Statements to think about, without right and wrong.',
    body: (places) => [
      `::: reflect #${places.text('q1')}`,
      `- [ ] ${places.text('I tried it with my group')}`,
      `- [ ] ${places.text('I spoke about it with a colleague')}`,
      ':::',
      lastPlace,
    ],
  },
};
