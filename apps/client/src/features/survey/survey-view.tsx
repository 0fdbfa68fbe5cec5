import { CircleCheck, CloudOff, Hourglass, Lock, type LucideIcon, Send, ShieldAlert, Undo2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { AnswerField } from './answer-field.tsx';
import { LoadingNote } from './loading-note.tsx';
import { PromiseCard } from './promise-card.tsx';
import { Results } from './results.tsx';
import { Steering } from './steering.tsx';
import { answeredOf, type Screen, screenOf } from './survey.model.ts';
import styles from './survey.module.css';
import type { SurveyAt, SurveyDesk, SurveyReady } from './survey-desk.ts';

export interface SurveyViewProps {
  state: SurveyAt;
  desk: Pick<SurveyDesk, 'answer' | 'send' | 'steer' | 'download' | 'refresh'>;
  /** Drawn without its own title, where the place has one. */
  bare?: boolean;
}

/** The survey as somebody meets it: to be answered, to be steered, or its results. */
export function SurveyView({ state, desk, bare = false }: SurveyViewProps) {
  const t = useT('survey');
  if (state.at === 'loading') return <LoadingNote />;
  if (state.at === 'closed') {
    return (
      <State
        icon={CloudOff}
        title={t(
          state.problem === 'removed' || state.problem === 'unknown-link' ? 'closed.link' : 'closed.unreachable',
        )}
        again={() => void desk.refresh()}
      />
    );
  }
  return (
    <div class={styles.survey} data-phase="plenary-reflection">
      {!bare && (
        <header class={styles.head}>
          <h1>{t('title')}</h1>
          <p>{state.page.title}</p>
        </header>
      )}
      {state.page.may.steer ? <Steering state={state} desk={desk} /> : <Asked state={state} desk={desk} />}
    </div>
  );
}

type AskedProps = { state: SurveyReady; desk: SurveyViewProps['desk'] };

const SIGNS: Readonly<Record<Exclude<Screen, 'answering' | 'results' | 'fetching'>, LucideIcon>> = {
  'not-yet': Hourglass,
  sent: CircleCheck,
  taken: Lock,
  impossible: ShieldAlert,
  unreachable: CloudOff,
  faulty: ShieldAlert,
  over: Lock,
};

function Asked({ state, desk }: AskedProps) {
  const t = useT('survey');
  const screen = screenOf(state);
  if (screen === 'answering') return <Answering state={state} desk={desk} />;
  if (screen === 'results') return state.results ? <Results results={state.results} /> : null;
  if (screen === 'fetching') return <LoadingNote />;
  const again = screen === 'unreachable' ? () => void desk.refresh() : undefined;
  return (
    <State icon={SIGNS[screen]} title={t(`state.${screen}.title`)} text={t(`state.${screen}.text`)} again={again} />
  );
}

interface StateProps {
  icon: LucideIcon;
  title: string;
  text?: string;
  again?: (() => void) | undefined;
}

function State({ icon: Icon, title, text, again }: StateProps) {
  const t = useT('survey');
  return (
    <section class={styles.state} role="status">
      <Icon size={28} aria-hidden="true" />
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {again && (
        <Button icon={Undo2} onClick={again}>
          {t('again')}
        </Button>
      )}
    </section>
  );
}

function Answering({ state, desk }: AskedProps) {
  const t = useT('survey');
  const { answers, sending, page } = state;
  const questions = page.survey?.questions ?? [];
  const { done, of } = answeredOf(state);
  return (
    <>
      <PromiseCard />
      <ol class={styles.list}>
        {questions.map((question, index) => (
          <AnswerField
            key={question.id}
            question={question}
            number={index + 1}
            of={of}
            answer={answers[question.id]}
            set={(answer) => desk.answer(question, answer)}
          />
        ))}
      </ol>
      <footer class={styles.send}>
        <p class="figures">{t('progress', { done, of })}</p>
        {sending === 'failed' && (
          <p class={styles.problem} role="alert">
            {t('notSent')}
          </p>
        )}
        {done === 0 ? (
          <p class={styles.about}>{t('nothingYet')}</p>
        ) : (
          <>
            <p class={styles.about}>{t('final')}</p>
            <Button
              kind="primary"
              size="large"
              icon={Send}
              busy={sending === 'sending'}
              onClick={() => void desk.send()}
            >
              {t(sending === 'failed' ? 'sendAgain' : 'send')}
            </Button>
          </>
        )}
      </footer>
    </>
  );
}
