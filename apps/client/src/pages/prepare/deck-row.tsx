import type { DeckView } from '@werkraum/protocol';
import { Eye, EyeOff, FileImage, FileText, ImagePlus, Trash2 } from 'lucide-preact';
import { DeckPreview } from '../../features/slides/parts.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { ChooseFiles } from './choose-files.tsx';
import styles from './slides-card.module.css';

interface DeckRowProps {
  deck: DeckView;
  look: { isOpen: boolean; toggle(): void };
  /** Puts images behind the last page. */
  add: ((files: readonly File[]) => void) | undefined;
  remove: (() => void) | undefined;
}

/** One presentation that was brought: what it is, its pages to look at, and what can be done with it. */
export function DeckRow({ deck, look, add, remove }: DeckRowProps) {
  const t = useT('prepare');
  const { name, kind, pages } = deck;
  const Icon = kind === 'pdf' ? FileText : FileImage;
  return (
    <li>
      <div class={styles.deck}>
        <Icon size={24} aria-hidden="true" />
        <span class={styles.name}>
          {name}
          <span>{t('slides.pages', { count: pages })}</span>
        </span>
        <IconButton
          icon={look.isOpen ? EyeOff : Eye}
          label={t('slides.look', { name })}
          tip="above-end"
          aria-expanded={look.isOpen}
          onClick={look.toggle}
        />
        {remove && (
          <IconButton icon={Trash2} label={t('slides.removeNamed', { name })} tip="above-end" onClick={remove} />
        )}
      </div>
      {look.isOpen && <DeckPreview deck={deck} />}
      {add && (
        <ChooseFiles
          words={t('slides.addImages')}
          accept="image/png,image/jpeg,image/webp"
          icon={ImagePlus}
          several
          choose={add}
        />
      )}
    </li>
  );
}
