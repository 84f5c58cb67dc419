import { fixedPath } from '../core/policies';

/**
 * Keys of a body whose value names the person in a fact about that person. Everywhere else addresses and names are replaced in any
 * text.
 */
const namingKeys = ['emailAddress', 'userName', 'maskedEmail', 'invitationId', 'userId', 'note'];

/** Replacing the person in one text, and in every text of a JSON value. */
const replacing = `
  -- Addresses and IDs, each by what stands beside it, and names by the pseudonym; none as a part of another word.
  CREATE FUNCTION amc.text_without(given text, searched text[], stand_in text[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE ${fixedPath} AS $$
  DECLARE result text := given; BEGIN
    FOR i IN 1 .. cardinality(searched) LOOP
      IF position(lower(searched[i]) IN lower(result)) > 0 THEN
        result := regexp_replace(result, '(?<![[:alnum:]._%+-])' || regexp_replace(searched[i], '([^[:alnum:]])', '\\\\\\1', 'g')
          || '(?![[:alnum:]_-])', stand_in[i], 'gi');
      END IF;
    END LOOP;
    RETURN result;
  END $$;

  CREATE FUNCTION amc.json_without(given jsonb, is_about boolean, searched text[], stand_in text[], pseudonym text) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE ${fixedPath} AS $$ BEGIN
    RETURN CASE jsonb_typeof(given)
      WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(key, CASE
          WHEN is_about AND key IN (${namingKeys.map((key) => `'${key}'`).join(', ')})
            AND jsonb_typeof(value) = 'string' AND value <> '""' THEN to_jsonb(pseudonym)
          ELSE amc.json_without(value, is_about, searched, stand_in, pseudonym) END), '{}') FROM jsonb_each(given))
      WHEN 'array' THEN (SELECT coalesce(jsonb_agg(amc.json_without(value, is_about, searched, stand_in, pseudonym) ORDER BY place), '[]')
          FROM jsonb_array_elements(given) WITH ORDINALITY AS each (value, place))
      WHEN 'string' THEN to_jsonb(amc.text_without(given #>> '{}', searched, stand_in))
      ELSE given END;
  END $$;
  REVOKE ALL ON FUNCTION amc.text_without(text, text[], text[]) FROM PUBLIC;
  REVOKE ALL ON FUNCTION amc.json_without(jsonb, boolean, text[], text[], text) FROM PUBLIC;
`;

/** The owner's function runs, and nobody became the owner by SET ROLE: an administrator could. */
export const byFunction = `(SELECT current_setting('role') <> 'amc_owner')`;

/** A settled claim forgets whom it was about; nothing else of it changes. Only the tables' owner gets here, as erase_person. */
const claims = `
  CREATE FUNCTION amc.check_erased_claim() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF OLD.state NOT IN ('done', 'failed', 'released') OR (NEW.id, NEW.realm, NEW.account_id, NEW.kind, NEW.key_kind, NEW.generation,
        NEW.role, NEW.state, NEW.start_id, NEW.installation_id, NEW.fence, NEW.holder, NEW.claimed_at, NEW.settled_at, NEW.settled_by)
      IS DISTINCT FROM (OLD.id, OLD.realm, OLD.account_id, OLD.kind, OLD.key_kind, OLD.generation,
        OLD.role, OLD.state, OLD.start_id, OLD.installation_id, OLD.fence, OLD.holder, OLD.claimed_at, OLD.settled_at, OLD.settled_by)
    THEN
      RAISE EXCEPTION 'erasing replaces personal data alone' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  DROP TRIGGER checked ON amc.claims;
  CREATE TRIGGER checked BEFORE INSERT OR UPDATE ON amc.claims FOR EACH ROW WHEN (current_user <> 'amc_owner')
    EXECUTE FUNCTION amc.check_claim();
  CREATE TRIGGER erased BEFORE UPDATE ON amc.claims FOR EACH ROW WHEN (current_user = 'amc_owner')
    EXECUTE FUNCTION amc.check_erased_claim();
  CREATE POLICY looked ON amc.claims FOR SELECT TO amc_owner USING (${byFunction});
  CREATE POLICY erased ON amc.claims FOR UPDATE TO amc_owner USING (${byFunction} AND state IN ('done', 'failed', 'released')) WITH CHECK (true);
  CREATE POLICY looked ON amc.facts FOR SELECT TO amc_owner USING (${byFunction});
  CREATE POLICY erased ON amc.facts FOR UPDATE TO amc_owner USING (${byFunction}) WITH CHECK (true);
  CREATE POLICY erasure ON amc.facts FOR INSERT TO amc_owner WITH CHECK (${byFunction} AND kind = 'erasure' AND account_id = '');
`;

/** Of erase_person; `mark` and `pseudonym` are made from the erasure's ID. */
const variables = `DECLARE
    mark      text := 'erased-' || right(erasure::text, 8);
    pseudonym text := 'Erased person ' || right(erasure::text, 8);
    own       text[] := ARRAY(SELECT DISTINCT lower(trim(address)) FROM unnest(addresses) AS address WHERE trim(address) <> '');
    realms    text[] := ARRAY(SELECT member ->> 'realm' FROM jsonb_array_elements(members) AS member);
    users     text[] := ARRAY(SELECT member ->> 'userId' FROM jsonb_array_elements(members) AS member);
    called    text[] := ARRAY(SELECT DISTINCT trim(name) FROM unnest(names) AS name WHERE trim(name) LIKE '%_ _%');
    searched     text[];
    stand_in  text[];
    fact_ids  uuid[];
    claim_ids uuid[];
    result    jsonb;`;

/** @param create how the function is created @param more statements that replace the person elsewhere */
export const erasePerson = (create: string, more: string): string => `
  -- Replaces a person by a pseudonym in facts and settled claims, and records that without naming the person: an app that
  -- still has one of the facts or claims listed knows whom it was about. For administrators.
  ${create} FUNCTION amc.erase_person(
    addresses    text[],                            -- all of the person's
    names        text[] DEFAULT '{}',               -- as invitations had them
    members      jsonb DEFAULT '[]',                -- [{"realm": …, "userId": …}], where the person is a member
    erasure      uuid DEFAULT gen_random_uuid(),
    installation uuid DEFAULT gen_random_uuid()     -- of the app that asks
  ) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER ${fixedPath} AS $$
  ${variables}
  BEGIN
    IF NOT amc.may('administer') THEN
      RAISE EXCEPTION 'a team administrator erases people' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cardinality(own) + cardinality(users) = 0 THEN
      RAISE EXCEPTION 'nobody is named' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM amc.claims WHERE state IN ('claimed', 'sending', 'inDoubt') AND (key_kind = 'address' AND lower(who) = ANY (own)
        OR key_kind = 'userId' AND (realm, who) IN (SELECT * FROM unnest(realms, users)))) THEN
      RAISE EXCEPTION 'something about this person is under way' USING ERRCODE = 'check_violation';
    END IF;
    searched := own || called;
    stand_in := ARRAY(SELECT mark || '-' || place || '@erased.invalid' FROM generate_series(1, cardinality(own)) AS place)
      || array_fill(pseudonym, ARRAY[cardinality(called)]);
    WITH changed AS (
      UPDATE amc.claims SET invitation_id = NULL,
        who = mark || '-' || coalesce(array_position(own, lower(who)), 0) || CASE key_kind WHEN 'address' THEN '@erased.invalid' ELSE '' END
      WHERE key_kind = 'address' AND lower(who) = ANY (own)
        OR key_kind = 'userId' AND (realm, who) IN (SELECT * FROM unnest(realms, users))
      RETURNING id
    ) SELECT array_agg(id) INTO claim_ids FROM changed;
    WITH about AS (
      SELECT fact_id, realm, account_id, coalesce(person = ANY (own), false)
        OR coalesce((realm, user_id) IN (SELECT * FROM unnest(realms, users)), false) AS is_about
      FROM amc.facts
      WHERE person = ANY (own) OR (realm, user_id) IN (SELECT * FROM unnest(realms, users))
        OR EXISTS (SELECT 1 FROM unnest(searched) AS each WHERE position(lower(each) IN lower(body::text)) > 0)
    ), changed AS (
      UPDATE amc.facts SET
        person = CASE WHEN is_about AND person IS NOT NULL
          THEN mark || '-' || coalesce(array_position(own, person), 0) || '@erased.invalid' ELSE person END,
        user_id = CASE WHEN is_about AND user_id IS NOT NULL THEN mark ELSE user_id END,
        body = amc.json_without(body, is_about, searched, stand_in, pseudonym)
      FROM about WHERE (facts.fact_id, facts.realm, facts.account_id) = (about.fact_id, about.realm, about.account_id)
      RETURNING facts.fact_id, is_about
    ) SELECT array_agg(fact_id) FILTER (WHERE is_about) INTO fact_ids FROM changed;${more}
    result := jsonb_build_object('pseudonym', pseudonym,
      'facts', coalesce(cardinality(fact_ids), 0), 'claims', coalesce(cardinality(claim_ids), 0),
      'factIds', to_jsonb(coalesce(fact_ids[1:100], '{}')), 'claimIds', to_jsonb(coalesce(claim_ids[1:100], '{}')));
    INSERT INTO amc.facts (fact_id, kind, realm, account_id, at, body, installation_id)
      VALUES (erasure, 'erasure', '', '', now(), result, installation);
    RETURN result;
  END $$;
`;

const rights = `
  REVOKE ALL ON FUNCTION amc.erase_person(text[], text[], jsonb, uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION amc.erase_person(text[], text[], jsonb, uuid, uuid) TO amc_member;
`;

export const erasing = [replacing, claims, erasePerson('CREATE', ''), rights].join('\n');
