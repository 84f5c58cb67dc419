import { useDeferredValue } from 'react';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { runTitle } from '../../../shared/domain/outbox/runTitle';
import { matchesSearch } from '../../../shared/text/searchText';
import { useFound } from '../../queries/people';

export type Found = ChannelOutput<'people.find'>;

const nothing: Found = { people: [], members: [], batches: [], runs: [] };

/**
 * People, members, batches and runs for what is typed. Pressing Enter selects what is on screen: what was found for the letters before
 * is left out as soon as it does not fit those that are typed now.
 */
export function useFoundItems(search: string): { readonly found: Found; readonly searching: boolean } {
  const { found = nothing, searching } = useFound(useDeferredValue(search));
  const fits = (...texts: readonly string[]): boolean => matchesSearch(texts.join('\n'), search);
  return {
    found: {
      people: found.people.filter(({ userName, emailAddress }) => fits(userName, emailAddress)),
      members: found.members.filter(({ maskedEmail, userId, ledgerAddress }) =>
        fits(maskedEmail, userId, ledgerAddress?.address ?? ''),
      ),
      batches: found.batches.filter(({ name }) => fits(name)),
      runs: found.runs.filter((run) =>
        fits(`Run #${String(run.runId)}`, `Run ${String(run.runId)}`, runTitle(run), run.batchName ?? ''),
      ),
    },
    searching,
  };
}
