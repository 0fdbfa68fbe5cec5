import type { ChatChannel } from '@werkraum/protocol';
import { Lock, LockOpen, X } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { useFacilitators, useRoomSlice, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useStore } from '../../ui/use-store.ts';
import { ChannelSwitch } from './channel-switch.tsx';
import { type ChatDocuments, channelKey, newestIn, type Read } from './channels.ts';
import { type ChannelTab, channelTabs, chatSwitch, messageRows, possibleThreads, strandedPosts } from './chat.model.ts';
import styles from './chat.module.css';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { discardPost, type Outgoing, outgoing, type Post } from './outgoing.ts';
import { markRead, reading } from './reading.ts';

const all = (read: Read): Read => read;
const postsOf = ({ posts }: Outgoing) => posts;

/** What people write to each other where this person is, and with those who facilitate. */
export function ChatPanel() {
  const session = useSession();
  const you = useYou();
  const room = useRoomSlice();
  const facilitators = useFacilitators();
  if (!session || !you) return null;
  return <Chat documents={{ session, you, room, facilitators }} />;
}

function Chat({ documents }: { documents: ChatDocuments }) {
  const { session, you } = documents;
  const read = useStore(reading, all);
  const posts = useStore(outgoing, postsOf);
  const [chosen, setChosen] = useState<{ channel: ChatChannel; place: string }>();
  // Whoever is moved looks at where they are now.
  const wanted = chosen?.place === you.place ? chosen.channel : undefined;
  const tabs = channelTabs(documents, read, wanted);
  const key = wanted && channelKey(session, wanted);
  const tab = tabs.find((each) => each.key === key) ?? tabs[0];
  const [sentIn, setSentIn] = useState<string>();
  const readTo = useReadTo(tab, read);
  if (!tab) return null;
  const rows = messageRows(tab, documents, posts, sentIn === tab.key ? Number.POSITIVE_INFINITY : readTo);
  return (
    <div class={styles.chat}>
      <div>
        <ChannelSwitch
          tabs={tabs}
          here={tab}
          people={possibleThreads(session, you)}
          choose={(channel) => {
            setSentIn(undefined);
            setChosen({ channel, place: you.place });
          }}
        />
        <About tab={tab} />
      </div>
      <MessageList key={tab.key} tab={tab} rows={rows} onSeen={(number) => markRead(tab.key, number)} />
      <div>
        {strandedPosts(tabs, posts).map((post) => (
          <Stranded key={post.id} post={post} />
        ))}
        <Composer tab={tab} sent={() => setSentIn(tab.key)} />
      </div>
    </div>
  );
}

/** What had been read of a channel when it was opened: the line above what is new stays where it is meanwhile. */
function useReadTo(tab: ChannelTab | undefined, read: Read): number {
  const held = useRef<{ key: string; number: number }>(undefined);
  if (tab && held.current?.key !== tab.key) {
    const unseen = tab.kind === 'plenary' ? newestIn(tab.view) : 0;
    held.current = { key: tab.key, number: read[tab.key] ?? unseen };
  }
  return held.current?.number ?? 0;
}

function About({ tab }: { tab: ChannelTab }) {
  const t = useT('chat');
  const send = useSend();
  const you = useYou();
  const command = you && chatSwitch(tab, you);
  const closed = tab.view?.closed && you?.role === 'facilitator';
  return (
    <div class={styles.about}>
      <p>{closed ? t('isClosed') : t(`about.${tab.kind}`, { name: tab.name ?? t('someone') })}</p>
      {command && (
        <Button kind="plain" icon={tab.view?.closed ? LockOpen : Lock} onClick={() => void send(command)}>
          {t(tab.view?.closed ? 'open' : 'close')}
        </Button>
      )}
    </div>
  );
}

function Stranded({ post }: { post: Post }) {
  const t = useT('chat');
  return (
    <div class={styles.stranded} role="alert">
      <p>{t('stranded')}</p>
      <p class={styles.strandedText}>{post.text}</p>
      <div class={styles.row}>
        <CopyButton text={post.text} label={t('copy')} words={t('copy')} />
        <Button kind="plain" icon={X} onClick={() => discardPost(post.id)}>
          {t('discard')}
        </Button>
      </div>
    </div>
  );
}
