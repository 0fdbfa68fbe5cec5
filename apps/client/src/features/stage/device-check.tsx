/** Camera, microphone and loudspeaker, tried before the door. */
export function DeviceCheck() {
  return null;
}
