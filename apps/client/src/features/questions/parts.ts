export { QuestionNow } from './question-now.tsx';
export { QuestionsPanel } from './questions-panel.tsx';
