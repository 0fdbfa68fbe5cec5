import type { Command, RequestId } from '@werkraum/protocol';
import { Route, Sparkles } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { newRequestId, randomSeed } from './made-here.ts';
import type { RotationModel } from './rotation.model.ts';
import styles from './rotation.module.css';

interface RotationActionsProps {
  model: Pick<RotationModel, 'planAll' | 'improve' | 'proposal'>;
  send(command: Command): void;
}

/** Has all rounds to come planned: from nothing, or from the seating there is. */
export function RotationActions({ model: { planAll, improve, proposal }, send }: RotationActionsProps) {
  const t = useT('rotation');
  const busy = proposal?.state.kind === 'working';
  const asking = (command: (requestId: RequestId, seed: number) => Command) => () =>
    send(command(newRequestId(), randomSeed()));
  return (
    <div class={styles.dealing}>
      {planAll && (
        <Button kind={improve ? 'quiet' : 'primary'} icon={Route} busy={busy} onClick={asking(planAll)}>
          {t('planAll')}
        </Button>
      )}
      {improve && (
        <Button icon={Sparkles} busy={busy} title={t('improveHint')} onClick={asking(improve)}>
          {t('improve')}
        </Button>
      )}
    </div>
  );
}
