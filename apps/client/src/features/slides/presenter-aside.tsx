import { useNow, useRoomSlice, useSession } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { clockFace } from '../../ui/clock-face.ts';
import { phaseClock } from '../agenda/phase-clock.model.ts';
import { turnLeftMs } from '../stage/stage.model.ts';
import type { Deck } from './deck.ts';
import { SlidePage } from './slide-page.tsx';
import type { SlidesModel } from './slides.model.ts';
import styles from './slides.module.css';

/** Beside the page, for whoever turns them: what comes next, and the time left. Nobody else sees it. */
export function PresenterAside({ deck, model }: { deck: Deck; model: SlidesModel }) {
  const t = useT('slides');
  const { page, pages } = model;
  const leftMs = useLeft();
  return (
    <aside class={styles.aside} aria-label={t('presenterView')}>
      {leftMs !== undefined && (
        <p class={styles.clock} data-over={leftMs < 0}>
          <span class={styles.clockLabel}>{t('left')}</span> <span>{clockFace(leftMs).text}</span>
        </p>
      )}
      <p class={styles.nextLabel}>{page < pages ? t('comesNext') : t('lastPage')}</p>
      {page < pages && (
        <div class={styles.nextPage}>
          <SlidePage deck={deck} page={page + 1} />
        </div>
      )}
    </aside>
  );
}

/** What is left of the turn that runs here, else of the phase. */
function useLeft(): number | undefined {
  const now = useNow();
  const turns = useRoomSlice()?.turns;
  const agenda = useSession()?.agenda;
  const turn = turns?.now && turns.turns[turns.now.turnId];
  if (turns?.now) return turnLeftMs({ ...turns.now, slotMs: turn?.slotMs ?? 0 }, now);
  return agenda && phaseClock(agenda, now)?.leftMs;
}
