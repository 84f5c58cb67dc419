import { describe, expect, test } from 'vitest';
import { createProgressKeeper } from '../../../../main/shell/window/progressKeeper';

/** A window, and what its button shows: on macOS all windows share the Dock's. */
function dock() {
  const bar = { fraction: -1 };
  const newWindow = () => ({
    setProgressBar: (fraction: number) => {
      bar.fraction = fraction;
    },
  });
  return { bar, newWindow };
}
const half = { fraction: 0.5, mode: 'normal' } as const;

describe('progress in the Dock', () => {
  test('disappears when the window closes, and reappears with the next one', () => {
    const { bar, newWindow } = dock();
    const keeper = createProgressKeeper('darwin');
    const first = newWindow();
    keeper.opened(first);
    keeper.show(half, first);
    expect(bar.fraction).toBe(0.5);
    keeper.closing(first);
    expect(bar.fraction).toBe(-1);
    keeper.show({ ...half, fraction: 0.8 }, null);
    keeper.opened(newWindow());
    expect(bar.fraction).toBe(0.8);
  });

  test('does not reappear if the sending ended without a window', () => {
    const { bar, newWindow } = dock();
    const keeper = createProgressKeeper('darwin');
    const first = newWindow();
    keeper.show(half, first);
    keeper.closing(first);
    keeper.show(null, null);
    keeper.opened(newWindow());
    expect(bar.fraction).toBe(-1);
  });
});

test.each(['win32', 'linux'] as const)(
  'on %s a window keeps its progress while a person is asked whether to close it',
  (platform) => {
    const { bar, newWindow } = dock();
    const keeper = createProgressKeeper(platform);
    const window = newWindow();
    keeper.show(half, window);
    keeper.closing(window);
    expect(bar.fraction).toBe(0.5);
  },
);
