import { defaultTeamRule } from '../../shared/domain/team/teamRules';
import type { StoreAddress } from '../../shared/domain/team/storeAddress';
import { CodedError } from '../../shared/errors';
import type { Adoption } from '../team/adoption/adoption';
import { textOfRules } from '../team/rules/rulesText';
import type { TeamRulesDoor } from '../team/rules/rulesDoor';
import type { Doubles } from '../team/solo/doubles';
import type { SoloSending } from '../team/solo/soloSending';
import type { Membership } from '../team/membership/membership';
import { setUpStore } from '../team/membership/setUpStore';
import type { Ask } from './confirmedEndpoints';
import { dialogsText } from './dialogsText';
import type { ShowOpenFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';
import { ipcErrorText } from './ipcErrorText';

interface TeamHandlersDeps {
  readonly membership: Membership;
  readonly adoption: Adoption;
  readonly rules: TeamRulesDoor;
  readonly solo: SoloSending;
  readonly doubles: Doubles;
  readonly ask: Ask;
  readonly chooseFile: ShowOpenFileDialog;
}

/** What a person is asked to open as an authority. */
const caFileToOpen: Parameters<ShowOpenFileDialog>[0] = {
  title: dialogsText.selectCaFile,
  kind: dialogsText.certificates,
  endings: ['pem', 'crt', 'cer'],
};

export function teamHandlers(deps: TeamHandlersDeps): AreaHandlers<'team'> {
  const { membership, ask, chooseFile } = deps;
  const mayUse = createAddressCheck(membership, ask);
  return {
    'team.status': () => ({ team: membership.status() }),
    'team.chooseCaFile': async () => {
      const caFile = await chooseFile(caFileToOpen);
      if (caFile !== null) mayUse.selectedFiles.add(caFile);
      return { caFile };
    },
    'team.test': async ({ address, password }) => {
      await mayUse.check(address);
      return membership.test(address, password);
    },
    'team.setUp': async ({ address, password, ...first }) => {
      await mayUse.check(address);
      await setUpStore(address, password, first);
      return {};
    },
    'team.join': async ({ address, password }) => {
      await mayUse.check(address);
      await membership.join(address, password);
      return {};
    },
    'team.leave': async ({ open }) => {
      await membership.leave(open);
      return {};
    },
    'team.accounts': membership.accounts,
    'team.sharedAccounts': () => ({ accounts: membership.sharedRefs() }),
    'team.share': async ({ accounts }) => {
      await membership.share(accounts);
      return {};
    },
    'team.unshare': async ({ accounts }) => {
      await membership.unshare(accounts);
      return {};
    },
    ...absenceHandlers(deps),
  };
}

type AbsenceHandlers = Pick<
  AreaHandlers<'team'>,
  `team.${'rules' | 'setRules' | 'soloOffer' | 'sendSolo' | 'doubles' | 'dismissDouble' | 'barredBy' | 'settleClaim'}`
>;

/** The team's rules, and what is done when its store or a colleague is away. */
function absenceHandlers({ rules, solo, doubles, adoption, ask }: TeamHandlersDeps): AbsenceHandlers {
  return {
    'team.rules': () => ({ rules: rules.rules() }),
    'team.setRules': async ({ rule, basedOn }) => {
      await rules.setRules(rule, basedOn, () =>
        ask({
          message: dialogsText.loosenTeamRules,
          detail: dialogsText.loosenRuleDetail(
            textOfRules(rules.rules()?.rule ?? defaultTeamRule),
            textOfRules(rule),
          ),
          agree: dialogsText.loosenRuleButton,
        }),
      );
      return {};
    },
    'team.soloOffer': ({ runId }) => ({ offer: solo.offer(runId) }),
    'team.sendSolo': ({ runId, ...decided }) => {
      solo.send(runId, decided);
      return {};
    },
    'team.doubles': () => ({ doubles: doubles.list() }),
    'team.dismissDouble': async ({ soloId, otherId, reason }) => {
      await doubles.dismiss(soloId, otherId, reason);
      return {};
    },
    'team.barredBy': async ({ operationId }) => ({ claim: await adoption.barredBy(operationId) }),
    'team.settleClaim': ({ operationId, decision }) => adoption.settle(operationId, decision),
  };
}

/**
 * A page that was taken over must not be able to connect anywhere, nor to have files read: a server is confirmed in a system
 * dialog once, and a file has to come from one.
 */
function createAddressCheck(
  { status }: Pick<Membership, 'status'>,
  ask: Ask,
): { readonly selectedFiles: Set<string>; check(address: StoreAddress): Promise<void> } {
  /** Selected in a system dialog since the app started. */
  const selectedFiles = new Set<string>();
  const agreedPlaces = new Set<string>();
  const placeOf = ({ host, port }: StoreAddress): string => `${host}:${String(port)}`;
  return {
    selectedFiles,
    async check(address) {
      const inUse = status()?.address;
      const { caFile, login, database } = address;
      if (caFile !== null && caFile !== inUse?.caFile && !selectedFiles.has(caFile)) {
        throw new CodedError({ code: 'NOT_CONFIRMED', message: ipcErrorText.fileNotSelected });
      }
      const place = placeOf(address);
      if (agreedPlaces.has(place) || (inUse !== undefined && placeOf(inUse) === place)) return;
      const agreed = await ask({
        message: dialogsText.useDatabase,
        detail: dialogsText.useDatabaseDetail(`${place} (${database})`, login),
        agree: dialogsText.useDatabaseButton,
      });
      if (!agreed) {
        throw new CodedError({
          code: 'NOT_CONFIRMED',
          message: ipcErrorText.databaseNotConfirmed,
          retryable: true,
        });
      }
      agreedPlaces.add(place);
    },
  };
}
