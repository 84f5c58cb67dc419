import { belongs, fixedPath, guarded, maySend, seesAccount } from './policies';

const table = `
  -- Who may change one person in one account: one start's claim at a time.
  CREATE TABLE amc.claims (
    id              uuid PRIMARY KEY,
    realm           text NOT NULL CHECK (char_length(realm) BETWEEN 1 AND 300),
    account_id      text NOT NULL CHECK (char_length(account_id) BETWEEN 1 AND 200),
    kind            text NOT NULL CHECK (kind IN ('create', 'setRole', 'removeMember')),
    key_kind        text NOT NULL CHECK (key_kind = CASE kind WHEN 'create' THEN 'address' ELSE 'userId' END),
    who             text NOT NULL CHECK (char_length(who) BETWEEN 1 AND 320), -- a normalized address, or a user ID
    -- Of a create: one more than the invitations of this person that the claimant knew to be done. So what a colleague did
    -- unnoticed bars it, and what was known doesn't.
    generation      integer NOT NULL CHECK (generation > 0),
    role            text CHECK (char_length(role) <= 100),
    invitation_id   text CHECK (char_length(invitation_id) <= 200),
    state           text NOT NULL DEFAULT 'claimed'
                      CHECK (state IN ('claimed', 'sending', 'inDoubt', 'done', 'failed', 'released')),
    start_id        uuid NOT NULL,
    installation_id uuid NOT NULL,
    fence           bigint NOT NULL,
    holder          text NOT NULL DEFAULT session_user,
    claimed_at      timestamptz NOT NULL DEFAULT now(),
    settled_at      timestamptz,
    settled_by      text
  );
  CREATE UNIQUE INDEX claims_open ON amc.claims (realm, account_id, key_kind, who)
    WHERE state IN ('claimed', 'sending', 'inDoubt');
  CREATE UNIQUE INDEX claims_created ON amc.claims (realm, account_id, who, generation)
    WHERE kind = 'create' AND state IN ('claimed', 'sending', 'inDoubt', 'done');
  CREATE INDEX claims_settled ON amc.claims (settled_at) WHERE state = 'done';
  CREATE INDEX claims_of_installation ON amc.claims (installation_id) WHERE state IN ('claimed', 'sending', 'inDoubt');
`;

const trigger = `
  CREATE FUNCTION amc.check_claim() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      NEW.state := 'claimed'; NEW.holder := session_user; NEW.claimed_at := now();
      NEW.settled_at := NULL; NEW.settled_by := NULL;
      RETURN NEW;
    END IF;
    IF (NEW.id, NEW.realm, NEW.account_id, NEW.kind, NEW.key_kind, NEW.who, NEW.generation, NEW.role)
        IS DISTINCT FROM (OLD.id, OLD.realm, OLD.account_id, OLD.kind, OLD.key_kind, OLD.who, OLD.generation, OLD.role)
      OR (NEW.start_id, NEW.installation_id, NEW.fence, NEW.holder, NEW.claimed_at)
        IS DISTINCT FROM (OLD.start_id, OLD.installation_id, OLD.fence, OLD.holder, OLD.claimed_at) THEN
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
  CREATE TRIGGER checked BEFORE INSERT OR UPDATE ON amc.claims FOR EACH ROW EXECUTE FUNCTION amc.check_claim();
`;

/** For a claim: a turn in its account that the person logged in holds, with this fence. */
const ownTurn = (fence: string): string =>
  `EXISTS (SELECT 1 FROM amc.turns WHERE turns.realm = claims.realm AND turns.account_id = claims.account_id
     AND turns.holder = session_user AND ${fence})`;

/** For a claim: whether its start still runs, or may come back from a short sleep. */
const startLives = `EXISTS (SELECT 1 FROM amc.starts WHERE starts.start_id = claims.start_id
  AND starts.ended_at IS NULL AND starts.seen_at > now() - interval '10 minutes')`;

const policies = `
  -- One's own also without the account, so that what is under way can be settled after the account was taken away.
  CREATE POLICY seen ON amc.claims FOR SELECT TO amc_member
    USING (${seesAccount('claims')} OR (holder = session_user AND ${belongs}));
  CREATE POLICY added ON amc.claims FOR INSERT TO amc_member
    WITH CHECK (holder = session_user AND ${maySend} AND ${seesAccount('claims')}
      AND ${ownTurn('turns.fence = claims.fence AND turns.start_id = claims.start_id AND turns.until > now()')}
      AND EXISTS (SELECT 1 FROM amc.starts WHERE starts.start_id = claims.start_id
        AND starts.installation_id = claims.installation_id AND starts.login = session_user AND starts.ended_at IS NULL));
  -- Without the right to send, what is under way is still settled, and nothing more is sent.
  CREATE POLICY own ON amc.claims FOR UPDATE TO amc_member
    USING (holder = session_user AND ${belongs}) WITH CHECK (holder = session_user AND (state <> 'sending' OR ${maySend}));
  -- A claim of an earlier turn can't be sent under any longer, whoever holds it: the next turn in the account frees it.
  CREATE POLICY outdated ON amc.claims FOR UPDATE TO amc_member
    USING (state = 'claimed' AND ${maySend} AND ${ownTurn('turns.fence > claims.fence')}) WITH CHECK (state = 'released');
  -- What an app that is gone left under way is settled by a person who has the turn, and looked at Amazon's list.
  CREATE POLICY adopted ON amc.claims FOR UPDATE TO amc_member
    USING (state IN ('sending', 'inDoubt') AND ${maySend} AND NOT ${startLives}
      AND ${ownTurn('turns.fence > claims.fence AND turns.until > now()')})
    WITH CHECK (state IN ('done', 'failed'));
  GRANT SELECT, INSERT (id, realm, account_id, kind, key_kind, who, generation, role, start_id, installation_id, fence),
    UPDATE (state, invitation_id) ON amc.claims TO amc_member;
`;

export const claims = [table, trigger, guarded('claims'), policies].join('\n');
