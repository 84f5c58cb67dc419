import { readdirSync, readFileSync } from 'node:fs';
import { inRoot, root } from '../setup/paths.mjs';
import { npm } from '../setup/run.mjs';

/** @typedef {{ name: string, severity: string, range: string, nodes: string[] }} Vulnerability */

/**
 * Asks the package registry for known vulnerabilities and fails for high and critical ones in shipped packages. If the registry
 * has no such service, or can't be reached, the gate is skipped.
 * @returns {Promise<{ count: import('./count.mjs').Count, output: string }>}
 */
export async function checkAdvisories() {
  const { output } = await npm(['audit', '--json', '--silent'], { cwd: root, quiet: true });
  const known = vulnerabilitiesIn(output);
  if (known === null) {
    const message = 'Skipped: the package registry does not tell of vulnerabilities here.';
    return { count: { passed: 0, failed: 0, skipped: 1 }, output: message };
  }
  const found = severeOnes(known, shippedFolders());
  return {
    count: found.length === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 },
    output: found.map(({ name, range, severity }) => `${name} ${range}: ${severity}`).join('\n'),
  };
}

/** @param {string} output of `npm audit --json` @returns {Vulnerability[] | null} null if it contains no answer */
function vulnerabilitiesIn(output) {
  try {
    // npm's warnings may surround it.
    const { vulnerabilities } = JSON.parse(output.slice(output.search(/^\{/m), output.lastIndexOf('}') + 1));
    return vulnerabilities === undefined ? null : Object.values(vulnerabilities);
  } catch {
    return null;
  }
}

/** @param {Vulnerability[]} known @param {Set<string>} shipped folders of packages, relative to the checkout */
const severeOnes = (known, shipped) =>
  known.filter(
    ({ severity, nodes }) =>
      ['high', 'critical'].includes(severity) && nodes.some((folder) => shipped.has(folder)),
  );

/** What scripts/package/bundledPackages.ts recorded at the last build, what is packed as is, and Electron. */
function shippedFolders() {
  const { dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const bundled = readdirSync(inRoot('dist/bundled')).flatMap((note) =>
    JSON.parse(readFileSync(inRoot('dist/bundled', note), 'utf8')),
  );
  const asTheyAre = ['electron', ...Object.keys(dependencies)].map((name) => `node_modules/${name}`);
  return new Set([...bundled, ...asTheyAre]);
}
