import { type DeckView, MOST_BYTES_OF_ONE, MOST_DECK_PAGES, MOST_DECKS, MOST_FILE_BYTES } from '@werkraum/protocol';
import { Upload } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { type Key, type Translate, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { useStore } from '../../ui/use-store.ts';
import { Card } from './card.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { DeckRow } from './deck-row.tsx';
import type { DecksState, Uploading, UploadProblem } from './decks-desk.ts';
import type { ReadyProps } from './prepare-view.tsx';
import styles from './slides-card.module.css';

const whole = (state: DecksState): DecksState => state;
const ACCEPT = 'application/pdf,image/png,image/jpeg,image/webp';
const megabytesOf = (bytes: number) => Math.floor(bytes / (1024 * 1024));
const megabytes = megabytesOf(MOST_FILE_BYTES);

/** A short presentation for the own turn: what there is, how to bring one, what stands in the way. */
export function SlidesCard({ state: { view }, decks: desk }: ReadyProps) {
  const t = useT('prepare');
  const rejections = useT('rejections');
  const { uploading, problem } = useStore(desk.store, whole);
  const decks = Object.entries(view.decks);
  // The newest is open until somebody opens another one, or closes it (null).
  const [looking, setLooking] = useState<string | null>();
  const seen = looking === undefined ? decks.at(-1)?.[0] : looking;
  const hasRoom = decks.length < MOST_DECKS;
  const upload = async (file: File) => {
    if (!(await desk.upload(file))) return;
    setLooking(undefined);
    announce(t('slides.uploaded', { name: file.name }));
  };
  const remove = async (deckId: string) => {
    if (await desk.remove(deckId)) announce(t('slides.removed'));
  };
  const add = async (deckId: string, deck: DeckView, files: readonly File[]) => {
    const count = await desk.addImages(deckId, deck, files);
    if (count > 0) announce(t('slides.added', { count }));
  };
  const doingsOf = (id: string, deck: DeckView) => ({
    remove: view.open ? () => void remove(id) : undefined,
    add:
      view.open && !uploading && deck.kind === 'images' && deck.pages < MOST_DECK_PAGES
        ? (files: readonly File[]) => void add(id, deck, files)
        : undefined,
  });
  return (
    <Card title={t('slides.title')}>
      <p class={styles.soft}>
        {t('slides.text', {
          megabytes,
          pages: MOST_DECK_PAGES,
          decks: MOST_DECKS,
          all: megabytesOf(MOST_BYTES_OF_ONE),
        })}
      </p>
      {decks.length > 0 && (
        <ul class={styles.decks}>
          {decks.map(([id, deck]) => (
            <DeckRow
              key={id}
              deck={deck}
              look={{ isOpen: id === seen, toggle: () => setLooking(id === seen ? null : id) }}
              {...doingsOf(id, deck)}
            />
          ))}
        </ul>
      )}
      {uploading && <Progress {...uploading} stop={desk.stop} />}
      {problem && (
        <p class={styles.problem} role="alert">
          {problemText(problem, t, rejections)}
        </p>
      )}
      {view.open && hasRoom && !uploading && (
        <ChooseFiles
          words={t(decks.length > 0 ? 'slides.another' : 'slides.choose')}
          accept={ACCEPT}
          icon={Upload}
          choose={([file]) => file && void upload(file)}
        />
      )}
    </Card>
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

const NO_ROOM = [
  'own-space-full',
  'session-space-full',
  'too-many-decks',
  'page-added-meanwhile',
  'no-such-deck',
] as const;

function problemText(problem: UploadProblem, t: Translate<'prepare'>, rejections: Translate<'rejections'>): string {
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
      return refusalText(problem.code, t, rejections);
  }
}

function refusalText(code: string, t: Translate<'prepare'>, rejections: Translate<'rejections'>): string {
  const noRoom = NO_ROOM.find((each) => each === code);
  if (noRoom) return rejections(`rejection.${noRoom}`);
  return REFUSALS.has(code) ? t(`slides.refusal.${code}` as Key<'prepare'>) : t('slides.failed');
}
