import { afterEach, describe, expect, it } from 'vitest';
import type { AdsClient } from '../../../main/amazonAds/client/client';
import { createTermsWatches, type TermsWatches } from '../../../main/redeem/termsWatches';

let watches: TermsWatches | undefined;
afterEach(() => {
  watches?.close();
});

/** Terms at an Amazon that answers with this page. */
function termsAt(termsUrl: string): {
  readonly watches: TermsWatches;
  readonly opened: [string, readonly string[]][];
} {
  const opened: [string, readonly string[]][] = [];
  const answer = (body: unknown) => Promise.resolve({ httpStatus: 201, requestId: 'r', body });
  const client: AdsClient = {
    read: () => answer({ termsTokenStatus: 'CREATED' }),
    readOnce: () => answer({ termsTokenStatus: 'CREATED' }),
    change: () => answer({ termsToken: 'token', termsUrl }),
    amazonsTime: () => undefined,
  };
  watches = createTermsWatches({
    clientOf: () => Promise.resolve(client),
    apiUrlOf: () => Promise.resolve('https://gateway.example:8443/ads'),
    openInBrowser(address, alsoAllowed) {
      opened.push([address, alsoAllowed]);
      return Promise.resolve(true);
    },
    now: Date.now,
    changed: () => undefined,
  });
  return { watches, opened };
}

describe('the terms page', () => {
  it.each([
    'https://advertising.amazon.com/terms/agreement/1',
    'https://advertising.amazon.co.jp/terms/agreement/1',
    'https://gateway.example:8443/terms/agreement/1',
  ])('%s is opened, with its own host allowed and no other', async (page) => {
    const { watches: terms, opened } = termsAt(page);
    expect(await terms.start('c-1', 'ADVERTISING')).toMatchObject({ status: 'waiting', url: page });
    expect(opened).toEqual([[page, [new URL(page).origin]]]);
  });

  it.each([
    'http://advertising.amazon.com/terms/agreement/1',
    'https://advertising.amazon.evil.example/terms/agreement/1',
    'https://advertising.amazon.com.evil.example/',
    'https://advertising.amazon.com:444/',
    'https://user@advertising.amazon.com/',
    'https://user@gateway.example:8443/',
    'https://gateway.example/',
    'https://evil.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'amc-access://redeem/inv-4f9c2a71',
    'terms/agreement/1',
  ])('%s is not opened, shown or watched', async (page) => {
    const { watches: terms, opened } = termsAt(page);
    await expect(terms.start('c-1', 'ADVERTISING')).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER' });
    expect(opened).toEqual([]);
    expect(terms.all()).toEqual([]);
  });
});
