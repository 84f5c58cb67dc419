import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { releases } from './changelog';
import { whatsNewText } from './whatsNewText';

/** What changed for the people who use the app, the newest version first. */
export function WhatsNewDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Modal
      visible
      size="large"
      header={whatsNewText.whatsNew}
      closeAriaLabel={whatsNewText.close}
      onDismiss={onClose}
    >
      <SpaceBetween size="l">
        {releases.map(({ title, groups }) => (
          <section key={title}>
            <Box variant="h2">{title === 'Unreleased' ? whatsNewText.unreleased : title}</Box>
            {groups.map((group) => (
              <div key={group.title}>
                <Box variant="h3" padding={{ top: 's' }}>
                  {group.title}
                </Box>
                <ul className="changes">
                  {group.changes.map((change) => (
                    <li key={change}>{change}</li>
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </SpaceBetween>
    </Modal>
  );
}
