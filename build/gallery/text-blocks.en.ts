import type { TextBlocks } from './text-blocks.ts';

export const textBlocksInEnglish: TextBlocks = {
  callout: {
    note: `::: note
Children of one age differ by a year and more. That is how it should be.
:::`,
    tip: `::: tip
Would a colleague beside you have seen and heard the same?
:::`,
    'take care': `::: warning
Small parts do not belong in the mouth. Stay within reach of your arm.
:::`,
    'a title of its own, two paragraphs, a list': `::: tip At home
Five minutes are enough.

- Put the phone away.
- Sit down on the floor.
:::`,
  },
  activity: {
    'with its steps': `:::: activity Two minutes, three lines
- **Age:** 3–6 years
- **Time:** 5 minutes
- **You need:** a notebook, a pencil

::: steps
1. Choose two names in the morning.
2. Sit down nearby, as low as the child.
3. Watch for two minutes. Do not ask, help or praise.
4. Write three lines.
:::

If a child speaks or moves little, watch longer: breath, fingers, the way of the eyes.
::::`,
    'without a title': `::: activity
Let the children choose the song of the morning.
:::`,
  },
  steps: {
    plain: `::: steps
1. Put a cloth over five things.
2. Let a child take one away, unseen.
3. Ask what is missing.
:::`,
    'with a title': `::: steps How to begin
1. Sit down.
2. Wait.
:::`,
  },
  figure: {
    'with a caption': `![Two children build a tower](cover.svg "The tower of Aibek and Aizada")`,
    'without a caption': `![Two children build a tower](cover.svg)`,
  },
  'video-audio-download': {
    'audio with its words': `::: audio lullaby.mp3 A lullaby for two voices
“Sleep, little one, the stars are out.” Twice, slower each time.
:::`,
    'video with a transcript': `::: video morning-circle.mp4 The morning circle
Nine children stand in a circle. The teacher says her name and claps it: Ay-nu-ra. The circle claps it back.
:::`,
    download: `::: download plan.pdf A plan for one week
:::`,
  },
  'running-text': {
    'headings, lists, a quotation': `## What we see

Write down **what a child does**, not *what you think of it*. More in [the first week](/courses/play/first-week/).

### What belongs in a note

- verbs: carries, lines up, waits
- words, in the language in which they were said

1. before
2. after

> He touched each stone: “Mama, papa, grandmother, me.”`,
    'a table': `| I see | I add tomorrow |
|---|---|
| Lines up by size | Boxes of several sizes |
| Carries water | A second cup |`,
    'a footnote, terms': `Play is work.[^1]

[^1]: So said Maria Montessori.

Free play
: Play that children choose and end themselves.`,
  },
};
