import { Hand, Mic } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { drawnWhenChanged } from '../../ui/drawn-when-changed.ts';
import type { PersonRow } from './people.model.ts';
import styles from './people-panel.module.css';
import { type Asked, PersonDialogs } from './person-dialogs.tsx';
import { PersonMenu } from './person-menu.tsx';

/** One person: name, role, presence, hand and word, with a menu of what the viewer may do. */
export const PersonRowView = drawnWhenChanged(({ row }: { row: PersonRow }) => {
  const t = useT('people');
  const common = useT('common');
  const [asked, setAsked] = useState<Asked>();
  const { name, role, presence, own, handUp, hasWord } = row;
  const notes = [
    own && t('you'),
    role !== 'participant' && common(`roles.${role}`),
    presence !== 'here' && t(`presence.${presence}`),
  ].filter(Boolean);
  return (
    <li class={styles.row} data-here={presence === 'here'}>
      <Avatar name={name} dim={presence !== 'here'} />
      <span class={styles.who}>
        <span class={styles.name}>{name}</span>
        {notes.length > 0 && <span class={styles.notes}>{notes.join(' · ')}</span>}
      </span>
      {handUp && <Hand size={20} class={styles.hand} aria-label={t('handUp')} role="img" />}
      {hasWord && <Mic size={20} aria-label={t('hasWord')} role="img" />}
      <PersonMenu row={row} ask={setAsked} />
      {asked && <PersonDialogs row={row} asked={asked} close={() => setAsked(undefined)} />}
    </li>
  );
});
