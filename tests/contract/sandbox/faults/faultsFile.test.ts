import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { firstMessage, sandboxEntry } from '../../../support/amazon/sandbox';

const folder = mkdtempSync(join(tmpdir(), 'amc-faults-'));
const ends: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

function start(faults: string) {
  const file = join(folder, 'faults.json');
  writeFileSync(file, faults);
  const child = fork(sandboxEntry, ['--state', join(folder, 'sandbox.db'), '--faults', file], {
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  ends.push(() => {
    child.kill();
    return exit;
  });
  return firstMessage(child);
}

describe('a sandbox started with a file of faults', () => {
  it('misbehaves from its first request on', async () => {
    const started = await start(
      JSON.stringify([
        { operation: 'Profile', faults: [{ kind: 'html', status: 502, when: 'before' }, { kind: 'none' }] },
        { faults: [{ kind: 'throttle', retryAfterSeconds: 3 }], random: { rate: 1, seed: 1 } },
      ]),
    );
    if (started.type === 'failed') expect.fail(started.message);
    const profile = () => fetch(`${started.origin}/user/profile`);
    expect([(await profile()).status, (await profile()).status]).toEqual([502, 401]);
    const throttled = await fetch(`${started.origin}/amc/accounts`);
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '3']);
  });

  it.each([
    ['[{ "faults": [{ "kind": "explode" }] }]', /aren't right:\n✖/],
    ['{}', /aren't right/],
    ['[', /can't be read from .*faults\.json/],
  ])('does not start with %s', async (faults, message) => {
    expect(await start(faults)).toEqual({
      type: 'failed',
      message: expect.stringMatching(message) as string,
    });
  });
});
