import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { openTeamStore, type TeamStore } from '../../../../main/team/store/teamStore';
import { storeError } from '../../../../main/team/store/storeError';
import { problems, type StoreProblem } from '../../../../main/team/store/storeProblem';
import { storeErrorText } from '../../../../main/team/store/storeErrorText';
import { knownAuthorities } from '../../../../main/team/store/verifiedTls';
import { startPostgres, superuser, type PostgresServer } from '../../../support/postgres/server';
import { plainAddress } from '../../../support/team/addresses';

const secret = 'only for this test';
const short = { patienceMs: 1500, maxConnections: 2 };

let server: PostgresServer;
let administrator: TeamStore;
beforeAll(async () => {
  server = await startPostgres({ settings: { max_connections: '8', superuser_reserved_connections: '3' } });
  administrator = await openTeamStore(plainAddress(server.port), superuser.password, {
    ...short,
    maxConnections: 1,
  });
  await administrator.query(`create role ben login password '${secret}'`);
  await administrator.query('create table notes (note text primary key)');
  await administrator.query('grant select on notes to ben');
}, 60_000);
afterAll(async () => {
  await administrator.close();
  await server.remove();
});

const opened: TeamStore[] = [];
const openAsBen = async (limits = short): Promise<TeamStore> => {
  const store = await openTeamStore(plainAddress(server.port, { login: 'ben' }), secret, limits);
  opened.push(store);
  return store;
};
let ben: TeamStore;
beforeEach(async () => {
  ben = await openAsBen();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

const process = (store: TeamStore): Promise<unknown[]> => store.query('select pg_backend_pid() as pid');

describe('a statement', () => {
  test('is refused without the right, and the connection stays', async () => {
    const before = await process(ben);
    await expect(ben.query('insert into notes values ($1)', ['secret note'])).rejects.toMatchObject({
      problem: 'noRight',
      code: 'TEAM_REFUSED',
      retryable: false,
      details: '42501',
      message:
        'The team’s database doesn’t allow ben to do this. A team administrator can give you the right.',
    });
    expect(await process(ben)).toEqual(before);
  });

  test.each([
    ['select * from missing', 'noSchema', 'TEAM_OUTDATED'],
    ['select * from amc.members', 'noSchema', 'TEAM_OUTDATED'],
    ['select missing from notes', 'schemaOld', 'TEAM_OUTDATED'],
    ["select 'x'::int", 'notAccepted', 'TEAM_REFUSED'],
  ])('%s is %s', async (sql, problem, code) => {
    await expect(ben.query(sql)).rejects.toMatchObject({ problem, code });
  });

  test('says nothing of its values when it fails', async () => {
    const store = await openTeamStore(plainAddress(server.port), superuser.password, short);
    opened.push(store);
    await store.query('insert into notes values ($1)', ['eve@example.com']);
    const error: unknown = await store
      .query('insert into notes values ($1)', ['eve@example.com'])
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem: 'notAccepted', details: '23505' });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('eve@example.com');
    expect((error as Error).cause).toBeUndefined();
  });

  test('that takes too long is ended by the server, and the connection stays', async () => {
    const before = await process(ben);
    await expect(ben.query('select pg_sleep(30)')).rejects.toMatchObject({
      problem: 'slow',
      code: 'TEAM_UNREACHABLE',
      details: '57014',
    });
    expect(await process(ben)).toEqual(before);
  });

  test('waits for one of few connections, no longer than the limit', async () => {
    const store = await openAsBen({ patienceMs: 400, maxConnections: 1 });
    const queued = [0, 1, 2].map(() => store.query('select pg_sleep(0.3)'));
    const results = await Promise.allSettled(queued);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(results[2]).toMatchObject({ reason: { problem: 'slow', code: 'TEAM_UNREACHABLE' } });
    expect(await store.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a store', () => {
  test('that can only be read says so', async () => {
    await administrator.query("alter role ben set default_transaction_read_only = 'on'");
    const later = await openAsBen();
    await expect(later.query('select * from notes where note is null')).resolves.toEqual([]);
    await expect(later.query('create temporary table mine (a int)')).rejects.toMatchObject({
      problem: 'readOnly',
      code: 'TEAM_UNREACHABLE',
      retryable: true,
    });
    await administrator.query('alter role ben reset default_transaction_read_only');
  });

  test('without a connection left says so', async () => {
    const stores = await Promise.all(
      Array.from({ length: 6 }, () => openAsBen({ ...short, maxConnections: 1 })),
    );
    const results = await Promise.allSettled(stores.map(process));
    const failed = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(failed.length).toBeGreaterThan(0);
    for (const error of failed) {
      expect(error).toMatchObject({ problem: 'tooManyConnections', code: 'TEAM_UNREACHABLE' });
    }
  });

  test.each([
    ['53100', 'diskFull', 'full'],
    ['53200', 'overloaded', 'too busy'],
    ['57P01', 'stopping', 'stopped'],
    ['57P04', 'noDatabase', 'no database'],
  ])('that answers %s says %s', async (code, problem, text) => {
    const store = await openTeamStore(plainAddress(server.port), superuser.password, short);
    // The server itself answers with it, as it would then.
    const raised = store.query(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${code}'; END $$`);
    await expect(raised).rejects.toMatchObject({
      problem,
      message: expect.stringContaining(text) as string,
    });
    await store.close();
  });

  test('that cuts the connection in the middle is used again afterwards', async () => {
    const [row] = await process(ben);
    const running = ben.query('select pg_sleep(10)').catch((error: unknown) => error);
    await administrator.query('select pg_terminate_backend($1)', [(row as { pid: number }).pid]);
    expect(await running).toMatchObject({ problem: 'stopping', code: 'TEAM_UNREACHABLE', details: '57P01' });
    expect(await ben.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('that fails and starts again is used again', async () => {
    const before = await process(ben);
    const running = ben.query('select pg_sleep(10)').catch((error: unknown) => error);
    await server.stop('immediate');
    expect(await running).toMatchObject({ code: 'TEAM_UNREACHABLE', retryable: true });
    await expect(ben.query('select 1')).rejects.toMatchObject({ problem: 'portRefused' });
    await server.start();
    await expect.poll(() => process(ben).catch(() => before)).not.toEqual(before);
    await expect.poll(() => process(administrator).catch(() => null)).not.toBeNull();
  });

  test('that is about to stop admits nobody', async () => {
    await process(ben);
    await administrator.close();
    const ended = server.stop('smart');
    const other = await openAsBen();
    await expect
      .poll(() => process(other).catch((error: unknown) => error))
      .toMatchObject({ problem: 'starting', code: 'TEAM_UNREACHABLE', details: '57P03' });
    await ben.close();
    await ended;
    await server.start();
    administrator = await openTeamStore(plainAddress(server.port), superuser.password, short);
  });

  test('that is closed rejects what still runs, and what comes', async () => {
    // The connection is there, so that the statement runs at once.
    await process(ben);
    const running = ben.query('select pg_sleep(10)').catch((error: unknown) => error);
    await process(ben);
    await ben.close();
    expect(await running).toMatchObject({ problem: 'cut', code: 'TEAM_UNREACHABLE' });
    await expect(ben.query('select 1')).rejects.toMatchObject({ code: 'TEAM_UNREACHABLE' });
  });
});

describe('a problem', () => {
  const address = plainAddress(5432, { host: 'db.example.com', login: 'ben', caFile: '/ca.pem' });
  const coded = (code: string): Error => Object.assign(new Error('eve@example.com'), { code });

  test.each([
    ['EHOSTUNREACH', 'noRoute'],
    ['ETIMEDOUT', 'noAnswer'],
    ['CERT_NOT_YET_VALID', 'certificateEarly'],
    ['53100', 'diskFull'],
    ['08P01', 'pooler'],
    ['EPROTO', 'tlsFailed'],
    ['ECONNRESET', 'noAnswer'],
  ])('%s while connecting is %s', (code, problem) => {
    const error = storeError(coded(code), address, 'connecting');
    expect(error).toMatchObject({ problem });
    expect(JSON.stringify(error.toBody())).not.toContain('eve@example.com');
  });

  test('has a separate sentence, which ends', () => {
    const texts = (Object.keys(problems) as StoreProblem[]).map((problem) =>
      storeErrorText[problem](address),
    );
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^\S.*\.$/);
  });
});

test('the system’s authorities count where the runtime lists them', () => {
  expect(knownAuthorities({ getCACertificates: (store) => [`one of the ${store}`] })).toContain(
    'one of the system',
  );
  expect(knownAuthorities({}).length).toBeGreaterThan(100);
});
