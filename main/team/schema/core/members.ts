import { belongs, fixedPath, guarded, mayAdminister } from './policies';

const tables = `
  CREATE TABLE amc.schema_versions (
    version integer PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    login   text NOT NULL DEFAULT session_user
  );
  CREATE TABLE amc.store (
    number  integer PRIMARY KEY DEFAULT 1 CHECK (number = 1),
    team_id uuid NOT NULL DEFAULT gen_random_uuid(),
    name    text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80)
  );
  -- Who belongs to the team, by database login, and what each may do.
  CREATE TABLE amc.members (
    login          text PRIMARY KEY CHECK (char_length(login) BETWEEN 1 AND 63),
    display_name   text NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 80),
    sees_all       boolean NOT NULL,
    may_draft      boolean NOT NULL,
    may_send       boolean NOT NULL,
    may_administer boolean NOT NULL,
    added_at       timestamptz NOT NULL DEFAULT now(),
    added_by       text NOT NULL DEFAULT session_user
  );
  -- The accounts of members who don't see all.
  CREATE TABLE amc.member_accounts (
    login      text NOT NULL REFERENCES amc.members (login) ON DELETE CASCADE,
    realm      text NOT NULL CHECK (char_length(realm) BETWEEN 1 AND 300),
    account_id text NOT NULL CHECK (char_length(account_id) BETWEEN 1 AND 200),
    PRIMARY KEY (login, realm, account_id)
  );
`;

const functions = `
  -- Whether the person logged in has a right. It reads the table as its owner, for the policies.
  CREATE FUNCTION amc.may(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER ${fixedPath} AS $$
    SELECT EXISTS (SELECT 1 FROM amc.members WHERE login = session_user AND CASE wanted
      WHEN 'belong' THEN true WHEN 'see all' THEN sees_all WHEN 'draft' THEN may_draft WHEN 'send' THEN may_send
      WHEN 'administer' THEN may_administer ELSE false END)
  $$;
  REVOKE ALL ON FUNCTION amc.may(text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION amc.may(text) TO amc_member;

  CREATE FUNCTION amc.refuse_truncate() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    RAISE EXCEPTION 'the team''s tables are not emptied' USING ERRCODE = 'check_violation';
  END $$;

  -- A team keeps an administrator. The others' rows are locked, so that two can't remove each other at the same moment.
  CREATE FUNCTION amc.keep_administrator() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF OLD.may_administer AND (TG_OP = 'DELETE' OR NOT NEW.may_administer) THEN
      PERFORM 1 FROM amc.members WHERE may_administer AND login <> OLD.login ORDER BY login FOR UPDATE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the last administrator stays one' USING ERRCODE = 'check_violation';
      END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    NEW.added_at := OLD.added_at; NEW.added_by := OLD.added_by;
    RETURN NEW;
  END $$;
  CREATE TRIGGER administered BEFORE UPDATE OR DELETE ON amc.members FOR EACH ROW EXECUTE FUNCTION amc.keep_administrator();
`;

// A login that isn't a member learns the schema's version, so that its program can say what is wrong, and nothing else.
const policies = `
  CREATE POLICY seen ON amc.schema_versions FOR SELECT TO amc_member, amc_owner USING (true);
  CREATE POLICY added ON amc.schema_versions FOR INSERT TO amc_owner WITH CHECK (login = session_user);
  CREATE POLICY seen ON amc.store FOR SELECT TO amc_member USING (${belongs});
  CREATE POLICY added ON amc.store FOR INSERT TO amc_owner WITH CHECK (NOT EXISTS (SELECT 1 FROM amc.schema_versions));
  CREATE POLICY renamed ON amc.store FOR UPDATE TO amc_member USING (${mayAdminister}) WITH CHECK (true);
  CREATE POLICY asked ON amc.members FOR SELECT TO amc_owner USING (true); -- by amc.may
  CREATE POLICY first ON amc.members FOR INSERT TO amc_owner
    WITH CHECK (login = session_user AND NOT EXISTS (SELECT 1 FROM amc.schema_versions));
  CREATE POLICY seen ON amc.members FOR SELECT TO amc_member USING (${belongs});
  CREATE POLICY added ON amc.members FOR INSERT TO amc_member WITH CHECK (${mayAdminister} AND added_by = session_user);
  CREATE POLICY changed ON amc.members FOR UPDATE TO amc_member USING (${mayAdminister}) WITH CHECK (true);
  CREATE POLICY removed ON amc.members FOR DELETE TO amc_member USING (${mayAdminister});
  CREATE POLICY seen ON amc.member_accounts FOR SELECT TO amc_member USING (login = session_user OR ${mayAdminister});
  CREATE POLICY added ON amc.member_accounts FOR INSERT TO amc_member WITH CHECK (${mayAdminister});
  CREATE POLICY removed ON amc.member_accounts FOR DELETE TO amc_member USING (${mayAdminister});

  GRANT SELECT ON amc.schema_versions, amc.store, amc.members, amc.member_accounts TO amc_member;
  GRANT UPDATE (name) ON amc.store TO amc_member;
  GRANT INSERT (login, display_name, sees_all, may_draft, may_send, may_administer),
    UPDATE (display_name, sees_all, may_draft, may_send, may_administer), DELETE ON amc.members TO amc_member;
  GRANT INSERT, DELETE ON amc.member_accounts TO amc_member;
`;

export const members = [
  tables,
  functions,
  ...['schema_versions', 'store', 'members', 'member_accounts'].map(guarded),
  policies,
].join('\n');
