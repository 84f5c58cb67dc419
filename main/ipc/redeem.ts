import { basename } from 'node:path';
import type { Connections } from '../connections/types';
import type { Redeem } from '../redeem/types';
import { readSetup, saveSetup } from '../redeem/setupFile';
import { CodedError } from '../../shared/errors';
import type { ShowOpenFileDialog, ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';
import { ipcErrorText } from './ipcErrorText';
import { dialogsText } from './dialogsText';

interface RedeemDeps {
  readonly redeem: Redeem;
  readonly connections: Pick<Connections, 'list'>;
  readonly chooseNewFile: ShowSaveFileDialog;
  readonly chooseFile: ShowOpenFileDialog;
  /** Rejects with a CodedError INPUT_NEEDED unless a person has just acted in our window. */
  readonly mayOpenBrowser: () => Promise<void>;
  readonly linkHandling: {
    state(): Promise<{
      readonly handled: boolean;
      readonly canArrange: boolean;
      readonly canGiveBack: boolean;
    }>;
    arrange(): Promise<void>;
    giveBack(): Promise<void>;
  };
}

export const redeemHandlers = (deps: RedeemDeps): AreaHandlers<'redeem'> => ({
  ...inboxHandlers(deps),
  ...termsHandlers(deps),
  ...setupFileHandlers(deps),
  ...linkHandlers(deps),
});

type Handlers<Channel extends keyof AreaHandlers<'redeem'>> = Pick<AreaHandlers<'redeem'>, Channel>;

const inboxHandlers = ({
  redeem,
}: RedeemDeps): Handlers<
  | 'redeem.parse'
  | 'redeem.add'
  | 'redeem.inbox'
  | 'redeem.choose'
  | 'redeem.preview'
  | 'redeem.redeem'
  | 'redeem.dismiss'
  | 'redeem.dismissSetup'
  | 'redeem.dismissUnreadable'
  | 'redeem.dismissNewAccounts'
> => ({
  'redeem.parse': ({ text }) => ({ found: redeem.parse(text) }),
  'redeem.add': ({ text }) => redeem.add(text),
  'redeem.inbox': () => redeem.inbox(),
  'redeem.choose': ({ connectionId, invitationId }) => {
    redeem.choose(connectionId, invitationId);
    return {};
  },
  'redeem.preview': async ({ connectionId, invitationId }) => ({
    preview: await redeem.preview(connectionId, invitationId),
  }),
  'redeem.redeem': ({ connectionId, invitationId }) => redeem.redeem(connectionId, invitationId),
  'redeem.dismiss': ({ invitationId }) => {
    redeem.dismiss(invitationId);
    return {};
  },
  'redeem.dismissSetup': () => {
    redeem.dismissSetup();
    return {};
  },
  'redeem.dismissUnreadable': () => {
    redeem.dismissUnreadable();
    return {};
  },
  'redeem.dismissNewAccounts': () => {
    redeem.dismissNewAccounts();
    return {};
  },
});

const termsHandlers = ({
  redeem,
  mayOpenBrowser,
}: RedeemDeps): Handlers<'redeem.startTerms' | 'redeem.termsStatus' | 'redeem.cancelTerms'> => ({
  'redeem.startTerms': async ({ connectionId, termsType }) => {
    await mayOpenBrowser();
    return { terms: await redeem.startTerms(connectionId, termsType) };
  },
  'redeem.termsStatus': ({ connectionId }) => ({
    terms: redeem.inbox().terms.filter((each) => each.connectionId === connectionId),
  }),
  'redeem.cancelTerms': ({ connectionId, termsType }) => {
    redeem.cancelTerms(connectionId, termsType);
    return {};
  },
});

const setupFileHandlers = ({
  connections,
  chooseNewFile,
  chooseFile,
}: RedeemDeps): Handlers<'redeem.saveSetup' | 'redeem.openSetup'> => ({
  'redeem.saveSetup': async ({ connectionId }) => {
    const connection = connections.list().find((each) => each.connectionId === connectionId);
    if (connection === undefined) throw noConnection();
    const file = await chooseNewFile({ title: dialogsText.saveSetup, name: dialogsText.setupFile });
    if (file === null) return { saved: false };
    await saveSetup(file, connection);
    return { saved: true, fileName: basename(file) };
  },
  'redeem.openSetup': async () => {
    const file = await chooseFile({
      title: dialogsText.openSetup,
      kind: dialogsText.setupFiles,
      endings: ['json'],
    });
    return { setup: file === null ? null : await readSetup(file) };
  },
});

const linkHandlers = ({
  linkHandling,
}: RedeemDeps): Handlers<'redeem.linkHandling' | 'redeem.handleLinks' | 'redeem.giveBackLinks'> => ({
  'redeem.linkHandling': () => linkHandling.state(),
  'redeem.handleLinks': async () => {
    await linkHandling.arrange();
    return {};
  },
  'redeem.giveBackLinks': async () => {
    await linkHandling.giveBack();
    return {};
  },
});

const noConnection = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: ipcErrorText.noConnection,
  });
