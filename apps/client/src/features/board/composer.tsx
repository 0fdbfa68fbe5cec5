import type { BoardColumn, CardId } from '@werkraum/protocol';
import { CornerDownLeft } from 'lucide-preact';
import { useSend } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { randomId } from '../../ui/random-id.ts';
import { useStore } from '../../ui/use-store.ts';
import type { BoardModel } from './board.model.ts';
import styles from './board.module.css';
import { addPending, drafts, dropPending, keepText, refusePending } from './drafts.ts';
import { KIND_ICONS, useColumnName } from './kinds.ts';

/** The longest text a card takes, in UTF-16 units. */
const LONGEST = 280;

interface ComposerProps {
  model: BoardModel;
  column: BoardColumn['id'];
  choose(column: BoardColumn['id']): void;
}

const textsOf = ({ texts }: ReturnType<typeof drafts.getState>) => texts;

/** Where cards are typed: Enter adds one and leaves room for the next, Alt and a figure changes the column. */
export function Composer({ model, column, choose }: ComposerProps) {
  const t = useT('board');
  const nameOf = useColumnName();
  const text = useStore(drafts, textsOf)[model.board.boardId] ?? '';
  const post = usePost(model);
  const columns = model.columns.map((each) => each.column);
  if (!post) return null;
  const add = () => {
    // What stands there now: Enter may come before the last letter has been drawn.
    const written = textsOf(drafts.getState())[model.board.boardId]?.trim() ?? '';
    if (written === '') return;
    keepText(model.board.boardId, '');
    post(column, written);
    announce(t('added'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      add();
    }
    const wanted = event.altKey ? columns[Number(event.code.replace('Digit', '')) - 1] : undefined;
    if (!wanted) return;
    event.preventDefault();
    choose(wanted.id);
    announce(nameOf(wanted));
  };
  return (
    <div class={styles.composer}>
      <Segmented
        label={t('column')}
        value={column}
        options={columns.map((each) => ({ value: each.id, label: nameOf(each), icon: KIND_ICONS[each.kind] }))}
        onValue={choose}
      />
      <div class={styles.typing}>
        <textarea
          rows={2}
          maxLength={LONGEST}
          aria-label={t('newCard')}
          placeholder={model.writing === 'alone' ? t('placeholderAlone') : t('placeholder')}
          value={text}
          onInput={(event) => keepText(model.board.boardId, event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button kind="primary" icon={CornerDownLeft} disabled={text.trim() === ''} onClick={add}>
          {t('add')}
        </Button>
      </div>
      <p class={styles.keys}>{t('keys', { count: columns.length })}</p>
    </div>
  );
}

/** Puts a card on the board: it is seen as being on its way, and stays with its words if it is not taken. */
export function usePost({
  add,
  board: { boardId },
}: BoardModel): ((column: BoardColumn['id'], text: string, cardId?: CardId) => void) | undefined {
  const send = useSend();
  if (!add) return undefined;
  return (column, text, cardId = randomId() as CardId) => {
    dropPending(cardId);
    addPending({ cardId, boardId, column, text });
    void send(add(cardId, column, text)).then(({ ok }) => (ok ? dropPending(cardId) : refusePending(cardId)));
  };
}
