import type { Migration } from './migration';

/** How Amazon answered the changes of an account, without reading past the large bodies. */
export const answersByAccount: Migration = {
  version: 7,
  sql: `
    CREATE INDEX requests_by_answer ON requests (realm, account_id, http_status) WHERE http_status IS NOT NULL;
  `,
};
