import { ParkingLot } from '../../features/parking/parking-lot.tsx';
import { ReferenceList } from '../../features/references/reference-list.tsx';
import styles from './room-frame.module.css';

/** What is put down for later: the parking lot, and references. */
export function CollectionPanel() {
  return (
    <div class={styles.collection}>
      <ParkingLot />
      <ReferenceList />
    </div>
  );
}
