import type { Translate } from '../../i18n/i18n.ts';
import { useShortcut } from '../../ui/shortcuts.ts';
import type { BeatModel } from './keeper.model.ts';
import type { Action, TurnActions } from './turn-actions.ts';
import type { TurnQueueModel } from './turns.model.ts';

/** Something to do about the table shown large, with the key that does it. */
export interface KeeperAction {
  id: 'start' | 'pause' | 'resume' | 'extend' | 'end' | 'skip' | 'later' | 'nudge' | 'beat';
  label: string;
  title?: string;
  /** As `aria-keyshortcuts` writes it; undefined where the key means something else. */
  keys: string | undefined;
  /** Undefined for a moment after the speaker has changed: what was meant for the one before must not hit the next. */
  run: Action | undefined;
}

export interface KeeperControls {
  actions: readonly KeeperAction[];
  /** The one thing to do next. */
  main: KeeperAction | undefined;
  previous: Action | undefined;
  following: Action | undefined;
}

export interface ControlsScene {
  queue: TurnQueueModel | undefined;
  beat: BeatModel | undefined;
  /** The one who speaks has been shown long enough to be meant. */
  settled: boolean;
  beatSettled: boolean;
  /** `+` belongs to the run sheet on a facilitator's screen. */
  ownsPlus: boolean;
  t: Translate<'timekeeping'>;
  turns: Translate<'turns'>;
}

type Controls = Pick<KeeperControls, 'actions' | 'main'>;

/** What may be done about a table now: with the likeliest thing apart, to be drawn large. */
export function keeperControls(scene: ControlsScene): Controls {
  const { queue, beat, beatSettled, t } = scene;
  const now = queue?.speaking ? whileSpeaking(scene, queue.speaking.actions) : whileQuiet(scene);
  if (!beat) return now;
  const { number, start } = beat;
  const main: KeeperAction = {
    id: 'beat',
    label: t('beat', { number }),
    keys: 'b',
    run: beatSettled ? start : undefined,
  };
  const actions = now.main ? [...now.actions, now.main] : now.actions;
  return { actions, main: start ? main : undefined };
}

function whileSpeaking({ queue, settled, ownsPlus, t, turns }: ControlsScene, actions: TurnActions): Controls {
  const name = queue?.speaking?.name ?? turns('somebody');
  const { pause, resume, extend, end, skip, later, nudge } = actions;
  const held = (action: Action) => (settled ? action : undefined);
  const all: (KeeperAction | undefined)[] = [
    nudge && { id: 'nudge', label: t('nudge'), title: t('nudgeName', { name }), keys: 'n', run: held(nudge) },
    later && { id: 'later', label: turns('actions.later'), keys: 'l', run: held(later) },
    skip && { id: 'skip', label: turns('actions.skip'), keys: 's', run: held(skip) },
    extend && { id: 'extend', label: turns('actions.extend'), keys: ownsPlus ? '+' : undefined, run: extend },
    pause && { id: 'pause', label: turns('actions.pause'), keys: ' ', run: pause },
    resume && { id: 'resume', label: turns('actions.resume'), keys: ' ', run: resume },
  ];
  const main: KeeperAction | undefined = end && { id: 'end', label: turns('actions.end'), keys: 'e', run: held(end) };
  return { actions: all.filter((action) => action !== undefined), main };
}

function whileQuiet({ queue, turns }: ControlsScene): Controls {
  const start = queue?.startNext;
  const label = turns('actions.startName', { name: queue?.next?.name ?? turns('somebody') });
  return { actions: [], main: start && { id: 'start', label, keys: ' ', run: start } };
}

/** The keys of the table shown large: those its buttons show, and the arrows to the other tables. */
export function useKeeperKeys({ actions, main, previous, following }: KeeperControls): void {
  const keyed = main ? [...actions, main] : actions;
  const run = (keys: string) => keyed.find((action) => action.keys === keys)?.run;
  useShortcut(' ', run(' '));
  useShortcut('+', run('+'));
  useShortcut('b', run('b'));
  useShortcut('e', run('e'));
  useShortcut('l', run('l'));
  useShortcut('n', run('n'));
  useShortcut('s', run('s'));
  useShortcut('ArrowLeft', previous);
  useShortcut('ArrowRight', following);
}
