import { ErrorBoundary, lazy } from 'preact-iso';
import styles from './devices.module.css';

const DeviceCheck = lazy(() => import('../../features/stage/device-check.tsx').then(({ DeviceCheck: check }) => check));

/** Camera and microphone, tried before the door. It comes after the words: nobody waits for it to go in. */
export function Devices() {
  return (
    <div class={styles.devices}>
      <ErrorBoundary>
        <DeviceCheck />
      </ErrorBoundary>
    </div>
  );
}
