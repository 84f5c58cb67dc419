import '@cloudscape-design/global-styles/index.css';
import AppLayout from '@cloudscape-design/components/app-layout';
import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

// The smallest page with React and Cloudscape: its layout and a heading. At other addresses it has a table of Cloudscape, which
// is loaded only then.
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const page = createRoot(root);

const show = (content: ReactNode): void =>
  page.render(<AppLayout navigationHide toolsHide content={content} />);

async function showAddress(): Promise<void> {
  if (location.hash === '') {
    show(<Header variant="h1">Empty</Header>);
    return;
  }
  const { RedrawnTable, TableBehindDialog } = await import('./tables');
  show(location.hash === '#redrawn' ? <RedrawnTable /> : <TableBehindDialog />);
}

window.addEventListener('hashchange', () => void showAddress());
void showAddress();
