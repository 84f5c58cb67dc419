import { belongs, fixedPath, guarded } from './policies';

export const starts = `
  -- Each start of somebody's app. Two of one installation that live at once are a folder and its copy.
  CREATE TABLE amc.starts (
    start_id        uuid PRIMARY KEY,
    installation_id uuid NOT NULL,
    login           text NOT NULL DEFAULT session_user,
    program_version text NOT NULL CHECK (char_length(program_version) <= 40),
    started_at      timestamptz NOT NULL DEFAULT now(),
    seen_at         timestamptz NOT NULL DEFAULT now(),
    ended_at        timestamptz
  );
  CREATE INDEX starts_by_installation ON amc.starts (installation_id);
  CREATE FUNCTION amc.stamp_start() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      NEW.login := session_user; NEW.started_at := now(); NEW.seen_at := now(); NEW.ended_at := NULL;
      -- Otherwise a colleague could make an app believe that its folder was copied.
      IF EXISTS (SELECT 1 FROM amc.starts WHERE installation_id = NEW.installation_id AND login <> session_user) THEN
        RAISE EXCEPTION 'this installation belongs to another login' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END IF;
    IF OLD.ended_at IS NOT NULL THEN
      RAISE EXCEPTION 'a start that ended stays so' USING ERRCODE = 'check_violation';
    END IF;
    IF (NEW.start_id, NEW.installation_id, NEW.login, NEW.program_version, NEW.started_at)
      IS DISTINCT FROM (OLD.start_id, OLD.installation_id, OLD.login, OLD.program_version, OLD.started_at) THEN
      RAISE EXCEPTION 'a start stays what it is' USING ERRCODE = 'check_violation';
    END IF;
    NEW.seen_at := now();
    IF NEW.ended_at IS NOT NULL THEN NEW.ended_at := now(); END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER stamped BEFORE INSERT OR UPDATE ON amc.starts FOR EACH ROW EXECUTE FUNCTION amc.stamp_start();
  ${guarded('starts')}
  CREATE POLICY seen ON amc.starts FOR SELECT TO amc_member USING (${belongs});
  CREATE POLICY added ON amc.starts FOR INSERT TO amc_member WITH CHECK (login = session_user AND ${belongs});
  CREATE POLICY own ON amc.starts FOR UPDATE TO amc_member
    USING (login = session_user AND ${belongs}) WITH CHECK (login = session_user);
  GRANT SELECT, INSERT (start_id, installation_id, program_version), UPDATE (seen_at, ended_at) ON amc.starts TO amc_member;
`;
