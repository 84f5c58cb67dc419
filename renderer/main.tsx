import '@cloudscape-design/global-styles/index.css';
import './styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { invalidateOnEvents } from './queries/cache/invalidateOnEvents';
import { createQueryClient } from './queries/cache/queryClient';

const queryClient = createQueryClient();
invalidateOnEvents(queryClient);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
