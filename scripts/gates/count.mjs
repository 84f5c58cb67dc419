import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * Counts the tests of a vitest run.
 * @param {string} report the file its json reporter wrote
 * @param {number} code its exit code
 * @returns {Count}
 */
export function countVitest(report, code) {
  return count(report, code, (run) => ({
    passed: run.numPassedTests,
    // A test file that can't be loaded has no tests to count, but it failed.
    failed: run.numFailedTests + run.testResults.filter(isBrokenFile).length,
    skipped: run.numPendingTests + run.numTodoTests,
  }));
}

/**
 * Counts the tests of a Playwright run.
 * @param {string} report the file its json reporter wrote
 * @param {number} code its exit code
 * @returns {Count}
 */
export function countPlaywright(report, code) {
  return count(report, code, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/** Adds up counts. @param {Count[]} counts @returns {Count} */
export function total(counts) {
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((all, one) => all + one[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** A run that crashed, ran nothing, or left no report has failed, whatever else it says. */
function count(report, code, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counted = read(JSON.parse(readFileSync(report, 'utf8')));
  const ranNothing = counted.passed + counted.failed === 0;
  const failedUnseen = code !== 0 && counted.failed === 0;
  return ranNothing || failedUnseen ? { ...counted, failed: 1 } : counted;
}

const isBrokenFile = (file) => file.status === 'failed' && file.assertionResults.length === 0;
