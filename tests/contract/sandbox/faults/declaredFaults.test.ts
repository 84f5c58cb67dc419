import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import openapi from '../../../../shared/amazonAds/openapi.json';
import type { FaultRule } from '../../../../main/sandbox/faults/fault';
import { startSandbox, type RunningSandbox } from '../../../support/amazon/sandbox';
import { declaredStatuses, expectDocumented } from '../support/documented';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const operations = Object.entries(
  openapi.paths as Record<string, Record<string, { operationId: string }>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, { operationId }]) =>
      [operationId, method.toUpperCase(), path.replace(/\{\w+\}/, 'some-id')] as const,
  ),
);

describe('a fault with a status the document declares', () => {
  it('can be requested for all fourteen operations', () => {
    expect(operations).toHaveLength(14);
  });

  it.each(operations)('has the body it declares: %s', async (operation, method, path) => {
    for (const status of declaredStatuses(operation).filter((candidate) => candidate >= 400)) {
      const rule = { operation, faults: [{ kind: 'status', status, when: 'before' }] };
      await sandbox.misbehave(rule as unknown as FaultRule);
      const response = await fetch(sandbox.origin + path, { method });
      expect(response.status).toBe(status);
      expectDocumented(operation, status, response.headers.get('content-type'), await response.json());
    }
    expect(await sandbox.behave()).toBe(0);
  });
});
