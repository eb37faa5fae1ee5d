import { expect, test } from 'vitest';
import { rewriteBody } from './against/dialect.ts';

const html = {
  open: (name: string, title: string): string => `<${name} "${title}">`,
  close: (name: string): string => `</${name}>`,
};

test('boxes are written as the generator has them, steps become a plain list', () => {
  const body = ':::: activity The bag\n- **Age:** 3\n\n::: steps\n1. Show\n2. Reach\n:::\n\nTalk.\n::::\n';
  expect(rewriteBody(body, html)).toBe(
    '<activity "The bag">\n- **Age:** 3\n\n1. Show\n2. Reach\n\nTalk.\n</activity>\n',
  );
});

test('quizzes become lists of tasks', () => {
  const choice = '::: quiz #q1\nWhich?\n\n- [ ] This\n  > No.\n- [x] That\n:::\n';
  const match = '::: match #q2\nWhat?\n\n- A => B\n- C => D\n:::\n';
  const short = '::: short #q3\nHow many?\n\n= two\n= 2\n:::\n';
  expect(rewriteBody(choice + match + short, html)).toBe(
    'Which?\n\n- [ ] This\n  > No.\n- [x] That\n\nWhat?\n\n- [ ] A → B\n- [ ] C → D\n\nHow many?\n\n- [ ] two\n- [ ] 2\n',
  );
});
