import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { useRef, useState, type ReactElement } from 'react';
import type { FoundLink } from '../../../shared/domain/redeem/redeem';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAddLinks } from '../../queries/redeem';
import { readingText, remainder } from './redeemWords';
import { SetupNotice } from './SetupNotice';
import { redeemText } from './redeemText';
import { TextWith } from '../../components/text/TextWith';

/** Accepts links in any copied form. Pasted text is read immediately; it is only listed, and nothing is redeemed. */
export function PasteLinks(): ReactElement {
  const [text, setText] = useState('');
  const pasted = useRef(false);
  const add = useAddLinks();
  const read = (whole: string): void => {
    add.mutate(whole, {
      onSuccess: ({ found }) => {
        // What was typed in the meantime stays.
        setText((now) => (now === whole ? remainder(whole, found) : now));
      },
    });
  };
  return (
    <Container>
      <SpaceBetween size="s">
        <FormField stretch label={redeemText.pasteLabel}>
          <div
            className="row top"
            onPaste={() => {
              pasted.current = true;
            }}
          >
            <div className="row-rest">
              <Textarea
                value={text}
                rows={2}
                spellcheck={false}
                ariaLabel={redeemText.pasteLabel}
                placeholder={redeemText.pastePlaceholder(linkScheme)}
                onChange={({ detail }) => {
                  setText(detail.value);
                  if (pasted.current) read(detail.value);
                  pasted.current = false;
                }}
              />
            </div>
            <Button disabled={text.trim() === ''} loading={add.isPending} onClick={() => read(text)}>
              {redeemText.add}
            </Button>
          </div>
        </FormField>
        {add.error === null ? null : (
          <ErrorNotice header={redeemText.pasteFailed} error={add.error.toBody()} />
        )}
        {add.data === undefined ? null : <Reading found={add.data.found} added={add.data.added} />}
      </SpaceBetween>
    </Container>
  );
}

interface ReadingProps {
  readonly found: readonly FoundLink[];
  readonly added: number;
}

function Reading({ found, added }: ReadingProps): ReactElement {
  const invitations = found.some(({ kind }) => kind === 'invitation');
  const setups = found.flatMap((each) => (each.kind === 'setup' ? [each.setup] : []));
  const others = found.filter((each) => each.kind === 'terms' || each.kind === 'unknown');
  return (
    <SpaceBetween size="s">
      <LiveRegion>
        {invitations || setups.length === 0 ? (
          <StatusIndicator type={invitations ? 'success' : 'warning'}>
            {readingText({ found, added })}
          </StatusIndicator>
        ) : null}
      </LiveRegion>
      {setups.map((setup, index) => (
        <SetupNotice key={index} setup={setup} onDismiss={null} />
      ))}
      {others.length === 0 ? null : (
        <Alert type="warning" header={redeemText.notInvitationTitle}>
          <ul className="plain-list breaks-anywhere">
            {others.map((each, index) => (
              <li key={index}>
                <NotInvitation found={each} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </SpaceBetween>
  );
}

function NotInvitation({
  found,
}: {
  readonly found: Extract<FoundLink, { readonly kind: 'terms' | 'unknown' }>;
}): ReactElement {
  const text = (
    <Box display="inline" variant="code">
      {shortened(found.text)}
    </Box>
  );
  return found.kind === 'terms' ? (
    <TextWith text={redeemText.termsPage} places={{ text }} />
  ) : (
    <TextWith text={redeemText.unreadable} places={{ text, reason: found.reason }} />
  );
}

/** How much of a text is shown to identify it, in characters. */
const maxShown = 120;

const shortened = (text: string): string => (text.length <= maxShown ? text : `${text.slice(0, maxShown)}…`);
