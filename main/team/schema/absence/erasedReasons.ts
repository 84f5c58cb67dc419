import { fixedPath } from '../core/policies';
import { byFunction, erasePerson } from '../facts/erasing';

/** Of what was sent without the store, an erased claim stays what it is, but for the reason. */
const claims = `
  CREATE FUNCTION amc.check_erased_solo() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF (NEW.origin, NEW.known, NEW.sent_at) IS DISTINCT FROM (OLD.origin, OLD.known, OLD.sent_at) THEN
      RAISE EXCEPTION 'erasing replaces personal data alone' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER erased_solo BEFORE UPDATE ON amc.claims FOR EACH ROW WHEN (current_user = 'amc_owner')
    EXECUTE FUNCTION amc.check_erased_solo();
`;

/** Nobody has the right to change why two invitations stay; only the tables' owner gets here, as erase_person. */
const dismissals = `
  CREATE FUNCTION amc.check_erased_dismissal() RETURNS trigger LANGUAGE plpgsql ${fixedPath} AS $$ BEGIN
    IF (NEW.solo_id, NEW.other_id, NEW.realm, NEW.account_id, NEW.author, NEW.at)
      IS DISTINCT FROM (OLD.solo_id, OLD.other_id, OLD.realm, OLD.account_id, OLD.author, OLD.at) THEN
      RAISE EXCEPTION 'erasing replaces personal data alone' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER erased BEFORE UPDATE ON amc.dismissals FOR EACH ROW EXECUTE FUNCTION amc.check_erased_dismissal();
  CREATE POLICY looked ON amc.dismissals FOR SELECT TO amc_owner USING (${byFunction});
  CREATE POLICY erased ON amc.dismissals FOR UPDATE TO amc_owner USING (${byFunction}) WITH CHECK (true);
`;

/** What becomes of a reason. @param isAbout whether it is why something was done about the person */
const erased = (isAbout: string): string =>
  `CASE WHEN ${isAbout} THEN 'Erased' ELSE left(amc.text_without(reason, searched, stand_in), 500) END`;

const names =
  'EXISTS (SELECT 1 FROM unnest(searched) AS each WHERE position(lower(each) IN lower(reason)) > 0)';
const isClaim = 'coalesce(id = ANY (claim_ids), false)';
const isDismissal = 'coalesce(solo_id = ANY (claim_ids) OR other_id = ANY (claim_ids), false)';

/** As notes in the app: as a whole where they are about the person, and like any text elsewhere. */
const reasons = `
    UPDATE amc.claims SET reason = ${erased(isClaim)} WHERE reason IS NOT NULL AND (${isClaim} OR ${names});
    UPDATE amc.dismissals SET reason = ${erased(isDismissal)} WHERE ${isDismissal} OR ${names};`;

export const erasedReasons = [claims, dismissals, erasePerson('CREATE OR REPLACE', reasons)].join('\n');
