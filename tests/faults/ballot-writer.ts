// A process that counts ballots as fast as they are kept, until it is killed. Usage: node ballot-writer.ts FOLDER RUN
// Each line on standard output is written at once: `ready`, then the text of each answer that was acknowledged.
import type { QuestionId, SessionId, SurveyAnswers } from '@werkraum/protocol';
import { openBallotFiles } from '@werkraum/server/src/adapters/ballot-files/ballot-box.ts';
import { createBallotOffice } from '@werkraum/server/src/application/ballot-office.ts';
import { createVoter } from '@werkraum/server/src/application/testing/voter.ts';
import { say } from './say.ts';

const IN_FLIGHT = 4;
const [folder = '', run = ''] = process.argv.slice(2);
const session = 'survey' as SessionId;
const question = 'words' as QuestionId;
const asked = { title: 'Survey', questions: [{ id: question, kind: 'text' as const, prompt: 'Words?' }] };

const office = createBallotOffice(await openBallotFiles(folder));
const key = await office.open(session);
say('ready');

async function keepAnswering(lane: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const text = `${run}-${lane}-${n}`;
    const voter = createVoter(key);
    const signed = await office.sign(session, text as never, voter.blinded);
    if (!signed.ok) throw new Error(signed.why);
    const answers = { [question]: text } as SurveyAnswers;
    const cast = await office.cast(session, asked, voter.ballot(signed.signature, answers));
    if (cast !== 'counted') throw new Error(cast);
    say(text);
  }
}

await Promise.all(Array.from({ length: IN_FLIGHT }, (_, lane) => keepAnswering(lane)));
