import type { Booklet, BookletBlock, BookletSection } from '@werkraum/protocol';
import { ArrowDown, ArrowUp, Eye, EyeOff, Trash2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { moved } from './booklet.model.ts';
import styles from './editing.module.css';
import { useEditing } from './editing.ts';

/** What can be done with a section: move it, leave it out. */
export function SectionTools({ booklet, section }: { booklet: Booklet; section: BookletSection }) {
  const t = useT('booklet');
  const editing = useEditing();
  if (!editing) return null;
  const { id, title, hidden } = section;
  const [up, down] = [moved(booklet, id, 'up'), moved(booklet, id, 'down')];
  return (
    <span class={styles.tools}>
      {up && <IconButton icon={ArrowUp} label={t('up', { title })} onClick={() => void editing.change(up)} />}
      {down && <IconButton icon={ArrowDown} label={t('down', { title })} onClick={() => void editing.change(down)} />}
      <IconButton
        icon={hidden ? EyeOff : Eye}
        label={t(hidden ? 'show' : 'hide', { title })}
        tip="above-end"
        onClick={() => void editing.change({ kind: 'hide', blockId: id, hidden: !hidden })}
      />
    </span>
  );
}

/** What can be done with a block: leave it out; an own paragraph goes for good. */
export function BlockTools({ block }: { block: BookletBlock }) {
  const t = useT('booklet');
  const editing = useEditing();
  if (!editing) return null;
  const { id: blockId, hidden } = block;
  if (block.kind === 'paragraph' && block.own)
    return (
      <span class={styles.tools}>
        <IconButton
          icon={Trash2}
          label={t('drop')}
          tip="above-end"
          onClick={() => void editing.change({ kind: 'drop', blockId })}
        />
      </span>
    );
  return (
    <span class={styles.tools}>
      <IconButton
        icon={hidden ? EyeOff : Eye}
        label={t(hidden ? 'showBlock' : 'hideBlock')}
        tip="above-end"
        onClick={() => void editing.change({ kind: 'hide', blockId, hidden: !hidden })}
      />
    </span>
  );
}
