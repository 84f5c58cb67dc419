import { describe, expect, test } from 'vitest';
import { instanceOptions } from '../../../../../renderer/features/batches/gridModel/instanceOptions';

const known = [
  { instanceId: 'amcmain', name: 'Main' },
  { instanceId: 'amcmedia', name: 'Média mix' },
  { instanceId: 'amcodd', name: 'EU; UK' },
  { instanceId: 'amctwin1', name: 'Twin' },
  { instanceId: 'amctwin2', name: 'Twin' },
];
const cells = (text: string): string[] => instanceOptions(text, known).map(({ cell }) => cell);

describe('the list of a cell of instances', () => {
  test('offers all of them, each one and none; where the name isn’t enough, the cell gets the ID', () => {
    expect(cells('')).toEqual(['all', 'Main', 'Média mix', 'amcodd', 'amctwin1', 'amctwin2', 'none']);
  });

  test('completes the last name, without those named before', () => {
    expect(cells('me')).toEqual(['Média mix']);
    expect(cells('Main; ')).toEqual([
      ...['Main; Média mix', 'Main; amcodd', 'Main; amctwin1', 'Main; amctwin2'],
    ]);
    expect(cells('amcmain；med')).toEqual(['amcmain； Média mix']);
    expect(cells('Nowhere; mai')).toEqual(['Nowhere; Main']);
  });

  test('is empty once all are named, where nothing matches, and offers only “all” and “none” where none were listed', () => {
    expect(cells('all; ')).toEqual([]);
    expect(cells('xyz')).toEqual([]);
    expect(instanceOptions('', null).map(({ cell }) => cell)).toEqual(['all', 'none']);
  });
});
