import { ArrowDown, ArrowUp, EllipsisVertical, ListEnd, Play, SkipForward, Undo2 } from 'lucide-preact';
import type { ComponentChildren, Ref } from 'preact';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { duration } from './clock-words.ts';
import styles from './turn-queue.module.css';
import type { TurnLine } from './turns.model.ts';

/** The speaking order with everybody's state and used time. */
export function TurnQueue({ lines }: { lines: readonly TurnLine[] }) {
  return (
    <TurnOrder lines={lines}>
      {lines.map((line) => (
        <TurnQueueLine key={line.turnId} {...line} />
      ))}
    </TurnOrder>
  );
}

/** The frame of a speaking order, with room for menus where any line has one. */
export function TurnOrder({ lines, children }: { lines: readonly TurnLine[]; children: ComponentChildren }) {
  const t = useT('turns');
  const menus = lines.some((line) => menuItems(t, line).length > 0);
  return (
    <ol class={styles.queue} aria-label={t('queue')} data-menus={menus}>
      {children}
    </ol>
  );
}

interface LineProps extends TurnLine {
  /** Drawn below: the person's share of the time. */
  share?: ComponentChildren;
  /** What the line is picked up by, where it can be dragged. */
  grip?: ComponentChildren;
  element?: Ref<HTMLLIElement>;
  /** Somebody else's line is held over this one, and would be put down there. */
  drop?: 'before' | 'after' | undefined;
}

/** One person's turn as a line of the speaking order. */
export function TurnQueueLine({ share, grip, element, drop, ...line }: LineProps) {
  const t = useT('turns');
  const name = line.name ?? t('somebody');
  const items = menuItems(t, line);
  const dim = line.state !== 'now' && !line.here;
  return (
    <li
      ref={element}
      class={styles.line}
      data-drop={drop}
      data-state={line.state}
      data-share={Boolean(share)}
      aria-current={line.state === 'now' ? 'step' : undefined}
    >
      {grip ?? <Avatar name={name} size="small" dim={dim} />}
      <span class={styles.name}>
        {name}
        {line.own && <span class={styles.own}> ({t('you')})</span>}
      </span>
      <span class={styles.state}>{stateWords(t, line)}</span>
      {items.length > 0 && <Menu label={t('actions.more', { name })} icon={EllipsisVertical} items={items} />}
      {share && <span class={styles.share}>{share}</span>}
    </li>
  );
}

function stateWords(t: Translate<'turns'>, { state, here, usedMs, slotMs }: TurnLine): string {
  const spoken = usedMs !== undefined && usedMs > 0 ? usedWords(t, usedMs, slotMs ?? 0) : undefined;
  if (state === 'now') return t('states.now');
  if (state === 'done') return spoken ?? t('states.done');
  const away = state === 'waiting' && !here ? t('away') : t(`states.${state}`);
  return spoken ? `${away}, ${spoken}` : away;
}

function usedWords(t: Translate<'turns'>, usedMs: number, slotMs: number): string {
  const words = { used: duration(usedMs), slot: duration(slotMs), over: duration(usedMs - slotMs) };
  return t(usedMs >= slotMs + 1_000 ? 'usedOver' : 'used', words);
}

/** What the running turn allows stands beside its clock, so its line has no menu. */
function menuItems(t: Translate<'turns'>, { state, actions }: TurnLine): MenuItem[] {
  if (state === 'now') return [];
  const { start, up, down, later, skip, pass, bringBack } = actions;
  return [
    ...(start ? [{ id: 'start', label: t('actions.start'), icon: Play, onSelect: start }] : []),
    ...(up ? [{ id: 'up', label: t('actions.up'), icon: ArrowUp, onSelect: up }] : []),
    ...(down ? [{ id: 'down', label: t('actions.down'), icon: ArrowDown, onSelect: down }] : []),
    ...(later ? [{ id: 'later', label: t('actions.later'), icon: ListEnd, onSelect: later }] : []),
    ...(pass ? [{ id: 'pass', label: t('actions.pass'), icon: SkipForward, onSelect: pass }] : []),
    ...(skip && !pass ? [{ id: 'skip', label: t('actions.skip'), icon: SkipForward, onSelect: skip }] : []),
    ...(bringBack ? [{ id: 'back', label: t('actions.bringBack'), icon: Undo2, onSelect: bringBack }] : []),
  ];
}
