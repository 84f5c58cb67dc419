import { belongs, fixedPath, guarded, seesAccount } from '../core/policies';

const columns = `
  -- How a claim came to be. 'turn': before its change, in the account's turn. 'solo': after it, since the store was away and a person
  -- let it be sent. 'late': after it, since a colleague had settled the claim before as not done.
  ALTER TABLE amc.claims ADD COLUMN origin text NOT NULL DEFAULT 'turn' CHECK (origin IN ('turn', 'solo', 'late'));
  -- Of a claim that came after its change: the generation it would have asked for. It didn't know of what is from there on.
  ALTER TABLE amc.claims ADD COLUMN known integer CHECK (known > 0);
  ALTER TABLE amc.claims ADD COLUMN reason text CHECK (char_length(reason) BETWEEN 1 AND 500);
  ALTER TABLE amc.claims ADD COLUMN sent_at timestamptz; -- by the clock of the app that sent it
  ALTER TABLE amc.claims ADD CHECK ((origin = 'turn') = (known IS NULL) AND (origin = 'solo') = (reason IS NOT NULL));
  CREATE INDEX claims_afterward ON amc.claims (realm, account_id, who) WHERE origin <> 'turn' AND kind = 'create';
`;

const trigger = `
  CREATE OR REPLACE FUNCTION amc.check_claim() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      NEW.holder := session_user; NEW.claimed_at := now();
      IF NEW.origin = 'turn' THEN
        NEW.state := 'claimed'; NEW.settled_at := NULL; NEW.settled_by := NULL;
        NEW.known := NULL; NEW.reason := NULL; NEW.sent_at := NULL; NEW.invitation_id := NULL;
      ELSE
        NEW.state := 'done'; NEW.settled_at := now(); NEW.settled_by := session_user; NEW.fence := 0;
      END IF;
      RETURN NEW;
    END IF;
    IF (NEW.id, NEW.realm, NEW.account_id, NEW.kind, NEW.key_kind, NEW.who, NEW.generation, NEW.role)
        IS DISTINCT FROM (OLD.id, OLD.realm, OLD.account_id, OLD.kind, OLD.key_kind, OLD.who, OLD.generation, OLD.role)
      OR (NEW.start_id, NEW.installation_id, NEW.fence, NEW.holder, NEW.claimed_at)
        IS DISTINCT FROM (OLD.start_id, OLD.installation_id, OLD.fence, OLD.holder, OLD.claimed_at)
      OR (NEW.origin, NEW.known, NEW.reason, NEW.sent_at)
        IS DISTINCT FROM (OLD.origin, OLD.known, OLD.reason, OLD.sent_at) THEN
      RAISE EXCEPTION 'a claim stays what it is' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT (CASE OLD.state
      WHEN 'claimed' THEN NEW.state IN ('sending', 'released')
      WHEN 'sending' THEN NEW.state IN ('sending', 'inDoubt', 'done', 'failed', 'released')
      WHEN 'inDoubt' THEN NEW.state IN ('done', 'failed')
      ELSE false END)
    THEN RAISE EXCEPTION 'a claim that is % does not become %', OLD.state, NEW.state USING ERRCODE = 'check_violation'; END IF;
    -- Somebody else's is freed before it is sent, or settled after; see the policies.
    IF OLD.holder <> session_user AND NEW.state <> 'released' AND OLD.state = 'claimed'
      OR OLD.holder <> session_user AND NEW.state NOT IN ('done', 'failed') AND OLD.state <> 'claimed' THEN
      RAISE EXCEPTION 'this claim is somebody else''s' USING ERRCODE = 'check_violation';
    END IF;
    -- Not now(): a transaction may have begun while the turn held.
    IF OLD.state = 'claimed' AND NEW.state = 'sending' AND NOT EXISTS (SELECT 1 FROM amc.turns
      WHERE turns.realm = OLD.realm AND turns.account_id = OLD.account_id AND turns.fence = OLD.fence
        AND turns.start_id = OLD.start_id AND turns.holder = session_user AND turns.until > clock_timestamp()) THEN
      RAISE EXCEPTION 'the turn of this claim is over' USING ERRCODE = 'serialization_failure';
    END IF;
    IF NEW.state = 'sending' THEN NEW.settled_at := NULL; NEW.settled_by := NULL;
    ELSE NEW.settled_at := now(); NEW.settled_by := session_user; END IF;
    RETURN NEW;
  END $$;
`;

const policies = `
  -- What was done without the store is reported by who did it, even if the right to send was taken away since: it is a fact.
  CREATE POLICY afterward ON amc.claims FOR INSERT TO amc_member
    WITH CHECK (origin <> 'turn' AND holder = session_user AND ${belongs} AND ${seesAccount('claims')}
      AND EXISTS (SELECT 1 FROM amc.starts WHERE starts.start_id = claims.start_id
        AND starts.installation_id = claims.installation_id AND starts.login = session_user AND starts.ended_at IS NULL));
  GRANT INSERT (origin, known, reason, sent_at, invitation_id) ON amc.claims TO amc_member;
`;

const dismissals = `
  -- Why both invitations of a person stay.
  CREATE TABLE amc.dismissals (
    solo_id    uuid NOT NULL,
    other_id   uuid NOT NULL,
    realm      text NOT NULL,
    account_id text NOT NULL,
    reason     text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    author     text NOT NULL DEFAULT session_user,
    at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (solo_id, other_id)
  );
  CREATE FUNCTION amc.stamp_dismissal() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    NEW.author := session_user; NEW.at := now();
    RETURN NEW;
  END $$;
  CREATE TRIGGER stamped BEFORE INSERT ON amc.dismissals FOR EACH ROW EXECUTE FUNCTION amc.stamp_dismissal();
  ${guarded('dismissals')}
  CREATE POLICY seen ON amc.dismissals FOR SELECT TO amc_member USING (${seesAccount('dismissals')});
  CREATE POLICY added ON amc.dismissals FOR INSERT TO amc_member
    WITH CHECK (author = session_user AND ${belongs} AND ${seesAccount('dismissals')}
      AND EXISTS (SELECT 1 FROM amc.claims WHERE claims.id = solo_id AND claims.origin <> 'turn'
        AND claims.realm = dismissals.realm AND claims.account_id = dismissals.account_id));
  GRANT SELECT, INSERT (solo_id, other_id, realm, account_id, reason) ON amc.dismissals TO amc_member;
`;

export const soloClaims = [columns, trigger, policies, dismissals].join('\n');
