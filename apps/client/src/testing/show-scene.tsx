import { render } from '@testing-library/preact';
import type { Command } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { literalConnection } from '../connection/literal.ts';
import { ConnectionProvider } from '../connection/provider.tsx';
import { type Documents, modelSession, type Scene } from '../gallery/model-session.ts';

const unchanged = (documents: Documents): Documents => documents;

/** For tests: draws a view as one person of the model workshop sees it, and returns the commands they send. */
export function showScene(scene: Scene, view: ComponentChildren, change = unchanged): Command[] {
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    return { ok: true as const };
  };
  const connection = literalConnection({ ...change(modelSession(scene)), send });
  render(<ConnectionProvider connection={connection}>{view}</ConnectionProvider>);
  return sent;
}
