import type { AgendaView, PhaseId, PhaseKind } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useFacilitators, useSend } from '../../../connection/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { randomId } from '../../../ui/random-id.ts';
import { PhaseFields } from './phase-fields.tsx';
import { addition, alteration, draftOf, faultsIn, newDraft, type PhaseDraft } from './phase-form.model.ts';

/** What the dialog is about: a new phase of a kind, or one that is there. */
export type PhaseDialogFor = { mode: 'add'; kind: PhaseKind } | { mode: 'edit'; id: PhaseId };

interface PhaseDialogProps {
  open: PhaseDialogFor;
  agenda: AgendaView;
  close(): void;
}

/** Puts a phase in, or changes one that has not begun. */
export function PhaseDialog({ open, agenda, close }: PhaseDialogProps) {
  const t = useT('replanning');
  const common = useT('common');
  const send = useSend();
  const boards = useFacilitators()?.boards;
  const kind = open.mode === 'add' ? open.kind : agenda.phases[open.id]?.kind;
  // As it was when the dialog opened: what others change meanwhile is not ours to send.
  const [opened] = useState(() =>
    open.mode === 'add'
      ? newDraft(open.kind, common(`phaseKinds.${open.kind}`), agenda)
      : draftOf(agenda, open.id, boards),
  );
  const [draft, setDraft] = useState(opened);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!kind || !opened || !draft) return null;
  const faults = faultsIn(draft, kind);
  const save = async () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const command = open.mode === 'add' ? addition(draft, kind, newId()) : alteration(agenda, open.id, opened, draft);
    setBusy(true);
    const { ok } = command ? await send(command) : { ok: true };
    setBusy(false);
    if (ok) close();
  };
  const title =
    open.mode === 'add'
      ? t('form.add', { kind: common(`phaseKinds.${kind}`) })
      : t('form.edit', { title: opened.title });
  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common('cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t(open.mode === 'add' ? 'form.addDo' : 'form.save')}
          </Button>
        </>
      }
    >
      <PhaseFields
        kind={kind}
        draft={draft}
        faults={tried ? faults : {}}
        set={(change: Partial<PhaseDraft>) => setDraft({ ...draft, ...change })}
        {...(open.mode === 'add' && { places: agenda })}
      />
    </Dialog>
  );
}

// Rooms and turns are named after it, so it is short; eight hexadecimal digits do not meet in sixty phases.
const newId = (): PhaseId => `p-${randomId().slice(0, 8)}` as PhaseId;
