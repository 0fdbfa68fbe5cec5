import { createStore } from 'zustand/vanilla';

export interface Toast {
  id: number;
  kind: 'note' | 'problem';
  text: string;
}

/** How long a line stays, in milliseconds: longer for problems, and for longer sentences. */
export const stayMs = ({ kind, text }: Toast): number => (kind === 'problem' ? 7_000 : 4_000) + text.length * 30;

const MOST = 3;
export const toasts = createStore<{ lines: readonly Toast[] }>(() => ({ lines: [] }));
let lastId = 0;

/** Shows one line for a few seconds and has it read out. The same line twice stands once. */
export function notify(line: { kind?: 'note' | 'problem'; text: string }): void {
  lastId += 1;
  const toast: Toast = { id: lastId, kind: line.kind ?? 'note', text: line.text };
  const others = toasts.getState().lines.filter(({ text }) => text !== toast.text);
  toasts.setState({ lines: [...others, toast].slice(-MOST) });
}

/** Takes a line away. */
export function dismiss(id: number): void {
  toasts.setState({ lines: toasts.getState().lines.filter((line) => line.id !== id) });
}
