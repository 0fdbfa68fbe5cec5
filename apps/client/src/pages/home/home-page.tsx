import { Clock, DoorOpen, ShieldCheck } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { FloorSketch } from './floor-sketch.tsx';
import styles from './home-page.module.css';
import { PasteLink } from './paste-link.tsx';

const PROMISES = [
  ['time', Clock],
  ['space', ShieldCheck],
  ['door', DoorOpen],
] as const;

/** What this is, and the way in for somebody who only has the address. */
export function HomePage() {
  const t = useT('home');
  return (
    <Page width="wide">
      <div class={styles.hero}>
        <div class={styles.words}>
          <h1>{t('title')}</h1>
          <p class={styles.lead}>{t('lead')}</p>
          <PasteLink />
        </div>
        <FloorSketch />
      </div>
      <ul class={styles.promises}>
        {PROMISES.map(([promise, Icon]) => (
          <li key={promise}>
            <Icon size={24} aria-hidden="true" />
            <h2>{t(`promises.${promise}.title`)}</h2>
            <p>{t(`promises.${promise}.text`)}</p>
          </li>
        ))}
      </ul>
      <p class={styles.host}>{t('host')}</p>
    </Page>
  );
}
