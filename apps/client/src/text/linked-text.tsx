import { useT } from '../i18n/i18n.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './linked-text.module.css';
import { pieces } from './links.ts';

/** Text a person wrote, as text; links in it open a page of their own, and say where they lead when their words do not. */
export function LinkedText({ text }: { text: string }) {
  const t = useT('common');
  let at = 0;
  return (
    <span class={styles.text}>
      {pieces(text).map((piece) => {
        const key = `${at}`;
        at += piece.text.length;
        if (!('href' in piece)) return piece.text;
        return (
          <a key={key} href={piece.href} title={piece.href} target="_blank" rel="noopener noreferrer">
            {piece.text}
            {piece.host && ` (${piece.host})`}
            <VisuallyHidden> {t('opensElsewhere')}</VisuallyHidden>
          </a>
        );
      })}
    </span>
  );
}
