import { belongs, fixedPath, guarded, mayAdminister } from '../core/policies';

export const rules = `
  -- What holds for everybody of the team. Each version stays; the last one counts.
  CREATE TABLE amc.rules (
    version integer PRIMARY KEY CHECK (version > 0),
    rule    jsonb NOT NULL CHECK (jsonb_typeof(rule) = 'object' AND octet_length(rule::text) <= 4000),
    author  text NOT NULL DEFAULT session_user,
    at      timestamptz NOT NULL DEFAULT now()
  );
  CREATE FUNCTION amc.stamp_rule() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    NEW.author := session_user; NEW.at := now();
    -- Of two at once, the other meets the primary key.
    IF NEW.version <> 1 + coalesce((SELECT max(version) FROM amc.rules), 0) THEN
      RAISE EXCEPTION 'a version follows the last one' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER stamped BEFORE INSERT ON amc.rules FOR EACH ROW EXECUTE FUNCTION amc.stamp_rule();
  ${guarded('rules')}
  CREATE POLICY seen ON amc.rules FOR SELECT TO amc_member USING (${belongs});
  CREATE POLICY added ON amc.rules FOR INSERT TO amc_member WITH CHECK (${mayAdminister} AND author = session_user);
  GRANT SELECT, INSERT (version, rule) ON amc.rules TO amc_member;
`;
