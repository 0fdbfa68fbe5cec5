import { videoRoomsContract } from '../../ports/video-rooms.contract.ts';
import { createMemoryVideoRooms } from './video-rooms.ts';

videoRoomsContract('memory', async () => {
  const rooms = createMemoryVideoRooms();
  return {
    rooms,
    async enter(token, microphone) {
      const guest = rooms.enter(token, microphone);
      return { isConnected: () => guest.connected, leave: async () => rooms.leave(token) };
    },
    breakDown: async () => rooms.setReachable(false),
    stop: async () => {},
  };
});
