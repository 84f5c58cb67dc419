import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { furtherPlace } from '../../../../main/shell/pageWindows/furtherPlace';
import type { Area } from '../../../../main/shell/pageWindows/windowPlace';

const area = (width: number, height: number, x = 0, y = 0): Area => ({ x, y, width, height });
const screen = area(1920, 1040);
const main = area(1280, 800, 100, 50);

describe('a further window', () => {
  test('opens a little below and beside the one it is opened from', () => {
    expect(furtherPlace(null, main, [main], screen)).toEqual(area(1100, 760, 132, 82));
  });

  test('opens where the last one of its kind was closed', () => {
    const remembered = area(900, 700, 500, 120);
    expect(furtherPlace(remembered, main, [main], screen)).toEqual(remembered);
  });

  test('hides none that is open: each is staggered', () => {
    const remembered = area(900, 700, 500, 120);
    const second = furtherPlace(remembered, main, [remembered], screen) as Area;
    expect(second).toEqual(area(900, 700, 532, 152));
    expect(furtherPlace(remembered, main, [remembered, second], screen)).toEqual(area(900, 700, 564, 184));
  });

  test('begins again at the upper left corner when the screen ends', () => {
    const corner = area(900, 700, 1020, 340);
    expect(furtherPlace(corner, main, [corner], screen)).toEqual(area(900, 700, 0, 0));
  });

  test('opens on a screen that exists when its own is gone', () => {
    const place = furtherPlace(area(900, 700, 5000, 120), main, [main], screen);
    expect(place).toEqual(area(900, 700, 0, 0));
  });

  test('is always whole on the screen', () => {
    const length = fc.integer({ min: 300, max: 4000 });
    const position = fc.integer({ min: -5000, max: 5000 });
    const anyArea = fc.record({ x: position, y: position, width: length, height: length });
    fc.assert(
      fc.property(
        fc.option(anyArea),
        fc.option(anyArea),
        fc.array(anyArea),
        anyArea,
        (remembered, opener, others, on) => {
          const { x = NaN, y = NaN, width, height } = furtherPlace(remembered, opener, others, on);
          expect(x).toBeGreaterThanOrEqual(on.x);
          expect(y).toBeGreaterThanOrEqual(on.y);
          expect(x + width).toBeLessThanOrEqual(on.x + on.width);
          expect(y + height).toBeLessThanOrEqual(on.y + on.height);
        },
      ),
    );
  });
});
