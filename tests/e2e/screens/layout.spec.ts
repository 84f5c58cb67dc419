import type { Page } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';
import { measureLayout } from '../../support/desktop/layout/checkLayout';

interface Box {
  /** CSS declarations. */
  readonly style: string;
  readonly title?: string;
  /** Text, or the boxes inside. */
  readonly content: string | readonly Box[];
}

/** Shows nothing but this. The page's policy allows no style attributes, so each style is set in code. */
const show = (page: Page, box: Box): Promise<void> =>
  page.evaluate((shown) => {
    const elementOf = ({ style, title = '', content }: Box): HTMLElement => {
      const element = document.createElement('div');
      element.style.cssText = style;
      if (title !== '') element.title = title;
      element.append(...(typeof content === 'string' ? [content] : content.map(elementOf)));
      return element;
    };
    document.body.replaceChildren(elementOf(shown));
  }, box);

const oneLine = 'width: 80px; white-space: nowrap; overflow: hidden;';
const name = 'Donaudampfschifffahrt und Reederei';

const faulty: readonly (readonly [what: string, box: Box, expected: readonly RegExp[]])[] = [
  ['a text that is cut', { style: oneLine, content: name }, [/^cut: “Donaudampf/]],
  [
    'an ellipsis without a title',
    { style: `${oneLine} text-overflow: ellipsis`, content: name },
    [/^cut: “Donaudampf/],
  ],
  [
    'a text that is cut below',
    {
      style: 'width: 120px; height: 20px; line-height: 20px; overflow: hidden',
      content: 'one two three four five six seven',
    },
    [/^cut below: “one two/],
  ],
  [
    'a word broken in the middle',
    { style: 'width: 30px; overflow-wrap: anywhere', content: 'Column' },
    [/^broken inside: “Column”/],
  ],
  [
    'a text that leaves its box',
    { style: 'width: 400px', content: [{ style: 'width: 80px; white-space: nowrap', content: name }] },
    [/^outside its box/],
  ],
  [
    'texts on each other',
    {
      style: 'position: relative; height: 40px',
      content: [
        { style: 'position: absolute; left: 0; top: 0', content: 'Expires' },
        { style: 'position: absolute; left: 20px; top: 4px', content: 'Role' },
      ],
    },
    [/^overlap: “Expires”.* and “Role”/],
  ],
  [
    'a text under a box',
    {
      style: 'position: relative; height: 40px',
      content: [
        { style: 'height: 20px', content: 'Expires' },
        {
          style: 'position: absolute; left: 0; top: 0; width: 100px; height: 40px; background: red',
          content: '',
        },
      ],
    },
    [/^covered by .*: “Expires”/],
  ],
  [
    'a page that scrolls sideways',
    { style: 'width: 5000px', content: 'wide' },
    [/^the page scrolls sideways/],
  ],
];

const sound: readonly (readonly [what: string, box: Box])[] = [
  [
    'an ellipsis with the full text as its title',
    { style: `${oneLine} text-overflow: ellipsis`, title: name, content: name },
  ],
  [
    'a wide table in a box that scrolls',
    {
      style: 'width: 200px; overflow-x: auto',
      content: [{ style: 'width: max-content; white-space: nowrap', content: name.repeat(5) }],
    },
  ],
  [
    'an ID and an address that break',
    {
      style: 'width: 80px; overflow-wrap: anywhere',
      content: 'amzn1.ads-account.g.7f3k2 rosa.lind@northwind-media.example',
    },
  ],
  ['Japanese, which breaks anywhere', { style: 'width: 60px', content: '株式会社日本橋ホールディングス' }],
  [
    'a bar that stays while the page scrolls below it',
    {
      style: 'height: 60px; overflow: auto',
      content: [
        {
          style: 'height: 10px',
          content: [{ style: 'position: sticky; top: 0; background: white', content: 'Bar' }],
        },
        { style: '', content: 'Text under the bar' },
      ],
    },
  ],
  [
    'text for screen readers only',
    {
      style:
        'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap',
      content: name,
    },
  ],
];

test('the measure finds what is cut, broken, outside its box, overlapping or too wide, and nothing else', async ({
  welcomeApp: { page },
}) => {
  for (const [what, box, expected] of faulty) {
    await show(page, box);
    const found = await measureLayout(page);
    expect.soft(found, what).toEqual(expected.map((each): unknown => expect.stringMatching(each)));
  }
  for (const [what, box] of sound) {
    await show(page, box);
    expect.soft(await measureLayout(page), what).toEqual([]);
  }
});
