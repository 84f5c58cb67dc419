import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { releases } from './changelog';
import { paletteText } from './paletteText';

/** What changed for the people who use the app, the newest version first. */
export function WhatsNewDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Modal
      visible
      size="large"
      header={paletteText.whatsNew}
      closeAriaLabel={paletteText.close}
      onDismiss={onClose}
    >
      <SpaceBetween size="l">
        {releases.map(({ title, groups }) => (
          <section key={title}>
            <Box variant="h2">{title === 'Unreleased' ? paletteText.unreleased : title}</Box>
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
