import { options, render } from 'preact';
import './ui/tokens.css';
import './ui/base.css';
import { App, fetchPage } from './app.tsx';
import { startLanguage } from './i18n/i18n.ts';
import { showTheme } from './ui/theme.ts';

// Effects before pixels: whoever is moved to another room is connected to it before the page is drawn anew, and the
// documents of one change, which arrive one after the other, are drawn once.
options.debounceRendering = (draw) => void setTimeout(draw);
showTheme();
fetchPage(location.pathname);
await startLanguage();
const root = document.getElementById('app');
if (root) render(<App />, root);
