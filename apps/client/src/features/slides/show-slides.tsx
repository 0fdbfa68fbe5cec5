import { Presentation } from 'lucide-preact';
import { useFacilitators, useRoomSlice, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { randomId } from '../../ui/random-id.ts';
import { type DeckToShow, decksToShow, deckToPrepare } from './show-slides.model.ts';
import { showingHere } from './showing-here.ts';
import { usePreparedDeck } from './use-deck.tsx';

function useDecksToShow(): readonly DeckToShow[] {
  const session = useSession();
  const you = useYou();
  const room = useRoomSlice();
  const facilitators = useFacilitators();
  const send = useSend();
  if (!session || !you) return [];
  return decksToShow({ session, you, room, facilitators, makeId: randomId, send: (command) => void send(command) });
}

/** Above the stage: shows slides where one is. Drawn only for those who have some and may; also has them ready in time. */
export function ShowSlides() {
  const t = useT('slides');
  const session = useSession();
  const you = useYou();
  const room = useRoomSlice();
  const decks = useDecksToShow();
  usePreparedDeck(session && you && deckToPrepare(session, you, room));
  if (showingHere(session, you, room) || decks.length === 0) return null;
  return (
    <Menu
      label={t('show')}
      icon={Presentation}
      show="words"
      align="start"
      items={decks.map((deck) => ({ id: deck.id, label: labelOf(t, deck), onSelect: deck.show }))}
    />
  );
}

type T = ReturnType<typeof useT<'slides'>>;

const labelOf = (t: T, { name, of, page }: DeckToShow): string => {
  const whose = of === undefined ? name : t('whose', { name: of, title: name });
  return page > 1 ? t('fromPage', { title: whose, page }) : whose;
};

/** On the card "Your turn": the own slides, with one press. */
export function ShowOwnSlides() {
  const t = useT('slides');
  const session = useSession();
  const you = useYou();
  const room = useRoomSlice();
  const [deck] = useDecksToShow();
  if (!deck || deck.of !== undefined || showingHere(session, you, room)?.presenter === you?.seatId) return null;
  return (
    <Button icon={Presentation} onClick={deck.show}>
      {t('showOwn')}
    </Button>
  );
}
