export const TurnPanel = () => null;
