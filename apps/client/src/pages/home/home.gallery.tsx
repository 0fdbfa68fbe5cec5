import type { Exhibit } from '../../gallery/registry.ts';
import { Crashed } from './crashed.tsx';
import { HomePage } from './home-page.tsx';
import { LoadingPage } from './loading-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

export const exhibits: readonly Exhibit[] = [
  { name: 'home / entrance', render: () => <HomePage /> },
  { name: 'home / not found', render: () => <NotFoundPage /> },
  { name: 'home / loading', render: () => <LoadingPage /> },
  { name: 'home / crashed', render: () => <Crashed /> },
];
