import { type Key, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './file-problems.module.css';
import type { FileProblem } from './workshop-file.ts';

const MOST = 12;

/** Why a file was not taken: entry by entry, in words. Nothing on the page has changed. */
export function FileProblems({ problems, close }: { problems: readonly FileProblem[]; close(): void }) {
  const t = useT('design');
  const words = useT('common');
  return (
    <Dialog title={t('file.title')} onClose={close} actions={<Button onClick={close}>{words('close')}</Button>}>
      <p>{t('file.untouched')}</p>
      <ul class={styles.list}>
        {problems.slice(0, MOST).map((problem, index) => (
          <li key={index}>
            <Problem problem={problem} />
          </li>
        ))}
      </ul>
      {problems.length > MOST && <p>{t('file.more', { count: problems.length - MOST })}</p>}
    </Dialog>
  );
}

function Problem({ problem }: { problem: FileProblem }) {
  const t = useT('design');
  const place = usePlaceText();
  if (!('path' in problem))
    return <>{t(`file.problems.${problem.code}`, 'version' in problem ? { version: problem.version } : {})}</>;
  const entry = 'entry' in problem ? problem.entry.slice(0, 60) : '';
  return (
    <>
      <strong>{place(problem.path)}</strong>: {t(`file.problems.${problem.code}`, { entry })}
    </>
  );
}

/** A place in the file in words: `Programme › Phase 3 › Topic`. What has no word is called as the file calls it. */
function usePlaceText(): (path: readonly (string | number)[]) => string {
  const t = useT('design');
  return (path) => {
    const steps = path.map((step, index) => {
      if (typeof step === 'number') return t('file.number', { number: step + 1 });
      const key = `file.places.${step}` as Key<'design'>;
      const word = t(key);
      return word === key || index > 6 ? step : word;
    });
    return steps.join(' › ') || t('file.whole');
  };
}
