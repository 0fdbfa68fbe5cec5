import { MOST_DECK_PAGES, MOST_DECKS, MOST_FILE_BYTES } from '@werkraum/protocol';
import { FileImage, FileText, Trash2, Upload } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { type Key, type Translate, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useStore } from '../../ui/use-store.ts';
import { Card } from './card.tsx';
import type { DecksState, Uploading, UploadProblem } from './decks-desk.ts';
import type { ReadyProps } from './prepare-view.tsx';
import styles from './slides-card.module.css';

const whole = (state: DecksState): DecksState => state;
const ACCEPT = 'application/pdf,image/png,image/jpeg,image/webp';
const megabytes = Math.floor(MOST_FILE_BYTES / (1024 * 1024));

/** A short presentation for the own turn: what there is, how to bring one, what stands in the way. */
export function SlidesCard({ state: { view }, decks: desk }: ReadyProps) {
  const t = useT('prepare');
  const { uploading, problem } = useStore(desk.store, whole);
  const decks = Object.entries(view.decks);
  const hasRoom = decks.length < MOST_DECKS;
  const upload = async (file: File) => {
    if (await desk.upload(file)) announce(t('slides.uploaded', { name: file.name }));
  };
  const remove = async (deckId: string) => {
    if (await desk.remove(deckId)) announce(t('slides.removed'));
  };
  return (
    <Card title={t('slides.title')}>
      <p class={styles.soft}>{t('slides.text', { megabytes, pages: MOST_DECK_PAGES })}</p>
      {decks.length > 0 && (
        <ul class={styles.decks}>
          {decks.map(([id, { name, kind, pages }]) => (
            <li key={id}>
              {kind === 'pdf' ? <FileText size={24} aria-hidden="true" /> : <FileImage size={24} aria-hidden="true" />}
              <span class={styles.name}>
                {name}
                <span>{t('slides.pages', { count: pages })}</span>
              </span>
              {view.open && (
                <IconButton
                  icon={Trash2}
                  label={t('slides.removeNamed', { name })}
                  tip="above-end"
                  onClick={() => void remove(id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {uploading && <Progress {...uploading} stop={desk.stop} />}
      {problem && (
        <p class={styles.problem} role="alert">
          {problemText(problem, t)}
        </p>
      )}
      {view.open && hasRoom && !uploading && (
        <Choose words={t(decks.length > 0 ? 'slides.another' : 'slides.choose')} choose={(file) => void upload(file)} />
      )}
    </Card>
  );
}

/** A button that opens the device's own chooser: a file input alone cannot be given words. */
function Choose({ words, choose }: { words: string; choose(file: File): void }) {
  const input = useRef<HTMLInputElement>(null);
  const chosen = (field: HTMLInputElement) => {
    const file = field.files?.[0];
    field.value = '';
    if (file) choose(file);
  };
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        hidden
        aria-label={words}
        onChange={(event) => chosen(event.currentTarget)}
      />
      <Button icon={Upload} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </div>
  );
}

function Progress({ name, part, stop }: Uploading & { stop(): void }) {
  const t = useT('prepare');
  const percent = Math.floor(part * 100);
  return (
    <div class={styles.progress}>
      <p>
        {t('slides.uploading', { name })}{' '}
        <span class="figures">{part < 1 ? t('slides.percent', { percent }) : t('slides.checking')}</span>
      </p>
      <progress max={100} value={percent} aria-label={t('slides.uploading', { name })} />
      {part < 1 && <Button onClick={stop}>{t('slides.stop')}</Button>}
    </div>
  );
}

const REFUSALS = new Set([
  ...['not-a-slide-file', 'file-empty', 'file-too-large', 'too-many-pages', 'too-many-pixels', 'file-broken'],
  ...['file-locked', 'file-too-hard', 'not-another-image', 'upload-broken-off', 'another-upload-runs', 'uploads-busy'],
]);

function problemText(problem: UploadProblem, t: Translate<'prepare'>): string {
  switch (problem.kind) {
    case 'too-large':
      return t('slides.tooLarge', { megabytes });
    case 'wrong-type':
      return t('slides.wrongType');
    case 'unreachable':
      return t('slides.unreachable');
    case 'stopped':
      return t('slides.stopped');
    case 'refused':
      return REFUSALS.has(problem.code) ? t(`slides.refusal.${problem.code}` as Key<'prepare'>) : t('slides.failed');
  }
}
