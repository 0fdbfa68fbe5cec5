import type { Command } from '@werkraum/protocol';
import { EllipsisVertical, Link2, Mic, MicOff, UserCog, UserX } from 'lucide-preact';
import { useSend } from '../../connection/hooks.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import type { PersonRow } from './people.model.ts';
import type { Asked } from './person-dialogs.tsx';

interface PersonMenuProps {
  row: PersonRow;
  /** What has to be asked once more before it is done. */
  ask(asked: Asked): void;
}

/** Everything the viewer may do with one person; no menu when that is nothing. */
export function PersonMenu({ row, ask }: PersonMenuProps) {
  const t = useT('people');
  const common = useT('common');
  const send = useSend();
  const items = [...wordItems(row, t, (command) => void send(command)), ...roleItems(row), ...askedItems(row, t, ask)];
  return items.length > 0 ? (
    <Menu label={t('actionsFor', { name: row.name })} icon={EllipsisVertical} items={items} />
  ) : null;

  function roleItems({ seatId, roles }: PersonRow): MenuItem[] {
    return roles.map((role) => ({
      id: role,
      label: t('makeRole', { role: common(`roles.${role}`) }),
      icon: UserCog,
      onSelect: () => void send({ type: 'change-role', seatId, role }),
    }));
  }
}

function wordItems(row: PersonRow, t: Translate<'people'>, send: (command: Command) => void): MenuItem[] {
  const item = (id: 'giveWord' | 'takeWord' | 'mute', icon: MenuItem['icon']): MenuItem[] => {
    const command = row[id];
    return command ? [{ id, label: t(id), ...(icon && { icon }), onSelect: () => send(command) }] : [];
  };
  return [...item('giveWord', Mic), ...item('takeWord', MicOff), ...item('mute', MicOff)];
}

function askedItems(
  { reissuable, remove }: PersonRow,
  t: Translate<'people'>,
  ask: PersonMenuProps['ask'],
): MenuItem[] {
  return [
    ...(reissuable ? [{ id: 'link', label: t('newLink'), icon: Link2, onSelect: () => ask('link') }] : []),
    ...(remove ? [{ id: 'remove', label: t('remove'), icon: UserX, danger: true, onSelect: () => ask('remove') }] : []),
  ];
}
