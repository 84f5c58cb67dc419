import { factKinds, maxBodyBytes, wholeTeamKinds } from '../../facts/kinds/sharedKind';
import { belongs, fixedPath, guarded, seesAccount } from '../core/policies';

const oneOf = (kinds: readonly string[]): string =>
  `kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;

const table = `
  -- What somebody's app learned or did in a shared account. Rows are added, and never changed but to erase a person.
  CREATE TABLE amc.facts (
    fact_id         uuid NOT NULL,             -- made by the app, so that a second push adds nothing
    kind            text NOT NULL CHECK (${oneOf(factKinds)}),
    realm           text NOT NULL CHECK (char_length(realm) <= 300 AND realm <> 'sandbox'),
    account_id      text NOT NULL CHECK (char_length(account_id) <= 200),
    person          text CHECK (char_length(person) BETWEEN 1 AND 320),  -- a normalized address
    user_id         text CHECK (char_length(user_id) BETWEEN 1 AND 400),
    at              timestamptz NOT NULL CHECK (at BETWEEN '2000-01-01Z' AND '2200-01-01Z'), -- by the app's clock
    body            jsonb NOT NULL CHECK (jsonb_typeof(body) = 'object' AND octet_length(body::text) <= ${String(maxBodyBytes)}),
    installation_id uuid NOT NULL,
    author          text NOT NULL DEFAULT session_user,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    -- With the account: who sees one account can't take the IDs of facts of another.
    PRIMARY KEY (fact_id, realm, account_id),
    -- Both are empty for what is about the whole team.
    CHECK ((realm = '') = (account_id = '') AND (account_id <> '' OR ${oneOf(wholeTeamKinds)}))
  );
  CREATE INDEX facts_recorded ON amc.facts (recorded_at, fact_id);
`;

const trigger = `
  CREATE FUNCTION amc.check_fact() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      NEW.author := session_user; NEW.recorded_at := clock_timestamp();
      RETURN NEW;
    END IF;
    -- Nobody but erase_person, as the tables' owner, has the right to change anything.
    IF TG_OP = 'DELETE' OR (NEW.fact_id, NEW.kind, NEW.realm, NEW.account_id, NEW.at, NEW.installation_id, NEW.author, NEW.recorded_at)
      IS DISTINCT FROM (OLD.fact_id, OLD.kind, OLD.realm, OLD.account_id, OLD.at, OLD.installation_id, OLD.author, OLD.recorded_at)
    THEN
      RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER checked BEFORE INSERT OR UPDATE OR DELETE ON amc.facts FOR EACH ROW EXECUTE FUNCTION amc.check_fact();
`;

/** A member who may do more than look. */
const mayAdd = `(SELECT amc.may('draft') OR amc.may('send'))`;

/** Of a shared account that the person logged in sees; or about the whole team. */
const isOpen = `((account_id = '' AND ${belongs}) OR (${seesAccount('facts')}
  AND (realm, account_id) IN (SELECT shared.realm, shared.account_id FROM amc.shared_accounts AS shared)))`;

const policies = `
  CREATE POLICY seen ON amc.facts FOR SELECT TO amc_member USING (${isOpen});
  CREATE POLICY added ON amc.facts FOR INSERT TO amc_member
    WITH CHECK (author = session_user AND ${mayAdd} AND ${isOpen}
      AND EXISTS (SELECT 1 FROM amc.starts WHERE starts.installation_id = facts.installation_id AND starts.login = session_user));
  GRANT SELECT, INSERT (fact_id, kind, realm, account_id, person, user_id, at, body, installation_id) ON amc.facts TO amc_member;
`;

export const facts = [table, trigger, guarded('facts'), policies].join('\n');
