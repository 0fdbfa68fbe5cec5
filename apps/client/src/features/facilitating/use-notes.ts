import type { NotesView, PhaseId } from '@werkraum/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useConnection, useSession, useYou } from '../../connection/hooks.ts';
import { type Draft, type NotesModel, notesModel, type Saving } from './notes.model.ts';

/** Typing that pauses for so long is saved. */
const PAUSE_MS = 1_500;

export interface Notes extends NotesModel {
  write(text: string): void;
  /** Saves what is not saved yet; over what somebody else wrote only when `overwrite` says so. */
  save(overwrite?: boolean): void;
  /** Gives the own text up for what stands there now. */
  takeTheirs(): void;
}

/** The notes of one phase, saved when typing pauses and when the field, or the page, is left. */
export function useNotes(phaseId: PhaseId, view: NotesView | undefined): Notes | undefined {
  const { send } = useConnection();
  const session = useSession();
  const you = useYou();
  const [draft, setDraft] = useState<Draft>();
  const [saving, setSaving] = useState<Saving>('resting');
  const revision = view?.revision ?? 0;
  const model = session && you && notesModel(session, you.seatId, view, draft, saving);
  async function save(overwrite = false): Promise<void> {
    if (!draft || !model || model.state === 'saved' || model.state === 'saving') return;
    if (model.state === 'conflict' && !overwrite) return;
    const seen = overwrite ? revision : draft.seen;
    setSaving('saving');
    const reply = await send({ type: 'set-notes', phaseId, notes: draft.text.trim(), seen });
    const isConflict = !reply.ok && reply.rejection === 'notes-changed-meanwhile';
    setSaving(reply.ok || isConflict ? 'resting' : 'failed');
    if (reply.ok)
      setDraft((now) => (now && now.text !== draft.text ? { ...now, seen: newest.current.revision } : undefined));
  }
  const newest = useRef({ save, revision });
  newest.current = { save, revision };
  useEffect(() => {
    if (!draft) return undefined;
    const timer = setTimeout(() => void newest.current.save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft?.text]);
  useEffect(() => () => void newest.current.save(), []);
  return (
    model && {
      ...model,
      write: (text) => {
        if (saving === 'failed') setSaving('resting');
        setDraft((before) => ({ text, seen: before?.seen ?? revision }));
      },
      save: (overwrite) => void save(overwrite),
      takeTheirs: () => setDraft(undefined),
    }
  );
}
