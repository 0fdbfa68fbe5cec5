export const MediaBar = () => null;
