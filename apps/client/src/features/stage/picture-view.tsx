import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Picture } from '../../media/media-room.ts';
import styles from './tile.module.css';

/** A moving picture. `mirrored` for the own camera: people know themselves from the mirror. */
export function PictureView({ picture, mirrored, whole }: { picture: Picture; mirrored?: boolean; whole?: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    return video.current ? picture.attach(video.current) : undefined;
  }, [picture]);
  return (
    <video
      ref={video}
      class={styles.video}
      data-mirrored={mirrored}
      data-whole={whole}
      autoPlay
      playsInline
      muted
      disablePictureInPicture
    />
  );
}
