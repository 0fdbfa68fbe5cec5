import { ArrowRightLeft, ChevronLeft, ChevronRight, LayoutGrid, MonitorOff, PanelRight, Undo2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { HandSlidesDialog } from './hand-slides.tsx';
import type { SlidesModel } from './slides.model.ts';
import styles from './slides.module.css';

interface Toggle {
  on: boolean;
  toggle(): void;
}

interface SlidesBarProps {
  model: SlidesModel;
  /** The strip of all pages. */
  all: Toggle;
  /** The presenter's view, for whoever turns the pages. */
  presenter: Toggle | undefined;
}

/** Whose slides, which page, and what can be done about them. */
export function SlidesBar({ model, all, presenter }: SlidesBarProps) {
  const t = useT('slides');
  const { page, pages, back, on, turns, own } = model;
  return (
    <div class={styles.bar}>
      <p class={styles.whose}>
        {own ? model.showing.name : t('whose', { name: model.presenter, title: model.showing.name })}
      </p>
      <div class={styles.steps}>
        <IconButton icon={ChevronLeft} label={t(turns ? 'back' : 'lookBack')} onClick={back} disabled={!back} />
        <span class={styles.count} aria-hidden="true">
          {page} / {pages}
        </span>
        <IconButton icon={ChevronRight} label={t(turns ? 'on' : 'lookOn')} onClick={on} disabled={!on} />
      </div>
      <div class={styles.tools}>
        <IconButton icon={LayoutGrid} label={t('allPages')} tip="above-end" pressed={all.on} onClick={all.toggle} />
        {presenter && (
          <IconButton
            icon={PanelRight}
            class={styles.wideOnly ?? ''}
            label={t('presenterView')}
            pressed={presenter.on}
            onClick={presenter.toggle}
          />
        )}
        <Steering model={model} />
      </div>
    </div>
  );
}

function Steering({ model: { takeBack, hearers, hide } }: { model: SlidesModel }) {
  const t = useT('slides');
  const [handing, setHanding] = useState(false);
  return (
    <>
      {takeBack && <IconButton icon={Undo2} label={t('takeBack')} tip="above-end" onClick={takeBack} />}
      {hearers.length > 0 && (
        <IconButton icon={ArrowRightLeft} label={t('hand')} tip="above-end" onClick={() => setHanding(true)} />
      )}
      {hide && <IconButton icon={MonitorOff} label={t('hide')} tip="above-end" onClick={hide} />}
      {handing && <HandSlidesDialog hearers={hearers} onClose={() => setHanding(false)} />}
    </>
  );
}
