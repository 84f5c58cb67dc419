import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** As main/shell/guarding/refuseDebugging.ts names it. */
const constant = '__ALLOWS_DEBUGGING__';

/**
 * A build plugin that sets the one constant that differs between the package that tests drive and the released one. The build's
 * `index.js` has it false. The same file with it true is written to `dist/debuggable`, which is never released
 * (scripts/package/debuggable.yml).
 * @throws Error if the program doesn't contain the constant, which would make the two packages the same
 */
export const debuggingConstant = (): Plugin => ({
  name: 'debugging-constant',
  generateBundle(_options, bundle) {
    const entry = bundle['index.js'];
    const code = entry?.type === 'chunk' ? entry.code : '';
    if (entry?.type !== 'chunk' || !code.includes(constant))
      throw new Error(`${constant} is not in index.js.`);
    const withValue = (value: boolean): string => code.replaceAll(constant, String(value));
    mkdirSync(resolve('dist/debuggable'), { recursive: true });
    writeFileSync(resolve('dist/debuggable/index.js'), withValue(true));
    entry.code = withValue(false);
  },
});
