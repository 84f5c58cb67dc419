import { basename } from 'node:path';
import type { Connections } from '../connections/types';
import type { Redeem } from '../redeem/types';
import { readSetup, saveSetup } from '../redeem/setupFile';
import { CodedError } from '../../shared/errors';
import type { ShowOpenFileDialog, ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';

interface RedeemDeps {
  readonly redeem: Redeem;
  readonly connections: Pick<Connections, 'list'>;
  readonly chooseNewFile: ShowSaveFileDialog;
  readonly chooseFile: ShowOpenFileDialog;
  /** Rejects with a CodedError INPUT_NEEDED unless a person has just done something in our window. */
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

export function redeemHandlers(deps: RedeemDeps): AreaHandlers<'redeem'> {
  const { redeem, connections, chooseNewFile, chooseFile, mayOpenBrowser, linkHandling } = deps;
  return {
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
    'redeem.saveSetup': async ({ connectionId }) => {
      const connection = connections.list().find((each) => each.connectionId === connectionId);
      if (connection === undefined) throw noConnection();
      const file = await chooseNewFile({ title: 'Save the set-up', name: 'AMC set-up.json' });
      if (file === null) return { saved: false };
      await saveSetup(file, connection);
      return { saved: true, fileName: basename(file) };
    },
    'redeem.openSetup': async () => {
      const file = await chooseFile({ title: 'Open a set-up', kind: 'Set-up files', endings: ['json'] });
      return { setup: file === null ? null : await readSetup(file) };
    },
    'redeem.linkHandling': () => linkHandling.state(),
    'redeem.handleLinks': async () => {
      await linkHandling.arrange();
      return {};
    },
    'redeem.giveBackLinks': async () => {
      await linkHandling.giveBack();
      return {};
    },
  };
}

const noConnection = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: 'This connection is not there any more. Choose another one.',
  });
