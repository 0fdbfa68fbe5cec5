import { UserPlus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useRoomSlice, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { BalanceLine } from '../balance/parts.ts';
import { ReadinessPanel } from '../prep/parts.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { type PeopleGroup, peopleGroups } from './people.model.ts';
import styles from './people-panel.module.css';
import { PersonRowView } from './person-row.tsx';
import { WaitingRoom } from './waiting-room.tsx';

/** Who is where, with what a facilitator can do about it; for staff the door on top. */
export function PeoplePanel() {
  const t = useT('people');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const room = useRoomSlice();
  const [inviting, setInviting] = useState(false);
  if (!session || !you) return null;
  return (
    <div class={styles.panel}>
      <WaitingRoom />
      {you.role === 'facilitator' && <ReadinessPanel />}
      <BalanceLine />
      {you.may.includes('invite-person') && (
        <Button icon={UserPlus} onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      )}
      {peopleGroups({ session, you, staff, room }).map((group) => (
        <Group key={group.table?.label ?? 'plenary'} {...group} />
      ))}
      {inviting && <InviteDialog sessionId={session.sessionId} close={() => setInviting(false)} />}
    </div>
  );
}

function Group({ table, rows }: PeopleGroup) {
  const t = useT('people');
  const name = table ? t('table', { label: table.label }) : t('plenary');
  return (
    <section class={styles.group} aria-label={name}>
      <h3 class={styles.place}>
        {name} <span class={styles.count}>{rows.length}</span>
      </h3>
      {rows.length === 0 && <p class={styles.empty}>{t('nobody')}</p>}
      <ul>
        {rows.map((row) => (
          <PersonRowView key={row.seatId} row={row} />
        ))}
      </ul>
    </section>
  );
}
