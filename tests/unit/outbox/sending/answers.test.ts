import { describe, expect, test } from 'vitest';
import {
  account,
  requestedIn,
  inviteAll,
  invitingBench,
  people,
  statuses,
  success,
  type RequestedPerson,
} from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { clientTo, type Reply } from '../../../support/amazon/loopbackAmazon';
import { until } from '../../../support/clocks/manualClock';
import { outboxOver } from '../../../support/benches/outboxBench';

const bench = invitingBench();

// docs/sending.md: S12
describe('an answer with parts', () => {
  test('reports for each person what Amazon said, whatever the order; anyone not named is in doubt', async () => {
    bench.reply = (request) => {
      const [first, second, third] = requestedIn(request);
      if (first === undefined || second === undefined || third === undefined) return { status: 400 };
      const refusal = {
        identifier: second.user.emailAddress.toUpperCase(),
        errorCode: 'DUPLICATE',
        errorMessage: 'Already invited',
        errorDetail: 'pending since May',
      };
      return {
        json: { successes: [success(third), success(first)], errors: [refusal] },
        headers: { 'x-amzn-RequestId': 'amzn-7' },
      };
    };
    const { operations } = await bench.invite(people(4));
    expect(statuses(operations)).toEqual(['p1 done', 'p2 failed', 'p3 done', 'p4 inDoubt']);
    expect(operations[1]?.error).toEqual({
      code: 'BAD_REQUEST',
      message: matching(/didn’t accept this invitation/),
      retryable: false,
      requestId: 'amzn-7',
      details: 'DUPLICATE: Already invited (pending since May)',
    });
    expect(operations[3]?.error).toMatchObject({
      code: 'UNREADABLE_ANSWER',
      retryable: false,
      message: matching(/won’t resend it until then/),
    });
    expect(operations.map(({ settledAt }) => settledAt !== null)).toEqual([true, true, true, false]);
    expect(
      bench.rows('invitations').map((row) => [row['email_address'], row['state'], row['expires_at']]),
    ).toEqual([
      ['p1@example.com', 'pending', 1_765_000_000_000],
      ['p3@example.com', 'pending', 1_765_000_000_000],
    ]);
    expect(bench.rows('activity')).toMatchObject([
      { action: 'create', result: 'done', invitation_id: 'inv-p1@example.com', amazon_request_id: 'amzn-7' },
      { result: 'failed', detail: 'DUPLICATE: Already invited (pending since May)' },
      { result: 'done', actor: 'Dana', connection_label: 'Label of c-1', account_name: 'Name of ENTITY1' },
      { result: 'inDoubt', email_address: 'p4@example.com', role: 'viewer' },
    ]);
  });

  test.each<[string, (person: RequestedPerson) => object]>([
    [
      'names another role',
      (person) => ({ successes: [{ ...success(person), permissionSet: { role: { name: 'x' } } }] }),
    ],
    [
      'names two invitations',
      (person) => ({ successes: [success(person), { ...success(person), invitationId: 'i' }] }),
    ],
    [
      'says both yes and no',
      (person) => ({ successes: [success(person)], errors: [{ identifier: person.user.emailAddress }] }),
    ],
    ['returns no ID', (person) => ({ successes: [{ ...success(person), invitationId: undefined }] })],
    [
      'masks the address',
      (person) => ({ successes: [{ ...success(person), user: { emailAddress: 'p***' } }] }),
    ],
    ['names somebody else', () => ({ errors: [{ identifier: 'somebody@example.com', errorCode: 'X' }] })],
    ['is empty', () => ({})],
    ['is a list of another kind', () => ({ successes: 'all' })],
  ])('that %s leaves the person in doubt and stores no invitation', async (_what, body) => {
    bench.reply = (request) => ({ json: requestedIn(request).map(body)[0] });
    const { operations, readings } = await bench.invite(people(1));
    expect(statuses(operations)).toEqual(['p1 inDoubt']);
    expect(bench.rows('invitations')).toEqual([]);
    expect(bench.rows('activity')).toMatchObject([{ result: 'inDoubt' }]);
    expect(readings).toHaveLength(1);
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test.each<[string, (index: number) => object]>([
    ['an index', (index) => ({ identifier: String(index) })],
    ['nothing', () => ({})],
    ['something unexpected', () => ({ identifier: 'urn:request/7#entry' })],
  ])(
    'with rejections that name %s rejects those who are left, with Amazon’s message',
    async (_what, naming) => {
      bench.reply = (request) => {
        const [first, ...others] = requestedIn(request);
        return {
          json: {
            successes: first === undefined ? [] : [success(first)],
            errors: others.map((_, index) => ({
              ...naming(index + 1),
              errorCode: 'LIMIT',
              errorMessage: `Reason ${String(index + 1)}`,
            })),
          },
        };
      };
      const { operations } = await bench.invite(people(3));
      expect(statuses(operations)).toEqual(['p1 done', 'p2 failed', 'p3 failed']);
      for (const { error } of operations.slice(1)) {
        expect(error?.details).toBe('LIMIT: Reason 1; LIMIT: Reason 2');
      }
      expect(bench.rows('activity').slice(1)).toMatchObject([
        { result: 'failed', detail: 'LIMIT: Reason 1; LIMIT: Reason 2' },
        { result: 'failed', detail: 'LIMIT: Reason 1; LIMIT: Reason 2' },
      ]);
    },
  );

  test('with fewer such rejections than people who are left leaves these in doubt, with Amazon’s message', async () => {
    bench.reply = () => ({ json: { errors: [{ identifier: '1', errorMessage: 'No.' }] } });
    const { operations } = await bench.invite(people(2));
    expect(statuses(operations)).toEqual(['p1 inDoubt', 'p2 inDoubt']);
    expect(operations[0]?.error?.details).toBe('No.');
    expect(bench.rows('activity')).toMatchObject([{ detail: 'No.' }, { detail: 'No.' }]);
  });

  test('an invitation with another role than requested is reported as such', async () => {
    bench.reply = (request) => ({
      json: {
        successes: requestedIn(request).map((person) => ({
          ...success(person),
          permissionSet: { role: { name: 'VIEWER' } },
        })),
      },
    });
    const { operations } = await bench.invite(people(1));
    expect(operations).toMatchObject([
      { status: 'inDoubt', error: { message: matching(/with the role Viewer instead of Admin/) } },
    ]);
  });

  test('a role in another case is the same role', async () => {
    bench.reply = (request) => ({
      json: {
        successes: requestedIn(request).map((person) => ({
          ...success(person),
          permissionSet: { role: { name: person.permissionSet.role.name.toUpperCase() } },
        })),
      },
    });
    expect(statuses((await bench.invite(people(1))).operations)).toEqual(['p1 done']);
  });
});

// docs/sending.md: S14
describe('a call without a clear answer', () => {
  test.each<[string, Reply]>([
    ['a broken connection', 'reset'],
    ['status 500', { status: 500, json: { message: 'RetryableServiceException' } }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
    ['an HTML page', { text: '<html>' }],
    ['silence', 'silence'],
  ])('%s leaves all in doubt; the request arrived exactly once', async (_what, answer) => {
    bench.reply = () => answer;
    const clientOf = () => Promise.resolve(clientTo(bench.amazon.origin, { timeoutMs: 200 }));
    const { operations } = await bench.invite(people(2), outboxOver(bench.store.db, clientOf));
    expect(statuses(operations)).toEqual(['p1 inDoubt', 'p2 inDoubt']);
    expect(operations[0]?.error?.message).toMatch(/won’t resend it until then/);
    expect(operations[0]?.error?.retryable).toBe(false);
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test.each([400, 403, 404, 408, 413, 421, 451])(
    'a page with status %i instead of Amazon’s answer leaves all in doubt: it may have replaced the answer',
    async (status) => {
      bench.reply = () => ({ status, text: '<html><body>Blocked by IT</body></html>' });
      const { operations } = await bench.invite(people(2));
      expect(statuses(operations)).toEqual(['p1 inDoubt', 'p2 inDoubt']);
      expect(operations[0]?.error).toMatchObject({ code: 'UNREADABLE_ANSWER', details: 'Blocked by IT' });
      expect(operations[0]?.error?.message).not.toMatch(/refused|permission/);
      expect(bench.amazon.arrived).toHaveLength(1);
    },
  );

  test.each([
    [407, /asks for a user name and password/],
    [511, /sign-in page of this network/],
  ])(
    'a page with status %i, which is only sent instead of forwarding a call, keeps them waiting',
    async (status, why) => {
      bench.reply = (request, count) =>
        count === 1 ? { status, text: '<html><body>Sign in</body></html>' } : inviteAll(request);
      const own = outboxOver(bench.store.db, bench.amazon.origin);
      own.outbox.create({ account, invitees: people(2), notifyInvitedUsers: true });
      await until(() => own.outbox.status().waits.length === 1);
      expect(own.outbox.status().waits).toMatchObject([{ reason: 'unreachable', message: matching(why) }]);
      expect(statuses(own.operations())).toEqual(['p1 queued', 'p2 queued']);
      own.outbox.tryNow();
      await own.outbox.idle();
      expect(statuses(own.operations())).toEqual(['p1 done', 'p2 done']);
      expect(bench.amazon.arrived).toHaveLength(2);
    },
  );

  test.each([400, 403, 404])(
    'status %i means that all failed, not that they are in doubt',
    async (status) => {
      bench.reply = () => ({ status, json: { message: 'No.' }, headers: { 'x-amzn-RequestId': 'amzn-9' } });
      const { operations } = await bench.invite(people(2));
      expect(statuses(operations)).toEqual(['p1 failed', 'p2 failed']);
      expect(operations[0]).toMatchObject({
        requestId: 'amzn-9',
        error: { details: 'No.', requestId: 'amzn-9' },
      });
      expect(bench.rows('requests')).toMatchObject([{ http_status: status }]);
      expect(bench.amazon.arrived).toHaveLength(1);
    },
  );

  // docs/sending.md: S13
  test('an answer that cannot be stored completely leaves all in doubt and stores none of it', async () => {
    bench.store.db
      .exec(`CREATE TRIGGER full BEFORE INSERT ON invitations WHEN NEW.email_address = 'p2@example.com'
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    const { operations } = await bench.invite(people(3));
    expect(statuses(operations)).toEqual(['p1 inDoubt', 'p2 inDoubt', 'p3 inDoubt']);
    expect(operations[0]).toMatchObject({ requestId: 'amzn-1', error: { code: 'INTERNAL' } });
    expect(bench.rows('invitations')).toEqual([]);
    expect(bench.rows('activity').map((row) => row['result'])).toEqual(['inDoubt', 'inDoubt', 'inDoubt']);
  });
});
