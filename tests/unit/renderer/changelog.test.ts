import { expect, test } from 'vitest';
import { releases, releasesOf } from '../../../renderer/features/palette/whatsNew/changelog';

test('versions, groups and changes are read, also those over several lines', () => {
  const text = `# Changelog

For developers only.

## Unreleased

### Added

- One that goes
  over two lines, with \`code\` and _emphasis_.
- Another.

### Fixed

- A third.

## 0.1.0

### Added

- The first.
`;
  expect(releasesOf(text)).toEqual([
    {
      title: 'Unreleased',
      groups: [
        { title: 'Added', changes: ['One that goes over two lines, with code and emphasis.', 'Another.'] },
        { title: 'Fixed', changes: ['A third.'] },
      ],
    },
    { title: '0.1.0', groups: [{ title: 'Added', changes: ['The first.'] }] },
  ]);
});

test('the changelog of this version has something to read in each group', () => {
  expect(releases.length).toBeGreaterThan(0);
  for (const { groups } of releases) for (const { changes } of groups) expect(changes).not.toEqual([]);
});
