import { useEffect, useState } from 'preact/hooks';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { recall, remember } from '../../ui/memory.ts';
import { useShortcut } from '../../ui/shortcuts.ts';
import { DeckContent } from './deck-content.tsx';
import { PresenterAside } from './presenter-aside.tsx';
import type { SlidesModel } from './slides.model.ts';
import styles from './slides.module.css';
import { SlidesBar } from './slides-bar.tsx';
import { Thumbnails } from './thumbnails.tsx';
import { type DeckState, useDeck } from './use-deck.tsx';
import { useSlides } from './use-slides.ts';
import { useSwipe } from './use-swipe.ts';

/** What is shown at the own place, large, and whatever one may do about it. */
export function SlidesOnStage() {
  const model = useSlides();
  return model ? <Shown key={model.showing.showingId} model={model} /> : null;
}

function Shown({ model }: { model: SlidesModel }) {
  const t = useT('slides');
  const opened = useDeck(model.showing);
  const [seesAll, setSeesAll] = useState(false);
  const [presenting, setPresenting] = useState(() => recall('local', 'presenter-view') !== 'off');
  const togglePresenting = () => {
    remember('local', 'presenter-view', presenting ? 'off' : undefined);
    setPresenting(!presenting);
  };
  useKeys(model);
  useSpoken(model);
  const deck = opened.state === 'there' ? opened.deck : undefined;
  const withAside = model.turns && presenting && deck !== undefined;
  return (
    <section class={styles.slides} data-aside={withAside} aria-label={t('label', { name: model.showing.name })}>
      <Sheet model={model} opened={opened} />
      {withAside && <PresenterAside deck={deck} model={model} />}
      <Line model={model} />
      {seesAll && deck && <Thumbnails deck={deck} {...model} />}
      <SlidesBar
        model={model}
        all={{ on: seesAll, toggle: () => setSeesAll(!seesAll) }}
        presenter={model.turns ? { on: presenting, toggle: togglePresenting } : undefined}
      />
    </section>
  );
}

function Sheet({ model, opened }: { model: SlidesModel; opened: DeckState }) {
  const t = useT('slides');
  const { page, pages, back, on } = model;
  const swipe = useSwipe(back, on);
  const keys = (event: KeyboardEvent) => {
    const act = model.turns
      ? undefined
      : ({ ArrowLeft: back, ArrowRight: on, PageUp: back, PageDown: on } as const)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <section
      class={styles.sheetPlace}
      aria-label={t('page', { page, pages })}
      tabIndex={model.turns ? undefined : 0}
      onKeyDown={keys}
      {...swipe}
    >
      <DeckContent opened={opened} page={page} pages={pages} />
    </section>
  );
}

/** One quiet line about what is unusual. */
function Line({ model }: { model: SlidesModel }) {
  const t = useT('slides');
  const said = lineOf(t, model);
  if (!said) return null;
  return (
    <p class={styles.line}>
      <span>{said}</span>
      {model.follow && (
        <Button class={styles.follow ?? ''} onClick={model.follow}>
          {t('follow')}
        </Button>
      )}
    </p>
  );
}

function lineOf(t: Translate<'slides'>, { follow, away, own, presenter, turner, turns, page }: SlidesModel) {
  if (follow) return t('onOwn', { page });
  if (away) return t('away', { name: presenter });
  if (own && turner !== undefined) return t('handed', { name: turner });
  return turns && !own ? t('youTurn', { name: presenter }) : undefined;
}

/** Who turns the pages does so from anywhere in the room, also with the keys of a presenter's remote. */
function useKeys({ turns, back, on, to }: SlidesModel): void {
  const first = to(1);
  useShortcut('ArrowLeft', turns ? back : undefined);
  useShortcut('ArrowRight', turns ? on : undefined);
  useShortcut('PageUp', turns ? back : undefined);
  useShortcut('PageDown', turns ? on : undefined);
  useShortcut('Home', turns ? first : undefined);
}

/** Says what is shown, and each page that somebody else turns to. */
function useSpoken({ showing, presenter, own, turns, follow, pages }: SlidesModel): void {
  const t = useT('slides');
  const { name, page } = showing;
  // Said once, when the slides appear.
  useEffect(() => {
    if (!own) announce(t('begun', { name: presenter, title: name }));
  }, []);
  const [begunAt] = useState(page);
  // Said with each page, and not when somebody looks elsewhere.
  useEffect(() => {
    if (page !== begunAt && !turns && !follow) announce(t('page', { page, pages }));
  }, [page]);
}
