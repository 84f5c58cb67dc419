import { fixedPath, guarded, maySend, ownStart, seesAccount } from './policies';

export const turns = `
  -- Whose turn it is in an account: one start's, until a time by the server's clock.
  CREATE TABLE amc.turns (
    realm      text NOT NULL CHECK (char_length(realm) BETWEEN 1 AND 300),
    account_id text NOT NULL CHECK (char_length(account_id) BETWEEN 1 AND 200),
    fence      bigint NOT NULL DEFAULT 1,      -- grows with each new turn
    start_id   uuid NOT NULL,
    holder     text NOT NULL DEFAULT session_user,
    until      timestamptz NOT NULL,
    sent       integer NOT NULL DEFAULT 0 CHECK (sent >= 0), -- how far its run is there
    total      integer NOT NULL DEFAULT 0 CHECK (total >= 0),
    PRIMARY KEY (realm, account_id)
  );
  CREATE FUNCTION amc.check_turn() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF (NEW.realm, NEW.account_id) IS DISTINCT FROM (OLD.realm, OLD.account_id) THEN
      RAISE EXCEPTION 'a turn stays in its account' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.fence <> OLD.fence + 1
      AND NOT (NEW.fence = OLD.fence AND NEW.start_id = OLD.start_id AND NEW.holder = OLD.holder) THEN
      RAISE EXCEPTION 'a new turn has the next fence' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.start_id <> OLD.start_id AND OLD.until > now() OR NEW.fence > OLD.fence AND NEW.until <= now() THEN
      RAISE EXCEPTION 'a turn is taken when the one before is over, for a while' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER checked BEFORE UPDATE ON amc.turns FOR EACH ROW EXECUTE FUNCTION amc.check_turn();
  ${guarded('turns')}
  CREATE POLICY seen ON amc.turns FOR SELECT TO amc_member USING (${seesAccount('turns')});
  CREATE POLICY first ON amc.turns FOR INSERT TO amc_member
    WITH CHECK (holder = session_user AND fence = 1 AND ${maySend} AND until <= now() + interval '3 minutes'
      AND ${seesAccount('turns')} AND ${ownStart('turns')});
  CREATE POLICY taken ON amc.turns FOR UPDATE TO amc_member
    USING (${seesAccount('turns')} AND (holder = session_user OR until <= now()))
    WITH CHECK (holder = session_user AND (until <= now() -- it is given up
      OR (until <= now() + interval '3 minutes' AND ${maySend} AND ${ownStart('turns')})));
  GRANT SELECT, INSERT (realm, account_id, start_id, until, total), UPDATE (fence, start_id, holder, until, sent, total)
    ON amc.turns TO amc_member;
`;
