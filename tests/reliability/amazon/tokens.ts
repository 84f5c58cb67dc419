import { renew, type LoginClient } from '../../../main/connections/loginWithAmazon';
import { createAgentFetch } from '../../../main/network/agentFetch';
import { directAgents } from '../../../main/network/agents';
import { sandboxClient, sandboxEndpoints } from '../../../main/sandbox/endpoints';
import type { SenderStart } from '../messages';

/** How long a token is used, in ms: short enough that most senders need another one during their work. */
const usedForMs = 1500;

/** Renews tokens as the product does, one at a time; waiting out what prevents that is up to the caller. */
export function createTokens({
  tokenUrl,
  refreshToken,
}: Pick<SenderStart, 'tokenUrl' | 'refreshToken'>): (options?: {
  readonly renew?: boolean;
}) => Promise<string> {
  const client: LoginClient = {
    ...sandboxClient,
    endpoints: sandboxEndpoints(new URL(tokenUrl).origin),
    fetch: createAgentFetch(directAgents),
  };
  let token: { readonly text: string; readonly until: number } | undefined;
  let renewing: Promise<string> | undefined;

  async function another(): Promise<string> {
    const { accessToken } = await renew(client, refreshToken);
    token = { text: accessToken, until: performance.now() + usedForMs };
    return accessToken;
  }

  return (options) => {
    if (options?.renew !== true && token !== undefined && performance.now() < token.until) {
      return Promise.resolve(token.text);
    }
    renewing ??= another().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
}
