import { parseArgs } from 'node:util';
import type { FaultRule } from './faults/fault';
import { readFaultsFile } from './faults/faultsFile';
import { lastAdminRefusals, maskNames, usualConduct, type Conduct } from './control/conduct';
import type { SandboxOptions } from './server';

const usage =
  'Usage: sandbox --state <file> [--seed <n>] [--accounts <n>] [--instant-access-accounts <n>] [--invitations <n>] [--members <n>] [--inherited-members <n>] [--mask <form>] [--last-admin <call|entry>] [--come-and-go-every <n>] [--port <n>] [--access-token-seconds <n>] [--faults <file>]';

/**
 * The options of the command line; the README explains each.
 * @throws Error that shows how to call it
 */
export function readArguments(
  options: readonly string[],
): Omit<SandboxOptions, 'now'> & { readonly faults: readonly FaultRule[] } {
  const { values } = parseArgs({
    args: [...options],
    options: {
      state: { type: 'string' },
      seed: { type: 'string', default: '1' },
      accounts: { type: 'string', default: '14' },
      'instant-access-accounts': { type: 'string', default: '0' },
      invitations: { type: 'string', default: '70' },
      members: { type: 'string', default: '0' },
      'inherited-members': { type: 'string', default: '0' },
      mask: { type: 'string', default: usualConduct.mask },
      'last-admin': { type: 'string' },
      'come-and-go-every': { type: 'string', default: '0' },
      port: { type: 'string', default: '0' },
      'access-token-seconds': { type: 'string', default: '3600' },
      faults: { type: 'string' },
    },
  });
  if (values.state === undefined) throw new Error(`--state is missing. ${usage}`);
  return {
    stateFile: values.state,
    sample: {
      seed: wholeNumber('seed', values.seed, 0),
      accounts: wholeNumber('accounts', values.accounts, 1),
      instantAccessAccounts: wholeNumber('instant-access-accounts', values['instant-access-accounts'], 0),
      invitations: wholeNumber('invitations', values.invitations, 0),
      members: wholeNumber('members', values.members, 0),
      inheritedMembers: wholeNumber('inherited-members', values['inherited-members'], 0),
    },
    conduct: {
      mask: oneOf('mask', values.mask, maskNames),
      ...lastAdmin(values['last-admin']),
      comeAndGoEvery: wholeNumber('come-and-go-every', values['come-and-go-every'], 0),
    },
    port: wholeNumber('port', values.port, 0),
    accessTokenSeconds: wholeNumber('access-token-seconds', values['access-token-seconds'], 1),
    faults: values.faults === undefined ? [] : readFaultsFile(values.faults),
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
    throw new Error(`--${name} must be a whole number from ${least} on. ${usage}`);
  }
  return Number(text);
}

/** By default a removal is refused as a whole and a change of role entry by entry. */
function lastAdmin(text: string | undefined): Partial<Conduct> {
  if (text === undefined) return {};
  const refusal = oneOf('last-admin', text, lastAdminRefusals);
  return { lastAdminRemoval: refusal, lastAdminRoleChange: refusal };
}

function oneOf<T extends string>(name: string, text: string, values: readonly T[]): T {
  const value = values.find((each) => each === text);
  if (value === undefined) throw new Error(`--${name} must be one of ${values.join(', ')}. ${usage}`);
  return value;
}
