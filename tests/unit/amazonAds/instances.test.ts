import { describe, expect, test } from 'vitest';
import { readAccounts } from '../../../main/amazonAds/accounts';
import { readInstances } from '../../../main/amazonAds/instances';
import { amazonThat, failureOf } from '../../support/amazon/adsCalls';
import { clientTo } from '../../support/amazon/loopbackAmazon';

const account = { accountId: 'ENTITY1', marketplaceId: 'ATVPDKIKX0DER' };

/** Everything the document names. */
const whole = {
  instanceId: ' amc1 ',
  instanceName: 'Main',
  customerCanonicalName: 'Brightside Foods',
  creationStatus: 'COMPLETED',
  creationDatetime: '2025-02-03T09:00:00Z',
  entities: ['ENTITY1'],
  apiEndpoint: 'https://amc1.example',
  awsAccountId: '123456789012',
  dataUploadAwsAccountId: '210987654321',
  s3BucketName: 'amc-amc1',
  s3BucketRegion: 'us-east-1',
  advertiserTypes: ['DISPLAY', 'SAS'],
};

describe('instances', () => {
  test('are requested with the account and its marketplace in their own headers', async () => {
    const server = await amazonThat(() => ({ json: { instances: [], nextToken: null } }));
    expect(await readInstances(clientTo(server.origin), account)).toEqual({ entries: [], unreadable: 0 });
    expect(server.arrived).toMatchObject([
      {
        method: 'GET',
        path: '/amc/instances',
        body: '',
        headers: {
          accept: 'application/vnd.amcinstances.v1+json',
          'amazon-advertising-api-advertiserid': 'ENTITY1',
          'amazon-advertising-api-marketplaceid': 'ATVPDKIKX0DER',
          'amazon-advertising-api-clientid': 'amzn1.application-oa2-client.test',
        },
      },
    ]);
    expect(server.arrived[0]?.headers).not.toHaveProperty('amazon-ads-accountid');
    expect(server.arrived[0]?.headers).not.toHaveProperty('content-type');
  });

  test('are ID, name, types and status, and nothing else of the answer', async () => {
    const { origin } = await amazonThat(() => ({ json: { instances: [whole], requestId: 'r-1' } }));
    expect(await readInstances(clientTo(origin), account)).toStrictEqual({
      entries: [{ instanceId: 'amc1', name: 'Main', types: ['DISPLAY', 'SAS'], status: 'COMPLETED' }],
      unreadable: 0,
    });
  });

  test('keep their types as Amazon writes them, so that only sponsored ads can be recognized', async () => {
    const types = [
      ['SPONSORED_ADS'],
      ['DISPLAY', 'SPONSORED_ADS'],
      ['FUTURE'],
      ['SAS', 7, null],
      'DISPLAY',
      null,
    ];
    const { origin } = await amazonThat(() => ({
      json: {
        instances: [
          ...types.map((advertiserTypes, index) => ({ instanceId: `amc${String(index)}`, advertiserTypes })),
          { instanceId: 'amc6' },
        ],
      },
    }));
    const { entries } = await readInstances(clientTo(origin), account);
    expect(entries.map((entry) => entry.types)).toEqual([
      ['SPONSORED_ADS'],
      ['DISPLAY', 'SPONSORED_ADS'],
      ['FUTURE'],
      ['SAS'],
      [],
      [],
      [],
    ]);
  });

  test('are read from all pages, each once', async () => {
    const server = await amazonThat((count) => ({
      json: {
        instances: [{ instanceId: 'amc0' }, { instanceId: `amc${String(count)}` }],
        nextToken: count < 3 ? `page ${String(count)}` : '',
      },
    }));
    const { entries } = await readInstances(clientTo(server.origin), account);
    expect(entries.map(({ instanceId }) => instanceId)).toEqual(['amc0', 'amc1', 'amc2', 'amc3']);
    expect(server.arrived.map(({ path }) => path.replace('%20', '+'))).toEqual([
      '/amc/instances',
      '/amc/instances?nextToken=page+1',
      '/amc/instances?nextToken=page+2',
    ]);
    for (const { headers } of server.arrived) {
      expect(headers['amazon-advertising-api-advertiserid']).toBe('ENTITY1');
    }
  });

  test('without an ID are counted, and affect no other', async () => {
    const { origin } = await amazonThat(() => ({
      json: {
        instances: [
          { instanceName: 'No ID' },
          { instanceId: '  ' },
          'odd',
          { instanceId: 'amc1', instanceName: 5 },
        ],
      },
    }));
    expect(await readInstances(clientTo(origin), account)).toEqual({
      entries: [{ instanceId: 'amc1', name: undefined, types: [], status: undefined }],
      unreadable: 3,
    });
  });

  test.each([{}, { instances: 'none' }, { instances: [], nextToken: 5 }])(
    'are not accepted from %j',
    async (json) => {
      const { origin } = await amazonThat(() => ({ json }));
      expect(await failureOf(readInstances(clientTo(origin), account))).toMatchObject({
        code: 'UNREADABLE_ANSWER',
      });
    },
  );
});

describe('an Amazon that requires the parameter nextToken', () => {
  const required = { status: 400, json: { code: '400', details: 'nextToken is required' } };

  test('is sent an empty one after its 400, and then the tokens of its pages', async () => {
    const server = await amazonThat((_, { path }) => {
      if (path === '/amc/instances') return required;
      const isFirst = path === '/amc/instances?nextToken=';
      return {
        json: { instances: [{ instanceId: isFirst ? 'amc1' : 'amc2' }], nextToken: isFirst ? 'two' : null },
      };
    });
    const { entries } = await readInstances(clientTo(server.origin), account);
    expect(entries.map(({ instanceId }) => instanceId)).toEqual(['amc1', 'amc2']);
    expect(server.arrived.map(({ path }) => path)).toEqual([
      '/amc/instances',
      '/amc/instances?nextToken=',
      '/amc/instances?nextToken=two',
    ]);
  });

  test('is sent it only once, and a second 400 is the answer', async () => {
    const server = await amazonThat((count) =>
      count === 1 ? required : { status: 400, json: { details: 'No' } },
    );
    const failure = await failureOf(readInstances(clientTo(server.origin), account));
    expect(failure).toMatchObject({ code: 'BAD_REQUEST', httpStatus: 400, details: 'No' });
    expect(server.arrived).toHaveLength(2);
  });

  test('is sent it for the first page only: a 400 for a later one ends the reading', async () => {
    const server = await amazonThat((count) =>
      count === 1 ? { json: { instances: [{ instanceId: 'amc1' }], nextToken: 'two' } } : required,
    );
    expect(await failureOf(readInstances(clientTo(server.origin), account))).toMatchObject({
      httpStatus: 400,
    });
    expect(server.arrived).toHaveLength(2);
  });

  test.each([403, 404, 422])('isn’t assumed after a %d', async (status) => {
    const server = await amazonThat(() => ({ status, json: { code: String(status), details: 'No' } }));
    expect(await failureOf(readInstances(clientTo(server.origin), account))).toMatchObject({
      httpStatus: status,
      outcome: 'refused',
    });
    expect(server.arrived).toHaveLength(1);
  });
});

test('other operations don’t name an advertiser', async () => {
  const server = await amazonThat(() => ({ json: { amcAccounts: [] } }));
  await readAccounts(clientTo(server.origin));
  expect(Object.keys(server.arrived[0]?.headers ?? {})).not.toEqual(
    expect.arrayContaining(['amazon-advertising-api-advertiserid']),
  );
});
