import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { Endpoints } from '../../../shared/domain/connection/region';

export interface OidcServer {
  readonly endpoints: Endpoints;
  /** What the token endpoint granted, in order: `authorization_code`, `refresh_token`. */
  readonly grants: readonly string[];
  close(): Promise<void>;
}

export const oidcClient = { clientId: 'agency', clientSecret: 'agency-secret' };
export const oidcPublicClient = { clientId: 'agency-staff' };

/**
 * An OAuth server that isn't ours: the certified oidc-provider. It requires PKCE and rotates refresh tokens, which Login with
 * Amazon need not do, but may (amazon-api §4).
 */
export async function startOidcServer(returnPort: number, accessTokenSeconds = 3600): Promise<OidcServer> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const common = {
    redirect_uris: [`http://localhost:${returnPort}/callback`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'native',
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        ...common,
        client_id: oidcClient.clientId,
        client_secret: oidcClient.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
      },
      { ...common, client_id: oidcPublicClient.clientId, token_endpoint_auth_method: 'none' },
    ],
    scopes: ['profile', 'advertising::campaign_management'],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: (_context: unknown, client: { clientId: string }) =>
      Promise.resolve(client.clientId === oidcClient.clientId),
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 300,
      RefreshToken: 3600,
      Session: 600,
      Grant: 3600,
    },
    cookies: { keys: ['test'] },
  });
  const grants: string[] = [];
  provider.on('grant.success', (context) => {
    grants.push((context as { oidc: { params: { grant_type: string } } }).oidc.params.grant_type);
  });
  server.on('request', provider.callback());
  return {
    endpoints: {
      authorizeUrl: `${issuer}/auth`,
      tokenUrl: `${issuer}/token`,
      profileUrl: `${issuer}/me`,
      apiUrl: issuer,
    },
    grants,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Does what a person with a browser does at this server: logs in and consents, or aborts. */
export async function signInAtOidcServer(authorizeUrl: string, decision: 'allow' | 'deny'): Promise<void> {
  const cookies = new Map<string, string>();
  let url = authorizeUrl;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step += 1) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    form = null;
    const location = response.headers.get('location');
    const page = await response.text();
    if (location !== null) {
      url = new URL(location, url).href;
    } else if (page.includes('name="prompt"')) {
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      if (decision === 'deny') url = `${url}/abort`;
      else form = new URLSearchParams({ prompt, login: 'dana', password: 'any' });
    } else {
      return;
    }
  }
  throw new Error('The sign-in pages never came to an end.');
}
