import { expect, test } from 'vitest';
import { storedSettings } from '../../../../main/shell/system/storedSettings';
import { defaultSettings } from '../../../../shared/domain/settings';
import { settingsChannels } from '../../../../shared/bridge/settings';

test('a list keeps what is valid of its setup, whatever another version or a hand wrote beside it', () => {
  const stored = {
    theme: 'dark',
    lists: {
      members: {
        columns: [{ id: 'role', visible: false }],
        widths: { role: 90 },
        pageSize: 7,
        density: 'tiny',
        wrapLines: false,
        ofALaterVersion: 1,
      },
      batches: { pageSize: 100, widths: { name: -3 } },
      accounts: 'broken',
      ofALaterVersion: { pageSize: 100 },
    },
  };
  expect(storedSettings(stored)).toEqual({
    ...defaultSettings,
    theme: 'dark',
    lists: {
      members: { columns: [{ id: 'role', visible: false }], widths: { role: 90 }, wrapLines: false },
      batches: { pageSize: 100 },
      accounts: {},
    },
  });
  expect(storedSettings({ lists: 3 }).lists).toEqual({});
});

test('the page can store only lists that exist, and page sizes that their channels give', () => {
  const { input } = settingsChannels['settings.set'];
  expect(input.safeParse({ settings: { lists: { members: { pageSize: 100 } } } }).success).toBe(true);
  expect(input.safeParse({ settings: { lists: { members: { pageSize: 1000 } } } }).success).toBe(false);
  expect(input.safeParse({ settings: { lists: { strangers: { pageSize: 100 } } } }).success).toBe(false);
});
