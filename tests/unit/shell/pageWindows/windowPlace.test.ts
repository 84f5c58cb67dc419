import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastSize, windowPlace, type Area } from '../../../../main/shell/pageWindows/windowPlace';

const area = (width: number, height: number, x = 0, y = 0): Area => ({ x, y, width, height });

describe('a window', () => {
  test.each([
    ['1366x768 at 125 %', area(1092, 566), { width: 1092, height: 566 }, { width: 960, height: 566 }],
    ['1920x1080 at 150 %', area(1280, 672), { width: 1280, height: 672 }, { width: 960, height: 640 }],
    ['1920x1080 at 175 %', area(1097, 569), { width: 1097, height: 569 }, { width: 960, height: 569 }],
    ['1920x1080 at 200 %', area(960, 492), { width: 960, height: 492 }, { width: 960, height: 492 }],
    ['1920x1080', area(1920, 1040), { width: 1280, height: 800 }, { width: 960, height: 640 }],
  ])('on a screen of %s fits it', (_screen, workArea, size, least) => {
    expect(windowPlace(null, workArea)).toEqual(size);
    expect(leastSize(workArea)).toEqual(least);
  });

  test('opens where it was closed', () => {
    const remembered = area(1100, 700, 50, 60);
    expect(windowPlace(remembered, area(1920, 1040))).toEqual(remembered);
  });

  test('opens on the second screen where it was closed there', () => {
    const remembered = area(1100, 700, -1500, 60);
    expect(windowPlace(remembered, area(1600, 860, -1600, 0))).toEqual(remembered);
  });

  test('is made smaller, and moved to the edge, if the screen has become smaller', () => {
    expect(windowPlace(area(1600, 900, 40, 30), area(1280, 672, 0, 25))).toEqual(area(1280, 672, 0, 25));
  });

  test('is placed by the system when no screen shows its position', () => {
    expect(windowPlace(area(1600, 900, 5000, 30), area(1280, 672))).toEqual({ width: 1280, height: 672 });
  });

  test('is never larger than the screen, and neither is its minimum size', () => {
    const length = fc.integer({ min: 300, max: 4000 });
    const place = fc.integer({ min: -5000, max: 5000 });
    const anyArea = fc.record({ x: place, y: place, width: length, height: length });
    fc.assert(
      fc.property(fc.option(anyArea), anyArea, (remembered, workArea) => {
        const { width, height } = windowPlace(remembered, workArea);
        const least = leastSize(workArea);
        expect(Math.max(width, least.width)).toBeLessThanOrEqual(workArea.width);
        expect(Math.max(height, least.height)).toBeLessThanOrEqual(workArea.height);
      }),
    );
  });
});
