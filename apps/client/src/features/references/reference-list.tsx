import type { ReferenceId } from '@werkraum/protocol';
import { BookmarkPlus, EllipsisVertical, Pencil, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { drawnWhenChanged } from '../../ui/drawn-when-changed.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { randomId } from '../../ui/random-id.ts';
import { ReferenceForm } from './reference-form.tsx';
import { emptyDraft, type ReferenceLine, referenceLines, saidIn } from './references.model.ts';
import styles from './references.module.css';

/** Publications, guidelines, networks, platforms and conferences that people name. */
export function ReferenceList() {
  const t = useT('references');
  const session = useSession();
  const you = useYou();
  const send = useSend();
  if (!session || !you) return null;
  const lines = referenceLines(session, you);
  return (
    <section class={styles.references} aria-label={t('title')}>
      <h3 class={styles.head}>{t('title')}</h3>
      {you.may.includes('add-reference') && (
        <ReferenceForm
          start={emptyDraft}
          icon={BookmarkPlus}
          action={t('add')}
          save={async (draft) => {
            const referenceId = randomId() as ReferenceId;
            return (await send({ type: 'add-reference', referenceId, ...saidIn(draft) })).ok;
          }}
        />
      )}
      {lines.length === 0 && <p class={styles.none}>{t('none')}</p>}
      <ol class={styles.list}>
        {lines.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </ol>
    </section>
  );
}

const Row = drawnWhenChanged(({ line }: { line: ReferenceLine }) => {
  const t = useT('references');
  const send = useSend();
  const [changing, setChanging] = useState(false);
  const { id, title, link, site, kind, by, drop, mayChange } = line;
  const items: MenuItem[] = [
    ...(mayChange ? [{ id: 'change', label: t('change'), icon: Pencil, onSelect: () => setChanging(true) }] : []),
    ...(drop ? [{ id: 'drop', label: t('drop'), icon: Trash2, danger: true, onSelect: () => void send(drop) }] : []),
  ];
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <p class={styles.title}>{title}</p>
        {site && (
          <a class={styles.link} href={link} target="_blank" rel="noopener noreferrer">
            {site}
          </a>
        )}
        <p class={styles.about}>{[t(`kind.${kind}`), by && t('addedBy', { name: by })].filter(Boolean).join(' · ')}</p>
      </div>
      {items.length > 0 && <Menu label={t('actions', { title })} icon={EllipsisVertical} items={items} />}
      {changing && (
        <Dialog title={t('change')} onClose={() => setChanging(false)}>
          <ReferenceForm
            start={line}
            action={t('save')}
            save={async (draft) => {
              const reply = await send({ type: 'change-reference', referenceId: id, ...saidIn(draft) });
              if (reply.ok) setChanging(false);
              return reply.ok;
            }}
          />
        </Dialog>
      )}
    </li>
  );
});
