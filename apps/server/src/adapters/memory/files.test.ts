import { describeFiles } from '../../ports/files.contract.ts';
import { createMemoryFiles } from './files.ts';

describeFiles('memory', async () => createMemoryFiles());
