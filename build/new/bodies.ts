import type { EntryKind } from '../model/place.ts';

/** What a new text begins with: the usual parts of its kind, to be written over. */
export const starterBodies: Readonly<Record<EntryKind, string>> = {
  course: `Say in two or three sentences what this course is about.

## Who it is for

## What you will be able to do

- Something that the reader can do afterwards
`,
  lesson: `Begin with a scene from a day with children.

## Something to try today

::: activity What to do
- **Ages:** 3–6
- **Time:** 10 minutes

Say step by step what to do.
:::

## Check yourself

::: quiz #q1
A question about this lesson?

- [ ] An answer that is wrong
  > Why it is wrong.
- [x] An answer that is right
  > Why it is right.
:::
`,
  material: `Say in a sentence what happens.

## What you need

- A thing that any home has

## How it goes

::: steps
1. What to do first.
2. What to do next.
:::

## Every child takes part

Say how a child with a disability takes part.

## Safety

Say what is dangerous.
`,
  group: `Say what people talk about here, and what they may hope for.
`,
  page: `Write the text here.
`,
};
