import { Ellipsis, Pencil, RotateCw, Trash2, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useConnection, useSend } from '../../connection/hooks.ts';
import { formatTime } from '../../i18n/format.ts';
import { translate, useLanguage, useT } from '../../i18n/i18n.ts';
import { LinkedText } from '../../text/linked-text.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { ChannelTab, MessageRow } from './chat.model.ts';
import styles from './chat.module.css';
import { EditForm } from './edit-form.tsx';
import { discardPost, postAgain } from './outgoing.ts';

/** One message with what may be done about it. */
export function MessageItem({ row, tab }: { row: MessageRow; tab: ChannelTab }) {
  const t = useT('chat');
  const [editing, setEditing] = useState(false);
  const name = row.name ?? t('someone');
  return (
    <li class={styles.message} data-own={row.own} data-state={row.state} data-headed={row.headed}>
      {row.firstNew && <p class={styles.new}>{t('new')}</p>}
      {row.headed && <Head row={row} name={name} />}
      <div class={styles.body}>
        {editing ? (
          <EditForm id={row.id} channel={tab.channel} text={row.text} done={() => setEditing(false)} />
        ) : (
          <Words row={row} />
        )}
        {!editing && <Actions row={row} name={name} edit={() => setEditing(true)} />}
      </div>
      {row.state === 'failed' && <Failed row={row} />}
    </li>
  );
}

function Head({ row, name }: { row: MessageRow; name: string }) {
  const t = useT('chat');
  const language = useLanguage();
  return (
    <p class={styles.head}>
      <b>{name}</b>
      {row.own && <span> ({t('you')})</span>} {row.at !== undefined && <time>{formatTime(row.at, language)}</time>}
    </p>
  );
}

function Words({ row }: { row: MessageRow }) {
  const t = useT('chat');
  if (row.removed) return <p class={styles.removed}>{t(`removed.${row.removed}`)}</p>;
  return (
    <p class={styles.words}>
      <LinkedText text={row.text} />
      {row.edited && <small class={styles.mark}> ({t('edited')})</small>}
      {row.state === 'sending' && <small class={styles.mark}> {t('sending')}</small>}
    </p>
  );
}

function Actions({ row, name, edit }: { row: MessageRow; name: string; edit(): void }) {
  const t = useT('chat');
  const send = useSend();
  const { remove } = row;
  const items = [
    ...(row.mayEdit ? [{ id: 'edit', label: t('edit'), icon: Pencil, onSelect: edit }] : []),
    ...(remove
      ? [{ id: 'delete', label: t('delete'), icon: Trash2, danger: true, onSelect: () => void send(remove) }]
      : []),
  ];
  if (items.length === 0) return null;
  return <Menu class={styles.actions} icon={Ellipsis} label={t('actions', { name })} items={items} />;
}

function Failed({ row }: { row: MessageRow }) {
  const t = useT('chat');
  const { send } = useConnection();
  const why = row.rejection && translate('rejections', `rejection.${row.rejection}`);
  return (
    <div class={styles.failed} role="alert">
      <p>{t('failed', { why: why ?? '' })}</p>
      <Button kind="plain" icon={RotateCw} onClick={() => postAgain(send, row.id)}>
        {t('again')}
      </Button>
      <Button kind="plain" icon={X} onClick={() => discardPost(row.id)}>
        {t('discard')}
      </Button>
    </div>
  );
}
