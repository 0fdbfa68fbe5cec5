import { render } from 'preact';
import './ui/tokens.css';
import './ui/base.css';
import { App, fetchPage } from './app.tsx';
import { startLanguage } from './i18n/i18n.ts';
import { showTheme } from './ui/theme.ts';

showTheme();
fetchPage(location.pathname);
await startLanguage();
const root = document.getElementById('app');
if (root) render(<App />, root);
