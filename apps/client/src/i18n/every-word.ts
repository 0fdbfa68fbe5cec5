import { fetchWords, startLanguage } from './i18n.ts';
import { laterFeatures } from './later-words.ts';

/** Every word there is, those that come later too: for tests and the gallery, where parts are shown by themselves. */
export async function startEveryWord(): Promise<void> {
  await startLanguage();
  await fetchWords(laterFeatures);
}
