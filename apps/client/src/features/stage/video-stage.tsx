export const VideoStage = () => null;
