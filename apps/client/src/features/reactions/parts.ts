import { later } from '../../ui/later.tsx';

const views = () => import('./views.ts');

export const ReactionButton = later(() => views().then((part) => part.ReactionButton), ['reactions']);
export const ReactionsSwitch = later(() => views().then((part) => part.ReactionsSwitch), ['reactions']);
