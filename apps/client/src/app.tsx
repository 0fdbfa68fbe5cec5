import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { fetchWords } from './i18n/i18n.ts';
import { laterFeatures } from './i18n/later-words.ts';
import { Crashed } from './pages/home/crashed.tsx';
import { LiveRegion } from './ui/live-region.tsx';
import { Toasts } from './ui/toasts.tsx';

const HomePage = lazy(() => import('./pages/home/home-page.tsx').then((page) => page.HomePage));
const HostPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/host/host-page.tsx'), fetchWords(['host', 'prep'])]);
  return page.HostPage;
});
const DesignPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/design/design-page.tsx'), fetchWords(['design', 'host', 'board'])]);
  return page.DesignPage;
});
const BookletPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/booklet/booklet-page.tsx'), fetchWords(['booklet'])]);
  return page.BookletPage;
});
const JoinPage = lazy(() => import('./pages/join/join-page.tsx').then((page) => page.JoinPage));
const PreparePage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/prepare/prepare-page.tsx'), fetchWords(['prepare', 'keeping'])]);
  return page.PreparePage;
});
const SurveyPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/survey/survey-page.tsx'), fetchWords(['survey'])]);
  return page.SurveyPage;
});
const ErasedPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/erased/erased-page.tsx'), fetchWords(['keeping'])]);
  return page.ErasedPage;
});
const RoomDoor = lazy(() => import('./pages/room/room-door.tsx').then((page) => page.RoomDoor));
const GalleryPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/gallery/gallery-page.tsx'), fetchWords(laterFeatures)]);
  return page.GalleryPage;
});
const NotFoundPage = lazy(() => import('./pages/home/not-found-page.tsx').then((page) => page.NotFoundPage));

const PAGES: Readonly<Record<string, { preload(): Promise<unknown> }>> = {
  '/': HomePage,
  '/host': HostPage,
  '/design': DesignPage,
  '/booklet': BookletPage,
  '/join': JoinPage,
  '/prepare': PreparePage,
  '/survey': SurveyPage,
  '/room': RoomDoor,
};

/** Starts fetching the page behind an address, so that it comes beside the words and not after them. */
export function fetchPage(path: string): void {
  // A page that does not come is missed, and said to be, when it is to be drawn.
  PAGES[path]?.preload().catch(() => {});
}

/** All doors of the house. Each is loaded when it is opened. */
export function App() {
  const [crashed, setCrashed] = useState(false);
  if (crashed) return <Crashed />;
  return (
    <LocationProvider>
      <ErrorBoundary onError={() => setCrashed(true)}>
        <Router>
          <Route path="/" component={HomePage} />
          <Route path="/host" component={HostPage} />
          <Route path="/design" component={DesignPage} />
          <Route path="/booklet" component={BookletPage} />
          <Route path="/join" component={JoinPage} />
          <Route path="/prepare" component={PreparePage} />
          <Route path="/survey" component={SurveyPage} />
          <Route path="/erased" component={ErasedPage} />
          <Route path="/room" component={RoomDoor} />
          <Route path="/gallery" component={GalleryPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </ErrorBoundary>
      <Toasts />
      <LiveRegion />
    </LocationProvider>
  );
}
