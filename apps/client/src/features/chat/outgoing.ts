import type { ChatChannel, MessageId, Rejection } from '@werkraum/protocol';
import { createStore } from 'zustand/vanilla';
import type { Send } from '../../connection/connection.ts';
import { randomId } from '../../ui/random-id.ts';

/** A message on its way. */
export interface Post {
  id: MessageId;
  key: string;
  channel: ChatChannel;
  text: string;
  /** Absent while it is being sent. */
  rejection?: Rejection;
}

export interface Outgoing {
  /** What is typed and not sent, by channel: it is never said anywhere else. */
  drafts: Readonly<Record<string, string>>;
  /** Oldest first. */
  posts: readonly Post[];
}

/** What this person is about to say; outlives panels, phases, moves and broken lines. */
export const outgoing = createStore<Outgoing>(() => ({ drafts: {}, posts: [] }));

export const setDraft = (key: string, text: string): void =>
  outgoing.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: text } }));

/** Sends what was typed for a channel to that channel. */
export function postDraft(send: Send, { key, channel }: Pick<Post, 'key' | 'channel'>): void {
  const text = (outgoing.getState().drafts[key] ?? '').trim();
  if (text === '') return;
  const post: Post = { id: randomId() as MessageId, key, channel, text };
  outgoing.setState(({ drafts, posts }) => ({ drafts: { ...drafts, [key]: '' }, posts: [...posts, post] }));
  void deliver(send, post);
}

/** Once more under the same name, so that it is said once at most. */
export function postAgain(send: Send, id: MessageId): void {
  const failed = outgoing.getState().posts.find((post) => post.id === id && post.rejection);
  if (!failed) return;
  const { rejection: _, ...post } = failed;
  replace(id, [post]);
  void deliver(send, post);
}

/** Forgets what could not be sent. */
export const discardPost = (id: MessageId): void => replace(id, []);

async function deliver(send: Send, post: Post): Promise<void> {
  const { id: messageId, channel, text } = post;
  const reply = await send({ type: 'say', messageId, channel, text });
  replace(post.id, reply.ok ? [] : [{ ...post, rejection: reply.rejection }]);
}

const replace = (id: MessageId, by: readonly Post[]): void =>
  outgoing.setState(({ posts }) => ({ posts: posts.flatMap((post) => (post.id === id ? by : [post])) }));
