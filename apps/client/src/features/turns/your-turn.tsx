export const YourTurn = () => null;
