import { CommandGroup, CommandItem } from 'cmdk';
import type { ReactElement } from 'react';
import { runTitle } from '../../../shared/domain/outbox/runTitle';
import { memberPersonKey } from '../../../shared/domain/person/memberPerson';
import { pathOf, type Route } from '../../../shared/navigation/routes';
import { ledgerAddressText } from '../../components/text/ledgerAddressText';
import { RelativeTime } from '../../components/Times';
import type { Choose } from './choose';
import type { Found } from './useFoundItems';
import { paletteText } from './paletteText';

interface FoundItemsProps {
  readonly found: Found;
  readonly choose: Choose;
}

/** People, members, batches and runs that were found, each kind under its heading. */
export function FoundItems({ found, choose }: FoundItemsProps): ReactElement {
  const { people, members, batches, runs } = found;
  const open = (route: Route) => ({ value: pathOf(route), onSelect: () => choose.screen(route) });
  return (
    <>
      {people.length === 0 ? null : (
        <CommandGroup heading={paletteText.people}>
          {people.map(({ emailAddress, userName }) => (
            <CommandItem key={emailAddress} {...open({ screen: 'person', emailAddress })}>
              <span>
                {userName} <span className="palette-second">{emailAddress}</span>
              </span>
            </CommandItem>
          ))}
        </CommandGroup>
      )}
      {members.length === 0 ? null : (
        <CommandGroup heading={paletteText.members}>
          {members.map(({ realm, userId, maskedEmail, ledgerAddress, accounts }) => (
            <CommandItem
              key={memberPersonKey({ realm, userId })}
              {...open({ screen: 'memberPerson', realm, userId })}
            >
              <span>
                {ledgerAddress === null ? maskedEmail : ledgerAddressText(ledgerAddress)}{' '}
                <span className="palette-second">{userId}</span>
              </span>
              <span>{paletteText.inAccounts(accounts)}</span>
            </CommandItem>
          ))}
        </CommandGroup>
      )}
      {batches.length === 0 ? null : (
        <CommandGroup heading={paletteText.batches}>
          {batches.map(({ batchId, name }) => (
            <CommandItem key={batchId} {...open({ screen: 'batch', batchId })}>
              <span>{name}</span>
            </CommandItem>
          ))}
        </CommandGroup>
      )}
      {runs.length === 0 ? null : (
        <CommandGroup heading={paletteText.runs}>
          {runs.map((run) => (
            <CommandItem key={run.runId} {...open({ screen: 'operations', runId: run.runId })}>
              <span>
                {runTitle(run)}{' '}
                <span className="palette-second">{paletteText.run(String(run.runId), run.batchName)}</span>
              </span>
              <RelativeTime at={run.createdAt} />
            </CommandItem>
          ))}
        </CommandGroup>
      )}
    </>
  );
}
