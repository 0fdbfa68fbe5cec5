export { ReactionButton } from './reaction-button.tsx';
export { ReactionsSwitch } from './reactions-switch.tsx';
