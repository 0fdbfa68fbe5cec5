import styles from './avatar.module.css';
import { initials } from './initials.ts';

/** A person without a picture: the initials on a round. The name stands beside it, so it is not read out. */
export function Avatar({
  name,
  size = 'medium',
  dim,
}: {
  name: string;
  size?: 'small' | 'medium' | 'large';
  dim?: boolean;
}) {
  return (
    <span class={styles.avatar} data-size={size} data-dim={dim} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
