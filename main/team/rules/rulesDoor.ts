import { loosensTeam, type TeamRule, type TeamRules } from '../../../shared/domain/team/teamRules';
import { CodedError } from '../../../shared/errors';
import type { Activity } from '../../activity/activity';
import { transaction } from '../../storage/transaction';
import { readTeam } from '../link/openTeam';
import { withOwnStore, type OwnStoreDeps } from '../membership/ownStore';
import { rulesText } from './rulesText';
import { addRules, pullRules, readTeamRules, unreadableRules } from './teamRules';

export interface TeamRulesDeps extends OwnStoreDeps {
  readonly activity: Pick<Activity, 'recordRule'>;
  readonly now: () => number;
  readonly changed: () => void;
}

/** What holds for everybody of the team. */
export interface TeamRulesDoor {
  /** As last heard; null without a team. */
  rules(): TeamRules | null;
  /**
   * Adds a version, for an administrator. Somebody else's, added meanwhile, is read again.
   * @param basedOn the version that the person saw
   * @param mayLoosen asks a person outside the page; called only if something gets looser
   * @throws CodedError TEAM_OUTDATED if this version can't read the last ones; NOT_CONFIRMED; TEAM_REFUSED if there is another version meanwhile, or without the right; as `withOwnStore`
   */
  setRules(rule: TeamRule, basedOn: number, mayLoosen: () => Promise<boolean>): Promise<void>;
}

export function createTeamRules(deps: TeamRulesDeps): TeamRulesDoor {
  const { db, activity, now, changed } = deps;
  return {
    rules: () => (readTeam(db) === null ? null : readTeamRules(db)),
    async setRules(rule, basedOn, mayLoosen) {
      const before = readTeamRules(db);
      if (!before.isReadable) throw unreadableRules();
      if (loosensTeam(before.rule, rule) && !(await mayLoosen())) {
        throw new CodedError({ code: 'NOT_CONFIRMED', message: rulesText.notLoosened, retryable: true });
      }
      const author = await withOwnStore(deps, async (store) => {
        await addRules(store, rule, basedOn).finally(() => pullRules(db, store));
        const [self] = await store.query<{ readonly name: string }>(
          'SELECT display_name AS name FROM amc.members WHERE login = session_user',
        );
        return self?.name ?? '';
      }).finally(changed);
      transaction(db, () => {
        activity.recordRule({ at: now(), actor: author, detail: rulesText.change(before, rule) });
      });
    },
  };
}
