import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const config = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly IForbiddenRuleType[];
};

/** For each rule an import that it forbids: the file, what it imports, and how if that matters. */
const breaches: Readonly<Record<string, readonly [from: string, to: string, how?: 'type']>> = {
  'main-ipc': ['main/ipc/a.ts', 'main/shell/b.ts'],
  'main-shell': ['main/shell/a.ts', 'main/ipc/b.ts'],
  'main-team': ['main/team/a.ts', 'main/batches/b.ts'],
  'main-approvals': ['main/approvals/a.ts', 'main/batches/b.ts'],
  'main-batches': ['main/batches/a.ts', 'main/redeem/b.ts'],
  'main-leavers': ['main/leavers/a.ts', 'main/redeem/b.ts'],
  'main-people': ['main/people/a.ts', 'main/redeem/b.ts'],
  'main-redeem': ['main/redeem/a.ts', 'main/batches/b.ts'],
  'main-outbox': ['main/outbox/a.ts', 'main/batches/b.ts'],
  'main-exporting': ['main/exporting/a.ts', 'main/outbox/b.ts'],
  'main-access': ['main/access/a.ts', 'main/outbox/b.ts'],
  'main-activity': ['main/activity/a.ts', 'main/access/b.ts'],
  'main-connections': ['main/connections/a.ts', 'main/access/b.ts'],
  'main-secrets': ['main/secrets/a.ts', 'main/storage/b.ts'],
  'main-amazonAds': ['main/amazonAds/a.ts', 'main/storage/b.ts'],
  'main-network': ['main/network/a.ts', 'main/storage/b.ts'],
  'main-files': ['main/files/a.ts', 'main/storage/b.ts'],
  'main-storage': ['main/storage/a.ts', 'main/files/b.ts'],
  'main-sandbox': ['main/sandbox/a.ts', 'main/access/b.ts'],
  'main-has-a-place-for-everything': ['main/drawer/a.ts', 'shared/b.ts'],
  'sandbox-stands-alone': ['main/shell/sandbox.ts', 'main/sandbox/ads/b.ts'],
  'main-imports-no-page': ['main/shell/page.ts', 'renderer/components/b.ts'],
  'shared-runs-anywhere': ['shared/a.ts', 'main/storage/b.ts'],
  'preload-knows-names-only': ['preload/a.ts', 'shared/errors.ts'],
  'preload-takes-types-from-the-channel-map': ['preload/types.ts', 'shared/errors.ts', 'type'],
  'renderer-has-no-power': ['renderer/queries/power.ts', 'main/storage/b.ts'],
  'renderer-runs-in-a-page': ['renderer/queries/builtIn.ts', 'node:fs'],
  'outbox-agreed': ['main/outbox/agreed/a.ts', 'main/outbox/doubts/b.ts'],
  'outbox-doubts': ['main/outbox/doubts/a.ts', 'main/outbox/agreed/b.ts'],
  'outbox-sending': ['main/outbox/sending/a.ts', 'main/outbox/doubts/b.ts'],
  'outbox-drafting': ['main/outbox/drafting/a.ts', 'main/outbox/sending/b.ts'],
  'outbox-guards': ['main/outbox/guards/a.ts', 'main/outbox/journal/b.ts'],
  'outbox-journal': ['main/outbox/journal/a.ts', 'main/outbox/drafting/b.ts'],
  'page-layout': ['renderer/layout/a.ts', 'renderer/tour/b.ts'],
  'page-features': ['renderer/features/redeem/layout.ts', 'renderer/layout/b.ts'],
  'page-queries': ['renderer/queries/a.ts', 'renderer/features/redeem/b.ts'],
  'page-components': ['renderer/components/a.ts', 'renderer/queries/b.ts'],
  'page-navigation': ['renderer/navigation/a.ts', 'renderer/queries/b.ts'],
  'page-bridge': ['renderer/bridge/a.ts', 'renderer/queries/b.ts'],
  'feature-home': ['renderer/features/home/a.ts', 'renderer/features/batches/b.ts'],
  'feature-invitations': ['renderer/features/invitations/a.ts', 'renderer/features/batches/b.ts'],
  'feature-members': ['renderer/features/members/a.ts', 'renderer/features/invitations/b.ts'],
  'feature-operations': ['renderer/features/operations/a.ts', 'renderer/features/batches/b.ts'],
  'feature-activity': ['renderer/features/activity/a.ts', 'renderer/features/batches/b.ts'],
  'feature-leavers': ['renderer/features/leavers/a.ts', 'renderer/features/batches/b.ts'],
  'feature-people': ['renderer/features/people/a.ts', 'renderer/features/batches/b.ts'],
  'feature-settings': ['renderer/features/settings/a.ts', 'renderer/features/batches/b.ts'],
  'feature-welcome': ['renderer/features/welcome/a.ts', 'renderer/features/batches/b.ts'],
  'features-stand-apart': ['renderer/features/redeem/a.ts', 'renderer/features/batches/b.ts'],
  'batches-list': ['renderer/features/batches/list/a.ts', 'renderer/features/batches/grid/b.ts'],
  'batches-editor': ['renderer/features/batches/editor/a.ts', 'renderer/features/batches/list/b.ts'],
  'batches-problems': ['renderer/features/batches/problems/a.ts', 'renderer/features/batches/editor/b.ts'],
  'batches-importing': ['renderer/features/batches/importing/a.ts', 'renderer/features/batches/grid/b.ts'],
  'batches-arriving': ['renderer/features/batches/arriving/a.ts', 'renderer/features/batches/grid/b.ts'],
  'batches-sending': ['renderer/features/batches/sending/a.ts', 'renderer/features/batches/grid/b.ts'],
  'batches-grid': ['renderer/features/batches/grid/a.ts', 'renderer/features/batches/editor/b.ts'],
  'batches-gridModel': ['renderer/features/batches/gridModel/a.ts', 'renderer/features/batches/grid/b.ts'],
  'grid-model-draws-nothing': ['renderer/features/batches/gridModel/drawn.ts', 'renderer/components/b.ts'],
  'no-cycles': ['shared/circle.ts', 'shared/circleBack.ts', 'type'],
  'no-orphans': ['shared/alone.ts', ''],
  resolvable: ['shared/nowhere.ts', './missing'],
};

describe('the import rules', () => {
  let folder = '';
  let violations: ICruiseResult['summary']['violations'] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amc-import-rules-'));
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text, { flag: 'a' });
    };
    for (const [from, to, how] of Object.values(breaches)) {
      const up = '../'.repeat(from.split('/').length - 1);
      const specifier = /^[.]|^node:/.test(to) ? to : `${up}${to.replace(/[.]ts$/, '')}`;
      write(
        from,
        to === ''
          ? 'export {};\n'
          : `import ${how === 'type' ? 'type ' : ''}{ b } from '${specifier}';\nexport type B = typeof b;\n`,
      );
      if (to.endsWith('.ts')) write(to, to === 'shared/circleBack.ts' ? '' : 'export const b = 1;\n');
    }
    write('shared/circleBack.ts', "import type { B } from './circle';\nexport declare const b: B;\n");
    const { output } = await cruise(
      ['main', 'preload', 'renderer', 'shared'],
      {
        baseDir: folder,
        ruleSet: { forbidden: [...config.forbidden] },
        validate: true,
        tsPreCompilationDeps: true,
      },
      { extensions: ['.ts'] },
    );
    violations = (output as ICruiseResult).summary.violations;
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('each one is broken here once on purpose', () => {
    expect(Object.keys(breaches).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  test.each(Object.entries(breaches))('%s is detected', (name, [from]) => {
    expect(violations.filter(({ rule }) => rule.name === name).map((violation) => violation.from)).toContain(
      from,
    );
  });

  test.each(config.forbidden.map(({ name, comment }) => [name, comment]))(
    '%s says what to do instead',
    (_name, comment) => {
      expect(comment).toMatch(/^.{15,}[.]$/s);
    },
  );
});
