import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { TextWith } from '../../../../renderer/components/text/TextWith';

const guide = createElement('a', { href: '#guide' }, 'the guide');

describe('a sentence with elements', () => {
  test('has each of them where its text names it, in any order', () => {
    expect(renderToStaticMarkup(TextWith({ text: 'Read {guide} first.', places: { guide } }))).toBe(
      'Read <a href="#guide">the guide</a> first.',
    );
    expect(
      renderToStaticMarkup(
        TextWith({ text: '{count} of {name}, then {name}', places: { name: 'Ann', count: 2 } }),
      ),
    ).toBe('2 of Ann, then Ann');
  });

  test('shows names as text, including braces', () => {
    expect(renderToStaticMarkup(TextWith({ text: 'To {name}', places: { name: '<b>{name}</b>' } }))).toBe(
      'To &lt;b&gt;{name}&lt;/b&gt;',
    );
  });

  test('does not compile without one of them, and says which is missing', () => {
    // @ts-expect-error the place is not filled
    expect(() => TextWith({ text: 'Read {guide} first.', places: {} })).toThrow('{guide}');
  });

  test('does not compile with text whose placeholders are unknown', () => {
    const text: string = ['Read', '{guide}'].join(' ');
    // @ts-expect-error a text that is not declared as const
    expect(renderToStaticMarkup(TextWith({ text, places: { guide } }))).toContain('the guide');
  });
});
