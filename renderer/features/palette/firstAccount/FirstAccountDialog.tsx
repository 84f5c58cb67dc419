import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { CopyReport } from '../../../components/CopyReport';
import { useCopyObservations } from '../../../queries/settings';
import { checklist, type ChecklistPart } from './checklist';
import { firstAccountText } from './firstAccountText';

/** What to do in which order for the first person who signs in at Amazon with real credentials, and what each step answers. */
export function FirstAccountDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { copy, copied } = useCopyObservations();
  return (
    <Modal
      visible
      size="large"
      header={firstAccountText.title}
      closeAriaLabel={firstAccountText.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <CopyReport
            text={firstAccountText.copyObservations}
            copiedText={copied ? firstAccountText.copiedObservations : null}
            onCopy={copy}
          />
        </Box>
      }
    >
      <SpaceBetween size="l">
        {checklist.map((part) => (
          <Part key={part.title} part={part} />
        ))}
      </SpaceBetween>
    </Modal>
  );
}

function Part({ part: { title, paragraphs, steps } }: { readonly part: ChecklistPart }): ReactElement {
  const [first] = steps;
  const items = steps.map(({ text }) => <li key={text}>{text}</li>);
  return (
    <section>
      {title === '' ? null : <Box variant="h3">{title}</Box>}
      {paragraphs.map((paragraph) => (
        <Box key={paragraph} variant="p">
          {paragraph}
        </Box>
      ))}
      {first === undefined ? null : first.number === null ? (
        <ul className="changes">{items}</ul>
      ) : (
        <ol className="changes" start={first.number}>
          {items}
        </ol>
      )}
    </section>
  );
}
