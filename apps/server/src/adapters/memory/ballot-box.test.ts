import { ballotBoxContract } from '../../ports/ballot-box.contract.ts';
import { createMemoryBallotBox } from './ballot-box.ts';

ballotBoxContract('memory', async () => {
  const box = createMemoryBallotBox();
  return { box, reopened: async () => box, bytes: async () => box.bytes(), dispose: async () => {} };
});
