import { expect, test } from 'vitest';
import { checklist, checklistOf } from '../../../renderer/features/palette/firstAccount/checklist';

test('parts, paragraphs and steps are read as plain text', () => {
  const text = `# Checklist

Read [this](other.md) first,
then go on.

## Sign in (3 minutes)

Be quick.

1. Do _this_. Question: does \`it\`
   work?
2. Do that.

## Answers

- Masks: 1
`;
  expect(checklistOf(text)).toEqual([
    { title: '', paragraphs: ['Read this first, then go on.'], steps: [] },
    {
      title: 'Sign in (3 minutes)',
      paragraphs: ['Be quick.'],
      steps: [
        { number: 1, text: 'Do this. Question: does it work?' },
        { number: 2, text: 'Do that.' },
      ],
    },
    { title: 'Answers', paragraphs: [], steps: [{ number: null, text: 'Masks: 1' }] },
  ]);
});

test('the steps of the document continue counting, and what they answer names steps that exist', () => {
  const numbers = checklist.flatMap(({ steps }) => steps.flatMap(({ number }) => number ?? []));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers.length).toBeGreaterThan(10);
  const answers = checklist.at(-1)?.steps ?? [];
  expect(answers.length).toBeGreaterThan(5);
  for (const { text } of answers) {
    const named = [...(text.split(':')[1] ?? '').matchAll(/\d+/g)].map(([number]) => Number(number));
    expect(named.length, text).toBeGreaterThan(0);
    for (const number of named) expect(numbers).toContain(number);
  }
});
