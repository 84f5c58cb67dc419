import { basename } from 'node:path';
import type { IdentityLedger } from '../access/ledger/identityLedger';
import type { Erasing } from '../people/erasing/erasing';
import type { People } from '../people/people';
import { accessFileName } from '../exporting/access/accessWords';
import type { AccessExport } from '../exporting/request';
import type { ProposedErasure } from '../../shared/domain/team/proposedErasure';
import { dialogsText } from './dialogsText';
import type { ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';

interface PeopleDeps {
  readonly people: People;
  readonly identities: IdentityLedger;
  readonly erasing: Erasing;
  /** Whom colleagues erased and who is still named here. */
  readonly proposedErasures: () => ProposedErasure[];
  readonly chooseNewFile: ShowSaveFileDialog;
  /** Writes the file. @returns how many user IDs are in it */
  readonly exportAccess: (request: AccessExport) => Promise<number>;
  /** See `Access.concludeMembers`. */
  readonly concludeMembers: () => Promise<void>;
  /** The name of a group of accounts, by its ID. */
  readonly nameOfGroup: (groupId: string) => string;
  /** ms since 1970. */
  readonly now: () => number;
}

export const peopleHandlers = ({
  people: { list, access, addresses, domains, accounts, cells, details, find, orphans },
  identities: { identityOf, decide },
  erasing,
  proposedErasures,
  chooseNewFile,
  exportAccess,
  nameOfGroup,
  concludeMembers,
  now,
}: PeopleDeps): AreaHandlers<'people'> => ({
  'people.list': list,
  'people.domains': domains,
  'people.accounts': accounts,
  'people.cells': cells,
  'people.export': async (input) => {
    const at = now();
    const name = accessFileName(input, nameOfGroup, { now: at, format: input.format });
    const file = await chooseNewFile({ title: dialogsText.exportAccess, name });
    if (file === null) return { saved: false, people: 0 };
    const people = await exportAccess({ ...input, file, now: at });
    return { saved: true, fileName: basename(file), people };
  },
  'people.access': access,
  'people.addresses': addresses,
  'people.details': async (input) => {
    await concludeMembers();
    return details(input);
  },
  'people.find': find,
  'people.orphans': orphans,
  'people.identity': ({ realm, userId }) => identityOf(realm, userId),
  'people.decide': (decision) => {
    decide(decision);
    return {};
  },
  'people.planErasure': ({ subject }) => erasing.plan(subject),
  'people.erase': erasing.erase,
  'people.proposedErasures': () => ({ proposals: proposedErasures() }),
});
