import { z } from 'zod';

/** Amazon's three API regions: North America, Europe, Far East. */
export const regions = ['na', 'eu', 'fe'] as const;
export const region = z.enum(regions, { error: 'Select a region: North America, Europe or Far East.' });
export type Region = z.infer<typeof region>;

export const regionNames: Record<Region, string> = { na: 'North America', eu: 'Europe', fe: 'Far East' };

/** The four addresses one connection talks to. */
export interface Endpoints {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly profileUrl: string;
  readonly apiUrl: string;
}

/** Login with Amazon and Ads API hosts by region (source: amazon-api §4, the authorization guides and API overview). */
export const amazonEndpoints: Record<Region, Endpoints> = {
  na: {
    authorizeUrl: 'https://www.amazon.com/ap/oa',
    tokenUrl: 'https://api.amazon.com/auth/o2/token',
    profileUrl: 'https://api.amazon.com/user/profile',
    apiUrl: 'https://advertising-api.amazon.com',
  },
  eu: {
    authorizeUrl: 'https://eu.account.amazon.com/ap/oa',
    tokenUrl: 'https://api.amazon.co.uk/auth/o2/token',
    profileUrl: 'https://api.amazon.co.uk/user/profile',
    apiUrl: 'https://advertising-api-eu.amazon.com',
  },
  fe: {
    authorizeUrl: 'https://apac.account.amazon.com/ap/oa',
    tokenUrl: 'https://api.amazon.co.jp/auth/o2/token',
    profileUrl: 'https://api.amazon.co.jp/user/profile',
    apiUrl: 'https://advertising-api-fe.amazon.com',
  },
};

/**
 * Where Amazon's customers revoke the access of an app they signed in to (source: Amazon's Video Central, "Token revocation",
 * 2024-08-23). Amazon documents no call for it (amazon-api §4).
 */
export const manageLoginWithAmazon = 'https://www.amazon.com/ap/adam';

/** Where a company applies for access to the Amazon Ads API (source: Amazon Ads API, onboarding overview). */
export const adsApiOnboarding = 'https://advertising.amazon.com/API/docs/en-us/guides/onboarding/overview';

/** Where the client IDs of security profiles are. */
export const loginWithAmazonConsole =
  'https://developer.amazon.com/loginwithamazon/console/site/lwa/overview.html';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for any https address and for http on this machine; nothing else may carry a token. */
function isAllowedEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
}

const endpoint = z.string().refine(isAllowedEndpoint, {
  error: 'Use an https:// address, or http:// on localhost, 127.0.0.1 or [::1].',
});

export const endpoints = z.strictObject({
  authorizeUrl: endpoint,
  tokenUrl: endpoint,
  profileUrl: endpoint,
  apiUrl: endpoint,
});
