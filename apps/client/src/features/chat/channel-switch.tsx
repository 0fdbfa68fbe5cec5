import type { ChatChannel, SeatId } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { SelectField } from '../../ui/field.tsx';
import type { ChannelTab } from './chat.model.ts';
import styles from './chat.module.css';

interface ChannelSwitchProps {
  tabs: readonly ChannelTab[];
  here: ChannelTab;
  /** Whom a thread can be begun with; undefined for who may not. */
  people: readonly { seatId: SeatId; name: string }[] | undefined;
  choose(channel: ChatChannel): void;
}

/** The conversations there are, with what is new in each. */
export function ChannelSwitch({ tabs, here, people, choose }: ChannelSwitchProps) {
  const t = useT('chat');
  return (
    <nav class={styles.switch} aria-label={t('channel')}>
      {tabs.length > 1 && (
        <ul class={styles.channels}>
          {tabs.map((tab) => (
            <li key={tab.key}>
              <button
                type="button"
                class={styles.channel}
                aria-current={tab.key === here.key ? 'true' : undefined}
                onClick={() => choose(tab.channel)}
              >
                <ChannelName tab={tab} />
                {tab.unread > 0 && <b class={styles.count}>{t('unread', { count: tab.unread })}</b>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {people && people.length > 0 && (
        <SelectField<SeatId | ''>
          label={t('writeTo')}
          hideLabel
          value={'seatId' in here.channel ? here.channel.seatId : ''}
          options={[
            { value: '', label: t('writeToChoose') },
            ...people.map(({ seatId, name }) => ({ value: seatId, label: name })),
          ]}
          onValue={(seatId) => choose(seatId === '' ? { place: 'plenary' } : { seatId })}
        />
      )}
    </nav>
  );
}

/** What a conversation is called. */
function ChannelName({ tab }: { tab: ChannelTab }) {
  const t = useT('chat');
  if (tab.kind === 'thread') return <>{tab.name ?? t('someone')}</>;
  if (tab.kind === 'table') return <>{tab.name === undefined ? t('yourTable') : t('table', { label: tab.name })}</>;
  return <>{t(tab.kind)}</>;
}
