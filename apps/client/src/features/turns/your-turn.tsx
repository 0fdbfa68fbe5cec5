import { Check, ListEnd, Play, SkipForward } from 'lucide-preact';
import { useNow, useYou } from '../../connection/hooks.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { OwnAnswersInTurn } from '../prep/parts.ts';
import { ShowOwnSlides } from '../slides/parts.ts';
import { clockWords, duration } from './clock-words.ts';
import { KeeperEars } from './keeper-ears.ts';
import { TurnRing } from './turn-ring.tsx';
import { useNudge, useTurnSignals } from './use-turn-signals.ts';
import { useTurnQueue } from './use-turns.ts';
import { type YourTurnModel, yourTurn } from './your-turn.model.ts';
import styles from './your-turn.module.css';

/**
 * "You are next" and "Your turn": what oneself has to know and do. It is drawn all the time the person is in the room
 * and also sounds and says what the clocks have to say to them.
 */
export function YourTurn() {
  const queue = useTurnQueue();
  const now = useNow();
  useTurnSignals(queue, now);
  const you = useYou();
  const nudgedAt = you?.nudgedAt;
  useNudge(nudgedAt);
  const model = queue && yourTurn(queue, nudgedAt);
  return (
    <>
      {you?.role === 'timekeeper' && <KeeperEars />}
      {model && <YourTurnView model={model} prepared={you?.prep !== undefined} />}
    </>
  );
}

type Prepared = {
  /** There are own answers to have at hand. */
  prepared: boolean;
};

function YourTurnView({ model, prepared }: { model: YourTurnModel } & Prepared) {
  return model.kind === 'now' ? (
    <Speaking {...model} prepared={prepared} />
  ) : (
    <Next model={model} prepared={prepared} />
  );
}

function Speaking(model: Extract<YourTurnModel, { kind: 'now' }> & Prepared) {
  const t = useT('turns');
  const { clock, nudged, nextName, done, later, pass, resume, prepared } = model;
  const over = clock.state === 'over';
  return (
    <section class={styles.card} data-kind="now" data-over={over} aria-label={t('yours.title')}>
      <TurnRing clock={clock} />
      <div class={styles.words}>
        <h2 class={styles.title}>{over ? t('yours.over') : t('yours.title')}</h2>
        <p class={styles.text}>{clockWords(t, clock)}</p>
        {nudged && <p class={styles.nudge}>{t('yours.nudged')}</p>}
        {nextName !== undefined && <p class={styles.text}>{t('yours.afterwards', { name: nextName })}</p>}
      </div>
      <div class={styles.actions}>
        {resume && (
          <Button icon={Play} onClick={resume}>
            {t('actions.resume')}
          </Button>
        )}
        <ShowOwnSlides />
        {done && (
          <Button kind="primary" icon={Check} onClick={done}>
            {t('actions.endOwn')}
          </Button>
        )}
        <Away later={later} pass={pass} />
      </div>
      {prepared && <OwnAnswersInTurn />}
    </section>
  );
}

function Next({ model, prepared }: { model: Extract<YourTurnModel, { kind: 'next' }> } & Prepared) {
  const t = useT('turns');
  return (
    <section class={styles.card} data-kind="next" aria-label={nextTitle(t, model)}>
      <div class={styles.words}>
        <h2 class={styles.title}>{nextTitle(t, model)}</h2>
        <p class={styles.text}>{nextText(t, model)}</p>
      </div>
      <div class={styles.actions}>
        {model.start && (
          <Button kind="primary" icon={Play} onClick={model.start}>
            {t('actions.startOwn')}
          </Button>
        )}
        <Away later={model.later} pass={model.pass} />
      </div>
      {prepared && <OwnAnswersInTurn />}
    </section>
  );
}

function Away({ later, pass }: Pick<YourTurnModel, 'later' | 'pass'>) {
  const t = useT('turns');
  return (
    <>
      {later && (
        <Button icon={ListEnd} onClick={later}>
          {t('actions.later')}
        </Button>
      )}
      {pass && (
        <Button kind="plain" icon={SkipForward} onClick={pass}>
          {t('actions.pass')}
        </Button>
      )}
    </>
  );
}

type NextModel = Extract<YourTurnModel, { kind: 'next' }>;

const nextTitle = (t: Translate<'turns'>, { first }: NextModel): string =>
  t(first ? 'yours.firstTitle' : 'yours.nextTitle');

function nextText(t: Translate<'turns'>, { first, afterName, inMs, onBeat, start }: NextModel): string {
  if (onBeat) return t('beat');
  if (start) return t('yours.firstStart');
  if (first) return t('yours.first');
  if (inMs === undefined) return t('yours.soon');
  const name = afterName ?? t('somebody');
  return inMs === 0 ? t('yours.afterSoon', { name }) : t('yours.after', { name, time: duration(inMs) });
}
