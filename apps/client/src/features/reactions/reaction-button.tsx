import type { ReactionKind } from '@werkraum/protocol';
import { Heart, Laugh, Lightbulb, type LucideIcon, SmilePlus, Sparkles, ThumbsUp } from 'lucide-preact';
import { useConnection, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Menu } from '../../ui/menu.tsx';
import { type Counts, KINDS, reactionHere, together } from './reactions.model.ts';
import styles from './reactions.module.css';
import { useRecentReactions } from './use-reactions.ts';

const ICONS: Record<ReactionKind, LucideIcon> = {
  agree: ThumbsUp,
  applause: Sparkles,
  heart: Heart,
  laugh: Laugh,
  wonder: Lightbulb,
};

/** Gives a sign without taking the word, and shows small what others give. */
export function ReactionButton() {
  const t = useT('reactions');
  const { react } = useConnection();
  const session = useSession();
  const you = useYou();
  const recent = useRecentReactions();
  if (!session || !you) return null;
  const items = KINDS.flatMap((kind) => {
    const reaction = reactionHere(kind, session, you);
    return reaction ? [{ id: kind, label: t(`kind.${kind}`), icon: ICONS[kind], onSelect: () => react(reaction) }] : [];
  });
  if (items.length === 0) return null;
  return (
    <div class={styles.reactions} data-part="reactions">
      <Given recent={recent} />
      <Menu icon={SmilePlus} label={t('give')} align="end" up items={items} />
    </div>
  );
}

function Given({ recent }: { recent: readonly Counts[] }) {
  const given = together(recent);
  if (given.length === 0) return null;
  return (
    <ul class={styles.given} aria-hidden="true">
      {given.map(({ kind, count }) => {
        const Icon = ICONS[kind];
        return (
          <li key={kind}>
            <Icon size={18} />
            <span>{count}</span>
          </li>
        );
      })}
    </ul>
  );
}
