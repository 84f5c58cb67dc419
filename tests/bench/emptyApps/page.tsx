import '@cloudscape-design/global-styles/index.css';
import AppLayout from '@cloudscape-design/components/app-layout';
import Header from '@cloudscape-design/components/header';
import { createRoot } from 'react-dom/client';

// The smallest page with React and Cloudscape: its layout and a heading.
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<AppLayout navigationHide toolsHide content={<Header variant="h1">Empty</Header>} />);
