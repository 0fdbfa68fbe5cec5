import { Check, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useNow, useSend, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import styles from './people-panel.module.css';
import { Confirmation } from './person-dialogs.tsx';
import { type WaitingPerson, type WaitingRoomModel, waitingRoom } from './waiting-room.model.ts';

/** The door, for staff: who waits, letting in one or all, and whether the invited wait at all. */
export function WaitingRoom() {
  const t = useT('people');
  const staff = useStaff();
  const you = useYou();
  const now = useNow();
  const send = useSend();
  if (!staff || !you) return null;
  const model = waitingRoom(staff, you, now);
  const { waiting, admitAll } = model;
  return (
    <section class={styles.group} aria-label={t('door')} data-waiting={waiting.length > 0}>
      <h3 class={styles.place}>{t('door')}</h3>
      <p class={styles.empty}>{waiting.length === 0 ? t('doorEmpty') : t('waiting', { count: waiting.length })}</p>
      <ul>
        {waiting.map((person) => (
          <WaitingRow key={person.seatId} person={person} />
        ))}
      </ul>
      {admitAll && (
        <Button kind="primary" wide onClick={() => void send(admitAll)}>
          {t('admitAll')}
        </Button>
      )}
      <DoorSetting {...model} />
      {model.expected.length > 0 && (
        <p class={styles.empty}>
          {t('expected')}: {model.expected.map(({ name }) => name).join(', ')}
        </p>
      )}
    </section>
  );
}

function WaitingRow({ person }: { person: WaitingPerson }) {
  const t = useT('people');
  const send = useSend();
  const [refusing, setRefusing] = useState(false);
  const { name, invited, minutes, admit, refuse } = person;
  const since = minutes === 0 ? t('justCame') : t('waitingSince', { count: minutes });
  return (
    <li class={styles.row} data-wide>
      <Avatar name={name} />
      <span class={styles.who}>
        <span class={styles.name}>{name}</span>
        <span class={styles.notes}>{invited ? since : `${since} · ${t('guest')}`}</span>
      </span>
      {refuse && (
        <IconButton icon={X} label={t('refuse', { name })} tip="above-end" onClick={() => setRefusing(true)} />
      )}
      {admit && (
        <Button icon={Check} aria-label={`${t('admitShort')}: ${name}`} onClick={() => void send(admit)}>
          {t('admitShort')}
        </Button>
      )}
      {refusing && refuse && (
        <Confirmation
          title={t('refuseQuestion', { name })}
          text={t('removeExplained', { name })}
          close={() => setRefusing(false)}
        >
          <Button kind="danger" onClick={() => void send(refuse)}>
            {t('refuseShort')}
          </Button>
        </Confirmation>
      )}
    </li>
  );
}

function DoorSetting({ admission, setAdmission }: WaitingRoomModel) {
  const t = useT('people');
  const send = useSend();
  if (!setAdmission) return null;
  const toggle = (on: boolean) => void send(setAdmission(on ? 'automatic' : 'by-hand'));
  return (
    <label class={styles.setting}>
      <input
        type="checkbox"
        checked={admission === 'automatic'}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <span>
        {t('automatic')}
        <span class={styles.notes}>{t('automaticHint')}</span>
      </span>
    </label>
  );
}
