export { PollNotice } from './poll-notice.tsx';
export { PollsPanel } from './polls-panel.tsx';
