import { findTermsToken, issueTermsToken } from '../state/terms';
import { termsPath } from '../terms/termsPage';
import { ApiFault, type Operations } from './operation';

export const termsOperations = {
  CreateTermsToken: ({ db, caller, origin, body, now }) => {
    if (body?.termsType === undefined)
      throw new ApiFault(400, 'A termsType is required', 'TERMS_TYPE_MISSING');
    if (body.accountId !== undefined && body.termsType !== 'ADVERTISING')
      throw new ApiFault(400, 'An accountId is for the terms ADVERTISING only', 'ACCOUNT_NOT_ALLOWED');
    const termsToken = issueTermsToken(db, caller.userId, body.termsType, now);
    return { termsToken, termsUrl: origin + termsPath(termsToken) };
  },

  /** The document declares no 404 here (amazon-api §8), so a missing token is a bad request. */
  GetTermsToken: ({ db, caller, path, now }) => {
    const token = findTermsToken(db, path['termsToken'] ?? '', now);
    if (token?.userId !== caller.userId) {
      throw new ApiFault(400, 'There is no such terms token', 'TERMS_TOKEN_NOT_FOUND');
    }
    return { termsTokenStatus: token.state, termsType: token.termsType };
  },
} satisfies Partial<Operations>;
