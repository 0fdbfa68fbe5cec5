import type { Command } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useNow, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { outlook } from './outlook.model.ts';
import { OutlookLine } from './outlook-line.tsx';
import { ExtendLine, ReplanLine } from './replanning/parts.ts';
import { gatheringLeft, runSheet } from './run-sheet.model.ts';
import styles from './run-sheet.module.css';
import { BigStep } from './run-sheet-step.tsx';
import { StepPreviewCard } from './step-preview.tsx';
import { TimeControls } from './time-controls.tsx';

/** A facilitator's run sheet: one big button that says what happens next, what it will look like, and only then the rest. */
export function RunSheet({ onSeating }: { onSeating?: () => void }) {
  const t = useT('agenda');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const now = useNow();
  const send = useSend();
  const [ending, setEnding] = useState(false);
  const model = session && you ? runSheet(session, you, staff) : undefined;
  const step = model?.step;
  const take = step && (() => (step.confirm ? setEnding(true) : void send(step.command)));
  // Everything else is done by `RunSheetKeys`, also while this panel is closed.
  useShortcut('Control+Enter', step?.confirm ? take : undefined);
  if (!session || !model) return null;
  const heading = outlook(session.agenda, now);
  const gatheringMs = gatheringLeft(session, now);
  const doCommand = (command: Command) => void send(command);
  return (
    <div class={styles.sheet}>
      {heading && <OutlookLine {...heading} />}
      {heading && <ReplanLine />}
      <BigStep step={step} session={session} now={now} gatheringMs={gatheringMs} take={take} />
      {model.keepOpen && (
        <Button wide onClick={() => model.keepOpen && doCommand(model.keepOpen)}>
          {t('keepOpen')}
        </Button>
      )}
      {model.preview && <StepPreviewCard preview={model.preview} onSeating={onSeating} />}
      <TimeControls model={model} send={doCommand} />
      {model.extend && <ExtendLine />}
      {model.end && (
        <Button kind="plain" onClick={() => setEnding(true)}>
          {t('endNow')}
        </Button>
      )}
      {ending && <EndDialog close={() => setEnding(false)} end={() => doCommand({ type: 'end-session' })} />}
    </div>
  );
}

function EndDialog({ close, end }: { close: () => void; end: () => void }) {
  const t = useT('agenda');
  const common = useT('common');
  const confirm = () => {
    close();
    end();
  };
  return (
    <Dialog
      title={t('endQuestion')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common('cancel')}</Button>
          <Button kind="danger" onClick={confirm}>
            {t('endYes')}
          </Button>
        </>
      }
    >
      <p>{t('endExplained')}</p>
    </Dialog>
  );
}
