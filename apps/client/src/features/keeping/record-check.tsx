import type { RecordCheck } from '@werkraum/protocol';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { createSeatApi, ownSeat, type SeatApi } from '../../connection/seat-api.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import styles from './own-contribution.module.css';

/** By what the record of a workshop that is over can be recognised later, for those who facilitated; nothing until it is known. */
export function RecordNote() {
  const ticket = useMemo(ownSeat, []);
  const api = useMemo(() => ticket && createSeatApi(ticket), [ticket]);
  const check = useRecordCheck(api);
  return check ? <RecordLine check={check} /> : null;
}

/** Asked once: a page about what is over needs no second answer, and does without the first. */
function useRecordCheck(api: Pick<SeatApi, 'ask'> | undefined): RecordCheck | undefined {
  const [check, setCheck] = useState<RecordCheck>();
  useEffect(() => {
    const stop = new AbortController();
    void api
      ?.ask('GET', '/record-check', undefined, { signal: stop.signal })
      .then((answer) => answer.ok && setCheck(answer.value as RecordCheck | undefined));
    return () => stop.abort();
  }, [api]);
  return check;
}

/** The value in groups that can be compared with paper by eye. */
export function RecordLine({ check }: { check: RecordCheck }) {
  const t = useT('keeping');
  const language = useLanguage();
  if (!('value' in check)) return <p class={styles.own}>{t('record.damaged')}</p>;
  const entries = check.entries.toLocaleString(language);
  return (
    <section class={styles.own} aria-label={t('record.title')}>
      <p>
        <strong>{t('record.title')}</strong> {t('record.entries', { entries })}{' '}
        <code class={styles.value}>{check.value.match(/.{1,8}/g)?.join(' ')}</code>
      </p>
      <p>{t('record.why')}</p>
    </section>
  );
}
