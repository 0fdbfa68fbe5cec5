import { useEffect, useRef, useState } from 'preact/hooks';
import { useReactions, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { useStore } from '../../ui/use-store.ts';
import { type Counts, SHOWN_MS, together } from './reactions.model.ts';
import { reactionsSetting } from './setting.ts';

/** A screen reader hears at most so often what was given. */
const QUIET_MS = 10_000;
const isHidden = ({ hidden }: { hidden: boolean }) => hidden;

/** What was given here in the last seconds; nothing for who does not want to see it. */
export function useRecentReactions(): readonly Counts[] {
  const latest = useReactions();
  const place = useYou()?.place;
  const hidden = useStore(reactionsSetting, isHidden);
  const [recent, setRecent] = useState<readonly Counts[]>([]);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const counts = !hidden && latest?.view.place === place ? latest?.view.counts : undefined;
  useEffect(() => setRecent([]), [place, hidden]);
  useEffect(() => {
    if (!counts) return;
    setRecent((before) => [...before, counts]);
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setRecent((before) => before.filter((each) => each !== counts));
    }, SHOWN_MS);
    timers.current.add(timer);
  }, [counts]);
  useEffect(() => () => timers.current.forEach(clearTimeout), []);
  useSpoken(counts);
  return recent;
}

/** Sums up for a screen reader what is given, now and then. */
function useSpoken(counts: Counts | undefined): void {
  const t = useT('reactions');
  const unsaid = useRef<Counts[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!counts) return;
    unsaid.current.push(counts);
    timer.current ??= setTimeout(
      () => {
        const parts = together(unsaid.current).map(({ kind, count }) => t('said', { kind: t(`kind.${kind}`), count }));
        announce(t('summary', { list: parts.join(', ') }));
        unsaid.current = [];
        saidAt.current = performance.now();
        timer.current = undefined;
      },
      Math.max(0, saidAt.current + QUIET_MS - performance.now()),
    );
  }, [counts, t]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
