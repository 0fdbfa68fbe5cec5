import type { ReactionsView } from '@werkraum/protocol';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { modelSession } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ReactionButton, ReactionsSwitch } from './parts.ts';
import { hideReactions } from './setting.ts';

const shown =
  (counts?: ReactionsView['counts'], hidden = false) =>
  () => {
    hideReactions(hidden);
    const documents = modelSession({ moment: 'talk', you: 'ada', language: currentLanguage() });
    const reactions = counts && { number: 1, view: { place: 'plenary' as const, counts } };
    return (
      <ConnectionProvider connection={literalConnection({ ...documents, ...(reactions && { reactions }) })}>
        <div
          style={{
            display: 'grid',
            gap: '2rem',
            justifyItems: 'end',
            padding: '12rem 1rem 1rem',
            maxInlineSize: '25rem',
          }}
        >
          <div style={{ position: 'relative', minBlockSize: '3rem', inlineSize: '100%' }}>
            <ReactionButton />
          </div>
          <ReactionsSwitch />
        </div>
      </ConnectionProvider>
    );
  };

export const exhibits: readonly Exhibit[] = [
  { name: 'reactions / quiet', render: shown() },
  { name: 'reactions / one', render: shown({ agree: 1 }) },
  { name: 'reactions / many', render: shown({ agree: 112, applause: 87, heart: 9, laugh: 3, wonder: 41 }) },
  { name: 'reactions / hidden', render: shown({ agree: 1 }, true) },
];
