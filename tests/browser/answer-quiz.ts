import type { Locator } from 'playwright-core';

/** Answers a quiz as its key says, and presses its button; a reflection gets its first tick. */
export async function answerRightly(quiz: Locator): Promise<void> {
  switch (await quiz.getAttribute('data-quiz')) {
    case 'choice': {
      const right = await quiz
        .locator('.key li')
        .evaluateAll((items) => items.map((item) => item.querySelector('.yes') !== null));
      for (const [index, isRight] of right.entries())
        if (isRight) await quiz.locator('input').nth(index).check();
      break;
    }
    case 'match':
    case 'order':
      for (const list of await quiz.locator('select').all()) {
        const [, row = ''] = ((await list.getAttribute('name')) ?? '').split('-');
        await list.selectOption(row);
      }
      break;
    case 'short':
      await quiz.locator('input').fill((await quiz.locator('.key b').first().textContent()) ?? '');
      break;
    default:
      await quiz.locator('input').first().check();
      return;
  }
  await quiz.getByRole('button').click();
}
