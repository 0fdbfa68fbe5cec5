import type { Command } from '@werkraum/protocol';
import { Check, EllipsisVertical, HandHelping, Pencil, RotateCcw, Trash2, UserRoundCog } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSend } from '../../connection/hooks.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { drawnWhenChanged } from '../../ui/drawn-when-changed.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { HandDialog, RewordDialog } from './parked-dialogs.tsx';
import type { ParkedLine } from './parking.model.ts';
import styles from './parking.module.css';

type Asked = 'reword' | 'hand';

/** One item: what it is, where it came up, who sees to it, and what the viewer may do with it. */
export const ParkedRow = drawnWhenChanged(({ line }: { line: ParkedLine }) => {
  const t = useT('parking');
  const send = useSend();
  const [asked, setAsked] = useState<Asked>();
  const { text, settled, phase, by, owner } = line;
  const items = menuItems(line, t, (command) => void send(command), setAsked);
  const about = [settled && t('settled'), phase, by && by !== owner?.name && t('parkedBy', { name: by })];
  return (
    <li class={styles.row} data-settled={settled}>
      <div class={styles.words}>
        <p class={styles.text}>{text}</p>
        <p class={styles.about}>
          <strong>{ownerText(line, t)}</strong>
          {about.filter(Boolean).map((part) => ` · ${part}`)}
        </p>
      </div>
      {items.length > 0 && <Menu label={t('actions', { text })} icon={EllipsisVertical} items={items} />}
      {asked === 'reword' && <RewordDialog line={line} close={() => setAsked(undefined)} />}
      {asked === 'hand' && <HandDialog line={line} close={() => setAsked(undefined)} />}
    </li>
  );
});

function ownerText({ owner, awaited }: ParkedLine, t: Translate<'parking'>): string {
  if (owner) return t(owner.own ? 'ownedByYou' : 'ownedBy', { name: owner.name });
  return t(awaited ? 'ownerAwaited' : 'unowned');
}

function menuItems(
  { take, settle, drop, settled, mayReword, mayHand }: ParkedLine,
  t: Translate<'parking'>,
  send: (command: Command) => void,
  ask: (asked: Asked) => void,
): MenuItem[] {
  const item = (
    command: Command | undefined,
    id: 'take' | 'settle' | 'reopen' | 'drop',
    icon: NonNullable<MenuItem['icon']>,
  ) => (command ? [{ id, icon, label: t(id), danger: id === 'drop', onSelect: () => send(command) }] : []);
  return [
    ...item(take, 'take', HandHelping),
    ...(mayHand ? [{ id: 'hand', icon: UserRoundCog, label: t('hand'), onSelect: () => ask('hand') }] : []),
    ...item(settle, settled ? 'reopen' : 'settle', settled ? RotateCcw : Check),
    ...(mayReword ? [{ id: 'reword', icon: Pencil, label: t('reword'), onSelect: () => ask('reword') }] : []),
    ...item(drop, 'drop', Trash2),
  ];
}
