import { createStore } from 'zustand/vanilla';
import { recall, remember } from './memory.ts';

export type Theme = 'system' | 'light' | 'dark';

const remembered = recall('local', 'theme');

export const themeSetting = createStore<{ theme: Theme }>(() => ({
  theme: remembered === 'light' || remembered === 'dark' ? remembered : 'system',
}));

/** Chooses light, dark or whatever the device says, also for next time. */
export function chooseTheme(theme: Theme): void {
  remember('local', 'theme', theme === 'system' ? undefined : theme);
  themeSetting.setState({ theme });
  showTheme();
}

/** Puts the choice where the stylesheet reads it. */
export function showTheme(): void {
  const { theme } = themeSetting.getState();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
