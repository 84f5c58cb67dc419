import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoreAddress } from '../../../../shared/domain/team/storeAddress';
import { openTeamStore } from '../../../../main/team/store/teamStore';
import { startPostgres, superuser, type PostgresServer } from '../../../support/postgres/server';
import { encryptedAddress, plainAddress, tlsFixture } from '../../../support/team/addresses';
import { authenticationMessage, startFakeServer } from '../../../support/team/fakeServer';

const everybody = '127.0.0.1/32';
const secret = 'correct horse battery staple';

let server: PostgresServer;
let expired: PostgresServer;
beforeAll(async () => {
  [server, expired] = await Promise.all([
    startPostgres({
      tls: true,
      settings: { listen_addresses: '127.0.0.1,127.0.0.2' },
      admits: [
        `host all clear ${everybody} password`,
        `host all hashed ${everybody} md5`,
        `host all trusted ${everybody} trust`,
        `host all banned ${everybody} reject`,
        `hostssl all secure ${everybody} scram-sha-256`,
        `host all postgres,ben,outsider ${everybody} scram-sha-256`,
        'host all all 127.0.0.2/32 scram-sha-256',
      ],
    }),
    startPostgres({ tls: 'expired' }),
  ]);
  const store = await openTeamStore(plainAddress(server.port), superuser.password, {
    patienceMs: 5000,
    maxConnections: 1,
  });
  for (const login of ['clear', 'trusted', 'banned', 'secure', 'ben', 'outsider']) {
    await store.query(`create role ${login} login password '${secret}'`);
  }
  await store.query("set password_encryption = 'md5'");
  await store.query(`create role hashed login password '${secret}'`);
  await store.query('create database closed');
  await store.query('revoke connect on database closed from public');
  await store.close();
}, 60_000);
afterAll(async () => {
  await Promise.all([server.remove(), expired.remove()]);
});

/** Logs in and asks who this is. */
async function whoAmI(address: StoreAddress, password = secret): Promise<unknown> {
  const store = await openTeamStore(address, password, { patienceMs: 5000, maxConnections: 1 });
  try {
    return (await store.query('select session_user::text as login'))[0];
  } finally {
    await store.close();
  }
}

const failure = async (address: StoreAddress, password = secret): Promise<unknown> =>
  whoAmI(address, password).catch((error: unknown) => error);

describe('encryption', () => {
  test.each(['localhost', '127.0.0.1'])(
    'is checked against the name %s, and the login works',
    async (host) => {
      expect(await whoAmI(encryptedAddress(server.port, { host, login: 'secure' }))).toEqual({
        login: 'secure',
      });
    },
  );

  test('is refused for an IP address that the certificate doesn’t have', async () => {
    expect(await failure(encryptedAddress(server.port, { host: '127.0.0.2', login: 'ben' }))).toMatchObject({
      problem: 'certificateName',
      code: 'TEAM_REFUSED',
      retryable: false,
      message: expect.stringContaining('not to 127.0.0.2') as string,
    });
  });

  test.each([
    ['the runtime’s', null, 'an authority this computer doesn’t know'],
    ['another', tlsFixture('second-authority.pem'), 'isn’t from the authority in the selected file'],
  ])('is refused when the authority is %s', async (_, caFile, text) => {
    expect(await failure(encryptedAddress(server.port, { caFile, login: 'ben' }))).toMatchObject({
      problem: 'certificateUnknown',
      code: 'TEAM_REFUSED',
      message: expect.stringContaining(text) as string,
    });
  });

  test('is refused with a certificate that expired', async () => {
    const address = encryptedAddress(expired.port, { caFile: tlsFixture('second-authority.pem') });
    expect(await failure(address, superuser.password)).toMatchObject({
      problem: 'certificateExpired',
      code: 'TEAM_REFUSED',
    });
  });

  test('isn’t skipped when the environment says so', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect(await failure(encryptedAddress(server.port, { caFile: null, login: 'ben' }))).toMatchObject({
        problem: 'certificateUnknown',
      });
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  test('isn’t replaced by a plain connection where the server has none', async () => {
    const plain = await startPostgres();
    try {
      expect(await failure(encryptedAddress(plain.port), superuser.password)).toMatchObject({
        problem: 'noTls',
        code: 'TEAM_REFUSED',
      });
    } finally {
      await plain.remove();
    }
  }, 30_000);

  test.each([
    ['missing.pem', 'caFileUnread', 'can’t be read'],
    ['localhost.key', 'caFileEmpty', 'There’s no certificate in'],
  ])('needs the authorities in %s', async (name, problem, text) => {
    expect(await failure(encryptedAddress(server.port, { caFile: tlsFixture(name) }))).toMatchObject({
      problem,
      code: 'TEAM_REFUSED',
      message: expect.stringContaining(text) as string,
    });
  });
});

describe('a login', () => {
  test('works by SCRAM', async () => {
    expect(await whoAmI(plainAddress(server.port, { login: 'ben' }))).toEqual({ login: 'ben' });
  });

  test.each(['clear', 'hashed', 'trusted'])(
    'is refused by this program where the server wants %s',
    async (login) => {
      expect(await failure(plainAddress(server.port, { login }))).toMatchObject({
        problem: 'unsafeLogin',
        code: 'TEAM_REFUSED',
        message: expect.stringContaining('so it wasn’t sent') as string,
      });
    },
  );

  test.each([
    [{ login: 'ben' }, 'wrong', 'wrongPassword', '28P01'],
    [{ login: 'nobody' }, secret, 'notAdmitted', '28000'],
    [{ login: 'banned' }, secret, 'notAdmitted', '28000'],
    [{ login: 'secure' }, secret, 'notAdmitted', '28000'],
    [{ login: 'ben', database: 'missing' }, secret, 'noDatabase', '3D000'],
    [{ login: 'outsider', database: 'closed' }, secret, 'mayNotConnect', '42501'],
  ])('as %o with %s is %s', async (change, password, problem, details) => {
    const error = await failure(plainAddress(server.port, change), password);
    expect(error).toMatchObject({ problem, details, code: 'TEAM_REFUSED', retryable: false });
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain(secret);
  });

  test('needs a password', async () => {
    expect(await failure(plainAddress(server.port, { login: 'trusted' }), '')).toMatchObject({
      problem: 'wrongPassword',
    });
  });

  test('follows nothing in the environment', async () => {
    const misleading = {
      PGHOST: '192.0.2.1',
      PGPORT: '1',
      PGUSER: 'postgres',
      PGPASSWORD: superuser.password,
      PGDATABASE: 'missing',
      PGOPTIONS: '-c nothing.like=this -c',
      PGSSLMODE: 'no-verify',
      PGSSLNEGOTIATION: 'nonsense',
      PGREPLICATION: 'database',
      PGAPPNAME: 'another program',
      NODE_PG_FORCE_NATIVE: '1',
    };
    Object.assign(process.env, misleading);
    const store = await openTeamStore(plainAddress(server.port, { login: 'ben' }), secret);
    expect(await store.query("select current_setting('application_name') as program")).toEqual([
      { program: 'AMC Access Manager' },
    ]);
    await store.close();
    expect(Object.keys(process.env).filter((name) => name in misleading)).toEqual([]);
  });
});

describe('a server that isn’t the team’s', () => {
  const scram = authenticationMessage(10, Buffer.from('SCRAM-SHA-256\0\0'));

  test.each([
    ['asks for the password in clear after SCRAM', [scram, authenticationMessage(3)]],
    ['asks for its MD5 after SCRAM', [scram, authenticationMessage(5, Buffer.from('salt'))]],
    ['lets everybody in', [authenticationMessage(0)]],
    ['skips its own proof', [scram, authenticationMessage(0)]],
    ['offers another method only', [authenticationMessage(10, Buffer.from('PLAIN\0\0'))]],
  ])('gets no password when it %s', async (_, messages) => {
    const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
    let isGreeted = false;
    const fake = await startFakeServer((_piece, socket) => {
      if (isGreeted) return;
      isGreeted = true;
      socket.write(Buffer.concat([...messages, ready]));
    });
    expect(await failure(plainAddress(fake.port, { login: 'ben' }))).toMatchObject({
      problem: 'unsafeLogin',
    });
    expect(fake.received()).toContain('ben');
    expect(fake.received()).not.toContain(secret);
    expect(fake.received()).not.toContain('md5');
    expect(fake.received()).not.toContain('select');
    await fake.close();
  });

  test('is named when it speaks another language', async () => {
    const fake = await startFakeServer((_, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await failure(encryptedAddress(fake.port, { login: 'ben' }))).toMatchObject({
      problem: 'notPostgres',
      code: 'TEAM_REFUSED',
    });
    await fake.close();
  });

  test('is named when it doesn’t answer', async () => {
    const fake = await startFakeServer();
    const store = await openTeamStore(plainAddress(fake.port), secret, {
      patienceMs: 300,
      maxConnections: 1,
    });
    await expect(store.query('select 1')).rejects.toMatchObject({
      problem: 'noAnswer',
      code: 'TEAM_UNREACHABLE',
      retryable: true,
    });
    await store.close();
    await fake.close();
  });

  test('is named when nothing is there', async () => {
    const fake = await startFakeServer();
    await fake.close();
    expect(await failure(plainAddress(fake.port))).toMatchObject({
      problem: 'portRefused',
      code: 'TEAM_UNREACHABLE',
    });
    expect(await failure(encryptedAddress(fake.port, { host: 'db.invalid' }))).toMatchObject({
      problem: 'hostUnknown',
      code: 'TEAM_UNREACHABLE',
      message: expect.stringContaining('db.invalid') as string,
    });
  });
});
