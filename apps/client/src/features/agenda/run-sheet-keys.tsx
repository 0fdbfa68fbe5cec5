import type { Command } from '@werkraum/protocol';
import { useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useShortcut } from '../../ui/shortcuts.ts';
import { openReplanning } from './replanning/replanning-door.ts';
import { runSheet } from './run-sheet.model.ts';

const MINUTE = 60_000;

/** A facilitator's keys, whatever panel is open. What has to be asked once more is only done where it can be seen. */
export function RunSheetKeys() {
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const send = useSend();
  const model = session && you?.role === 'facilitator' ? runSheet(session, you, staff) : undefined;
  const sending = (command: Command | undefined) => command && (() => void send(command));
  useShortcut('Control+Enter', sending(model?.step?.confirm ? undefined : model?.step?.command));
  useShortcut('p', sending(model?.pause ?? model?.resume));
  useShortcut('u', sending(model?.undo?.command));
  useShortcut('r', you?.may.includes('replan') ? () => openReplanning() : undefined);
  useShortcut('+', sending(model?.extend?.(MINUTE)));
  useShortcut('-', sending(model?.extend?.(-MINUTE)));
  useShortcut('Alt++', sending(model?.extend?.(5 * MINUTE)));
  useShortcut('Alt+-', sending(model?.extend?.(-5 * MINUTE)));
  return null;
}
