import { belongs, guarded, mayAdminister, seesAccount } from './policies';

export const sharedAccounts = `
  CREATE TABLE amc.shared_accounts (
    realm        text NOT NULL CHECK (char_length(realm) BETWEEN 1 AND 300 AND realm <> 'sandbox'),
    account_id   text NOT NULL CHECK (char_length(account_id) BETWEEN 1 AND 200),
    account_name text NOT NULL CHECK (char_length(account_name) <= 500),
    shared_by    text NOT NULL DEFAULT session_user,
    shared_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (realm, account_id)
  );
  ${guarded('shared_accounts')}
  CREATE POLICY seen ON amc.shared_accounts FOR SELECT TO amc_member USING (${seesAccount('shared_accounts')});
  CREATE POLICY added ON amc.shared_accounts FOR INSERT TO amc_member
    WITH CHECK (shared_by = session_user AND ${seesAccount('shared_accounts')});
  CREATE POLICY removed ON amc.shared_accounts FOR DELETE TO amc_member
    USING ((shared_by = session_user AND ${belongs}) OR ${mayAdminister});
  GRANT SELECT, INSERT (realm, account_id, account_name), DELETE ON amc.shared_accounts TO amc_member;
`;
