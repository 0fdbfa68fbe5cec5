export const MediaLines = () => null;
