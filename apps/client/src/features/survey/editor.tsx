import {
  MOST_SURVEY_QUESTIONS,
  type QuestionId,
  type SurveyDraftView,
  type SurveyQuestion,
  surveyTemplate,
} from '@werkraum/protocol';
import { DoorOpen, Plus, Save } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { randomId } from '../../ui/random-id.ts';
import { QuestionEditor } from './question-editor.tsx';
import type { SteeringProps } from './steering.tsx';
import { askable } from './survey.model.ts';
import styles from './survey.module.css';
import { useSteer } from './use-steer.ts';

/** Writing the questions before the survey opens: from a template or from nothing. */
export function Editor({ state, desk, draft }: SteeringProps & { draft: SurveyDraftView }) {
  const t = useT('survey');
  const [questions, put] = useState<readonly SurveyQuestion[]>(draft.questions);
  const { language, may } = state.page;
  const ready = askable(questions);
  const isSaved = JSON.stringify(ready) === JSON.stringify(draft.questions);
  const isFull = questions.length >= MOST_SURVEY_QUESTIONS;
  const add = (more: readonly SurveyQuestion[]) =>
    put(
      [...questions, ...more.filter(({ id }) => questions.every((one) => one.id !== id))].slice(
        0,
        MOST_SURVEY_QUESTIONS,
      ),
    );
  const say = useSteer(desk);
  return (
    <>
      <p class={styles.promise}>{t('editor.text')}</p>
      <div class={styles.actions}>
        <Button disabled={isFull} onClick={() => add(surveyTemplate('topics', language))}>
          {t('editor.topics')}
        </Button>
        <Button disabled={isFull} onClick={() => add(surveyTemplate('format', language))}>
          {t('editor.format')}
        </Button>
      </div>
      <ol class={styles.list}>
        {questions.map((question, index) => (
          <QuestionEditor
            key={question.id}
            question={question}
            index={index}
            count={questions.length}
            set={(next) => put(questions.with(index, next))}
            move={(by) => put(questions.toSpliced(index, 1).toSpliced(index + by, 0, question))}
            remove={() => put(questions.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <Button
        icon={Plus}
        disabled={isFull}
        onClick={() => add([{ id: randomId() as QuestionId, prompt: '', kind: 'text' }])}
      >
        {t('editor.add')}
      </Button>
      <footer class={styles.send}>
        {!ready && <p class={styles.problem}>{t('editor.incomplete')}</p>}
        {ready && !isSaved && (
          <Button
            kind="primary"
            icon={Save}
            busy={state.busy}
            onClick={() => void say({ type: 'set-survey', questions: ready, seen: draft.revision })}
          >
            {t('editor.save')}
          </Button>
        )}
        {ready && isSaved && questions.length > 0 && (
          <>
            <p class={styles.about}>{t(may.open ? 'editor.openText' : 'editor.later')}</p>
            {may.open && (
              <Button
                kind="primary"
                icon={DoorOpen}
                busy={state.busy}
                onClick={() => void say({ type: 'open-survey', seen: draft.revision })}
              >
                {t('editor.open')}
              </Button>
            )}
          </>
        )}
      </footer>
    </>
  );
}
