export const TimekeeperScreen = () => null;
