import type { SessionId } from '@werkraum/protocol';
import { ErrorBoundary, lazy } from 'preact-iso';
import { ConsentQuestion } from '../../features/balance/parts.ts';
import styles from './devices.module.css';

const DeviceCheck = lazy(() => import('../../features/stage/device-check.tsx').then(({ DeviceCheck: check }) => check));

/**
 * Camera and microphone, tried before the door, and what may be kept of what is measured with them. It comes after the
 * words: nobody waits for it to go in.
 */
export function Devices({ sessionId }: { sessionId: SessionId | undefined }) {
  return (
    <div class={styles.devices}>
      <ErrorBoundary>
        <DeviceCheck />
      </ErrorBoundary>
      {sessionId && <ConsentQuestion sessionId={sessionId} />}
    </div>
  );
}
